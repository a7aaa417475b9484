import { BooleanNumber, CellValueType, LocaleType, type ICellData, type IStyleData, type IWorkbookData, type IWorksheetData } from '@univerjs/core';
import { keyColumn, keyRow } from '../../model/book';
import type { FullStyle } from './cellStyle';
import type { CellView, SheetView } from './sheetView';

export const UNIT = 'book';

/** The grid's data of a whole workbook. @param zooms by sheet id; 1 where there is none */
export function workbookData(views: readonly SheetView[], styles: Readonly<Record<string, FullStyle>>, zooms: ReadonlyMap<string, number> = new Map()): IWorkbookData {
  return {
    id: UNIT, name: '', appVersion: '0.25.1', locale: LocaleType.JA_JP, styles: Object.fromEntries(Object.entries(styles).map(([id, style]) => [id, withoutNulls(style)])),
    sheetOrder: views.map(({ id }) => id),
    sheets: Object.fromEntries(views.map((view) => [view.id, { ...worksheetData(view), zoomRatio: zooms.get(view.id) ?? 1 }])),
  };
}

/** In data that is loaded, a member that is null counts as set. */
function withoutNulls(style: FullStyle): IStyleData {
  const set = Object.entries(style).filter(([, value]) => value !== null && value !== undefined);
  return { ...Object.fromEntries(set), bd: Object.fromEntries(Object.entries(style.bd ?? {}).filter(([, line]) => line !== null && line !== undefined)) };
}

/** All values are texts: nothing of the grid's could calculate with them. */
function cellData({ text, filled, look }: CellView): ICellData {
  return filled ? { v: text, t: CellValueType.STRING, s: look.id } : { s: look.id };
}

/** A cell for an update: a look replaces the former one whole. */
export function cellUpdate(cell: CellView | undefined): ICellData {
  if (!cell) return { v: null, s: null };
  return { v: cell.filled ? cell.text : null, t: CellValueType.STRING, s: cell.look.style as IStyleData };
}

function worksheetData(view: SheetView): Partial<IWorksheetData> {
  const cells: Record<number, Record<number, ICellData>> = {};
  for (const [key, cell] of view.cells) (cells[keyRow(key)] ??= {})[keyColumn(key)] = cellData(cell);
  return {
    id: view.id, name: view.name, tabColor: view.tabColor, hidden: flag(view.hidden), rowCount: view.rowCount, columnCount: view.columnCount,
    cellData: cells, showGridlines: flag(view.gridlines), freeze: freezeData(view),
    mergeData: view.merges.map(({ row, column, rows, columns }) => ({ startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 })),
    rowData: Object.fromEntries(view.rows.map((h, row) => [row, { h: h || 20, hd: flag(h === 0), ia: BooleanNumber.FALSE, ...lookOf(view.rowLooks, row) }])),
    columnData: Object.fromEntries(view.columns.map((w, column) => [column, { w: w || 20, hd: flag(w === 0), ...lookOf(view.columnLooks, column) }])),
    rowHeader: { width: 46 }, columnHeader: { height: 20 }, rightToLeft: BooleanNumber.FALSE,
  };
}

const flag = (yes: boolean): BooleanNumber => (yes ? BooleanNumber.TRUE : BooleanNumber.FALSE);
const lookOf = (looks: SheetView['rowLooks'], line: number): { s?: string } => {
  const look = looks.get(line);
  return look ? { s: look.id } : {};
};

export function freezeData({ freeze }: Pick<SheetView, 'freeze'>): IWorksheetData['freeze'] {
  return { xSplit: freeze.columns, ySplit: freeze.rows, startRow: freeze.rows || -1, startColumn: freeze.columns || -1 };
}
