import type { SeriesKey } from '../../domain/series';
import { cellArea } from '../../plan/a1';
import type { SheetArea } from '../../plan/sheetReference';
import { monthsArea, type SheetCell } from '../blockPlace';
import type { RecordPlace } from '../recordTable';
import type { WorkbookState } from '../workbookState';

/** Cells a person can be taken to. */
export type Place = SheetArea;

/** A line of one of our lists, over all its columns. */
export function linePlace(table: RecordPlace, row: number | undefined): Place | null {
  if (row === undefined) return null;
  const columns = [...table.columns.values()];
  const column = Math.min(...columns);
  return { sheet: table.sheet, area: { row, column, rows: 1, columns: Math.max(...columns) - column + 1 } };
}

/** The months of a series; null where it is not in the workbook. */
export function seriesRow(state: WorkbookState, key: SeriesKey): Place | null {
  const place = state.map.series.get(key);
  return place ? { sheet: place.block.sheet, area: monthsArea(place) } : null;
}

export const cellPlace = (cell: SheetCell): Place => ({ sheet: cell.sheet, area: cellArea(cell) });
