import { asPrinted, isDuration, isPercent } from '../../domain/formatFigure';
import { judgeFigure } from '../../domain/judgement';
import { printedDecimals, roundHalfAway } from '../../domain/rounding';
import type { ConditionCard } from '../../jobs/workbookLook';

/** How far a figure is from the target, as shown people compare them. */
export interface Difference {
  /** ▲ before what is below the target; "0" where both are shown alike. */
  readonly text: string;
  readonly met: boolean;
}

export type Unit = '' | 'ポイント' | '分';

/** What a difference of figures printed in this number format is counted in. */
export function differenceUnit(format: string): Unit {
  if (isDuration(format)) return '分';
  return isPercent(format) ? 'ポイント' : '';
}

const SCALES = { '': 1, 'ポイント': 100, '分': 1440 } as const satisfies Record<Unit, number>;

/**
 * The figure less the target, both at the precision of the KPI's number format: a reader who subtracts comes to the
 * same, and KPI評価 decides by it. Both in the figure's own unit: a rate as a fraction, a duration in days.
 */
export function differenceOf(actual: number, target: number, { format, direction, targetUpper: upper }: Pick<ConditionCard, 'format' | 'direction' | 'targetUpper'>): Difference {
  const unit = differenceUnit(format);
  const decimals = printedDecimals(format);
  const digits = unit === 'ポイント' ? decimals - 2 : decimals;
  const printed = (figure: number): number => roundHalfAway(asPrinted(figure, format) * SCALES[unit], digits);
  const difference = roundHalfAway(printed(actual) - printed(target), digits);
  const size = Math.abs(difference).toLocaleString('ja-JP', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const sign = difference === 0 ? '' : difference < 0 ? '▲' : '+';
  return { text: `${sign}${size}`, met: judgeFigure(actual, { target, upper, excellent: null }, { direction, format }) !== '△' };
}
