import type { Direction } from '../../domain/definitions';

/** How far a figure is from the target, as shown people compare them. */
export interface Difference {
  /** ▲ before what is below the target; "0" where both are shown alike. */
  readonly text: string;
  readonly met: boolean;
}

export type Unit = '' | 'ポイント' | '分';

/** What a difference of figures shown like this is counted in. */
export function differenceUnit(shown: string): Unit {
  if (/[%％]$/.test(shown)) return 'ポイント';
  return /^\d+:\d{2}$/.test(shown) ? '分' : '';
}

const MINUTES_A_DAY = 1440;

/**
 * The figure less the target, both at the precision in which the figure is shown: a reader who subtracts comes to the
 * same. `actual` and `target` in the figure's own unit: a rate as a fraction, a duration in days.
 */
export function differenceOf(actual: number, target: number, shown: string, direction: Direction): Difference {
  const scale = { '': 1, 'ポイント': 100, '分': MINUTES_A_DAY }[differenceUnit(shown)];
  const digits = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
  const steps = 10 ** digits;
  const difference = (rounded(actual * scale, steps) - rounded(target * scale, steps)) / steps;
  const size = Math.abs(difference).toLocaleString('ja-JP', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const sign = difference === 0 ? '' : difference < 0 ? '▲' : '+';
  return { text: `${sign}${size}`, met: direction === '以下' ? difference <= 0 : difference >= 0 };
}

/** Half away from zero, as Excel's ROUND; binary dust such as 94.35000000000001 is taken off first. */
function rounded(figure: number, steps: number): number {
  const whole = Number((Math.abs(figure) * steps).toPrecision(12));
  return Math.sign(figure) * Math.floor(whole + 0.5);
}
