import type { Trend } from '../../jobs/workbookLook';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Point {
  readonly month: number;
  readonly x: number;
  readonly y: number;
}

/** A year as unbroken pieces: a month without a figure is a gap, never a line through nothing. */
export interface TrendLines {
  readonly months: readonly (readonly Point[])[];
  readonly previous: readonly (readonly Point[])[];
  /** Height of the target; null for none. */
  readonly target: number | null;
}

const MONTHS = 12;

/** Where the lines of a trend run inside a frame, the highest figure at the top. */
export function trendLines(trend: Trend, frame: Frame): TrendLines {
  const figures = [...trend.months, ...trend.previous, trend.target].filter((figure) => figure !== null);
  if (figures.length === 0) return { months: [], previous: [], target: null };
  const low = Math.min(...figures);
  const high = Math.max(...figures);
  const inner = frame.height - frame.top - frame.bottom;
  // One figure alone, or all alike: the line runs through the middle.
  const y = (figure: number): number => frame.top + (high === low ? inner / 2 : ((high - figure) / (high - low)) * inner);
  const x = (month: number): number => frame.left + (month / (MONTHS - 1)) * (frame.width - frame.left - frame.right);
  const pieces = (year: readonly (number | null)[]): Point[][] => {
    const found: Point[][] = [];
    let open: Point[] | null = null;
    year.forEach((figure, month) => {
      if (figure === null) {
        open = null;
        return;
      }
      if (open === null) found.push(open = []);
      open.push({ month, x: x(month), y: y(figure) });
    });
    return found;
  };
  return { months: pieces(trend.months), previous: pieces(trend.previous), target: trend.target === null ? null : y(trend.target) };
}

/** As the `d` of an SVG path. */
export const pathOf = (piece: readonly Point[]): string => piece.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** Index of the last month with a figure; −1 for none. */
export const lastOf = (year: readonly (number | null)[]): number => year.reduce<number>((last, figure, month) => (figure === null ? last : month), -1);
