import { findActual, resolveActual, type Figures } from './actual';
import type { Catalog, CatalogRow } from './catalog';
import type { KpiCondition, SeriesKind } from './definitions';
import { aggregate } from './evaluateFormula';
import { monthsOf } from './series';

/** How a condition's measure moves through a year: from nothing in April, from last March on, or about a level. */
export type Growth = 'fromZero' | 'fromMarch' | 'level';

const GROWTH: Readonly<Record<SeriesKind, Growth>> = { 単月: 'level', 年度累計: 'fromZero', 現在数: 'fromMarch', 率: 'level', 四半期: 'level', 年1回: 'level', 実施日: 'level' };

function rowOf(condition: KpiCondition, catalog: Catalog): CatalogRow | undefined {
  const found = resolveActual(condition.actual, catalog);
  return found.ok && found.data.kind === 'row' ? catalog.rows.get(found.data.ref.rowId) : undefined;
}

/** null: the measure is a yearly figure, or cannot be found. */
export function growthOf(condition: KpiCondition, catalog: Catalog): Growth | null {
  const row = rowOf(condition, catalog);
  if (!row) return null;
  // Months that are added up grow as a total, whatever the row itself is.
  if (condition.basis === '計' && row.total.kind === 'aggregate' && row.total.name === 'SUM') return 'fromZero';
  if (condition.basis === '年度累計比率' && row.definition.kind === '単月') return row.total.kind === 'aggregate' && row.total.name === 'AVERAGE' ? 'level' : 'fromZero';
  return GROWTH[row.definition.kind];
}

/**
 * A condition's measure as it stood at the end of a month (0 = 4月 … 11 = 3月) of any year, that month included; null where the
 * figure is not there or the measure has none before the year ends.
 */
export function measureAt(condition: KpiCondition, catalog: Catalog, figures: Figures, year: number, month: number): number | null {
  if (condition.basis === '計') return totalThrough(condition, catalog, figures, year, month);
  const found = findActual(condition, catalog, figures, year, month);
  return found.ok && found.data.month === month ? found.data.value : null;
}

/** A total column holds the whole year: up to a month it is added up again. */
function totalThrough(condition: KpiCondition, catalog: Catalog, figures: Figures, year: number, month: number): number | null {
  const row = rowOf(condition, catalog);
  if (!row) return null;
  if (row.total.kind !== 'aggregate') {
    const toDate = findActual({ ...condition, basis: '年度累計比率' }, catalog, figures, year, month);
    return row.total.kind === 'formula' && toDate.ok && toDate.data.month === month ? toDate.data.value : null;
  }
  const months = monthsOf(figures.series, row.definition.id, year).slice(0, month + 1);
  return months[month] == null ? null : aggregate(row.total.name, months);
}
