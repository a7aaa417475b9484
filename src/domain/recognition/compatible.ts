import type { RowDefinition } from '../definitions';
import { hasMonths } from '../due';
import { normalizeLabel } from '../labels';
import { printedDecimals } from '../rounding';
import { expectationOf } from '../readFigure';
import type { FoundLine } from './foundTable';
import { decimalsOf, figuresOf } from './totals';

/** Whether the figures of a line can be those of a row: its form, and the size a rate or a duration has. No figures contradict nothing. */
export function isCompatible(line: FoundLine, row: RowDefinition): boolean {
  const wanted = expectationOf(row, 0).form;
  const forms = new Set([...line.cells, line.total].flatMap((cell) => (cell.kind === 'figure' && cell.form !== null ? [cell.form] : [])));
  if (row.kind === '実施日') return [...forms].every((form) => form === 'date' || form === 'number') && figuresOf(line.cells).every((figure) => figure === null || figure > 366);
  if (forms.has('date')) return false;
  if (forms.has('rate') && wanted !== 'rate') return wanted === 'duration' && forms.has('duration');
  if (wanted === 'rate' && forms.size > 0 && !forms.has('rate')) return false;
  const figures = figuresOf(line.cells).filter((figure) => figure !== null);
  if (figures.length === 0 || forms.size > 0) return true;
  // Plain numbers of a sheet: a rate is a fraction, a duration a part of a day, a count is whole.
  const largest = Math.max(...figures.map(Math.abs));
  if (wanted === 'rate') return largest <= 20;
  if (wanted === 'duration') return largest < 400 && figures.some((figure) => !Number.isInteger(figure));
  return row.kind === '率' || figures.every((figure) => Number.isInteger(figure)) || printedDecimals(row.format) > 0 || largest > 100;
}

/** Points for what a row's definition says about its figures beyond their form: decimals, the month it ends in, months it has none. */
export function fitOf(line: FoundLine, row: RowDefinition, year: number | null): number {
  const figures = figuresOf(line.cells);
  const known = figures.filter((figure) => figure !== null);
  if (known.length === 0) return hasMonths(row) ? 0 : 1;
  const decimals = Math.max(...known.map(decimalsOf));
  const precise = decimals === printedDecimals(row.format) ? 1 : decimals > printedDecimals(row.format) ? -1 : 0;
  const last = figures.reduce<number>((month, figure, index) => (figure === null ? month : index), -1);
  const ends = row.endsAt !== null && year !== null && last < 11 ? (monthOf(row.endsAt, year) === last ? 1 : 0) : 0;
  return precise + ends;
}

/** "2024-11" in FY2024 → 7; months of other years are outside 0 to 11. */
function monthOf(calendar: string, year: number): number {
  const [calendarYear = 0, month = 0] = calendar.split('-').map(Number);
  return (calendarYear - year) * 12 + month - 4;
}

/** Units that make the same word another figure: 千円 is not 円. */
const SCALES = new Set(['円', '千円', '万円', '百万円', '%', 'パーセント']);
const plainUnit = (unit: string): string => normalizeLabel(unit).replace('パーセント', '%').replace('名', '人');

/** Whether a line's unit, where it tells one, is the row's or at least no other scale of it. */
export function hasUnitOf(line: FoundLine, row: RowDefinition): boolean {
  if (line.unit === null) return true;
  const [written, wanted] = [plainUnit(line.unit), plainUnit(row.unit)];
  return written === wanted || !(SCALES.has(written) || SCALES.has(wanted));
}
