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
 * What a rate is made of stands near it: so many lines before and behind it are its possible parts. A longer list is one of cases,
 * whose figures agree by chance.
 */
export const RATIO_REACH = 60;
/** A sum may stand below a longer list. */
export const SUM_REACH = 500;

/** The figures of a line that might be a part. */
interface Part {
  readonly months: readonly (number | null)[];
  readonly total: number | null;
}

interface KnownMonth {
  readonly month: number;
  readonly figure: number;
}

const knownOf = (line: FoundLine): KnownMonth[] => figuresOf(line.cells).flatMap((figure, month) => (figure === null ? [] : [{ month, figure }]));

/** Whether `top` divided by the sum of `bottom` and `more` is a figure; a missing part agrees with nothing. */
function agrees(top: number | null | undefined, bottom: number | null | undefined, more: number | null | undefined, figure: number, slack: number): boolean {
  if (top == null || bottom == null || more == null) return false;
  const below = bottom + more;
  return below !== 0 && Math.abs(top / below - figure) <= slack;
}

/**
 * Finds the lines whose ratio a rate is, in all its months at the precision it is written with. null: none, or several that say
 * different things. `same` are the lines of the same year in their order, the rate among them; numbers are their places there.
 */
export function ratioEvidence(rate: FoundLine, same: readonly FoundLine[]): RatioEvidence | null {
  const known = knownOf(rate);
  if (known.length < FEWEST || new Set(known.map((one) => one.figure)).size < 2) return null;
  const at = same.indexOf(rate);
  const from = Math.max(0, at - RATIO_REACH);
  const parts = same.slice(from, at + RATIO_REACH + 1).map((line): Part | null => (line === rate ? null : { months: figuresOf(line.cells), total: line.total.kind === 'figure' ? line.total.value : null }));
  const slack = roundingOf(known.map((one) => one.figure));
  const found = pairsOf(parts, known, slack);
  // What is divided by is counted: of a rate and its two parts, the rate is the one that is no whole number.
  const [first, ...others] = found.filter(({ denominator }) => denominator.every((part) => parts[part]?.months.every((figure) => figure === null || Number.isInteger(figure))));
  if (!first || others.length > 0) return null;
  const [top, bottom, added] = [parts[first.numerator], parts[first.denominator[0] ?? -1], first.denominator[1] === undefined ? null : parts[first.denominator[1]]];
  const below = bottom?.months ?? [];
  const mirrored = added === null && known.every(({ month, figure }) => Number.isInteger(figure) && agrees(top?.months[month], figure, 0, below[month] ?? NaN, roundingOf([below[month] ?? NaN])));
  const total = rate.total.kind === 'figure' ? agrees(top?.total, bottom?.total, added === null ? 0 : added?.total, rate.total.value, roundingOf([rate.total.value])) : null;
  return { numerator: first.numerator + from, denominator: first.denominator.map((part) => part + from), months: known.length, total, mirrored };
}

/** Every pair of parts whose ratio the figures are, or, where they are a part of a whole, with the numerator itself in the denominator. */
function pairsOf(parts: readonly (Part | null)[], known: readonly KnownMonth[], slack: number): { readonly numerator: number; readonly denominator: readonly number[] }[] {
  const [first, ...later] = known;
  if (!first) return [];
  const found: { numerator: number; denominator: number[] }[] = [];
  const goesOn = (top: Part, bottom: Part, isPart: boolean): boolean => later.every(({ month, figure }) => agrees(top.months[month], bottom.months[month], isPart ? top.months[month] : 0, figure, slack));
  // Most pairs fail in the first month: it is looked at alone before the others.
  const firsts = parts.map((part) => part?.months[first.month] ?? null);
  parts.forEach((top, numerator) => {
    const over = firsts[numerator];
    if (!top || over == null) return;
    for (let at = 0; at < parts.length; at++) {
      const [bottom, under] = [parts[at], firsts[at]];
      if (!bottom || at === numerator) continue;
      if (agrees(over, under, 0, first.figure, slack) && goesOn(top, bottom, false)) found.push({ numerator, denominator: [at] });
      else if (agrees(over, under, over, first.figure, slack) && goesOn(top, bottom, true)) found.push({ numerator, denominator: [at, numerator].sort((a, b) => a - b) });
    }
  });
  return found;
}

/** The lines directly above a line that add up to it in every month; null where none do. At least two lines. */
export function sumEvidence(sum: FoundLine, above: readonly FoundLine[]): { readonly lines: readonly number[]; readonly months: number } | null {
  const known = knownOf(sum);
  if (known.length < FEWEST || known.every((one) => one.figure === 0)) return null;
  const totals = known.map(({ month, figure }) => ({ month, figure, parts: 0, total: 0 }));
  for (let from = above.length - 1; from >= Math.max(0, above.length - SUM_REACH); from--) {
    const cells = above[from]?.cells ?? [];
    for (const one of totals) {
      const cell = cells[one.month];
      if (cell?.kind !== 'figure') continue;
      one.parts++;
      one.total += cell.value;
    }
    const lines = above.length - from;
    if (lines < 2 || totals.some(({ figure, parts, total }) => parts === 0 || Math.abs(total - figure) > 1e-9 * Math.max(1, Math.abs(figure)))) continue;
    return { lines: Array.from({ length: lines }, (_, index) => from + index), months: known.length };
  }
  return null;
}
