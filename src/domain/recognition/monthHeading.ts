import { calendarMonth, dateOfSerial, fiscalYearOf, parseMonthWord, readFiscalYear, readMonthWord } from '../fiscalYear';
import type { Content } from './matrix';

/** A month as a heading says it; `year` is the fiscal year where the heading tells one. `bare`: a number alone, which may be anything. */
export interface MonthHeading {
  readonly month: number;
  readonly year: number | null;
  readonly bare: boolean;
}

/** No heading of a month is longer; most cells are told apart by this alone. */
const LONGEST = 14;

/** Reads a heading as a month: any spelling of parseMonthWord, a number 1 to 12, the serial of a month's first day. null: it is none. */
export function readMonthHeading(content: Content): MonthHeading | null {
  if (content === '' || (typeof content === 'string' && content.length > LONGEST)) return null;
  const month = readMonthWord(content);
  if (month === null) return null;
  if (typeof content === 'string') {
    const year = parseMonthWord(content)?.year ?? null;
    return { month, year: year === null ? null : fiscalYearOf(year, calendarMonth(month)), bare: /^\s*\d+\s*$/.test(content.normalize('NFKC')) };
  }
  if (typeof content === 'number' && content > 12) {
    const date = dateOfSerial(content);
    return { month, year: fiscalYearOf(date.year, date.month), bare: false };
  }
  return { month, year: null, bare: true };
}

/** The fiscal year that twelve headings agree on; null where they tell none or contradict each other. */
export function yearOfMonths(headings: readonly MonthHeading[]): number | null {
  const years = new Set(headings.flatMap((heading) => heading.year ?? []));
  const [only, ...others] = years;
  return only !== undefined && others.length === 0 ? only : null;
}

/**
 * The fiscal year told by a heading over the months, the one above 4月: 令和6年度, or a calendar year (令和6年, 2024年).
 * null: it tells none.
 */
export function yearAboveApril(content: Content): number | null {
  if (typeof content === 'boolean' || content === '') return null;
  const text = String(content).trim();
  const fiscal = readFiscalYear(text);
  if (fiscal !== null) return fiscal;
  const calendar = parseMonthWord(`${text}4月`);
  return calendar?.year == null ? null : fiscalYearOf(calendar.year, 4);
}
