import { findActual, type Figures } from '../../src/domain/actual';
import { buildCatalog, type Catalog } from '../../src/domain/catalog';
import type { Definitions, KpiCondition } from '../../src/domain/definitions';
import type { SeedFigures } from '../../src/domain/figures';
import { landingOf } from '../../src/domain/outlook/landing';
import { FORECAST_METHODS, type ForecastMethod } from '../../src/domain/outlook/project';
import { computeAll, seriesKey } from '../../src/domain/series';
import { heldValue } from '../domain/support';

const MARCH = 11;

/** How far the methods miss the March that came, each month from April to February. */
export interface Score {
  /** By condition: the miss as a share of what came, a month each; null where the method had nothing to go by. */
  readonly conditions: readonly { readonly condition: KpiCondition; readonly misses: Readonly<Record<ForecastMethod, readonly (number | null)[]>> }[];
  /** The mean over what both methods could say, month by month and of all. */
  readonly means: Readonly<Record<ForecastMethod, { readonly months: readonly number[]; readonly all: number }>>;
}

/** Forecasts the sample year from its own months and the year before, as if the rest were not known, and holds it against what came. */
export function scoreForecasts(definitions: Definitions, seed: SeedFigures): Score {
  const catalog = buildCatalog(definitions);
  const typed = new Map(seed.series.map((one) => [seriesKey(one.row, one.year), { months: one.months.map(heldValue), total: heldValue(one.total) }] as const));
  const figures: Figures = { series: computeAll(catalog, seed.fiscalYear, typed), yearly: new Map() };
  const conditions = definitions.kpis.flatMap((kpi) => kpi.conditions).flatMap((condition) => {
    const misses = missesOf(condition, catalog, figures, seed.fiscalYear);
    return misses ? [{ condition, misses }] : [];
  });
  const means = eachMethod((method) => {
    const months = Array.from({ length: MARCH }, (_, month) => mean(conditions.flatMap(({ misses }) => (FORECAST_METHODS.every((one) => misses[one][month] != null) ? (misses[method][month] ?? []) : []))));
    return { months, all: mean(months) };
  });
  return { conditions, means };
}

function missesOf(condition: KpiCondition, catalog: Catalog, figures: Figures, year: number): Record<ForecastMethod, (number | null)[]> | null {
  const came = findActual(condition, catalog, figures, year, MARCH);
  if (!came.ok || came.data.value === null || came.data.month !== MARCH) return null;
  const actual = came.data.value;
  const misses = eachMethod((method) => Array.from({ length: MARCH }, (_, month) => {
    const landing = landingOf(condition, catalog, figures, year, month, method);
    return landing && Math.abs(landing.value - actual) / Math.abs(actual);
  }));
  return FORECAST_METHODS.every((method) => misses[method].every((miss) => miss === null)) ? null : misses;
}

const eachMethod = <T>(of: (method: ForecastMethod) => T): Record<ForecastMethod, T> => ({ 前年度の推移: of('前年度の推移'), 月の平均: of('月の平均') });
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);
