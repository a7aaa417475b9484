import { fiscalYearOf, westernYear } from '../fiscalYear';

/** Years written in people's texts, for the step into the next fiscal year. */

const KANJI = '一二三四五六七八九十';
const ERA_COUNT = `元|\\d{1,2}|[${KANJI}]{1,3}`;
/** One spelling of a year each, the longer ones first: a part of a text is read once. */
const SPELLINGS: readonly { readonly pattern: string; readonly year: (parts: readonly string[], ended: number) => number | null }[] = [
  // 令和6年10月 and R6.10 are months of a fiscal year.
  { pattern: `(令和|平成|昭和)(${ERA_COUNT})年(\\d{1,2})月`, year: ([era = '', count = '', month = '']) => monthYear(era, count, month) },
  { pattern: `(?<![A-Za-z0-9])([RHS])(元|\\d{1,2})[./](\\d{1,2})(?!\\d)`, year: ([era = '', count = '', month = '']) => monthYear(era, count, month) },
  { pattern: `(?<!\\d)((?:19|20)\\d{2})年(\\d{1,2})月`, year: ([year = '', month = '']) => (isMonth(month) ? fiscalYearOf(Number(year), Number(month)) : null) },
  { pattern: `(令和|平成|昭和)(${ERA_COUNT})年度?`, year: ([era = '', count = '']) => eraYear(era, count) },
  { pattern: `(?<![A-Za-z0-9])([RHS])(元|\\d{1,2})(?:年度)?(?![\\dA-Za-z])`, year: ([era = '', count = '']) => eraYear(era, count) },
  { pattern: `(?<![A-Za-z0-9])FY((?:19|20)\\d{2})(?!\\d)`, year: ([year = '']) => Number(year) },
  { pattern: `(?<!\\d)((?:19|20)\\d{2})年度`, year: ([year = '']) => Number(year) },
  // Without an era only the years just past are meant: 10年度 may count something.
  { pattern: `(?<![\\d.,・~〜-])(元|\\d{1,2})年度`, year: ([count = ''], ended) => recent(eraYear('令和', count), ended) },
];
const ALL = SPELLINGS.map(({ pattern }) => `(?:${pattern})`).join('|');

/** How far back a year without an era may lie. */
const BARE_REACH = 3;
const recent = (year: number | null, ended: number): number | null => (year !== null && year > ended - BARE_REACH ? year : null);

const kanjiCount = (word: string): string => {
  if (!KANJI.includes(word[0] ?? '')) return word;
  const [tens = '', ones] = word.split('十');
  const digit = (sign: string): number => KANJI.indexOf(sign) + 1;
  return String(ones === undefined ? digit(tens) : 10 * (tens === '' ? 1 : digit(tens)) + (ones === '' ? 0 : digit(ones)));
};
const eraYear = (era: string, count: string): number | null => westernYear(era, kanjiCount(count));
const isMonth = (word: string): boolean => Number(word) >= 1 && Number(word) <= 12;

function monthYear(era: string, count: string, month: string): number | null {
  const year = eraYear(era, count);
  return year === null || !isMonth(month) ? null : fiscalYearOf(year, Number(month));
}

/** A year as it is written, and the fiscal year it means. */
export interface YearMention {
  readonly text: string;
  readonly year: number;
}

/**
 * The fiscal years that a text names, up to the one that ended, each spelling once: 令和6年度, 令和６年10月, R6, R6.7, 2024年度, FY2024
 * or, of the last few, 6年度. Later years are no matter: they were meant to come.
 */
export function oldYearsIn(text: string, ended: number): YearMention[] {
  const plain = text.replace(/[０-９Ａ-Ｚａ-ｚ．／]/g, (sign) => sign.normalize('NFKC'));
  const found = new Map<string, YearMention>();
  for (const [word] of plain.matchAll(new RegExp(ALL, 'g'))) {
    const year = yearOf(word, ended);
    if (year !== null && year <= ended) found.set(word, { text: word, year });
  }
  return [...found.values()];
}

/** The first spelling that the word as a whole is of. */
function yearOf(word: string, ended: number): number | null {
  for (const { pattern, year } of SPELLINGS) {
    const match = new RegExp(`^(?:${pattern})$`).exec(word);
    if (match) return year(match.slice(1), ended);
  }
  return null;
}
