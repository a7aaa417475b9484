import { figureToDate, MARCH, type Figures, type ToDateRef } from '../actual';
import type { Catalog } from '../catalog';
import type { KpiCondition } from '../definitions';
import { evaluateExpression } from '../evaluateFormula';
import { printedDecimals } from '../rounding';
import { asPrinted, isDuration, minutesOf } from '../formatFigure';
import { growthOf } from '../measure';
import type { Expression } from '../rowFormula';
import { monthsOf } from '../series';
import type { Measured } from './landing';

/**
 * What the months left must bring for the target. mean: each on the average so much. rise: so much more (less) in all, `mean` a month.
 * level: this at the year's end. reached: nothing, the target holds already. lost: it can no longer be reached.
 */
export type Needed =
  | { readonly kind: 'mean'; readonly mean: number }
  | { readonly kind: 'rise'; readonly rise: number; readonly mean: number }
  | { readonly kind: 'level' | 'reached' | 'lost' };

/** What is known of a measure at the end of a month. */
export interface Standing {
  readonly condition: KpiCondition;
  readonly measured: Measured;
  readonly catalog: Catalog;
  readonly figures: Figures;
  /** The figures carried on to March. */
  readonly carried: Figures;
  /** The measure now, at the end of the month `through`. */
  readonly value: number;
  readonly through: number;
}

/** What the rest of the year must bring for a target at its end; null where that cannot be said. A band has no such figure. */
export function neededFor(target: number, standing: Standing): Needed | null {
  const { condition, measured, catalog, value, through } = standing;
  const months = MARCH - through;
  if (months <= 0 || condition.direction === '範囲内') return null;
  if (measured.ratio) return ofRatio(target, measured.ratio, standing);
  const growth = growthOf(condition, catalog);
  if (condition.basis === '計') return ofTotal(target, standing, months);
  const upwards = condition.direction === '以上';
  const rise = asPrinted(target, condition.format) - asPrinted(value, condition.format);
  if (upwards ? rise <= 0 : rise >= 0) return { kind: 'reached' };
  if (growth === 'level' || growth === null) return { kind: 'level' };
  // What never falls cannot come down to a target below it.
  if (!upwards && measured.row.definition.mayFall === false) return { kind: 'lost' };
  return { kind: 'rise', rise, mean: rise / months };
}

/** Sum or mean of the twelve months: what is left of it, over the months left. */
function ofTotal(target: number, { condition, measured, figures, through }: Standing, months: number): Needed | null {
  const { total } = measured.row;
  const known = monthsOf(figures.series, measured.row.definition.id, measured.year).slice(0, through + 1).filter((figure): figure is number => figure !== null);
  const sum = known.reduce((all, figure) => all + figure, 0);
  const whole = total.kind === 'aggregate' && total.name === 'AVERAGE' ? target * (known.length + months) : target;
  return judged((whole - sum) / months, condition, measured);
}

/**
 * numerator ÷ denominator to date: what is left of the numerator over what is expected of the denominator. Where the numerator is itself
 * a part of the denominator, the same holds.
 */
function ofRatio(target: number, ratio: Expression<ToDateRef>, { condition, measured, figures, carried, through }: Standing): Needed | null {
  if (ratio.kind !== 'binary' || ratio.operator !== '/') return null;
  const now = (part: Expression<ToDateRef>): number | null => evaluateExpression(part, (ref) => figureToDate(ref, figures, through));
  const [top, bottom] = [now(ratio.left), now(ratio.right)];
  const whole = evaluateExpression(ratio.right, (ref) => figureToDate(ref, carried, MARCH));
  if (top === null || bottom === null || whole === null || whole <= bottom) return null;
  return judged((target * whole - top) / (whole - bottom), condition, measured);
}

function judged(mean: number, { direction, format }: KpiCondition, { row }: Measured): Needed {
  const { min, max } = row.definition;
  const upwards = direction === '以上';
  const safe = outward(mean, format, upwards);
  if (upwards ? max !== null && safe > max : safe < (min ?? 0)) return { kind: 'lost' };
  if (upwards ? safe <= (min ?? 0) : max !== null && safe >= max) return { kind: 'reached' };
  return { kind: 'mean', mean: safe };
}

/** At the printed precision, on the side that is enough: what is told must do when it is met to the last digit. */
function outward(value: number, format: string, upwards: boolean): number {
  const round = upwards ? Math.ceil : Math.floor;
  if (isDuration(format)) return round(minutesOf(value)) / 1440;
  const scale = 10 ** printedDecimals(format);
  return round(Number((value * scale).toPrecision(12))) / scale;
}
