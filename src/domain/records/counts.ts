import { dateOfSerial, fiscalMonthOf } from '../fiscalYear';
import { normalizeLabel } from '../labels';
import { isBeforeApril } from './day';
import { isBid, type ActivityRecord } from './record';

/** Tenders by month, April first: all that were answered, and those with a single bidder. */
export interface BidCounts {
  readonly open: readonly number[];
  readonly single: readonly number[];
}

/** Counts the tenders of a fiscal year. Those of the January to March before stand in April, which is headed 4月まで. One that is noted for several rows of the plan counts once. */
export function countBids(records: readonly ActivityRecord[], fiscalYear: number): BidCounts {
  const bids = [...new Map(records.filter(isBid).map((one) => [`${one.day} ${normalizeLabel(one.subject)}`, one])).values()];
  const byMonth = (some: readonly ActivityRecord[]): number[] =>
    Array.from({ length: 12 }, (_, month) => some.filter(({ day }) => (isBeforeApril(day, fiscalYear) ? 0 : fiscalMonthOf(dateOfSerial(day).month)) === month).length);
  return { open: byMonth(bids), single: byMonth(bids.filter(({ bidders }) => bidders === 1)) };
}

/** The days on which meetings of one of these names were held, by fiscal month, each once and in order. Names must be the 件名 itself: nothing is guessed. */
export function meetingDays(records: readonly ActivityRecord[], names: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const wanted = new Set(names.map(normalizeLabel));
  const days = new Set(records.flatMap(({ category, subject, day }) => (category === '会議' && wanted.has(normalizeLabel(subject)) ? [day] : [])));
  const months = new Map<number, number[]>();
  for (const day of [...days].sort((a, b) => a - b)) {
    const month = fiscalMonthOf(dateOfSerial(day).month);
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return months;
}
