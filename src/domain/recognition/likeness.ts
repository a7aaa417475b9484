import { normalizeLabel } from '../labels';
import { splitUnit } from './lineLabel';

/** How two labels relate. same: equal but for width, spaces and dots. spelling: equal but for 件数/数 and a unit in brackets. near: alike, perhaps meant. */
export type Likeness = 'same' | 'spelling' | 'near' | 'none';

const MINIMUM_NEAR = 0.6;

/** A label without what people write in two ways: its unit in brackets, 件数 for 数 at the end, brackets round a part. */
export function looseKey(label: string): string {
  return normalizeLabel(splitUnit(label).rest).replace(/[()]/g, '').replace(/(?<=.)件数$/, '数');
}

/** A label in the forms it is compared in, for labels that are held against many. "" is like nothing. */
export interface LabelKey {
  readonly written: string;
  readonly plain: string;
  readonly loose: string;
  /** The signs of `loose` in the order of their codes. */
  readonly signs: readonly string[];
}

export function labelKey(written: string): LabelKey {
  const loose = looseKey(written);
  return { written, plain: normalizeLabel(written), loose, signs: loose.split('').sort() };
}

export const likenessOf = (a: string, b: string): Likeness => likenessOfKeys(labelKey(a), labelKey(b));

export function likenessOfKeys(a: LabelKey, b: LabelKey): Likeness {
  if (a.written === '' || b.written === '') return 'none';
  if (a.plain === b.plain) return 'same';
  if (a.loose === b.loose) return 'spelling';
  return mayBeNear(a, b) && similarity(a.loose, b.loose) >= MINIMUM_NEAR ? 'near' : 'none';
}

/** The better of several. */
export function bestLikeness(label: string, others: readonly string[]): Likeness {
  const found = others.map((other) => likenessOf(label, other));
  return (['same', 'spelling', 'near'] as const).find((one) => found.includes(one)) ?? 'none';
}

/** Whether two labels have signs enough in common, in whatever order: most have not, and need no more comparing. */
function mayBeNear({ signs: left }: LabelKey, { signs: right }: LabelKey): boolean {
  let common = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const [one = '', other = ''] = [left[i], right[j]];
    if (one === other) common++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return 2 * common >= MINIMUM_NEAR * (left.length + right.length);
}

/** Share of the signs that two texts have in common in the same order (longest common subsequence); 1 for the same text. */
function similarity(a: string, b: string): number {
  let row = Array<number>(b.length + 1).fill(0);
  for (const sign of a) {
    const next = [0];
    for (let at = 0; at < b.length; at++) next.push(sign === b[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return a.length + b.length === 0 ? 0 : (2 * (row[b.length] ?? 0)) / (a.length + b.length);
}
