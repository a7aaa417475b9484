import { dateOfSerial, fiscalYearLabel, fiscalYearOf, serialInFiscalYear } from '../fiscalYear';
import { plainFigureText } from '../figureText';
import { readFigure, type FigureReading } from '../readFigure';
import type { RecordCategory } from './record';

/** `note` says what was read otherwise than written, without a full stop; `reason` likewise why nothing was. */
export type DayReading = { readonly ok: true; readonly day: number; readonly note: string | null } | { readonly ok: false; readonly reason: string };

const WEEKDAYS = '日月火水木金土';
/** 水 of a date serial from March 1900 on. */
export const weekdayOf = (day: number): string => WEEKDAYS.charAt((day - 1) % 7);

/** "4/24". */
export function dayLabel(day: number): string {
  const { month, day: date } = dateOfSerial(day);
  return `${month}/${date}`;
}
/** "2024/4/24", where the year matters. */
export const fullDayLabel = (day: number): string => `${dateOfSerial(day).year}/${dayLabel(day)}`;

/** Whether a day lies in the January to March before a fiscal year: tenders of those months belong to its 4月まで. */
export function isBeforeApril(day: number, fiscalYear: number): boolean {
  const { year, month } = dateOfSerial(day);
  return year === fiscalYear && month <= 3;
}

/**
 * The day of a record in its fiscal year. A text without a year lies in that year, whatever the calendar says today; a date
 * with a year says its own. A procurement may lie in the January to March before, where its year is written.
 */
export function readDay(value: string | number | boolean, fiscalYear: number, category: RecordCategory | null): DayReading {
  if (typeof value === 'boolean') return refused(`「${value ? 'TRUE' : 'FALSE'}」は日付ではありません`);
  return typeof value === 'number' ? readSerial(value, fiscalYear, category) : readWritten(value, fiscalYear, category);
}

const refused = (reason: string): DayReading => ({ ok: false, reason });

/** Serials of 1954 to 2119: what lies outside was meant as a number. */
const [FIRST, LAST] = [20_000, 80_000];

function readSerial(value: number, fiscalYear: number, category: RecordCategory | null): DayReading {
  if (value < FIRST || value >= LAST) return refused(`「${value}」は日付ではありません`);
  const day = Math.floor(value);
  const { year, month, day: date } = dateOfSerial(day);
  if (fiscalYearOf(year, month) === fiscalYear || (category === '調達' && isBeforeApril(day, fiscalYear))) return { ok: true, day, note: null };
  // Excel adds the year of the day on which 12/11 is typed.
  const meant = fullDayLabel(serialInFiscalYear(fiscalYear, month, date));
  return refused(`「${fullDayLabel(day)}」は${fiscalYearLabel(fiscalYear)}の日付ではありません（年も入力してください。例 ${meant}）`);
}

/** A weekday behind the date, as the plan itself writes it. */
const WEEKDAY = /\s?\(([日月火水木金土])(?:曜日?)?\)$/;

function readWritten(text: string, fiscalYear: number, category: RecordCategory | null): DayReading {
  const plain = plainFigureText(text);
  const written = WEEKDAY.exec(plain)?.[1];
  const bare = plain.replace(WEEKDAY, '');
  const inYear = (year: number): FigureReading => readFigure(bare, { form: 'date', unit: '', fiscalYear: year });
  const found = inYear(fiscalYear);
  const before = !found.ok && category === '調達' ? inYear(fiscalYear - 1) : found;
  const reading = before.ok && before.value !== null && (before === found || isBeforeApril(before.value, fiscalYear)) ? before : found;
  if (!reading.ok) return refused(reading.reason);
  if (reading.value === null) return refused('日付が空です');
  const weekday = weekdayOf(reading.value);
  const note = written === undefined || written === weekday ? null : `「${text.trim()}」の曜日は（${weekday}）です`;
  return { ok: true, day: reading.value, note };
}
