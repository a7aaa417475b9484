import type { Document } from '@xmldom/xmldom';
import { FileFault } from '../fault';
import { decodeXml, encodeXml, parseXml, serializeXml } from './xml';

/**
 * The parts of an Open Packaging file (ECMA-376 part 2) by path without the leading "/". A copy shares the bytes, so a
 * save works on a copy and leaves what was read alone. Part names match without regard to case.
 */
export class Package {
  private readonly paths = new Map<string, string>();

  constructor(private readonly entries: Map<string, Uint8Array>) {
    for (const path of entries.keys()) this.paths.set(path.toLowerCase(), path);
  }

  copy(): Package {
    return new Package(new Map(this.entries));
  }

  parts(): ReadonlyMap<string, Uint8Array> {
    return this.entries;
  }

  has(path: string): boolean {
    return this.paths.has(path.toLowerCase());
  }

  /** @throws FileFault damaged where the part is missing */
  text(path: string): string {
    const bytes = this.entries.get(this.paths.get(path.toLowerCase()) ?? '');
    if (!bytes) throw new FileFault('damaged', `the part ${path} is missing`, path);
    return decodeXml(bytes);
  }

  /** A fresh tree at each call. @throws FileFault damaged */
  document(path: string): Document {
    return parseXml(this.text(path), path);
  }

  write(path: string, content: string | Document): void {
    const known = this.paths.get(path.toLowerCase()) ?? path;
    this.paths.set(known.toLowerCase(), known);
    this.entries.set(known, encodeXml(typeof content === 'string' ? content : serializeXml(content)));
  }

  remove(path: string): void {
    this.entries.delete(this.paths.get(path.toLowerCase()) ?? '');
    this.paths.delete(path.toLowerCase());
  }

  /** "xl/worksheets/sheet" → "xl/worksheets/sheet4.xml", the first number that is free. */
  freePath(stem: string): string {
    for (let number = 1; ; number++) {
      if (!this.has(`${stem}${number}.xml`)) return `${stem}${number}.xml`;
    }
  }
}
