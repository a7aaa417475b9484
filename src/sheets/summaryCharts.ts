import { resolveActual, toDateExpression, type ToDateRef } from '../domain/actual';
import type { KpiCondition, KpiDefinition, RowDefinition, SeriesKind } from '../domain/definitions';
import { bearsMonth, hasEnded, hasMonths } from '../domain/due';
import { fiscalYearLabel, monthLabel } from '../domain/fiscalYear';
import { referencesOf, type Expression } from '../domain/rowFormula';
import { seriesKey } from '../domain/series';
import type { Area } from '../plan/a1';
import type { CellInput, LineChart } from '../plan/workbookPlan';
import { actualFormula } from './actualFormula';
import { monthCell, type SeriesPlace } from './blockPlace';
import { cellReference } from './compile';
import { COLORS } from './palette';
import { targetCell } from './summaryKpis';
import { COLUMN, MONTHS, type RowOf, type SummaryRow } from './summaryRows';
import type { WorkbookState } from './workbookState';

/**
 * Charts of the KPIs with a monthly series: this year, the year before, the target. They read a helper
 * block beside the printed part, whose cells are #N/A where there is no figure: "" would be drawn as zero.
 */
export interface Charted {
  readonly kpi: KpiDefinition;
  readonly condition: KpiCondition;
  readonly row: RowDefinition;
  /** The months drawn, 0 = 4月: of a quarterly row its four, so that a line joins them. */
  readonly months: readonly number[];
  readonly lines: readonly Line[];
}

/** A line of figures by month. null: the year has no such cell. */
interface Line {
  readonly name: '今年度' | '前年度' | '目標';
  /** How many of the months drawn it can have: a row that ended has no later ones. */
  readonly length: number;
  readonly formula: (month: number, sheet: string) => string | null;
}

/** The figures stand alone or nearly so: each is marked. */
const ALONE: ReadonlySet<SeriesKind> = new Set(['四半期', '年1回']);

/** KPI conditions whose figure is a row with a figure a month, or can be worked out for each month. */
export function chartedConditions(state: WorkbookState, fiscalYear: number): Charted[] {
  const kpis = state.lists.kpis?.content.kpis ?? [];
  return kpis.flatMap(({ kpi }) => kpi.conditions.flatMap((condition): Charted[] => {
    const target = resolveActual(condition.actual, state.catalog);
    const row = target.ok && target.data.kind === 'row' ? state.catalog.rows.get(target.data.ref.rowId)?.definition : undefined;
    if (!row) return [];
    const months = Array.from({ length: MONTHS }, (_, month) => month).filter((month) => bearsMonth(row, month));
    const ofYear = (name: Line['name'], year: number): Line[] => {
      const formula = lineFormula(state, row, year);
      return formula === null ? [] : [{ name, length: months.filter((month) => !hasEnded(row, year, month)).length, formula }];
    };
    const thisYear = ofYear('今年度', fiscalYear);
    if (thisYear.length === 0) return [];
    return [{ kpi, condition, row, months, lines: [...thisYear, ...ofYear('前年度', fiscalYear - 1)] }];
  }));
}

/** The figure of each month: the row's own, or the ratio from April to that month where the row is a ratio in the total column alone. */
function lineFormula(state: WorkbookState, row: RowDefinition, year: number): Line['formula'] | null {
  const place = state.map.series.get(seriesKey(row.id, year));
  if (!place) return null;
  if (hasMonths(row)) {
    return (month, sheet) => {
      const cell = monthCell(place, month);
      return cell && numberOrGap(cellReference(cell, sheet));
    };
  }
  const expanded = toDateExpression(row.id, year, state.catalog);
  return expanded.ok ? (month, sheet) => toDateOrGap(state, expanded.data, month, sheet) : null;
}

/** A month whose figures are not all there yet is a gap, not the month before once more. */
function toDateOrGap(state: WorkbookState, expression: Expression<ToDateRef>, month: number, sheet: string): string | null {
  const formula = actualFormula({ kind: 'toDate', expression, through: month }, state, sheet);
  const cells = referencesOf(expression).map((ref) => {
    const place: SeriesPlace | undefined = state.map.series.get(seriesKey(ref.rowId, ref.year));
    return place ? monthCell(place, month) : null;
  });
  const there = cells.flatMap((cell) => (cell === null ? [] : [cellReference(cell, sheet)]));
  if (formula === null || there.length < cells.length) return null;
  return `=IF(COUNT(${there.join(',')})=${there.length},IFERROR(0+${formula.slice(1)},NA()),NA())`;
}

const numberOrGap = (cell: string): string => `=IF(ISNUMBER(${cell}),${cell},NA())`;

const keyOfLine = (condition: KpiCondition, line: Line['name'] | '月'): string => `グラフ:${condition.id}:${line}`;
export const lineArea = ({ condition, months }: Charted, line: Line['name'] | '月', rowOf: RowOf, length = months.length): Area =>
  ({ row: rowOf(keyOfLine(condition, line)), column: COLUMN.helperFirst, rows: 1, columns: length });

/** The helper block's rows; they share sheet rows with the printed part but stand to its right. */
export function chartHelperRows(charted: readonly Charted[], fiscalYear: number, sheet: string): SummaryRow[] {
  return charted.flatMap(({ condition, months, lines }) => {
    const row = (name: Line['name'] | '月', label: string, cell: (month: number, rowOf: RowOf) => CellInput): SummaryRow => ({
      key: keyOfLine(condition, name),
      look: 'text',
      formats: name === '月' ? [] : [[COLUMN.helperFirst, months.length, condition.format]],
      cells: (_, rowOf) => [[COLUMN.helperLabel, label], ...months.map((month, index) => [COLUMN.helperFirst + index, cell(month, rowOf)] as const)],
    });
    return [
      row('月', condition.label, monthLabel),
      ...lines.map((line) => row(line.name, lineLabel(line.name, fiscalYear), (month) => ({ formula: line.formula(month, sheet) ?? '=NA()' }))),
      row('目標', '目標', (_, rowOf) => ({ formula: numberOrGap(targetCell(rowOf(condition.id))) })),
    ];
  });
}

const lineLabel = (line: Line['name'], fiscalYear: number): string => (line === '目標' ? line : fiscalYearLabel(line === '今年度' ? fiscalYear : fiscalYear - 1));

/** Rows of the sheet a chart covers. */
export const CHART_ROWS = 12;
export const SIDES = [{ column: COLUMN.label, columns: 7 }, { column: COLUMN.label + 7, columns: 9 }] as const;

const DRAWN: Readonly<Record<Line['name'], Pick<LineChart['series'][number], 'color' | 'weight' | 'dash' | 'marker'>>> = {
  今年度: { color: COLORS.thisYear, weight: 2.25, dash: 'Continuous', marker: 'Circle' },
  前年度: { color: COLORS.previousYear, weight: 1.5, dash: 'Continuous', marker: 'None' },
  目標: { color: COLORS.target, weight: 1.5, dash: 'Dash', marker: 'None' },
};

/** The charts, two abreast; `firstRowOf` gives the first row of the line of charts with a number. */
export function summaryCharts(charted: readonly Charted[], fiscalYear: number, rowOf: RowOf, firstRowOf: (line: number) => number): LineChart[] {
  return charted.map((one, index): LineChart => {
    const { condition, row, months, lines } = one;
    const side = SIDES[index % 2 === 0 ? 0 : 1];
    const drawn = (name: Line['name'], length: number): LineChart['series'][number] =>
      ({ name: lineLabel(name, fiscalYear), values: lineArea(one, name, rowOf, length), ...DRAWN[name], ...(ALONE.has(row.kind) && name !== '目標' ? { marker: 'Circle' } : {}) });
    return {
      name: `KPI_${condition.id}`,
      title: condition.label,
      categories: lineArea(one, '月', rowOf),
      valueFormat: condition.format,
      place: { row: firstRowOf(Math.floor(index / 2)), column: side.column, rows: CHART_ROWS, columns: side.columns },
      series: [...lines.map((line) => drawn(line.name, line.length)), ...(condition.target === null ? [] : [drawn('目標', months.length)])],
    };
  });
}
