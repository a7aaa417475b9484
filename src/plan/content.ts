import { bounding } from './a1';
import { normalizeFormula } from './formulaText';
import type { ReadBlock } from './snapshot';
import type { CellInput } from './workbookPlan';

/** What stands in a cell, as it would be written to stand there again; "" for an empty cell. */
export type Standing = Exclude<CellInput, null>;

/** Excel's limit; longer texts are cut when they are set. */
const LONGEST_TEXT = 32_767;

/** A content in one spelling, so that what was written and what is read back are the same text; "" for an empty cell. */
export function contentKey(content: Standing): string {
  switch (typeof content) {
    case 'number': return `#${Number(content.toPrecision(14))}`;
    case 'boolean': return `!${content}`;
    case 'string': return content === '' ? '' : `'${content.slice(0, LONGEST_TEXT)}`;
    // A typed error counts as the text it reads like, for not every reading tells them apart.
    default: return content.formula.startsWith('=') ? `=${normalizeFormula(content.formula)}` : `'${content.formula}`;
  }
}

export const sameContent = (a: Standing, b: Standing): boolean => contentKey(a) === contentKey(b);

/** What stands in a cell of a block; "" where it is empty or outside. A text that merely begins with "=" has itself as its value; an error is set as it is typed. */
export function standingAt(block: ReadBlock | null | undefined, row: number, column: number): Standing {
  const [down, right] = block ? [row - block.area.row, column - block.area.column] : [0, 0];
  const content = block?.formulas[down]?.[right] ?? '';
  if (typeof content !== 'string') return content;
  const isTyped = !content.startsWith('=') || block?.values[down]?.[right] === content;
  return isTyped && block?.errors?.[down]?.[right] !== true ? content : { formula: content };
}

/** A cell in which two blocks differ, and what stands there in each. */
export interface Difference {
  readonly row: number;
  readonly column: number;
  readonly contents: readonly [Standing, Standing];
}

/** Cells of two readings that do not say the same; what is outside of one is empty there. */
export function differences(one: ReadBlock | null, other: ReadBlock | null): Difference[] {
  const [first, ...rest] = [one, other].flatMap((block) => (block ? [block.area] : []));
  if (!first) return [];
  const { row: top, column: left, rows, columns } = rest.reduce(bounding, first);
  return Array.from({ length: rows * columns }, (_, index): Difference => {
    const [row, column] = [top + Math.floor(index / columns), left + (index % columns)];
    return { row, column, contents: [standingAt(one, row, column), standingAt(other, row, column)] };
  }).filter(({ contents: [a, b] }) => !sameContent(a, b));
}

/** 24 bits of a content as four letters; four blanks for an empty cell. Source: FNV-1a, 32 bits, folded. */
export function contentPrint(content: Standing): string {
  const key = contentKey(content);
  if (key === '') return EMPTY_PRINT;
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  const folded = ((hash >>> 24) ^ hash) & 0xffffff;
  return Array.from({ length: PRINT_LETTERS }, (_, part) => LETTERS[(folded >>> (18 - 6 * part)) & 63]).join('');
}
export const PRINT_LETTERS = 4;
const EMPTY_PRINT = '    ';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
