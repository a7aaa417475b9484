/**
 * Fiscal years run from April to March and are named by the Western year they begin in.
 * Months are counted 0 = 4月 … 11 = 3月. Source: domain notes; era changes by law.
 */

interface Era {
  readonly name: string;
  readonly letter: string;
  /** Western year before the era's first. */
  readonly offset: number;
  /** The era's last year; 99 for the present one. 平成32年 was never a year. */
  readonly last: number;
}

/**
 * Newest first. A fiscal year bears the era of its first May: the government named FY2019, whose
 * April was still 平成31年, 令和元年度, while FY1988, which ended in 平成元年, stayed 昭和63年度.
 */
const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', offset: 2018, last: 99 },
  { name: '平成', letter: 'H', offset: 1988, last: 31 },
  { name: '昭和', letter: 'S', offset: 1925, last: 64 },
];
const eraOfFiscalYear = (year: number): Era | undefined => ERAS.find((era) => year > era.offset);

/** First day of each era, as year × 10000 + month × 100 + day. */
const ERA_STARTS: Readonly<Record<string, number>> = { 令和: 20190501, 平成: 19890108, 昭和: 19261225 };

const eraYear = (year: number, era: Era): string => (year - era.offset === 1 ? '元' : String(year - era.offset));

/** 2024 → "令和6年度". */
export function fiscalYearLabel(year: number): string {
  const era = eraOfFiscalYear(year);
  return era ? `${era.name}${eraYear(year, era)}年度` : `${year}年度`;
}

/** 2024 → "令和6年度（2024年度）": Western year beside 和暦, as the ministry asks for. */
export function fiscalYearLabelFull(year: number): string {
  return eraOfFiscalYear(year) ? `${fiscalYearLabel(year)}（${year}年度）` : `${year}年度`;
}

/** Calendar month 1–12 of a fiscal month. */
export const calendarMonth = (month: number): number => ((month + 3) % 12) + 1;
/** Fiscal month 0–11 of a calendar month. */
export const fiscalMonthOf = (calendar: number): number => (calendar + 8) % 12;
/** Calendar year in which a fiscal month lies. */
export const calendarYear = (fiscalYear: number, month: number): number => (month >= 9 ? fiscalYear + 1 : fiscalYear);

/** 0 → "4月". */
export const monthLabel = (month: number): string => `${calendarMonth(month)}月`;

/** (2024, 11) → "令和7年3月末". */
export function monthEndLabel(fiscalYear: number, month: number): string {
  return `${calendarMonthLabel(calendarYear(fiscalYear, month), calendarMonth(month))}末`;
}

const eraOfMonth = (year: number, month: number): Era | undefined => ERAS.find((one) => year * 10000 + month * 100 + 31 >= (ERA_STARTS[one.name] ?? Infinity));

/** (2025, 7) → "令和7年7月". */
export function calendarMonthLabel(year: number, month: number): string {
  const era = eraOfMonth(year, month);
  return era ? `${era.name}${eraYear(year, era)}年${month}月` : `${year}年${month}月`;
}

/** (2025, 7) → "R7.7", as a 時点 is written in a narrow column. */
export function shortMonthLabel(year: number, month: number): string {
  const era = eraOfMonth(year, month);
  return era ? `${era.letter}${year - era.offset}.${month}` : `${year}.${month}`;
}

/** A month with its calendar year; months count 1 = January. */
export interface CalendarMonth {
  readonly year: number;
  readonly month: number;
}

/** A month in any spelling; `year` is the calendar year where it is written. */
export interface MonthWord {
  readonly month: number;
  readonly year: number | null;
}

const KANJI_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const ENGLISH_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** 六 → 6, 十 → 10, 二十三 → 23. */
function kanjiNumber(word: string): number {
  const digit = (sign: string): number => '一二三四五六七八九'.indexOf(sign) + 1;
  const [tens = '', ones] = word.split('十');
  return ones === undefined ? digit(tens) : 10 * (tens === '' ? 1 : digit(tens)) + (ones === '' ? 0 : digit(ones));
}

/** Width, spaces and 令和六 evened out; null for ① or ², of which NFKC would make a month or a year. */
const plainWord = (text: string): string | null =>
  /\p{No}/u.test(text) ? null : text.normalize('NFKC').replace(/\s/g, '').replace(/^(令和|平成|昭和)([一二三四五六七八九十]{1,3})(?=年)/, (_, era: string, count: string) => `${era}${kanjiNumber(count)}`);

/** 6年4月 is of the present era; a count of two digits may be a Western year cut short. */
const ofPresentEra = (word: string): string => word.replace(/^(?=(?:元|[1-9])年\d{1,2}月$)/, '令和');

/** Reads a calendar month (1–12) and its year: 4月, ４月, 四月, Apr, Apr-24, 2024/4, 2024/4/1, 202404, R6.4, 令和6年4月, 6年4月, 4月まで, 4月末. */
export function parseMonthWord(text: string): MonthWord | null {
  const written = plainWord(text)?.replace(/(まで|末|末現在|現在|分)$/, '');
  if (written === undefined) return null;
  const word = ofPresentEra(written);
  const plain = /^(\d{1,2})月?$/.exec(word);
  if (plain) return inYear(Number(plain[1]), null);
  const western = /^((?:19|20)\d{2})(?:[年/.-](?=\d)|(?=\d{2}$))(\d{1,2})(?:月(?:1日)?|[/.-]0?1)?$/.exec(word);
  if (western) return inYear(Number(western[2]), Number(western[1]));
  const era = /^(令和|平成|昭和|R|H|S)(元|\d{1,2})[年./-](\d{1,2})月?$/i.exec(word);
  const year = era && westernYear(era[1] ?? '', era[2] ?? '');
  if (era) return year === null ? null : inYear(Number(era[3]), year);
  const kanji = KANJI_MONTHS.indexOf(word.replace(/月$/, ''));
  if (kanji >= 0 && word.endsWith('月')) return inYear(kanji + 1, null);
  const [, name = '', year2 = ''] = /^([a-z]{3,9})\.?(?:[-,'’/]?((?:20)?\d{2}))?$/i.exec(word) ?? [];
  const abbreviated = name.toLowerCase().replace(/^sept$/, 'sep');
  const english = ENGLISH_MONTHS.findIndex((month) => abbreviated === month || abbreviated === month.slice(0, 3));
  return english >= 0 ? inYear(english + 1, year2 === '' ? null : 2000 + (Number(year2) % 100)) : null;
}

const inYear = (month: number, year: number | null): MonthWord | null => (month >= 1 && month <= 12 ? { month, year } : null);

/** ("令和", "6") and ("R", "6") → 2024, 元 being 1; null for an unknown era or a year it never had. */
export function westernYear(word: string, year: string): number | null {
  const era = ERAS.find((one) => one.name === word || one.letter === word.toUpperCase());
  const count = year === '元' ? 1 : Number(year);
  return era && count >= 1 && count <= era.last ? era.offset + count : null;
}

/** Reads a month heading (text, a bare number or a date serial) as a fiscal month 0–11; null where it is none. */
export function readMonthWord(value: string | number | boolean): number | null {
  if (typeof value === 'boolean') return null;
  if (typeof value === 'string') {
    const word = parseMonthWord(value);
    return word ? fiscalMonthOf(word.month) : null;
  }
  if (Number.isInteger(value) && value >= 1 && value <= 12) return fiscalMonthOf(value);
  const date = value > 20_000 && value < 80_000 ? dateOfSerial(value) : null;
  return date && date.day === 1 ? fiscalMonthOf(date.month) : null;
}

/**
 * Reads a fiscal year: 令和６年度, 令和六年度, R6, R6年度, 令和元年度, 平成31年度, 2024年度, 2024, FY2024; also with a second
 * spelling in brackets if both mean the same year. null where it is none; 令和6年 is none, being a calendar year.
 */
export function readFiscalYear(text: string): number | null {
  const [, first = '', second] = /^([^()]*)(?:\(([^()]*)\))?$/.exec(plainWord(text) ?? '') ?? [];
  const year = oneFiscalYear(first);
  return second === undefined || oneFiscalYear(second) === year ? year : null;
}

function oneFiscalYear(word: string): number | null {
  const western = /^(?:FY)?((?:19|20)\d{2})(年度)?$/i.exec(word);
  if (western) return Number(western[1]);
  const era = /^(令和|平成|昭和|R|H|S)(元|\d{1,2})(年度)?$/i.exec(word);
  return era ? westernYear(era[1] ?? '', era[2] ?? '') : null;
}

/** A 時点 in words: "R7.7", "2025-07" and "令和7年7月" → "令和7年7月"; what cannot be read stays as written. */
export function asOfLabel(text: string): string {
  const word = parseMonthWord(text);
  return word && word.year !== null ? calendarMonthLabel(word.year, word.month) : text;
}

const DAY = 86_400_000;
/** Serial 0 of Excel's 1900 system, for dates from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);

/** Excel date serial of a calendar date (1900 system). */
export function serialOfDate(year: number, month: number, day: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - EPOCH) / DAY);
}

/** Calendar date of an Excel date serial (1900 system); a time of day is dropped. */
export function dateOfSerial(serial: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(EPOCH + Math.floor(serial) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The fiscal year a calendar date lies in: 2025-03-31 → 2024. */
export const fiscalYearOf = (year: number, month: number): number => (month <= 3 ? year - 1 : year);

/** Whether a calendar date exists: 2023-02-29 does not. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  const date = dateOfSerial(serialOfDate(year, month, day));
  return date.year === year && date.month === month && date.day === day;
}

/** Whether a date serial lies in a month (0 = 4月) of a fiscal year. */
export function isSerialIn(serial: number, fiscalYear: number, month: number): boolean {
  const date = dateOfSerial(serial);
  return date.year === calendarYear(fiscalYear, month) && date.month === calendarMonth(month);
}

/** Serial of "1/15" in a fiscal year: (2024, 1, 15) is 2025-01-15. */
export function serialInFiscalYear(fiscalYear: number, month: number, day: number): number {
  return serialOfDate(calendarYear(fiscalYear, fiscalMonthOf(month)), month, day);
}
