import { isTelling } from '../../domain/recognition/looseFigure';
import type { Grid } from '../grid';
import { lineCell, type SheetTable } from './sheetTables';

/** The number format that most months of a line have; "" where none is known or it says nothing. */
export function lineFormat(table: SheetTable, line: number, grids: ReadonlyMap<string, Grid>): string {
  const grid = grids.get(table.sheet);
  const counts = new Map<string, number>();
  for (const position of table.found.header.months) {
    const { row, column } = lineCell(table, line, position);
    const format = grid?.format(row, column) ?? '';
    if (isTelling(format)) counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
