import { readMonthWord } from '../domain/fiscalYear';
import { normalizeLabel } from '../domain/labels';
import type { Grid } from './grid';

/** The columns a header row names. */
export interface HeaderRow {
  readonly labelColumn: number;
  readonly monthColumns: readonly number[];
  /** Columns right of the months with their headings, filled ones only. */
  readonly after: readonly { readonly column: number; readonly label: string }[];
}

const TOTAL_WORDS: ReadonlySet<string> = new Set(['計', '合計', '平均', '累計', '年度計', '年計'].map(normalizeLabel));

/**
 * Reads a row as the header of a table: all twelve months once, in fiscal order, whatever stands
 * between them. null where it is none. Columns outside [from, to] are not looked at.
 */
export function readHeaderRow(grid: Grid, row: number, from = 0, to = grid.endColumn - 1): HeaderRow | null {
  const monthColumns: number[] = [];
  let labelColumn: number | null = null;
  const after: { column: number; label: string }[] = [];
  for (let column = from; column <= to; column++) {
    const value = grid.value(row, column);
    if (value === '') continue;
    const month = readMonthWord(value);
    if (month !== null) {
      if (month !== monthColumns.length) return null;
      monthColumns.push(column);
    } else if (monthColumns.length === 0) labelColumn ??= column;
    else if (monthColumns.length === 12) after.push({ column, label: String(value) });
  }
  if (monthColumns.length !== 12 || labelColumn === null) return null;
  return { labelColumn, monthColumns, after };
}

/** The total's column: by its own heading, else by the only other word for a total; null where neither is there. */
export function findTotalColumn(header: HeaderRow, label: string): number | null {
  const own = header.after.find((one) => normalizeLabel(one.label) === normalizeLabel(label));
  if (own) return own.column;
  const [only, ...others] = header.after.filter((one) => TOTAL_WORDS.has(normalizeLabel(one.label)));
  return only && others.length === 0 ? only.column : null;
}
