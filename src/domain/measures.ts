import { resolveActual } from './actual';
import { operandsOf, type Catalog, type CatalogRow } from './catalog';
import type { KpiDefinition } from './definitions';
import { hasMonths } from './due';
import { seriesKey, type SeriesKey } from './series';

/** A series that people type and that KPIs rest on, in one fiscal year. */
export interface Measure {
  readonly key: SeriesKey;
  /** ID of a row, or of a yearly figure. */
  readonly id: string;
  readonly kind: 'row' | 'yearly';
  readonly year: number;
  /** Names of the KPIs. */
  readonly kpis: readonly string[];
}

/** The figures typed for the KPIs: numerators, denominators and what is typed itself, of the year and of the one before, which it is compared with. */
export function measuresOf(kpis: readonly KpiDefinition[], catalog: Catalog, year: number): Measure[] {
  const measures = new Map<SeriesKey, Omit<Measure, 'kpis'> & { readonly kpis: string[] }>();
  const add = (id: string, kind: Measure['kind'], at: number, kpi: string): void => {
    const key = seriesKey(id, at);
    const known = measures.get(key) ?? { key, id, kind, year: at, kpis: [] };
    measures.set(key, known);
    if (!known.kpis.includes(kpi)) known.kpis.push(kpi);
  };
  const visit = (rowId: string, at: number, kpi: string, seen: Set<SeriesKey>): void => {
    const row = catalog.rows.get(rowId);
    const key = seriesKey(rowId, at);
    if (!row || row.broken !== null || seen.has(key)) return;
    seen.add(key);
    if (isTyped(row)) add(rowId, 'row', at, kpi);
    if (!row.definition.asTyped) for (const ref of operandsOf(row)) visit(ref.rowId, at - ref.yearsBack, kpi, seen);
  };
  for (const kpi of kpis) {
    for (const condition of kpi.conditions) {
      const target = resolveActual(condition.actual, catalog);
      if (!target.ok) continue;
      for (const at of [year, year - 1]) {
        if (target.data.kind === 'yearly') add(target.data.id, 'yearly', at, kpi.name);
        else visit(target.data.ref.rowId, at - target.data.ref.yearsBack, kpi.name, new Set());
      }
    }
  }
  return [...measures.values()];
}

/** Whether people type something of the row: its months, or its total alone. */
const isTyped = ({ definition, monthly, total }: CatalogRow): boolean =>
  definition.asTyped || (monthly === null && hasMonths(definition)) || total.kind === 'typed';
