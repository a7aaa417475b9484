import { mergedRows } from '../domain/catalog';
import type { RowDefinition, TableDefinition } from '../domain/definitions';
import { fiscalYearLabel, monthLabel } from '../domain/fiscalYear';
import { isDuration, isPercent } from '../domain/formatFigure';
import { printedDecimals } from '../domain/rounding';
import { seriesKey, yearsOf } from '../domain/series';
import { cellA1 } from '../plan/a1';
import type { CellInput } from '../plan/workbookPlan';
import { monthCell, totalCell, type SheetCell } from './blockPlace';
import { cellReference } from './compile';
import { BLANK, COLUMN, heading, MONTHS, type SummaryRow } from './summaryRows';
import type { WorkbookState } from './workbookState';

/** The monthly tables of the annual summary: this year, the year before and the difference, by live formulas. */
export function tableRows(state: WorkbookState, fiscalYear: number, sheet: string): SummaryRow[] {
  return state.definitions.groups.flatMap((group) => {
    const tables = state.definitions.tables.filter((table) => table.group === group);
    return [
      heading('section', [[COLUMN.label, `月次表（${group}${group.endsWith('グループ') ? '' : 'グループ'}）`]]),
      ...tables.flatMap((table) => tableBlock(state, table, fiscalYear, sheet)),
    ];
  });
}

function tableBlock(state: WorkbookState, table: TableDefinition, fiscalYear: number, sheet: string): SummaryRow[] {
  const months = Array.from({ length: MONTHS }, (_, month) => [COLUMN.firstMonth + month, month === 0 && table.firstMonthLabel !== null ? table.firstMonthLabel : monthLabel(month)] as const);
  return [
    heading('tableTitle', [[COLUMN.label, table.name], ...(table.note === null ? [] : [[COLUMN.firstMonth, table.note] as const])]),
    heading('header', [[COLUMN.label, '項目'], [COLUMN.unit, '単位'], ...months, [COLUMN.total, table.totalLabel ?? '計'], [COLUMN.note, '備考']]),
    ...table.rows.flatMap((row) => rowLines(state, table, row, fiscalYear, sheet)),
    BLANK,
  ];
}

/** Key of the line that compares a row with the year before. */
export const differenceKey = (row: RowDefinition): string => `${row.id}:差`;
const figureKey = (row: RowDefinition, year: number): string => `${row.id}:${year}`;

function rowLines(state: WorkbookState, table: TableDefinition, row: RowDefinition, fiscalYear: number, sheet: string): SummaryRow[] {
  const years = yearsOf(row, fiscalYear).filter((year) => year >= fiscalYear - 1);
  const lines = years.map((year): SummaryRow => ({
    key: figureKey(row, year),
    look: 'body',
    formats: [[COLUMN.firstMonth, MONTHS, row.format], [COLUMN.total, 1, row.totalFormat ?? row.format]],
    cells: () => [[COLUMN.label, `${row.label}　${fiscalYearLabel(year)}`], [COLUMN.unit, row.unit], ...figureCells(state, row, year, sheet)],
  }));
  return years.length < 2 || row.kind === '実施日' ? lines : [...lines, differenceLine(state, table, row, fiscalYear)];
}

function figureCells(state: WorkbookState, row: RowDefinition, year: number, sheet: string): (readonly [number, CellInput])[] {
  const place = state.map.series.get(seriesKey(row.id, year));
  if (!place) return [];
  const show = (column: number, cell: SheetCell | null): (readonly [number, CellInput])[] => {
    const reference = cell && cellReference(cell, sheet);
    return reference === null ? [] : [[column, { formula: `=IF(ISNUMBER(${reference}),${reference},"")` }]];
  };
  const months = place.block.monthPositions.flatMap((_, month) => show(COLUMN.firstMonth + month, monthCell(place, month)));
  return row.total === 'なし' ? months : [...months, ...show(COLUMN.total, totalCell(place))];
}

function differenceLine(state: WorkbookState, table: TableDefinition, row: RowDefinition, fiscalYear: number): SummaryRow {
  const absorbed = mergedRows(table, row.id, state.catalog.resolve);
  const name = row.mergedInto !== null ? '前年度差（統合先で比較）' : absorbed.length > 0 ? `前年度差（${absorbed.map((one) => one.label).join('、')}を含む）` : '前年度差';
  return {
    key: differenceKey(row),
    look: 'difference',
    formats: [[COLUMN.firstMonth, MONTHS + 1, changeFormat(row.format)]],
    cells: (_, rowOf) => {
      const cells: (readonly [number, CellInput])[] = [[COLUMN.label, `${row.label}　${name}`], [COLUMN.unit, changeUnit(row)]];
      if (row.mergedInto !== null) return cells;
      const rows = [row, ...absorbed];
      const columns = Array.from({ length: MONTHS + (row.total === 'なし' ? 0 : 1) }, (_unused, index) => COLUMN.firstMonth + index);
      const list = (year: number, column: number): string => rows.filter((one) => yearsOf(one, fiscalYear).includes(year)).map((one) => cellA1(rowOf(figureKey(one, year)), column)).join(',');
      return [...cells, ...columns.map((column) => [column, { formula: changeFormula(list(fiscalYear, column), list(fiscalYear - 1, column), rows.length > 1, row.format) }] as const)];
    },
  };
}

/**
 * Merged rows are compared as sums; rates in points; durations in minutes, because Excel cannot show a negative one.
 * The inner ROUND takes the binary error away: an exact half must not be rounded one way here and another there.
 */
function changeFormula(now: string, before: string, summed: boolean, format: string): string {
  const difference = summed ? `SUM(${now})-SUM(${before})` : `${now}-${before}`;
  const condition = summed ? `AND(COUNT(${now})>0,COUNT(${before})>0)` : `COUNT(${before},${now})=2`;
  const decimals = printedDecimals(format);
  const scaled = isDuration(format) ? `(${difference})*1440` : isPercent(format) ? `(${difference})*100` : difference;
  const digits = isDuration(format) ? 0 : Math.max(0, isPercent(format) ? decimals - 2 : decimals);
  const change = `ROUND(ROUND(${scaled},${digits + 6}),${digits})`;
  return `=IF(${condition},${change},"")`;
}

function changeFormat(format: string): string {
  const decimals = isDuration(format) ? 0 : Math.max(0, printedDecimals(format) - (isPercent(format) ? 2 : 0));
  const digits = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  return `${digits};"▲"${digits}`;
}

function changeUnit(row: RowDefinition): string {
  return isDuration(row.format) ? '分' : isPercent(row.format) ? 'ポイント' : row.unit;
}
