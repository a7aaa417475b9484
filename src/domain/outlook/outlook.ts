import { MARCH, type Figures } from '../actual';
import type { Catalog } from '../catalog';
import type { KpiCondition } from '../definitions';
import { judgeFigure, type ConditionJudgement } from '../judgement';
import { measureAt } from '../measure';
import { landingOf, measuredBy, type Landing } from './landing';
import { neededFor, type Needed } from './needed';
import { FORECAST_METHODS, type ForecastMethod } from './project';

/**
 * The method that came closer from R5 to R6 of the sample year; `npm run forecast` prints the errors and a test holds this to them.
 */
export const DEFAULT_METHOD: ForecastMethod = '前年度の推移';

/** What March may bring; apart from the judgement, which it never changes. */
export interface Outlook {
  /** 3月 by the method; null where no method has anything to go by. */
  readonly landing: { readonly value: number; readonly method: ForecastMethod; readonly range: Range | null; readonly meets: boolean | null } | null;
  /** null: there is no target, or it cannot be said. */
  readonly needed: Needed | null;
  /** Months left after the last figure. */
  readonly months: number;
}

/** From how far the same method, at the same month, missed last year's March. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The outlook of a condition at the last month that has a figure; null in March, without a figure, and for yearly figures. */
export function outlookOf(judgement: ConditionJudgement, catalog: Catalog, figures: Figures, year: number): Outlook | null {
  const { condition, actual, target } = judgement;
  const { value, month: through } = actual;
  const measured = measuredBy(condition, catalog, year);
  if (value === null || through === null || through >= MARCH || !measured) return null;
  const found = carriedOn(condition, catalog, figures, year, through);
  const landing = found && {
    value: found.landing.value, method: found.method, range: rangeOf(condition, catalog, figures, year, through, found.method, found.landing.value),
    meets: target.value === null ? null : judgeFigure(found.landing.value, { target: target.value, upper: target.upper, excellent: null }, condition) !== '△',
  };
  // A row that ends before March has nothing to bring any more.
  const needed = target.value === null || !found ? null : neededFor(target.value, { condition, measured, catalog, figures, carried: found.landing.figures, value, through });
  return { landing, needed, months: MARCH - through };
}

function carriedOn(condition: KpiCondition, catalog: Catalog, figures: Figures, year: number, through: number): { readonly landing: Landing; readonly method: ForecastMethod } | null {
  for (const method of [DEFAULT_METHOD, ...FORECAST_METHODS.filter((one) => one !== DEFAULT_METHOD)]) {
    const landing = landingOf(condition, catalog, figures, year, through, method);
    if (landing) return { landing, method };
  }
  return null;
}

function rangeOf(condition: KpiCondition, catalog: Catalog, figures: Figures, year: number, through: number, method: ForecastMethod, value: number): Range | null {
  const landed = landingOf(condition, catalog, figures, year - 1, through, method);
  const came = measureAt(condition, catalog, figures, year - 1, MARCH);
  if (!landed || came === null) return null;
  const miss = Math.abs(came - landed.value);
  return { low: value - miss, high: value + miss };
}
