import type { RowDefinition } from './definitions';
import { isBlankFigure, LONGEST_FIGURE, plainFigureText, quoted, readDecimal, type DecimalReading } from './figureText';
import { calendarYear, fiscalMonthOf, fiscalYearLabel, fiscalYearOf, isCalendarDate, serialOfDate, westernYear } from './fiscalYear';

/** What a figure is expected to be, as its row says. */
export interface FigureExpectation {
  /** number: a count or amount. rate: per cent. duration: h:mm. date: the day something was held. */
  readonly form: 'number' | 'rate' | 'duration' | 'date';
  /** The unit that may stand behind a number, e.g. "件". */
  readonly unit: string;
  /** The year that dates without one belong to. */
  readonly fiscalYear: number;
}

/**
 * `value` is what Excel holds: a rate as a fraction, a duration in days, a date as a serial (1900 system);
 * null: no figure. `notes` say what was read otherwise than written. `reason` is a sentence for a clerk.
 */
export type FigureReading =
  | { readonly ok: true; readonly value: number | null; readonly notes: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** The expectation a row of a table sets up for its months. */
export function expectationOf(row: Pick<RowDefinition, 'kind' | 'unit'>, fiscalYear: number): FigureExpectation {
  const form = row.kind === '実施日' ? 'date' : row.unit === '時間' ? 'duration' : row.unit === '%' ? 'rate' : 'number';
  return { form, unit: row.unit, fiscalYear };
}

/**
 * Reads a figure as people write it, in any width and with any minus sign. Nothing is guessed: what is
 * ambiguous is refused with the reason. Source: the domain rules on writing and reading figures.
 */
export function readFigure(text: string, expected: FigureExpectation): FigureReading {
  const plain = plainFigureText(text);
  if (isBlankFigure(plain)) return read(null);
  if (/^[=+@]/.test(plain)) return refused(`${quoted(text)}は計算式のように始まるため、数値として読み込みません`);
  if (plain.length > LONGEST_FIGURE) return refused(`${quoted(plain)}は長すぎるため、数値として読み取れません`);
  switch (expected.form) {
    case 'number':
      return readNumber(plain, expected.unit);
    case 'rate':
      return readRate(plain);
    case 'duration':
      return readDuration(plain, text.trim());
    case 'date':
      return readDate(plain, expected.fiscalYear);
  }
}

const read = (value: number | null, notes: readonly string[] = []): FigureReading => ({ ok: true, value, notes });
const refused = (reason: string): FigureReading => ({ ok: false, reason });
const decimal = (reading: DecimalReading): FigureReading => (reading.ok ? read(reading.value) : reading);

function readNumber(plain: string, unit: string): FigureReading {
  const written = /(?<=\d ?)[^\d\s,.△▲¥-]+$/.exec(plain)?.[0] ?? '';
  if (written !== '' && written !== unit) return refused(`${quoted(plain)}の単位が「${unit}」ではありません`);
  const bare = plain.slice(0, plain.length - written.length).trim();
  return decimal(readDecimal(unit === '円' ? bare.replace(/^([-△▲] ?)?¥ ?/, '$1') : bare, 0));
}

/** A rate needs its ％: 0.069 in a column of 査定率 may mean 0.069 % as well as 6.9 %. */
function readRate(plain: string): FigureReading {
  if (plain.endsWith('%')) return decimal(readDecimal(plain.slice(0, -1).trim(), -2));
  const bare = readDecimal(plain, 0);
  if (!bare.ok) return bare;
  return bare.value === 0 ? read(0) : refused(`${quoted(plain)}に％が付いていないため、百分率か割合か判断できません`);
}

/** Besides 3:46 the slips 3.46 and 3：46 occur; a point with one digit could be tenths of an hour. */
function readDuration(plain: string, written: string): FigureReading {
  const [, hours, sign = '', minutes] = /^(\d{1,4})([:.]|時間 ?)(\d{2}|(?<=間 ?)\d)分?$/.exec(plain) ?? [];
  const inWords = sign.startsWith('時間');
  if (hours === undefined || minutes === undefined || inWords !== plain.endsWith('分')) return refused(`${quoted(plain)}は時間（例: 3:46）として読み取れません`);
  if (Number(minutes) > 59) return refused(`${quoted(plain)}は分が60以上です`);
  const slip = !inWords && (sign === '.' || written.includes('：'));
  const meant = `${Number(hours)}:${minutes}`;
  return read((Number(hours) * 60 + Number(minutes)) / 1440, slip ? [`${quoted(written)}を ${meant} と読みました`] : []);
}

function readDate(plain: string, fiscalYear: number): FigureReading {
  const found = datePartsOf(plain, fiscalYear);
  if (!found) return refused(`${quoted(plain)}は日付（例: 12/11）として読み取れません`);
  const { year, month, day } = found;
  if (!isCalendarDate(year, month, day)) return refused(`${quoted(plain)}という日付はありません`);
  if (fiscalYearOf(year, month) !== fiscalYear) return refused(`${quoted(plain)}は${fiscalYearLabel(fiscalYear)}の日付ではありません`);
  return read(serialOfDate(year, month, day));
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 12/11 and 3月15日 lie in the fiscal year; 2025-01-15, 2025/1/15, R7.1.15 and 令和7年1月15日 say their own. */
function datePartsOf(plain: string, fiscalYear: number): DateParts | null {
  const short = /^(\d{1,2})(?:\/(\d{1,2})|月(\d{1,2})日)$/.exec(plain);
  if (short) {
    const month = Number(short[1]);
    return { year: calendarYear(fiscalYear, fiscalMonthOf(month)), month, day: Number(short[2] ?? short[3]) };
  }
  const [, era, count = '', month, day] = /^(令和|平成|昭和|[RHS])?(\d{1,4}|元)[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/i.exec(plain) ?? [];
  if (month === undefined || day === undefined || (era === undefined && count.length !== 4)) return null;
  const year = era === undefined ? Number(count) : westernYear(era, count);
  return year === null ? null : { year, month: Number(month), day: Number(day) };
}
