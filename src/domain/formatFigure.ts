import { printedDecimals, roundHalfAway } from './rounding';

/** How a figure is written in a sentence: full-width ％ and ▲ for a negative difference. */

const twoDigits = (count: number): string => String(count).padStart(2, '0');
const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`;
const grouped = (value: number, decimals: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: true });

/** True for formats that print hours and minutes, e.g. "[h]:mm". */
export const isDuration = (format: string): boolean => /\[?h+\]?:mm/i.test(format);
export const isPercent = (format: string): boolean => format.replace(/"[^"]*"/g, '').includes('%');

const MINUTES = 1440;
/** A duration (days) in minutes, free of the binary error that a fraction of a day carries. */
export const minutesOf = (days: number): number => roundHalfAway(days * MINUTES, 6);

/**
 * A figure as its number format prints it, still in its own unit: rounded as Excel's ROUND, but a duration is
 * cut to the whole minute, because [h]:mm cuts the seconds. Figures that print alike come out equal.
 */
export const asPrinted = (value: number, format: string): number =>
  isDuration(format) ? Math.trunc(minutesOf(value)) / MINUTES : roundHalfAway(value, printedDecimals(format));

/** "94.3％", "3,036円", "2:27": a figure at the precision of its number format. */
export function formatFigure(value: number, format: string, unit: string): string {
  if (isDuration(format)) {
    const minutes = Math.trunc(minutesOf(Math.abs(value)));
    return `${value < 0 ? '▲' : ''}${clock(minutes)}`;
  }
  const decimals = printedDecimals(format);
  const rounded = roundHalfAway(value, decimals);
  const sign = rounded < 0 ? '▲' : '';
  if (isPercent(format)) return `${sign}${grouped(roundHalfAway(Math.abs(rounded) * 100, decimals - 2), Math.max(0, decimals - 2))}％`;
  return `${sign}${grouped(Math.abs(rounded), decimals)}${unit}`;
}

/** A figure with two decimals more than printed, trailing zeros dropped, or a duration with its seconds: shown where rounding decides. */
export function formatUnrounded(value: number, format: string, unit: string): string {
  if (isDuration(format)) {
    const seconds = Math.round(Math.abs(value) * MINUTES * 60);
    return `${value < 0 ? '▲' : ''}${clock(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;
  }
  const decimals = printedDecimals(format) + 2;
  const text = isPercent(format) ? String(roundHalfAway(value * 100, decimals - 2)) : grouped(roundHalfAway(value, decimals), decimals).replace(/0+$/, '');
  return `${text.replace('-', '▲')}${isPercent(format) ? '％' : unit}`;
}

/** The difference of two figures in print: points for rates, minutes for durations, the unit otherwise, signed ＋ or ▲. */
export function formatDifference(difference: number, format: string, unit: string): string {
  if (isDuration(format)) return formatDifference(minutesOf(difference), '0', '分');
  const decimals = printedDecimals(format);
  const rounded = roundHalfAway(difference, decimals);
  const sign = rounded < 0 ? '▲' : rounded > 0 ? '＋' : '±';
  const size = Math.abs(rounded);
  return isPercent(format)
    ? `${sign}${grouped(roundHalfAway(size * 100, decimals - 2), Math.max(0, decimals - 2))}ポイント`
    : `${sign}${grouped(size, decimals)}${unit}`;
}
