import { aggregate } from '../evaluateFormula';
import type { FoundLine } from './foundTable';
import type { MonthCell } from './looseFigure';

/** The figures of a line's months; null where there is none. */
export const figuresOf = (cells: readonly MonthCell[]): (number | null)[] => cells.map((cell) => (cell.kind === 'figure' ? cell.value : null));

/** Decimals a figure is written with, in its own unit; twelve digits hide binary noise. */
export function decimalsOf(value: number): number {
  const text = Math.abs(value).toPrecision(12);
  if (text.includes('e')) return 12;
  return (/\.(\d*?)0*$/.exec(text)?.[1] ?? '').length;
}

/** How far a figure may lie from what it was rounded from: half of its last decimal. */
export const roundingOf = (values: readonly number[]): number => 0.5 * 10 ** -Math.max(0, ...values.map(decimalsOf)) * (1 + 1e-6);

/** A minute's part of a day: [h]:mm cuts the seconds. */
const MINUTE = 1 / 1440;

/** How a line's total comes about by its figures alone; null: by none of these. */
export type TotalEvidence = '合計' | '平均' | '件数';

/** Tells a total that is the sum or mean of the months, or the number of dates. Two months at least must speak for it. */
export function totalEvidence(line: Pick<FoundLine, 'cells' | 'total'>): TotalEvidence | null {
  if (line.total.kind !== 'figure') return null;
  const total = line.total.value;
  const figures = figuresOf(line.cells);
  const known = figures.filter((figure) => figure !== null);
  const dates = line.cells.some((cell) => cell.kind === 'figure' && cell.form === 'date');
  if (dates) return known.length === total ? '件数' : null;
  if (known.length < 2) return null;
  const slack = roundingOf([total]);
  const sum = aggregate('SUM', figures) ?? 0;
  if (Math.abs(sum - total) <= Math.max(slack, 1e-9 * Math.abs(total))) return '合計';
  const mean = sum / known.length;
  const durations = line.cells.some((cell) => cell.kind === 'figure' && cell.form === 'duration');
  return Math.abs(mean - total) <= (durations ? MINUTE : slack) ? '平均' : null;
}
