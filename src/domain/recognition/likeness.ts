import { normalizeLabel } from '../labels';
import { splitUnit } from './lineLabel';

/** How two labels relate. same: equal but for width, spaces and dots. spelling: equal but for 件数/数 and a unit in brackets. near: alike, perhaps meant. */
export type Likeness = 'same' | 'spelling' | 'near' | 'none';

const MINIMUM_NEAR = 0.6;

/** A label without what people leave out or add: its unit in brackets, 件数, 数 or 件 at the end, brackets. */
export function looseKey(label: string): string {
  const plain = normalizeLabel(splitUnit(label).rest).replace(/[()]/g, '');
  const short = plain.replace(/(?<![/／])(?:件数|数|件)$/, '');
  return short === '' ? plain : short;
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

/** Share of the pairs of neighbouring signs that two texts have in common (Dice); 1 for the same text. */
function similarity(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  const common = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * common) / (left.length + right.length);
}

const pairsOf = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
