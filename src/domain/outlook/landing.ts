import { findActual, MARCH, resolveActual, type Figures } from '../actual';
import type { Catalog, CatalogRow } from '../catalog';
import type { KpiCondition } from '../definitions';
import { aggregate } from '../evaluateFormula';
import { seriesKey, type SeriesFigures, type SeriesKey } from '../series';
import { lastOf, projectRow, type ForecastMethod } from './project';

/** A measure carried on to March. */
export interface Landing {
  readonly value: number;
  /** The last month that has figures of its own. */
  readonly through: number;
  /** The figures with the months to come filled. */
  readonly figures: Figures;
}

/** What a measure is worked out of: its own row, or the parts of a ratio to date. */
export interface MeasuredRows {
  readonly row: CatalogRow;
  readonly year: number;
  readonly parts: readonly { readonly rowId: string; readonly year: number }[];
}

/** Whether the total column is worked out again from carried-on months: a typed one cannot be. */
const isWorkedOut = ({ total }: CatalogRow): boolean => total.kind === 'aggregate' || total.kind === 'formula';

/** null: a yearly figure, a total that is typed, or a definition with a fault. */
export function measuredRows(condition: KpiCondition, catalog: Catalog, figures: Figures, year: number): MeasuredRows | null {
  const found = resolveActual(condition.actual, catalog);
  const row = found.ok && found.data.kind === 'row' ? catalog.rows.get(found.data.ref.rowId) : undefined;
  if (!row || (condition.basis === '計' && !isWorkedOut(row))) return null;
  const own = [{ rowId: row.definition.id, year }];
  if (condition.basis !== '年度累計比率' && !(condition.basis === '計' && row.total.kind === 'formula')) return { row, year, parts: own };
  const toDate = findActual({ ...condition, basis: '年度累計比率' }, catalog, figures, year, MARCH);
  const parts = toDate.ok && toDate.data.source?.kind === 'toDate' ? partsOf(toDate.data.source.expression) : [];
  return parts.length === 0 ? null : { row, year, parts };
}

function partsOf(expression: Parameters<typeof refsOf>[0]): { readonly rowId: string; readonly year: number }[] {
  const parts = new Map(refsOf(expression).map((ref) => [seriesKey(ref.rowId, ref.year), { rowId: ref.rowId, year: ref.year }] as const));
  return [...parts.values()];
}
