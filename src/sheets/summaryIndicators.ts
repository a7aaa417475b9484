import type { KpiCondition } from '../domain/definitions';
import type { CellInput } from '../plan/workbookPlan';
import { readIndicatorSheet, type IndicatorLine } from './indicatorLines';
import type { IndicatorSheetKey } from './indicatorSheet';
import { differenceFormat } from './kpiSheet';
import { lookUpFormula } from './recordTable';
import { BLANK, COLUMN, heading, quoted, type SummaryRow } from './summaryRows';
import type { WorkbookState } from './workbookState';

/** The section 業績評価 of the annual summary: figures, mark and words of every indicator, by live look-ups in the sheet 業績評価. */

/** The words come last and run over the empty cells to their right: no frame may cut them. */
const COLUMNS: readonly { readonly column: number; readonly label: string; readonly key: IndicatorSheetKey }[] = (
  [['実施状況', 'effective'], ['値', 'value'], ['今年度', 'current'], ['前年度', 'previous'], ['増減', 'change'], ['前年度比', 'comparison'], ['時点', 'asOf'], ['説明', 'reading']] as const
).map(([label, key], index) => ({ column: COLUMN.unit + index, label, key }));
const at = (key: IndicatorSheetKey): number => COLUMNS.find((one) => one.key === key)?.column ?? COLUMN.unit;
const LAST_FRAMED = at('asOf');
const FIGURES: ReadonlySet<IndicatorSheetKey> = new Set<IndicatorSheetKey>(['value', 'current', 'previous']);

/** Rows of all indicators; none where the workbook has no such sheet. */
export function indicatorRows(state: WorkbookState): SummaryRow[] {
  const list = state.lists.indicators;
  if (!list) return [];
  const conditions = new Map(state.definitions.kpis.flatMap((kpi) => kpi.conditions.map((one) => [one.id, one] as const)));
  return [
    heading('section', [[COLUMN.label, '業績評価']]),
    heading('header', [[COLUMN.key, 'ID'], [COLUMN.label, '指標'], ...COLUMNS.map(({ column, label }) => [column, label] as const)], LAST_FRAMED),
    ...readIndicatorSheet(list.table).lines.map((line): SummaryRow => indicatorRow(state, line, conditions.get(line.definition.kpi ?? ''))),
    BLANK,
  ];
}

function indicatorRow({ lists }: WorkbookState, { definition }: IndicatorLine, condition: KpiCondition | undefined): SummaryRow {
  const table = lists.indicators?.table;
  const { id, label, valueLabel, valueFormat } = definition;
  const format = condition?.format ?? definition.format;
  const look = (key: IndicatorSheetKey): CellInput => {
    const formula = table ? lookUpFormula(table, key, 'id', quoted(id)) : null;
    if (formula === null) return '';
    // Words are told whole at the end of the row; here they would be cut.
    return { formula: FIGURES.has(key) ? `=IF(ISNUMBER(${formula.slice(1)}),${formula.slice(1)},"")` : formula };
  };
  return {
    key: `業績:${id}`,
    look: 'body',
    marks: [at('effective')],
    centered: [at('comparison'), at('asOf')],
    lastColumn: LAST_FRAMED,
    formats: format === null ? [] : [[at('value'), 1, valueFormat ?? format], [at('current'), 2, format], [at('change'), 1, differenceFormat(format)]],
    cells: () => [[COLUMN.label, valueLabel === null ? label : `${label}（${valueLabel}）`], ...COLUMNS.map(({ column, key }) => [column, look(key)] as const)],
  };
}
