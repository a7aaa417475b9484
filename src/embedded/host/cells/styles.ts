import { contains, MAX_COLUMNS, MAX_ROWS, type Area } from '../../../plan/a1';
import { cellKey, keyColumn, keyRow, type Book, type Sheet, type Style } from '../../model/book';

/** Members to change; undefined takes a member away. */
export type StyleChange = { readonly [K in keyof Style]: Style[K] | undefined };

export function changedStyle(style: Style, change: StyleChange): Style {
  return Object.fromEntries(Object.entries({ ...style, ...change }).filter(([, value]) => value !== undefined));
}

/** The look of a cell: its own, its row's, its column's, or the workbook's. */
export function styleAt(book: Book, sheet: Sheet, row: number, column: number): Style {
  return sheet.cells.get(cellKey(row, column))?.style ?? sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? book.defaultStyle ?? {};
}

/** Changes the look of every cell of the area; whole columns and rows keep it as their own look. */
export function changeStyles(book: Book, sheet: Sheet, area: Area, change: (style: Style, row: number, column: number) => StyleChange): void {
  if (area.rows === MAX_ROWS) return changeColumns(book, sheet, area, change);
  if (area.columns === MAX_COLUMNS) return changeRows(book, sheet, area, change);
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) changeCell(book, sheet, row, column, change);
  }
}

type Change = (style: Style, row: number, column: number) => StyleChange;

function changeCell(book: Book, sheet: Sheet, row: number, column: number, change: Change): void {
  const key = cellKey(row, column);
  const before = styleAt(book, sheet, row, column);
  const cell = sheet.cells.get(key) ?? {};
  cell.style = changedStyle(before, change(before, row, column));
  sheet.cells.set(key, cell);
  sheet.changedCells.add(key);
  sheet.changed.add('cells');
}

function changeFilled(book: Book, sheet: Sheet, area: Area, change: Change): void {
  for (const key of [...sheet.cells.keys()]) {
    if (contains(area, keyRow(key), keyColumn(key))) changeCell(book, sheet, keyRow(key), keyColumn(key), change);
  }
}

function changeColumns(book: Book, sheet: Sheet, area: Area, change: Change): void {
  changeFilled(book, sheet, area, change);
  for (let column = area.column; column < area.column + area.columns; column++) {
    const look = sheet.columns.get(column) ?? {};
    const before = look.style ?? book.defaultStyle ?? {};
    sheet.columns.set(column, { ...look, style: changedStyle(before, change(before, 0, column)) });
  }
  sheet.changed.add('columns');
}

function changeRows(book: Book, sheet: Sheet, area: Area, change: Change): void {
  changeFilled(book, sheet, area, change);
  for (let row = area.row; row < area.row + area.rows; row++) {
    const look = sheet.rows.get(row) ?? {};
    const before = look.style ?? book.defaultStyle ?? {};
    sheet.rows.set(row, { ...look, style: changedStyle(before, change(before, row, 0)) });
  }
  sheet.changed.add('rows');
}

/** Reading over more cells than this looks at filled cells and at the looks of rows and columns only. */
const EVERY_CELL = 200_000;

/** The value that all cells of the area share, or `mixed`. */
export function shared<T>(book: Book, sheet: Sheet, area: Area, mixed: T, pick: (style: Style) => T): T {
  const found = new Set<T>();
  for (const style of stylesOf(book, sheet, area)) {
    found.add(pick(style));
    if (found.size > 1) return mixed;
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : mixed;
}

function* stylesOf(book: Book, sheet: Sheet, area: Area): Generator<Style> {
  if (area.rows * area.columns <= EVERY_CELL) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) yield styleAt(book, sheet, row, column);
    }
    return;
  }
  for (const key of sheet.cells.keys()) {
    if (contains(area, keyRow(key), keyColumn(key))) yield styleAt(book, sheet, keyRow(key), keyColumn(key));
  }
  const columns = [...sheet.columns].filter(([column]) => column >= area.column && column < area.column + area.columns);
  const rows = [...sheet.rows].filter(([row, look]) => look.style && row >= area.row && row < area.row + area.rows);
  for (const [, look] of [...columns, ...rows]) yield look.style ?? book.defaultStyle ?? {};
  if (columns.length < area.columns) yield book.defaultStyle ?? {};
}
