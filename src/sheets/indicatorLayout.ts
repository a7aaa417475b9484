import type { Catalog } from '../domain/catalog';
import type { Definitions, IndicatorDefinition } from '../domain/definitions';
import type { SeedIndicator } from '../domain/figures';
import { referencesFault } from '../domain/indicatorReferences';
import { cellA1 } from '../plan/a1';
import type { CellInput } from '../plan/workbookPlan';
import { indicatorMark } from './indicatorFormulas';
import { INDICATOR_SHEET, type IndicatorSheetKey } from './indicatorSheet';
import { markRules } from './palette';
import type { PlanBuilder } from './planBuilder';
import type { PlanSheetKey } from './planSheet';
import { layoutRecordSheet, plannedPlace, type RecordPlace } from './recordTable';

/** Lays out 「業績評価」. `seeds`: what the sample year has typed. The figures come with the evaluation. */
export function layoutIndicatorSheet(builder: PlanBuilder, sheet: string, planPlace: RecordPlace<PlanSheetKey>, indicators: readonly IndicatorDefinition[], seeds: readonly SeedIndicator[]): void {
  const place = plannedPlace(sheet, INDICATOR_SHEET);
  const first = INDICATOR_SHEET.headerRow + 1;
  const column = (key: IndicatorSheetKey): number => place.columns.get(key) ?? 0;
  const records = indicators.map((one, index): Partial<Record<IndicatorSheetKey, CellInput>> => {
    const typed = seeds.find((seed) => seed.id === one.id);
    const mark = indicatorMark(planPlace, cellA1(first + index, column('planRow')));
    return {
      id: one.id, item: one.item, label: one.label, valueLabel: one.valueLabel, planRow: one.planRow, kpi: one.kpi, actual: one.actual, formula: one.formula,
      unit: one.unit, format: one.format, valueFormat: one.valueFormat, direction: one.direction,
      typed: typed?.value ?? null, typedPrevious: typed?.previous ?? null, typedAsOf: typed?.asOf ?? null,
      effective: mark === null ? null : { formula: mark },
    };
  });
  layoutRecordSheet(builder, sheet, INDICATOR_SHEET, records);
  indicators.forEach(({ format }, index) => {
    for (const key of ['typed', 'typedPrevious'] as const) {
      if (format !== null) builder.add({ kind: 'numberFormat', sheet, area: { row: first + index, column: column(key), rows: 1, columns: 1 }, format });
    }
  });
  const marks = { row: first, column: column('effective'), rows: records.length + INDICATOR_SHEET.spareRows, columns: 1 };
  builder.add({ kind: 'conditionalFormats', sheet, area: marks, rules: markRules(cellA1(first, marks.column)) });
}

/**
 * The indicators as they fit a workbook: what refers to a table, a KPI or a plan row that it does not have is left blank, so that people
 * can type the figure. Gives how many were changed.
 */
export function fittingIndicators({ indicators, kpis, planRows }: Definitions, catalog: Catalog): { readonly indicators: readonly IndicatorDefinition[]; readonly changed: number } {
  const conditions = new Set(kpis.flatMap((kpi) => kpi.conditions.map((condition) => condition.id)));
  const rows = new Set(planRows.map((row) => row.id));
  let changed = 0;
  const fitting = indicators.map((one) => {
    const lost = referencesFault(one, catalog) !== null;
    const kpi = one.kpi !== null && conditions.has(one.kpi) ? one.kpi : null;
    const planRow = one.planRow !== null && rows.has(one.planRow) ? one.planRow : null;
    if (!lost && kpi === one.kpi && planRow === one.planRow) return one;
    changed++;
    return { ...one, kpi, planRow, ...(lost ? { actual: null, formula: null, valueLabel: null, valueFormat: null } : {}) };
  });
  return { indicators: fitting, changed };
}
