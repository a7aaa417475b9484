import { readMonthWord } from '../domain/fiscalYear';
import { normalizeLabel } from '../domain/labels';
import type { Grid } from './grid';

/** The columns a header row names. */
export interface HeaderRow {
  readonly labelColumn: number;
  readonly monthColumns: readonly number[];
  /** Column of a total's heading; null: there is none. */
  readonly totalColumn: number | null;
}

const TOTAL_WORDS = ['計', '合計', '平均', '累計', '年度計', '年計'].map(normalizeLabel);

/**
 * Reads a row as the header of a table: all twelve months once, in fiscal order, whatever stands
 * between them. null where it is none. Columns outside [from, to] are not looked at.
 */
export function readHeaderRow(grid: Grid, row: number, from = 0, to = grid.endColumn - 1): HeaderRow | null {
  const monthColumns: number[] = [];
  let labelColumn: number | null = null;
  let totalColumn: number | null = null;
  for (let column = from; column <= to; column++) {
    const value = grid.value(row, column);
    if (value === '') continue;
    const month = readMonthWord(value);
    if (month !== null) {
      if (month !== monthColumns.length) return null;
      monthColumns.push(column);
    } else if (monthColumns.length === 0) labelColumn ??= column;
    else if (monthColumns.length === 12 && totalColumn === null && TOTAL_WORDS.includes(normalizeLabel(String(value)))) totalColumn = column;
  }
  if (monthColumns.length !== 12 || labelColumn === null) return null;
  return { labelColumn, monthColumns, totalColumn };
}
