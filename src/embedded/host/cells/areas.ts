import { areaA1, bounding, columnLetters, MAX_COLUMNS, MAX_ROWS, overlaps, quoteSheet, type Area } from '../../../plan/a1';
import { keyColumn, keyRow, type Cell, type Sheet } from '../../model/book';

export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** Whole rows or columns; Excel reads no cell properties of them ("unbounded" in Microsoft's documentation). */
export function isUnbounded(area: Area): boolean {
  return area.rows === MAX_ROWS || area.columns === MAX_COLUMNS;
}

/** "A1:B3", "A:C" or "1:3"; with `absolute` "$A$1:$B$3". */
export function cellsText(area: Area, absolute = false): string {
  const dollar = absolute ? '$' : '';
  if (area.columns === MAX_COLUMNS) return `${dollar}${area.row + 1}:${dollar}${area.row + area.rows}`;
  if (area.rows === MAX_ROWS) return `${dollar}${columnLetters(area.column)}:${dollar}${columnLetters(area.column + area.columns - 1)}`;
  return areaA1(area, absolute);
}

/** "業務!$A$1:$B$3", as formulas name it. */
export function absoluteText(sheet: Sheet, area: Area): string {
  return `${quoteSheet(sheet.name)}!${cellsText(area, true)}`;
}

/** What is left of an area when another is cut out of it: up to four rectangles. */
export function withoutArea(area: Area, cut: Area): Area[] {
  if (!overlaps(area, cut)) return [area];
  const top = Math.max(area.row, cut.row);
  const bottom = Math.min(area.row + area.rows, cut.row + cut.rows);
  const left = Math.max(area.column, cut.column);
  const right = Math.min(area.column + area.columns, cut.column + cut.columns);
  return [
    { row: area.row, column: area.column, rows: top - area.row, columns: area.columns },
    { row: bottom, column: area.column, rows: area.row + area.rows - bottom, columns: area.columns },
    { row: top, column: area.column, rows: bottom - top, columns: left - area.column },
    { row: top, column: right, rows: bottom - top, columns: area.column + area.columns - right },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}

export function intersection(a: Area, b: Area): Area | null {
  if (!overlaps(a, b)) return null;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return { row, column, rows: Math.min(a.row + a.rows, b.row + b.rows) - row, columns: Math.min(a.column + a.columns, b.column + b.columns) - column };
}

/** The smallest area over all cells that hold something, or also over formatted ones; null where there are none. */
export function usedArea(sheet: Sheet, within: Area, valuesOnly: boolean): Area | null {
  const counts = (cell: Cell): boolean => cell.value !== undefined || cell.formula !== undefined || (!valuesOnly && cell.style !== undefined);
  let used: Area | null = null;
  for (const [key, cell] of sheet.cells) {
    if (!counts(cell)) continue;
    const one = intersection({ row: keyRow(key), column: keyColumn(key), rows: 1, columns: 1 }, within);
    if (one) used = used ? bounding(used, one) : one;
  }
  return used;
}
