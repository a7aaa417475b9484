import type { Package } from './package';
import { append, attribute, children, removeAll, rootOf } from './xml';

const PART = '[Content_Types].xml';

/** Content types of the parts this room can add (ECMA-376 part 1, 12.3 and 14.2). */
export const CONTENT_TYPE = {
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
  sharedStrings: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

/** The content type of a part: its own, else that of its ending; undefined where the package tells none. */
export function contentTypeOf(pack: Package, path: string): string | undefined {
  if (!pack.has(PART)) return undefined;
  const types = children(rootOf(pack.document(PART), PART));
  const own = types.find((element) => (attribute(element, 'PartName') ?? '').slice(1).toLowerCase() === path.toLowerCase());
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return attribute(own ?? types.find((element) => attribute(element, 'Extension')?.toLowerCase() === ending), 'ContentType');
}

export function addContentType(pack: Package, path: string, type: string): void {
  const document = pack.document(PART);
  append(rootOf(document, PART), 'Override', { PartName: `/${path}`, ContentType: type });
  pack.write(PART, document);
}

/** Removes the overrides of parts that are gone; paths are lower-cased. */
export function removeContentTypes(pack: Package, paths: ReadonlySet<string>): void {
  const document = pack.document(PART);
  const gone = children(rootOf(document, PART), 'Override').filter((element) => paths.has((attribute(element, 'PartName') ?? '').slice(1).toLowerCase()));
  if (gone.length === 0) return;
  removeAll(gone);
  pack.write(PART, document);
}
