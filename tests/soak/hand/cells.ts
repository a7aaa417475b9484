import { cellKey, isCellError, keyColumn, keyRow, type Cell, type Scalar, type Sheet } from '../../../src/embedded/model/book';
import type { Area } from '../../../src/plan/a1';

/** A cell that says something, with its place counted from 0. */
export interface Filled {
  readonly key: number;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

export const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && (cell.formula !== undefined || (cell.value !== undefined && cell.value !== ''));

/** The filled cells of a sheet, by rows. */
export const filledCells = (sheet: Sheet): Filled[] =>
  [...sheet.cells].filter(([, cell]) => isFilled(cell)).sort(([a], [b]) => a - b).map(([key, cell]) => ({ key, row: keyRow(key), column: keyColumn(key), cell }));

/** From A1 to the last filled cell; null: the sheet is empty. */
export function usedArea(sheet: Sheet): Area | null {
  const cells = filledCells(sheet);
  return cells.length === 0 ? null : { row: 0, column: 0, rows: Math.max(...cells.map((one) => one.row)) + 1, columns: Math.max(...cells.map((one) => one.column)) + 1 };
}

export const keysIn = ({ row, column, rows, columns }: Area): number[] =>
  Array.from({ length: rows * columns }, (_, index) => cellKey(row + Math.floor(index / columns), column + (index % columns)));

/** Types into a cell, which keeps its look; undefined empties it. A formula is given without "=". */
export function typeInto(sheet: Sheet, key: number, content: { readonly value: Scalar } | { readonly formula: string } | undefined): void {
  const style = sheet.cells.get(key)?.style;
  const cell: Cell = { ...(style ? { style } : {}), ...content };
  if (Object.keys(cell).length === 0) sheet.cells.delete(key);
  else sheet.cells.set(key, cell);
}

/** As a person would say it. */
export function said(cell: Cell | undefined): string {
  if (cell?.formula !== undefined) return `=${cell.formula}`;
  if (cell?.value === undefined) return '(blank)';
  return isCellError(cell.value) ? cell.value.error : JSON.stringify(cell.value);
}

/** What a cell says, as text; "" for nothing. */
export const textOf = (cell: Cell | undefined): string => (cell?.value === undefined ? '' : isCellError(cell.value) ? cell.value.error : String(cell.value).trim());

/** One of several by any number; undefined: there is none. */
export const pick = <T>(some: readonly T[], number: number): T | undefined => some[number % Math.max(1, some.length)];
