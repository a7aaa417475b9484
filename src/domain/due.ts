import type { RowDefinition } from './definitions';
import { calendarMonth, calendarYear } from './fiscalYear';

/** Whether a row's series ended before a month (0 = 4月) of a fiscal year. */
export function hasEnded(row: Pick<RowDefinition, 'endsAt'>, year: number, month: number): boolean {
  const calendar = `${calendarYear(year, month)}-${String(calendarMonth(month)).padStart(2, '0')}`;
  return row.endsAt !== null && calendar > row.endsAt;
}

/** Whether a row has figures of its own in the months: a rate whose total alone is worked out, from the totals of other rows, has none. */
export const hasMonths = ({ kind, formula, total }: Pick<RowDefinition, 'kind' | 'formula' | 'total'>): boolean =>
  !(kind === '率' && formula === null && total.startsWith('='));

/** Whether a row ever bears a figure in a month: quarterly figures stand in 6, 9, 12 and 3月 only. */
export const bearsMonth = (row: Pick<RowDefinition, 'kind'>, month: number): boolean => row.kind !== '四半期' || calendarMonth(month) % 3 === 0;

/** Whether a row has no figure in a month by its nature: it has ended, or is quarterly. What stands there all the same is not looked at. */
export const isSilent = (row: Pick<RowDefinition, 'kind' | 'endsAt'>, year: number, month: number): boolean => hasEnded(row, year, month) || !bearsMonth(row, month);

/** expected: the figure should be there. later: its series comes late, or the month has not ended. closed: the series has ended. */
export type Due = 'expected' | 'later' | 'closed';

/** `latest` is the last ended month, counted from April of the year (12 and more: the year is over). */
export function dueOf(row: Pick<RowDefinition, 'endsAt' | 'lag'>, year: number, month: number, latest: number): Due {
  if (hasEnded(row, year, month)) return 'closed';
  return month + row.lag <= latest ? 'expected' : 'later';
}

/** The last ended month on a day, counted from April of a fiscal year; negative before its first month has ended. */
export const lastEndedMonth = (day: Date, year: number): number => (day.getFullYear() - year) * 12 + day.getMonth() - 3 - 1;

/** The last month of a fiscal year that has ended on a day, 0 before its first has; null: of whatever year that month is in. */
export function endedMonthOf(day: Date, year: number | null): number {
  if (year === null) return (day.getMonth() + 8) % 12;
  return Math.min(11, Math.max(0, lastEndedMonth(day, year)));
}
