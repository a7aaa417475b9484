import { FileFault } from '../fault';
import { addContentType, CONTENT_TYPE } from '../package/contentTypes';
import { elementsOf } from '../package/elements';
import type { Package } from '../package/package';
import { addRelationship } from '../package/relationships';
import { decodeXstring, rawXstring, spaceAttribute, unescapeXml } from '../package/xstring';

const EMPTY = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></sst>';

/** Plain text of a string item or inline string: its runs joined, without the readings (rPh) of Japanese text. */
export function plainText(inner: string, prefix: string): string {
  let spoken = inner;
  if (inner.includes('rPh')) {
    spoken = '';
    let from = 0;
    for (const { start, end } of elementsOf(inner, `${prefix}rPh`)) {
      spoken += inner.slice(from, start);
      from = end;
    }
    spoken += inner.slice(from);
  }
  let text = '';
  for (const { tagEnd, end, empty } of elementsOf(spoken, `${prefix}t`)) if (!empty) text += spoken.slice(tagEnd + 1, end - prefix.length - 4);
  const plain = decodeXstring(unescapeXml(text));
  if (plain.length > LONGEST_TEXT) throw new FileFault('damaged', `a text of ${plain.length} characters`);
  return plain;
}

/** Excel's limit for a cell. */
const LONGEST_TEXT = 32_767;

/** The string table (ECMA-376 part 1, 18.4), scanned as text: it can be as long as a sheet. */
export class SharedStrings {
  readonly texts: string[] = [];
  /** Items that are text and nothing else: only these may be pointed to by a cell that gets a new text. */
  readonly plain: boolean[] = [];
  readonly prefix: string;

  constructor(readonly xml: string) {
    this.prefix = /<((?:[\w.-]+:)?)sst[\s>/]/.exec(xml)?.[1] ?? '';
    const open = `<${this.prefix}si`;
    const close = `</${this.prefix}si>`;
    for (let at = xml.indexOf(open); at >= 0; ) {
      const tagEnd = xml.indexOf('>', at);
      const empty = xml[tagEnd - 1] === '/';
      const end = empty ? tagEnd + 1 : xml.indexOf(close, tagEnd);
      if (tagEnd < 0 || end < 0) break;
      const inner = empty ? '' : xml.slice(tagEnd + 1, end);
      this.texts.push(plainText(inner, this.prefix));
      this.plain.push(!inner.includes(`<${this.prefix}r`) && !inner.includes(`<${this.prefix}phoneticPr`));
      at = xml.indexOf(open, end);
    }
  }
}

/** Appends strings to the table of a package that is being saved; makes the part where there is none. */
export class SharedStringsWriter {
  private readonly index = new Map<string, number>();
  private readonly added: string[] = [];

  constructor(private readonly pack: Package, private readonly part: string | undefined, private readonly workbookPart: string, private readonly source: SharedStrings) {
    source.texts.forEach((text, i) => {
      if (source.plain[i] && !this.index.has(text)) this.index.set(text, i);
    });
  }

  indexOf(text: string): number {
    const known = this.index.get(text);
    if (known !== undefined) return known;
    const index = this.source.texts.length + this.added.length;
    this.index.set(text, index);
    this.added.push(text);
    return index;
  }

  finish(): void {
    if (this.added.length === 0) return;
    const p = this.source.prefix;
    const items = this.added.map((text) => `<${p}si><${p}t${spaceAttribute(text)}>${rawXstring(text)}</${p}t></${p}si>`).join('');
    this.pack.write(this.part ?? this.addPart(), withItems(this.source.xml === '' ? EMPTY : this.source.xml, p, items, this.source.texts.length + this.added.length));
  }

  private addPart(): string {
    const folder = this.workbookPart.slice(0, this.workbookPart.lastIndexOf('/') + 1);
    const path = `${folder}sharedStrings.xml`;
    addRelationship(this.pack, this.workbookPart, 'sharedStrings', path);
    addContentType(this.pack, path, CONTENT_TYPE.sharedStrings);
    return path;
  }
}

/** `count` counts the cells that point here; nobody needs it right, so it goes rather than lie. */
function withItems(xml: string, prefix: string, items: string, unique: number): string {
  const close = `</${prefix}sst>`;
  const opened = xml.replace(new RegExp(`<${prefix}sst(\\s[^>]*?)?(/?)>`), (_, attributes: string | undefined, slash: string) => {
    const kept = (attributes ?? '').replace(/\s(?:count|uniqueCount)=(?:"[^"]*"|'[^']*')/g, '');
    return `<${prefix}sst${kept} uniqueCount="${unique}">${slash ? close : ''}`;
  });
  const end = opened.lastIndexOf(close);
  return opened.slice(0, end) + items + opened.slice(end);
}
