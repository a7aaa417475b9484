import { fiscalYearLabel } from '../../domain/fiscalYear';
import { seriesKey } from '../../domain/series';
import type { WorkbookSnapshot } from '../../plan/snapshot';
import type { RecordTable } from '../recordTable';
import { yearCell, type TableSheetKey } from '../tableSheet';
import { readState, type WorkbookState } from '../workbookState';

/** A cell of 表定義 as it will be. */
export interface DefinitionChange {
  readonly row: number;
  readonly column: number;
  readonly content: number | string;
}

export interface NextYear {
  readonly changes: readonly DefinitionChange[];
  /** Rows that keep the year that is over beside the new one from now on. */
  readonly widened: number;
  readonly next: WorkbookState;
}

/** The workbook as it will read in the next fiscal year; null where 表定義 has no cell for the year. */
export function readNextYear(state: WorkbookState, to: number): NextYear | null {
  const list = state.lists.tables;
  const at = list && yearCell(list.table);
  if (!list || !at) return null;
  const { table } = list;
  const written = table.grid.text(at.row, at.column);
  const year = [{ ...at, content: /^\d{4}$/.test(written) ? to : fiscalYearLabel(to) }];
  const noted = readsAs(table, at.row, at.column + 1, fiscalYearLabel(to - 1)) ? [{ row: at.row, column: at.column + 1, content: fiscalYearLabel(to) }] : [];
  const widened = widenedRows(state, table, to);
  const changes = [...year, ...noted, ...widened];
  return { changes, widened: widened.length, next: readState(withCells(state.snapshot, table.sheet, changes), state.definitions, null) };
}

const readsAs = (table: RecordTable<TableSheetKey>, row: number, column: number, text: string): boolean => table.grid.formula(row, column) === null && table.grid.text(row, column) === text;

/** A row laid out for one year alone would lose sight of that year as soon as the next one comes; one that ended is compared with it, too. */
function widenedRows(state: WorkbookState, table: RecordTable<TableSheetKey>, to: number): DefinitionChange[] {
  const column = table.columns.get('years');
  if (column === undefined) return [];
  return state.definitions.tables.flatMap(({ rows }) => rows).flatMap((row): DefinitionChange[] => {
    const line = state.lists.tables?.content.lines.get(row.id);
    const isAlone = row.years < 2 && state.map.series.has(seriesKey(row.id, to - 1));
    return line && isAlone && table.grid.formula(line.row, column) === null ? [{ row: line.row, column, content: 2 }] : [];
  });
}

/** A snapshot with some cells of a sheet as they will be. */
function withCells(snapshot: WorkbookSnapshot, sheet: string, changes: readonly DefinitionChange[]): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((one) => {
      const { used } = one;
      if (one.name !== sheet || !used) return one;
      const changed = <T>(cells: readonly (readonly T[])[]): (T | string | number)[][] => {
        const rows: (T | string | number)[][] = cells.map((row) => [...row]);
        for (const { row, column, content } of changes) {
          const line = rows[row - used.area.row];
          if (line) line[column - used.area.column] = content;
        }
        return rows;
      };
      return { ...one, used: { ...used, values: changed(used.values), formulas: changed(used.formulas) } };
    }),
  };
}
