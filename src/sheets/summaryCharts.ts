import { resolveActual } from '../domain/actual';
import type { KpiCondition, SeriesKind } from '../domain/definitions';
import { fiscalYearLabel, monthLabel } from '../domain/fiscalYear';
import { seriesKey } from '../domain/series';
import type { Area } from '../plan/a1';
import type { CellInput, LineChart } from '../plan/workbookPlan';
import { monthCell, type SeriesPlace } from './blockPlace';
import { cellReference } from './compile';
import type { PrintUnit } from './pagination';
import { COLORS } from './palette';
import { targetCell } from './summaryKpis';
import { COLUMN, heading, MONTHS, type RowOf, type SummaryRow } from './summaryRows';
import type { WorkbookState } from './workbookState';

/**
 * Charts of the KPIs with a monthly series: this year, the year before, the target. They read a helper
 * block beside the printed part, whose cells are #N/A where there is no figure: "" would be drawn as zero.
 */
interface Charted {
  readonly condition: KpiCondition;
  readonly thisYear: SeriesPlace;
  readonly previous: SeriesPlace | null;
  /** The figures of the year before stand alone between gaps: a line needs two beside each other. */
  readonly alone: boolean;
}

const ALONE: ReadonlySet<SeriesKind> = new Set(['四半期', '年1回']);

const LINES = ['月', '今年度', '前年度', '目標'] as const;
const keyOfLine = (condition: KpiCondition, line: (typeof LINES)[number]): string => `グラフ:${condition.id}:${line}`;

/** KPI conditions whose figure is a row with monthly figures of its own. */
export function chartedConditions(state: WorkbookState, fiscalYear: number): Charted[] {
  const conditions = state.lists.kpis?.content.kpis.flatMap(({ kpi }) => kpi.conditions) ?? [];
  return conditions.flatMap((condition) => {
    const target = resolveActual(condition.actual, state.catalog);
    if (!target.ok || target.data.kind !== 'row') return [];
    const { rowId } = target.data.ref;
    const row = state.catalog.rows.get(rowId);
    const thisYear = state.map.series.get(seriesKey(rowId, fiscalYear));
    // A ratio that exists only in the total column has no months to draw.
    if (!thisYear || !row || (row.monthly === null && row.total.kind === 'formula')) return [];
    return [{ condition, thisYear, previous: state.map.series.get(seriesKey(rowId, fiscalYear - 1)) ?? null, alone: ALONE.has(row.definition.kind) }];
  });
}

/** The helper block's rows; they share sheet rows with the printed part but stand to its right. */
export function helperRows(state: WorkbookState, fiscalYear: number, sheet: string): SummaryRow[] {
  return [
    heading('note', [[COLUMN.helperLabel, 'グラフ用データ（自動）']]),
    ...chartedConditions(state, fiscalYear).flatMap((charted) => LINES.map((line): SummaryRow => ({
      key: keyOfLine(charted.condition, line),
      look: 'text',
      formats: line === '月' ? [] : [[COLUMN.helperFirst, MONTHS, charted.condition.format]],
      cells: (_, rowOf) => [
        [COLUMN.helperLabel, line === '月' ? charted.condition.label : lineName(line, fiscalYear)],
        ...Array.from({ length: MONTHS }, (_unused, month) => [COLUMN.helperFirst + month, helperCell(charted, line, month, sheet, rowOf)] as const),
      ],
    }))),
  ];
}

const lineName = (line: (typeof LINES)[number], fiscalYear: number): string =>
  line === '今年度' ? fiscalYearLabel(fiscalYear) : line === '前年度' ? fiscalYearLabel(fiscalYear - 1) : '目標';

function helperCell(charted: Charted, line: (typeof LINES)[number], month: number, sheet: string, rowOf: RowOf): CellInput {
  switch (line) {
    case '月':
      return monthLabel(month);
    case '目標':
      return { formula: numberOrGap(targetCell(rowOf(charted.condition.id))) };
    case '今年度':
    case '前年度': {
      const place = line === '今年度' ? charted.thisYear : charted.previous;
      const cell = place && monthCell(place, month);
      return { formula: cell ? numberOrGap(cellReference(cell, sheet)) : '=NA()' };
    }
  }
}

const numberOrGap = (cell: string): string => `=IF(ISNUMBER(${cell}),${cell},NA())`;

export const CHART_ROWS = 15;
const CHART_GAP = 1;
const LEFT = { column: COLUMN.label, columns: 7 } as const;
const RIGHT = { column: LEFT.column + LEFT.columns, columns: 8 } as const;

/** Charts two abreast from `firstRow`, their heading in the row above; gives the charts, their lines for printing and the first row below. */
export function summaryCharts(state: WorkbookState, fiscalYear: number, firstRow: number, rowOf: (key: string) => number): { readonly charts: readonly LineChart[]; readonly units: readonly PrintUnit[]; readonly endRow: number } {
  const charted = chartedConditions(state, fiscalYear);
  const charts = charted.map(({ condition, previous, alone }, index): LineChart => {
    const side = index % 2 === 0 ? LEFT : RIGHT;
    const row = firstRow + Math.floor(index / 2) * (CHART_ROWS + CHART_GAP);
    const area = (line: (typeof LINES)[number]): Area => ({ row: rowOf(keyOfLine(condition, line)), column: COLUMN.helperFirst, rows: 1, columns: MONTHS });
    return {
      name: `KPI_${condition.id}`,
      title: condition.label,
      categories: area('月'),
      valueFormat: condition.format,
      place: { row, column: side.column, rows: CHART_ROWS, columns: side.columns },
      series: [
        { name: fiscalYearLabel(fiscalYear), values: area('今年度'), color: COLORS.thisYear, weight: 2.25, dash: 'Continuous', marker: 'Circle' },
        ...(previous ? [{ name: fiscalYearLabel(fiscalYear - 1), values: area('前年度'), color: COLORS.previousYear, weight: 1.5, dash: 'Continuous', marker: alone ? 'Circle' : 'None' } as const] : []),
        ...(condition.target === null ? [] : [{ name: '目標', values: area('目標'), color: COLORS.target, weight: 1.5, dash: 'Dash', marker: 'None' } as const]),
      ],
    };
  });
  const lines = Array.from({ length: Math.ceil(charts.length / 2) }, (_, line) => firstRow + line * (CHART_ROWS + CHART_GAP));
  const units = lines.map((row, line) => ({ start: line === 0 ? row - 1 : row, end: row + CHART_ROWS }));
  return { charts, units, endRow: (lines.at(-1) ?? firstRow) + CHART_ROWS + CHART_GAP };
}

