import { dateOfSerial, fiscalMonthOf, fiscalYearOf, parseMonthWord, readFiscalYear, readMonthWord } from '../fiscalYear';
import type { Content } from './matrix';

/** A month as a heading says it; `year` is the fiscal year where the heading tells one. `bare`: a number alone, which may be anything. */
export interface MonthHeading {
  readonly month: number;
  readonly year: number | null;
  readonly bare: boolean;
}

/** No heading of a month is longer; most cells are told apart by this alone. */
const LONGEST = 20;
/** "4月 (実績)", "10月見込": what stands in brackets behind a month, or which figures they are, says nothing of the month. */
const BEHIND = /\s*(?:[（(][^（()）]*[)）]|(?<=月)\s*(?:実績|見込み?|速報))$/;

/** Reads a heading as a month: any spelling of parseMonthWord, a number 1 to 12, the serial of a month's first or last day. null: it is none. */
export function readMonthHeading(content: Content): MonthHeading | null {
  if (typeof content === 'boolean' || content === '') return null;
  return typeof content === 'number' ? readNumber(content) : readText(content);
}

function readText(content: string): MonthHeading | null {
  if (content.length > LONGEST) return null;
  const word = parseMonthWord(content.replace(BEHIND, ''));
  if (!word) return null;
  return { month: fiscalMonthOf(word.month), year: word.year === null ? null : fiscalYearOf(word.year, word.month), bare: /^\s*\d+\s*$/.test(content.normalize('NFKC')) };
}

function readNumber(content: number): MonthHeading | null {
  // A month's last day heads it as its first does.
  if (content > 190_000 && content < 210_000) return readText(String(content));
  const month = readMonthWord(content) ?? readMonthWord(content + 1);
  if (month === null || content < 1) return null;
  if (content <= 12) return { month: fiscalMonthOf(content), year: null, bare: true };
  const date = dateOfSerial(content);
  return { month: fiscalMonthOf(date.month), year: fiscalYearOf(date.year, date.month), bare: false };
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
