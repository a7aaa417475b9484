import { assess, type Assessment } from '../../domain/recognition/confidence';
import type { FoundTable } from '../../domain/recognition/foundTable';
import { extentOf } from '../../domain/recognition/monthHeader';
import { findTables } from '../../domain/recognition/tables';
import { overlaps, spanning, type Area } from '../../plan/a1';
import { alongLine, viewOf, type Axis } from '../blockPlace';
import type { Grid } from '../grid';

/** A table of months recognised on a sheet. Lines and positions are rows and columns of the sheet, or the other way round where the months run down. */
export interface SheetTable extends Assessment {
  readonly sheet: string;
  readonly axis: Axis;
  readonly found: FoundTable;
  /** From the header's labels to the last line and heading. */
  readonly area: Area;
}

/** Every table on a sheet, in reading order; of two readings of the same cells the surer one. */
export function findSheetTables(grid: Grid): SheetTable[] {
  if (grid.endRow === 0) return [];
  return resolve((['across', 'down'] as const).flatMap((axis) => findTables(viewOf(grid, axis), { name: grid.name, dense: false }).map((found) => sheetTable(grid.name, axis, found))));
}

function sheetTable(sheet: string, axis: Axis, found: FoundTable): SheetTable {
  const last = Math.max(found.header.line, ...found.lines.map((line) => line.line));
  const first = alongLine(axis, found.header.line, extentOf(found.header));
  const end = alongLine(axis, last, extentOf(found.header));
  const area = spanning(first.row, first.column, end.row + end.rows - 1, end.column + end.columns - 1);
  return { sheet, axis, found, area, ...assess(found, sheet) };
}

/** Cells belong to one table: the surer reading of them, and of equals the one with more lines, stays. Nothing without lines is a table. */
function resolve(tables: readonly SheetTable[]): SheetTable[] {
  const sorted = tables.filter((table) => table.found.lines.length > 0).sort((a, b) => b.confidence - a.confidence || b.found.lines.length - a.found.lines.length);
  const kept: SheetTable[] = [];
  for (const table of sorted) if (!kept.some((other) => other.axis !== table.axis && overlaps(other.area, table.area))) kept.push(table);
  return kept.sort((a, b) => a.area.row - b.area.row || a.area.column - b.area.column);
}
