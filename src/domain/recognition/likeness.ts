import { normalizeLabel } from '../labels';
import { splitUnit } from './lineLabel';

/** How two labels relate. same: equal but for width, spaces and dots. spelling: equal but for 件数/数 and a unit in brackets. near: alike, perhaps meant. */
export type Likeness = 'same' | 'spelling' | 'near' | 'none';

const MINIMUM_NEAR = 0.6;

/** A label without what people write in two ways: its unit in brackets, 件数 for 数 at the end, brackets round a part. */
export function looseKey(label: string): string {
  return normalizeLabel(splitUnit(label).rest).replace(/[()]/g, '').replace(/(?<=.)件数$/, '数');
}

export function likenessOf(a: string, b: string): Likeness {
  if (a === '' || b === '') return 'none';
  if (normalizeLabel(a) === normalizeLabel(b)) return 'same';
  const [left, right] = [looseKey(a), looseKey(b)];
  if (left === right) return 'spelling';
  return similarity(left, right) >= MINIMUM_NEAR ? 'near' : 'none';
}

/** The better of several. */
export function bestLikeness(label: string, others: readonly string[]): Likeness {
  const found = others.map((other) => likenessOf(label, other));
  return (['same', 'spelling', 'near'] as const).find((one) => found.includes(one)) ?? 'none';
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
