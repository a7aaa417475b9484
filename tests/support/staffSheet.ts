import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellKey, keyColumn, keyRow, type Sheet } from '../../src/embedded/model/book';
import { cellA1, readCell } from '../../src/plan/a1';
import { readSheetArea, writeSheetArea } from '../../src/plan/sheetReference';
import type { Bench } from './laidOut';

/** Tables as staff make them, on sheets of their own, bound by names as the recognition would bind them. */

type Content = string | number | null;

/** Puts rows of contents on a sheet, which is made where there is none; a text that begins with "=" is a formula. */
export function putRows(bench: Bench, name: string, topLeft: string, rows: readonly (readonly Content[])[]): void {
  const at = readCell(topLeft);
  if (!at) throw new Error(topLeft);
  const sheet = bench.book.sheets.find((one) => one.name === name) ?? addSheet(bench, name);
  rows.forEach((row, down) => row.forEach((content, right) => {
    if (content === null || content === '') return;
    const cell = typeof content === 'string' && content.startsWith('=') ? { formula: content.slice(1) } : { value: content };
    sheet.cells.set(cellKey(at.row + down, at.column + right), cell);
  }));
}

function addSheet(bench: Bench, name: string): Sheet {
  const sheet = blankSheet(sheetIdText(2000 + bench.book.sheets.length), name);
  bench.book.sheets.push(sheet);
  return sheet;
}

export const turnRows = (rows: readonly (readonly Content[])[]): Content[][] =>
  Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, position) => rows.map((row) => row[position] ?? null));

/** Points names of ours at other cells. */
export function bind(bench: Bench, places: Readonly<Record<string, string>>): void {
  for (const [name, refersTo] of Object.entries(places)) {
    const found = bench.book.names.find((one) => one.name === name);
    if (found) found.refersTo = refersTo;
    else bench.book.names.push({ name, refersTo, comment: '', visible: true });
  }
}

export const refersTo = (bench: Bench, name: string): string | undefined => bench.book.names.find((one) => one.name === name)?.refersTo;

export function unbind(bench: Bench, which: (name: string) => boolean): void {
  bench.book.names.splice(0, bench.book.names.length, ...bench.book.names.filter((one) => !which(one.name)));
}

/** Exchanges rows and columns of a sheet, its names with it. Formulas are left out: jobs write them anew. */
export function turnSheet(bench: Bench, name: string): void {
  const sheet = bench.sheet(name);
  const cells = [...sheet.cells].filter(([, cell]) => cell.formula === undefined && cell.value !== undefined);
  sheet.cells.clear();
  for (const [key, { value }] of cells) if (value !== undefined) sheet.cells.set(cellKey(keyColumn(key), keyRow(key)), { value });
  for (const one of bench.book.names) {
    const at = readSheetArea(`=${one.refersTo}`);
    if (at?.sheet !== name) continue;
    const { row, column, rows, columns } = at.area;
    one.refersTo = writeSheetArea({ sheet: name, area: { row: column, column: row, rows: columns, columns: rows } }).slice(1);
  }
}

/** Inserts rows (or columns) as Excel does: cells and names behind move, names and ranges over the place grow. Formulas are moved by names only, so it is for sheets of typed figures. */
export function insertLines(bench: Bench, name: string, which: 'rows' | 'columns', before: number, count = 1): void {
  const sheet = bench.sheet(name);
  const cells = [...sheet.cells];
  sheet.cells.clear();
  const moved = (index: number): number => (index >= before ? index + count : index);
  for (const [key, cell] of cells) {
    const [row, column] = [keyRow(key), keyColumn(key)];
    sheet.cells.set(which === 'rows' ? cellKey(moved(row), column) : cellKey(row, moved(column)), cell);
  }
  for (const one of bench.book.names) {
    const at = readSheetArea(`=${one.refersTo}`);
    if (at?.sheet !== name) continue;
    const { row, column, rows, columns } = at.area;
    const area = which === 'rows'
      ? { row: moved(row), column, rows: moved(row + rows - 1) - moved(row) + 1, columns }
      : { row, column: moved(column), rows, columns: moved(column + columns - 1) - moved(column) + 1 };
    one.refersTo = writeSheetArea({ sheet: name, area }).slice(1);
  }
}

/** Writes into 表定義: the cell of a row under a heading. */
export function define(bench: Bench, id: string, heading: string, value: string | number): string {
  const sheet = bench.sheet('表定義');
  const cells = [...sheet.cells];
  const column = cells.find(([, cell]) => cell.value === heading)?.[0];
  const line = cells.find(([key, cell]) => keyColumn(key) === 1 && cell.value === id)?.[0];
  if (column === undefined || line === undefined) throw new Error(`no ${id} or ${heading}`);
  sheet.cells.set(cellKey(keyRow(line), keyColumn(column)), { value });
  return cellA1(keyRow(line), keyColumn(column));
}
