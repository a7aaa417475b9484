import { printedDecimals, roundHalfAway } from './rounding';

/** How a figure is written in a sentence: full-width ％ and ▲ for a negative difference. */

const grouped = (value: number, decimals: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: true });

/** True for formats that print hours and minutes, e.g. "[h]:mm". */
export const isDuration = (format: string): boolean => /\[?h+\]?:mm/i.test(format);
export const isPercent = (format: string): boolean => format.replace(/"[^"]*"/g, '').includes('%');

/** "94.3％", "3,036円", "2:27": a figure at the precision of its number format, rounded as Excel's ROUND. */
export function formatFigure(value: number, format: string, unit: string): string {
  if (isDuration(format)) {
    // [h]:mm cuts the seconds, it does not round them.
    const minutes = Math.floor(Math.abs(value) * 1440 + 1e-6);
    return `${value < 0 ? '▲' : ''}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  const decimals = printedDecimals(format);
  const rounded = roundHalfAway(value, decimals);
  const sign = rounded < 0 ? '▲' : '';
  if (isPercent(format)) return `${sign}${grouped(roundHalfAway(Math.abs(rounded) * 100, decimals - 2), Math.max(0, decimals - 2))}％`;
  return `${sign}${grouped(Math.abs(rounded), decimals)}${unit}`;
}

/** A figure with two decimals more than printed, trailing zeros dropped: shown where rounding decides. */
export function formatUnrounded(value: number, format: string, unit: string): string {
  const decimals = printedDecimals(format) + 2;
  const text = isPercent(format) ? String(roundHalfAway(value * 100, decimals - 2)) : grouped(roundHalfAway(value, decimals), decimals).replace(/0+$/, '');
  return `${text.replace('-', '▲')}${isPercent(format) ? '％' : unit}`;
}

/** The difference of two figures in print: points for rates, the unit otherwise, signed ＋ or ▲. */
export function formatDifference(difference: number, format: string, unit: string): string {
  const decimals = printedDecimals(format);
  const rounded = roundHalfAway(difference, decimals);
  const sign = rounded < 0 ? '▲' : rounded > 0 ? '＋' : '±';
  const size = Math.abs(rounded);
  return isPercent(format)
    ? `${sign}${grouped(roundHalfAway(size * 100, decimals - 2), Math.max(0, decimals - 2))}ポイント`
    : `${sign}${grouped(size, decimals)}${unit}`;
}
