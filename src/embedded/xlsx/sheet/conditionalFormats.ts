import type { Element } from '@xmldom/xmldom';
import type { ConditionalFormat, Opaque } from '../../model/book';
import { append, attribute, booleanAttribute, child, children, copyOf, descend, insertInOrder, make, numberAttribute, removeAll, setAttributes } from '../package/xml';
import { readColor } from '../styles/colors';
import { readSqref, sameAreas, writeSqref } from './areas';
import { WORKSHEET_ORDER } from './frame';

type Entry = ConditionalFormat | Opaque;
type Look = Pick<ConditionalFormat, 'fill' | 'color' | 'bold'>;

/** Rules as read, each with the element it came from, in order of priority. */
export type KnownRules = ReadonlyMap<Entry, Element>;

const only = (element: Element | undefined, ...names: readonly string[]): boolean => children(element).every((part) => names.includes(part.localName ?? ''));

/** The look of a dxf, or null where it says more than fill, text colour and bold (ECMA-376 part 1, 18.8.14). */
function readLook(dxf: Element | undefined, theme: readonly string[]): Look | null {
  const font = child(dxf, 'font');
  const pattern = descend(dxf, 'fill', 'patternFill');
  const type = attribute(pattern, 'patternType') ?? 'solid';
  if (!only(dxf, 'font', 'fill') || !only(font, 'b', 'color') || type !== 'solid' || child(child(dxf, 'fill'), 'gradientFill')) return null;
  const bold = child(font, 'b');
  const fill = readColor(child(pattern, 'bgColor') ?? child(pattern, 'fgColor'), theme);
  const color = readColor(child(font, 'color'), theme);
  if ((bold && !booleanAttribute(bold, 'val', true)) || (pattern && fill === undefined) || (child(font, 'color') && color === undefined)) return null;
  return { ...(fill === undefined ? {} : { fill }), ...(color === undefined ? {} : { color }), ...(bold ? { bold: true } : {}) };
}

const KNOWN_ATTRIBUTES = ['type', 'dxfId', 'priority', 'stopIfTrue'];

function understood(rule: Element, dxfs: readonly Element[], theme: readonly string[]): Omit<ConditionalFormat, 'areas'> | null {
  const formulas = children(rule);
  const formula = formulas[0]?.textContent;
  const plain = formulas.length === 1 && formulas[0]?.localName === 'formula' && [...rule.attributes].every(({ name }) => KNOWN_ATTRIBUTES.includes(name));
  if (attribute(rule, 'type') !== 'expression' || !plain || !formula) return null;
  const index = numberAttribute(rule, 'dxfId');
  const look = index === undefined ? {} : readLook(dxfs[index], theme);
  return look && { type: 'custom', formula, ...look, ...(booleanAttribute(rule, 'stopIfTrue') ? { stopIfTrue: true } : {}) };
}

/** The conditional formats of a worksheet, first the one that is tried first. `dxfs` and `theme` give the looks. */
export function readConditionalFormats(worksheet: Element, dxfs: readonly Element[], theme: readonly string[]): KnownRules {
  const rules = children(worksheet, 'conditionalFormatting').flatMap((parent) => children(parent, 'cfRule').map((rule) => ({ rule, areas: readSqref(attribute(parent, 'sqref')) })));
  const priority = ({ rule }: { rule: Element }): number => numberAttribute(rule, 'priority') ?? 0;
  return new Map([...rules].sort((a, b) => priority(a) - priority(b)).map(({ rule, areas }, id) => {
    const custom = understood(rule, dxfs, theme);
    return [custom ? { areas, ...custom } : { areas, opaque: true, id }, rule];
  }));
}

function newRule(like: Element, format: ConditionalFormat, dxfIndex: (look: Look) => number): Element {
  const plain = format.fill === undefined && format.color === undefined && !format.bold;
  const rule = make(like, 'cfRule', { type: 'expression', dxfId: plain ? undefined : dxfIndex(format), stopIfTrue: format.stopIfTrue ? 1 : undefined });
  append(rule, 'formula', {}, format.formula);
  return rule;
}

const sameRule = (a: Entry, b: Entry): boolean => {
  const bare = (entry: Entry): string => JSON.stringify(Object.entries({ ...entry, areas: writeSqref(entry.areas) }).sort(([x], [y]) => (x < y ? -1 : 1)));
  return bare(a) === bare(b);
};

/** The file's own element for an entry, so that what the model does not know of it stays. */
function sourceOf(entry: Entry, known: KnownRules): Element | undefined {
  const direct = known.get(entry);
  if (direct) return direct;
  for (const [other, rule] of known) {
    if ('opaque' in entry ? 'opaque' in other && other.id === entry.id : sameRule(entry, other)) return rule;
  }
  return undefined;
}

/**
 * Writes the rules anew in the order of the list, which is their priority. Rules that did not change keep their XML
 * but for the priority. `known` is what `readConditionalFormats` gave for the same file.
 */
export function patchConditionalFormats(worksheet: Element, formats: readonly Entry[], known: KnownRules, dxfIndex: (look: Look) => number): void {
  const rules = formats.map((entry) => {
    const source = sourceOf(entry, known);
    return { entry, pivot: attribute(source?.parentNode as Element | undefined, 'pivot'), rule: source ? copyOf(source) : newRule(worksheet, entry as ConditionalFormat, dxfIndex) };
  });
  removeAll(children(worksheet, 'conditionalFormatting'));
  let parent: Element | undefined;
  let previous: Entry | undefined;
  rules.forEach(({ entry, pivot, rule }, i) => {
    if (entry.areas.length === 0) return;
    if (!parent || !previous || !sameAreas(previous.areas, entry.areas)) {
      parent = make(worksheet, 'conditionalFormatting', { pivot, sqref: writeSqref(entry.areas) });
      insertInOrder(worksheet, parent, WORKSHEET_ORDER);
    }
    setAttributes(rule, { priority: i + 1 });
    parent.appendChild(rule);
    previous = entry;
  });
}
