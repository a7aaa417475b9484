import type { Element } from '@xmldom/xmldom';
import { attribute, children, decodeXml, parseXml, rootOf, serializeXml } from '../../src/embedded/xlsx/package/xml';

/** Elements that are lists: each may grow at its end. What stands in them is whole. */
const LISTS = new Set([
  'Types', 'Relationships', 'workbook', 'sheets', 'definedNames', 'styleSheet', 'numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'sst',
]);
/** How many there are, and that Excel is to calculate anew. */
const MAY_DIFFER: Readonly<Record<string, readonly string[]>> = { sst: ['count', 'uniqueCount'], calcPr: ['fullCalcOnLoad'] };
const mayDiffer = ({ localName }: Element): readonly string[] => MAY_DIFFER[localName ?? ''] ?? (LISTS.has(localName ?? '') ? ['count'] : []);

/** What of a part is no longer there, or no longer as or where it was, as paths; additions at the end of its lists are none. */
export function lostFrom(part: string, before: Uint8Array, after: Uint8Array | undefined): string[] {
  if (after === undefined) return [part];
  const root = (bytes: Uint8Array): Element => rootOf(parseXml(decodeXml(bytes), part), part);
  return lost(root(before), root(after), part);
}

function lost(before: Element, after: Element | undefined, path: string): string[] {
  if (after?.localName !== before.localName || after === undefined) return [path];
  const name = before.localName ?? '';
  if (!LISTS.has(name) && mayDiffer(before).length === 0) return serializeXml(before) === serializeXml(after) ? [] : [`${path}: ${serializeXml(before)} → ${serializeXml(after)}`];
  const attributes = [...before.attributes].flatMap((one) => (mayDiffer(before).includes(one.name) || attribute(after, one.name) === one.value ? [] : [`${path}@${one.name}`]));
  const added = [...after.attributes].flatMap((one) => (attribute(before, one.name) === undefined && !mayDiffer(before).includes(one.name) ? [`${path}@${one.name} is new`] : []));
  const names = [...new Set(children(before).map((one) => one.localName ?? ''))];
  const inside = names.flatMap((each) => {
    const now = children(after, each);
    return children(before, each).flatMap((one, index) => lost(one, now[index], `${path}/${each}[${index}]`));
  });
  const order = (element: Element): string => [...new Set(children(element).map((one) => one.localName ?? ''))].filter((each) => names.includes(each)).join();
  return [...attributes, ...added, ...inside, ...(order(before) === order(after) ? [] : [`${path}: order`])];
}
