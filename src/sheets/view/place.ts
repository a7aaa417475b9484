import type { SeriesKey } from '../../domain/series';
import { spanning } from '../../plan/a1';
import type { SheetArea } from '../../plan/sheetReference';
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
  if (!place) return null;
  const { sheet, monthColumns } = place.block;
  return { sheet, area: spanning(place.row, Math.min(...monthColumns), place.row, Math.max(...monthColumns)) };
}

export const cellPlace = (sheet: string, row: number, column: number): Place => ({ sheet, area: { row, column, rows: 1, columns: 1 } });
