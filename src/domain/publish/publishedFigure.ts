import { asPrinted, isDuration, isPercent, minutesOf } from '../formatFigure';
import { printedDecimals, roundHalfAway } from '../rounding';

/** A number as it is published, with a number format that shows it and nothing else. */
export interface PublishedFigure {
  readonly value: number;
  readonly format: string;
}

/** Formats that fix no number of decimals: the figure goes out as it is. */
const isFree = (format: string): boolean => !/[0#]/.test(format) || /\.0*[#?]/.test(format);

/**
 * A figure as published: a bare number at the precision its format prints, so that the table and the print never differ. A rate is in percent and a duration in whole
 * minutes, because a percent sign and a clock time would be text in a file of plain values; the unit column says so.
 */
export function publishFigure(value: number, format: string): PublishedFigure {
  if (isDuration(format)) return { value: Math.round(minutesOf(asPrinted(value, format))), format: '0' };
  if (isFree(format)) return { value, format: 'General' };
  const decimals = printedDecimals(format);
  if (!isPercent(format)) return { value: roundHalfAway(value, decimals), format: plainFormat(decimals) };
  const shown = Math.max(0, decimals - 2);
  return { value: roundHalfAway(roundHalfAway(value, decimals) * 100, shown), format: plainFormat(shown) };
}

/** A day, as the serial that Excel holds. */
export const publishDay = (serial: number): PublishedFigure => ({ value: Math.floor(serial), format: 'yyyy-mm-dd' });

/** A count or a rank. */
export const publishCount = (value: number): PublishedFigure => ({ value, format: '0' });

/** No thousands separators: in a file of plain values they would make a text of the number. */
const plainFormat = (decimals: number): string => (decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0');

/** The unit of a published figure; "" where nobody says one. */
export const publishedUnit = (format: string, unit: string): string => (isDuration(format) ? '分' : isPercent(format) ? '%' : unit);
