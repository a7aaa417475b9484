import { areaA1, readArea, type Area } from '../plan/a1';
import type { SheetArea } from '../plan/sheetReference';
import type { CellContent, NameSnapshot, ReadBlock, SheetSnapshot, WorkbookSnapshot } from '../plan/snapshot';

/** Reading goes in two steps: `ask…` puts the loads on the batch, `take…` gives plain data after the sync. */

export interface AskedSheet {
  readonly sheet: string;
  readonly worksheet: Excel.Worksheet;
  readonly range: Excel.Range;
  readonly withFormats: boolean;
  readonly printed?: Excel.RangeAreas;
}

/** Asks for a sheet's used range and charts by the sheet's name; it need not be there. */
export function askSheet(context: Excel.RequestContext, sheet: string): AskedSheet {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
  worksheet.load('name');
  worksheet.charts.load('items/name');
  const range = worksheet.getUsedRangeOrNullObject(true);
  range.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas');
  return { sheet, worksheet, range, withFormats: false };
}

/** Asks for cells with their number formats; the sheet need not be there. */
export function askCells(context: Excel.RequestContext, { sheet, area }: SheetArea): AskedSheet {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
  worksheet.load('name');
  worksheet.charts.load('items/name');
  const range = worksheet.getRange(areaA1(area));
  range.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas,numberFormat,valueTypes');
  const printed = worksheet.pageLayout.getPrintAreaOrNullObject();
  printed.load('address');
  return { sheet, worksheet, range, withFormats: true, printed };
}

/** Asks for the used range alone. */
export function askExtent(context: Excel.RequestContext, sheet: string): Excel.Range {
  const range = context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true);
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  return range;
}

export function takeExtent(range: Excel.Range | undefined): Area | null {
  return !range || range.isNullObject ? null : areaOf(range);
}

const areaOf = (range: Excel.Range): Area => ({ row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount });

/** What was read of the sheet; null where it is not there. An empty sheet has `used` null. */
export function takeSheet(asked: AskedSheet): Pick<SheetSnapshot, 'used' | 'charts' | 'printArea'> | null {
  if (asked.worksheet.isNullObject) return null;
  return {
    used: asked.range.isNullObject ? null : toBlock(asked.range, asked.withFormats),
    charts: asked.worksheet.charts.items.map((chart) => chart.name),
    ...(asked.printed ? { printArea: asked.printed.isNullObject ? null : printAreaOf(asked.printed.address) } : {}),
  };
}

/** The one rectangle that is printed; of several nothing is said. */
const printAreaOf = (address: string): Area | null => readArea(address.slice(address.lastIndexOf('!') + 1));

function toBlock(range: Excel.Range, withFormats: boolean): ReadBlock {
  const formulas = plain(range.formulas);
  return {
    area: areaOf(range),
    values: plain(range.values),
    formulas,
    ...(withFormats ? { formats: plain(range.numberFormat).map((row) => row.map(String)), errors: typedErrors(range, formulas) } : {}),
  };
}

/** The result of a formula is no content of its own. */
function typedErrors(range: Excel.Range, formulas: readonly (readonly CellContent[])[]): boolean[][] {
  return plain(range.valueTypes).map((row, down) => row.map((type, right) => type === 'Error' && !String(formulas[down]?.[right]).startsWith('=')));
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
