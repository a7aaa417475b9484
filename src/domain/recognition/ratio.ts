import { figuresOf, roundingOf } from './totals';
import type { FoundLine } from './foundTable';

/** A rate that two or three other lines give: numerator ÷ the sum of the denominator's lines. */
export interface RatioEvidence {
  readonly numerator: number;
  readonly denominator: readonly number[];
  /** Months that were held against it, all of which agree. */
  readonly months: number;
  /** The same holds for the totals; null: there is none to compare. */
  readonly total: boolean | null;
  /** The figures say as well that the denominator is the numerator ÷ this line: they do not tell which of the two is the rate. */
  readonly mirrored: boolean;
}

/** So many months at least must agree: fewer would prove little. */
const FEWEST = 3;

/**
 * Finds the lines whose ratio a rate is, in all its months at the precision it is written with. null: none, or several that say
 * different things. `same` are the lines of the same year that may be its parts; numbers are their places there.
 */
export function ratioEvidence(rate: FoundLine, same: readonly FoundLine[]): RatioEvidence | null {
  const wanted = figuresOf(rate.cells);
  const known = wanted.flatMap((figure, month) => (figure === null ? [] : [{ month, figure }]));
  if (known.length < FEWEST || new Set(known.map((one) => one.figure)).size < 2) return null;
  const parts = same.map((line) => ({ months: figuresOf(line.cells), total: line.total.kind === 'figure' ? line.total.value : null, usable: line !== rate }));
  const slack = roundingOf(known.map((one) => one.figure));
  const agrees = (top: number | null | undefined, bottoms: readonly (number | null | undefined)[], figure: number, within: number): boolean => {
    const bottom = bottoms.reduce<number | null>((sum, part) => (sum === null || part == null ? null : sum + part), 0);
    return top != null && bottom !== null && bottom !== 0 && Math.abs(top / bottom - figure) <= within;
  };
  const found: { numerator: number; denominator: number[] }[] = [];
  const holds = (numerator: number, denominator: readonly number[]): boolean =>
    known.every(({ month, figure }) => agrees(parts[numerator]?.months[month], denominator.map((at) => parts[at]?.months[month]), figure, slack));
  for (let top = 0; top < parts.length; top++) {
    for (let bottom = 0; bottom < parts.length; bottom++) {
      if (!parts[top]?.usable || !parts[bottom]?.usable) continue;
      if (bottom !== top && holds(top, [bottom])) found.push({ numerator: top, denominator: [bottom] });
      // A part of a whole: the numerator itself is in the denominator.
      else if (bottom !== top && holds(top, [bottom, top])) found.push({ numerator: top, denominator: [bottom, top].sort((a, b) => a - b) });
    }
  }
  // What is divided by is counted: of a rate and its two parts, the rate is the one that is no whole number.
  const [first, ...others] = found.filter(({ denominator }) => denominator.every((at) => parts[at]?.months.every((part) => part === null || Number.isInteger(part))));
  if (!first || others.length > 0) return null;
  const [bottom, ...more] = first.denominator;
  const below = parts[bottom ?? -1]?.months ?? [];
  const mirrored = more.length === 0 && known.every(({ month, figure }) => Number.isInteger(figure) && agrees(parts[first.numerator]?.months[month], [figure], below[month] ?? NaN, roundingOf([below[month] ?? NaN])));
  const total = rate.total.kind === 'figure' ? agrees(parts[first.numerator]?.total, first.denominator.map((at) => parts[at]?.total), rate.total.value, roundingOf([rate.total.value])) : null;
  return { ...first, months: known.length, total, mirrored };
}

/** The lines directly above a line that add up to it in every month; null where none do. At least two lines. */
export function sumEvidence(sum: FoundLine, above: readonly FoundLine[]): { readonly lines: readonly number[]; readonly months: number } | null {
  const wanted = figuresOf(sum.cells);
  const known = wanted.flatMap((figure, month) => (figure === null ? [] : [{ month, figure }]));
  if (known.length < FEWEST || known.every((one) => one.figure === 0)) return null;
  for (let from = above.length - 2; from >= 0; from--) {
    const lines = Array.from({ length: above.length - from }, (_, index) => from + index);
    const holds = known.every(({ month, figure }) => {
      const parts = lines.map((at) => figuresOf(above[at]?.cells ?? [])[month] ?? null).filter((part) => part !== null);
      return parts.length > 0 && Math.abs(parts.reduce((total, part) => total + part, 0) - figure) <= 1e-9 * Math.max(1, Math.abs(figure));
    });
    if (holds) return { lines, months: known.length };
  }
  return null;
}
