import { MAX_COLUMNS, MAX_ROWS } from '../plan/a1';
import type { CellContent, ReadBlock, SheetSnapshot, WorkbookSnapshot } from '../plan/snapshot';

/** Loads asked for but not yet answered; `take` is called after the sync. */
export interface Pending<T> {
  readonly take: () => T;
}

/** Asks for a sheet's used range by name. A sheet that is not there gives undefined, an empty one null. */
export function askUsedRange(context: Excel.RequestContext, sheet: string): Pending<Pick<SheetSnapshot, 'used' | 'charts'> | undefined> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
  worksheet.load('name');
  worksheet.charts.load('items/name');
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas');
  return {
    take: () => {
      if (worksheet.isNullObject) return undefined;
      const charts = worksheet.charts.items.map((chart) => chart.name);
      return { used: used.isNullObject ? null : toBlock(used), charts };
    },
  };
}

function toBlock(range: Excel.Range): ReadBlock {
  return {
    area: {
      row: Math.min(range.rowIndex, MAX_ROWS - 1),
      column: Math.min(range.columnIndex, MAX_COLUMNS - 1),
      rows: range.rowCount,
      columns: range.columnCount,
    },
    values: plain(range.values),
    formulas: plain(range.formulas),
  };
}

/** The library hands out cells untyped; anything that is not a plain content becomes text. */
function plain(cells: readonly (readonly unknown[])[]): CellContent[][] {
  return Array.from(cells, (row) => Array.from(row, toContent));
}

function toContent(cell: unknown): CellContent {
  return typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'string' ? cell : cell == null ? '' : String(cell);
}

/** Asks for all sheets and names. */
export function askIndex(context: Excel.RequestContext): Pending<WorkbookSnapshot> {
  const { workbook } = context;
  workbook.load('readOnly');
  workbook.worksheets.load('items/name,items/visibility,items/protection/protected');
  workbook.names.load('items/name,items/formula,items/comment');
  return {
    take: () => ({
      readOnly: workbook.readOnly,
      sheets: workbook.worksheets.items.map((sheet) => ({
        name: sheet.name,
        visible: sheet.visibility === 'Visible',
        protected: sheet.protection.protected,
      })),
      names: workbook.names.items.map((name) => ({ name: name.name, refersTo: String(name.formula), comment: name.comment })),
    }),
  };
}
