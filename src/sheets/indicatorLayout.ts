import type { Catalog } from '../domain/catalog';
import { INDICATOR_DIRECTIONS, type Definitions, type IndicatorDefinition } from '../domain/definitions';
import type { SeedIndicator } from '../domain/figures';
import { referencesFault } from '../domain/indicatorReferences';
import { cellA1 } from '../plan/a1';
import type { CellInput } from '../plan/workbookPlan';
import { indicatorMark } from './indicatorFormulas';
import { INDICATOR_GUIDES, INDICATOR_HEADINGS, type IndicatorSheetKey } from './indicatorSheet';
import { COLORS, markRules } from './palette';
import type { PlanBuilder } from './planBuilder';
import type { PlanSheetKey } from './planSheet';
import { layoutRecordSheet, plannedPlace, type ColumnSpec, type RecordPlace, type RecordSheetSpec } from './recordTable';

const TEXT = '@';
const CENTERED = { horizontal: 'Center' } as const;
const WRAPPED = { wrap: true } as const;
const FIGURE = { wrap: true, horizontal: 'Right' } as const;
const PERSON = { wrap: true, fill: COLORS.personFill } as const;
const LOOKS: Readonly<Record<IndicatorSheetKey, Omit<ColumnSpec, 'key' | 'header'>>> = {
  id: { points: 44, format: TEXT, style: CENTERED },
  item: { points: 34, style: CENTERED },
  label: { points: 180, format: TEXT, style: WRAPPED },
  valueLabel: { points: 82, format: TEXT, style: WRAPPED },
  value: { points: 100, derived: true, style: FIGURE },
  current: { points: 100, derived: true, style: FIGURE },
  previous: { points: 76, derived: true, style: FIGURE },
  change: { points: 86, derived: true },
  comparison: { points: 54, derived: true, style: CENTERED },
  final: { points: 76, derived: true, style: FIGURE },
  target: { points: 66, derived: true },
  asOf: { points: 84, derived: true, format: TEXT, style: { ...WRAPPED, ...CENTERED } },
  effective: { points: 54, derived: true, style: CENTERED },
  reading: { points: 400, derived: true, format: TEXT, style: WRAPPED },
  note: { points: 130, format: TEXT, style: PERSON },
  typed: { points: 110, style: PERSON },
  typedPrevious: { points: 80, style: PERSON },
  typedAsOf: { points: 70, format: TEXT, style: PERSON },
  stale: { points: 120, derived: true, style: WRAPPED },
  planRow: { points: 56, format: TEXT, style: CENTERED },
  kpi: { points: 44, format: TEXT, style: CENTERED },
  actual: { points: 190, format: TEXT, style: WRAPPED },
  formula: { points: 260, format: TEXT, style: WRAPPED },
  unit: { points: 40, format: TEXT, style: CENTERED },
  format: { points: 90, format: TEXT },
  valueFormat: { points: 96, format: TEXT },
  direction: { points: 86, choices: INDICATOR_DIRECTIONS },
  judgedCurrent: { points: 76, derived: true, style: FIGURE },
  judgedPrevious: { points: 76, derived: true, style: FIGURE },
};

export const INDICATOR_SHEET: RecordSheetSpec<IndicatorSheetKey> = {
  ...INDICATOR_HEADINGS,
  title: '業績評価',
  notes: INDICATOR_GUIDES,
  headerRow: 4,
  freezeColumns: 3,
  paper: 'A3',
  spareRows: 12,
  printColumns: 15,
  lineHeight: 36,
  columns: INDICATOR_HEADINGS.columns.map((column) => ({ ...column, ...LOOKS[column.key] })),
};

/** What the sheet looks up elsewhere. */
export interface IndicatorSurroundings {
  readonly plan: RecordPlace<PlanSheetKey>;
  /** Formula of the 時点 of the evaluation, which stands above the list; null: nothing tells it. */
  readonly asOf: string | null;
}

/** Lays out 「業績評価」. `seeds`: what the sample year has typed. The figures come with the evaluation. */
export function layoutIndicatorSheet(builder: PlanBuilder, sheet: string, { plan, asOf }: IndicatorSurroundings, indicators: readonly IndicatorDefinition[], seeds: readonly SeedIndicator[]): void {
  const place = plannedPlace(sheet, INDICATOR_SHEET);
  const first = INDICATOR_SHEET.headerRow + 1;
  const column = (key: IndicatorSheetKey): number => place.columns.get(key) ?? 0;
  const records = indicators.map((one, index): Partial<Record<IndicatorSheetKey, CellInput>> => {
    const typed = seeds.find((seed) => seed.id === one.id);
    const mark = indicatorMark(plan, cellA1(first + index, column('planRow')));
    return {
      id: one.id, item: one.item, label: one.label, valueLabel: one.valueLabel, planRow: one.planRow, kpi: one.kpi, actual: one.actual, formula: one.formula,
      unit: one.unit, format: one.format, valueFormat: one.valueFormat, direction: one.direction,
      typed: typed?.value ?? null, typedPrevious: typed?.previous ?? null, typedAsOf: typed?.asOf ?? null,
      effective: mark === null ? null : { formula: mark },
    };
  });
  layoutRecordSheet(builder, sheet, INDICATOR_SHEET, records);
  if (asOf !== null) {
    const above = INDICATOR_SHEET.headerRow - 1;
    builder.put(sheet, above, 0, { formula: asOf });
    builder.add({ kind: 'style', sheet, area: { row: above, column: 0, rows: 1, columns: 1 }, style: { bold: true } });
  }
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
