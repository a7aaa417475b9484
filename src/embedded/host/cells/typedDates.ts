import { dateSerial } from './dates';

/** A number read from typed text and the format a General cell takes from it. */
export interface TypedNumber {
  readonly number: number;
  readonly format: string;
}

export interface DateRules {
  /** The year of a date typed without one. */
  readonly year: number;
  readonly date1904: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?(?: ?([ap])m?)?$/i;
const MONTH_DAY = 'm"月"d"日"';

/**
 * Dates and times as a Japanese Excel takes them from the keyboard (year, month, day). `text` is trimmed and in half-width
 * letters. Era dates (R6.4.1) are not read; they stay text.
 */
export function typedDate(text: string, rules: DateRules): TypedNumber | null {
  const time = typedTime(text);
  if (time) return time;
  const split = /^(\S+) +(\d\S*(?: ?[ap]m)?)$/i.exec(text);
  if (split) {
    const date = typedDay(split[1] ?? '', rules);
    const clock = typedTime(split[2] ?? '');
    return date && clock && clock.number < 1 ? { number: date.number + clock.number, format: 'm/d/yyyy h:mm' } : null;
  }
  return typedDay(text, rules);
}

function typedTime(text: string): TypedNumber | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hours = '', minutes = '', seconds, half] = match;
  const hour = Number(hours);
  if (Number(minutes) > 59 || Number(seconds ?? 0) > 59 || (half !== undefined && (hour < 1 || hour > 12)) || hour > 9999) return null;
  const of24 = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const number = (of24 * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
  if (half !== undefined) return { number, format: seconds === undefined ? 'h:mm AM/PM' : 'h:mm:ss AM/PM' };
  if (hour >= 24) return { number, format: '[h]:mm:ss' };
  return { number, format: seconds === undefined ? 'h:mm' : 'h:mm:ss' };
}

function typedDay(text: string, rules: DateRules): TypedNumber | null {
  const day = (year: number, month: number, date: number, format: string): TypedNumber | null => {
    const number = dateSerial(year, month, date, rules.date1904);
    return number === null ? null : { number, format };
  };
  const full = /^(\d{4}|\d{2})([/-])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (full) return day(century(Number(full[1])), Number(full[3]), Number(full[4]), 'm/d/yyyy');
  const two = /^(\d{1,4})[/-](\d{1,4})$/.exec(text);
  if (two) return twoParts(Number(two[1]), Number(two[2]), rules.year, day);
  const kanji = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text);
  if (kanji) return kanjiDay(kanji, rules.year, day);
  return englishDay(text, rules.year, day);
}

type MakeDay = (year: number, month: number, date: number, format: string) => TypedNumber | null;

function twoParts(first: number, second: number, year: number, day: MakeDay): TypedNumber | null {
  const monthDay = day(year, first, second, MONTH_DAY);
  if (monthDay && first <= 12) return monthDay;
  if (second >= 1 && second <= 12 && first > 12) return day(century(first), second, 1, 'mmm-yy');
  return first >= 1 && first <= 12 && second > 31 ? day(century(second), first, 1, 'mmm-yy') : null;
}

function kanjiDay([, year, month, date]: RegExpExecArray, thisYear: number, day: MakeDay): TypedNumber | null {
  if (date === undefined) return year === undefined ? null : day(Number(year), Number(month), 1, 'yyyy"年"m"月"');
  return year === undefined ? day(thisYear, Number(month), Number(date), MONTH_DAY) : day(Number(year), Number(month), Number(date), 'yyyy"年"m"月"d"日"');
}

function englishDay(text: string, year: number, day: MakeDay): TypedNumber | null {
  const monthFirst = /^([a-z]{3,9})[ -](\d{1,4})$/i.exec(text);
  const dayFirst = /^(\d{1,2})[ -]([a-z]{3,9})(?:[ -](\d{2}|\d{4}))?$/i.exec(text);
  const month = monthNumber(monthFirst?.[1] ?? dayFirst?.[2] ?? '');
  if (month === 0) return null;
  if (dayFirst) return dayFirst[3] === undefined ? day(year, month, Number(dayFirst[1]), 'd-mmm') : day(century(Number(dayFirst[3])), month, Number(dayFirst[1]), 'd-mmm-yy');
  const number = Number(monthFirst?.[2]);
  return day(year, month, number, 'd-mmm') ?? day(century(number), month, 1, 'mmm-yy');
}

function monthNumber(word: string): number {
  const lower = word.toLowerCase();
  const index = MONTHS.findIndex((month) => lower === month || (lower.startsWith(month) && FULL_MONTHS.has(lower)));
  return index + 1;
}
const FULL_MONTHS = new Set(['january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december']);

/** Two digits: 00–29 are this century (Windows' standard setting). */
function century(year: number): number {
  if (year >= 100) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}
