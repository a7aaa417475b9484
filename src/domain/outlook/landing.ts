import { findActual, MARCH, resolveActual, toDateExpression, type Figures, type ToDateRef } from '../actual';
import type { Catalog, CatalogRow } from '../catalog';
import type { KpiCondition } from '../definitions';
import { aggregate } from '../evaluateFormula';
import { referencesOf, type Expression } from '../rowFormula';
import { monthsOf, seriesKey, type SeriesKey, type SeriesFigures } from '../series';
import { projectRow, type ForecastMethod } from './project';

/** A measure as it can be carried on: by its own row, or by the parts of a ratio to date. */
export interface Measured {
  readonly row: CatalogRow;
  readonly year: number;
  /** null: the row itself is carried on. */
  readonly ratio: Expression<ToDateRef> | null;
}

/** A measure carried on to March. */
export interface Landing {
  readonly value: number;
  /** The figures with the months to come filled. */
  readonly figures: Figures;
}

/** null: a yearly figure, a total that is typed, or a definition with a fault. */
export function measuredBy(condition: KpiCondition, catalog: Catalog, year: number): Measured | null {
  const found = resolveActual(condition.actual, catalog);
  if (!found.ok || found.data.kind !== 'row') return null;
  const { rowId, yearsBack } = found.data.ref;
  const row = catalog.rows.get(rowId);
  if (!row || row.broken !== null) return null;
  const own = { row, year: year - yearsBack };
  const isRatio = condition.basis === '年度累計比率' || (condition.basis === '計' && row.total.kind === 'formula');
  if (!isRatio) return condition.basis === '計' && row.total.kind !== 'aggregate' ? null : { ...own, ratio: null };
  const ratio = toDateExpression(rowId, own.year, catalog);
  return ratio.ok ? { ...own, ratio: ratio.data } : null;
}

/** Carries a measure on from the end of a month to March; null where the method has nothing to go by. */
export function landingOf(condition: KpiCondition, catalog: Catalog, figures: Figures, year: number, through: number, method: ForecastMethod): Landing | null {
  const measured = measuredBy(condition, catalog, year);
  if (!measured) return null;
  const parts = measured.ratio ? referencesOf(measured.ratio) : [{ rowId: measured.row.definition.id, year: measured.year }];
  const series = new Map<SeriesKey, SeriesFigures>(figures.series);
  for (const part of parts) {
    const row = catalog.rows.get(part.rowId);
    const months = row && projectRow(row.definition, { now: monthsOf(figures.series, part.rowId, part.year), before: monthsOf(figures.series, part.rowId, part.year - 1) }, part.year, through, method);
    if (!months) return null;
    series.set(seriesKey(part.rowId, part.year), { months, total: row.total.kind === 'aggregate' ? aggregate(row.total.name, months) : null });
  }
  const filled: Figures = { ...figures, series };
  const landed = findActual(measured.ratio ? { ...condition, basis: '年度累計比率' } : condition, catalog, filled, year, MARCH);
  return landed.ok && landed.data.value !== null && landed.data.month === MARCH ? { value: landed.data.value, figures: filled } : null;
}
