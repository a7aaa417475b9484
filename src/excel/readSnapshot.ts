import type { CellContent, NameSnapshot, ReadBlock, SheetSnapshot, WorkbookSnapshot } from '../plan/snapshot';

/** Reading goes in two steps: `ask…` puts the loads on the batch, `take…` gives plain data after the sync. */

export interface AskedSheet {
  readonly sheet: string;
  readonly worksheet: Excel.Worksheet;
  readonly range: Excel.Range;
}

/** Asks for a sheet's used range and charts by the sheet's name; it need not be there. */
export function askSheet(context: Excel.RequestContext, sheet: string): AskedSheet {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
  worksheet.load('name');
  worksheet.charts.load('items/name');
  const range = worksheet.getUsedRangeOrNullObject(true);
  range.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas');
  return { sheet, worksheet, range };
}

/** What was read of the sheet; null where it is not there. An empty sheet has `used` null. */
export function takeSheet(asked: AskedSheet): Pick<SheetSnapshot, 'used' | 'charts'> | null {
  if (asked.worksheet.isNullObject) return null;
  return {
    used: asked.range.isNullObject ? null : toBlock(asked.range),
    charts: asked.worksheet.charts.items.map((chart) => chart.name),
  };
}

function toBlock(range: Excel.Range): ReadBlock {
  return {
    area: { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount },
    values: plain(range.values),
    formulas: plain(range.formulas),
  };
}

/** The library hands out cells untyped; anything but a plain content counts as empty. */
function plain(cells: readonly (readonly unknown[])[]): CellContent[][] {
  return Array.from(cells, (row) => Array.from(row, toContent));
}

function toContent(cell: unknown): CellContent {
  return typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'string' ? cell : '';
}

/** Asks for all sheets and names, those of single sheets too. */
export function askIndex(context: Excel.RequestContext): Excel.Workbook {
  const { workbook } = context;
  workbook.load('readOnly,protection/protected');
  workbook.worksheets.load('items/name,items/visibility,items/protection/protected,items/names/items/name,items/names/items/formula,items/names/items/comment');
  workbook.names.load('items/name,items/formula,items/comment');
  return workbook;
}

export function takeIndex(workbook: Excel.Workbook): WorkbookSnapshot {
  return {
    readOnly: workbook.readOnly,
    structureProtected: workbook.protection.protected,
    sheets: workbook.worksheets.items.map((sheet) => ({
      name: sheet.name, visible: sheet.visibility === 'Visible', protected: sheet.protection.protected, ownNames: sheet.names.items.map(toName),
    })),
    names: workbook.names.items.map(toName),
  };
}

const toName = (name: Excel.NamedItem): NameSnapshot => ({ name: name.name, refersTo: String(name.formula), comment: name.comment });
