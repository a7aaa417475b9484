import { changeFormulas } from '../../../src/embedded/model/bookFormulas';
import { cellKey, keyColumn, keyRow, type Book, type Cell, type Sheet } from '../../../src/embedded/model/book';
import { foldName } from '../../../src/embedded/model/folding';
import { areaOf, sheetOf, withoutSheet } from '../../../src/embedded/model/formulaTokens';
import { changeLines } from '../../../src/embedded/model/structure';
import { columnLetters, contains, MAX_COLUMNS, MAX_ROWS, quoteSheet, type Area } from '../../../src/plan/a1';
import { tokenizeFormula, type Token } from '../../../src/plan/formulaText';
import { keysIn } from './cells';

/**
 * Cut and paste as Excel does it (support.microsoft.com, "Move or copy cells" and "How to correct a #REF! error"): whatever speaks of the cells
 * cut speaks of them where they are pasted, names too; what spoke of cells that were pasted over is #REF!; the cells cut go on speaking of
 * what they spoke of. A range one edge of which was cut goes with its edge.
 */
export interface Cut {
  readonly from: Sheet;
  readonly area: Area;
  readonly to: Sheet;
  /** First cell of the place pasted to. */
  readonly row: number;
  readonly column: number;
}

export function cutPaste(book: Book, cut: Cut): void {
  const { from, area, to, row, column } = cut;
  const taken = keysIn(area).flatMap((key) => { const cell = from.cells.get(key); return cell ? [{ key, cell }] : []; });
  for (const { key } of taken) from.cells.delete(key);
  for (const key of keysIn({ ...area, row, column })) to.cells.delete(key);
  changeFormulas(book, (formula, home) => afterCut(formula, home?.name, home?.name, cut));
  for (const { key, cell } of taken) {
    const moved: Cell = cell.formula === undefined ? cell : { ...cell, formula: afterCut(cell.formula, from.name, to.name, cut) };
    to.cells.set(cellKey(keyRow(key) - area.row + row, keyColumn(key) - area.column + column), moved);
  }
}

/** Rows cut and put in before another row ("Insert Cut Cells"). `before` is counted while they still stand. */
export function moveRows(book: Book, sheet: Sheet, first: number, rows: number, before: number): void {
  if (before >= first && before <= first + rows) return;
  changeLines(book, sheet, { axis: 'rows', at: before, count: rows });
  const source = before < first ? first + rows : first;
  const columns = Math.max(1, ...[...sheet.cells.keys()].map((key) => keyColumn(key) + 1));
  cutPaste(book, { from: sheet, area: { row: source, column: 0, rows, columns }, to: sheet, row: before, column: 0 });
  changeLines(book, sheet, { axis: 'rows', at: source, count: -rows });
}

const isSame = (a: string, b: string): boolean => foldName(a) === foldName(b);
const within = (inner: Area, outer: Area): boolean => contains(outer, inner.row, inner.column) && contains(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1);

/** `home` and `after`: the sheet the formula stands on before and after; undefined for a name of the workbook. */
function afterCut(formula: string, home: string | undefined, after: string | undefined, cut: Cut): string {
  const { from, area, to, row, column } = cut;
  return tokenizeFormula(formula).map((token) => {
    const spoken = areaOf(token);
    const sheet = sheetOf(token) ?? home;
    if (!spoken || sheet === undefined) return token.text;
    if (isSame(sheet, from.name)) {
      if (within(spoken, area)) return respell(token, { ...spoken, row: spoken.row + row - area.row, column: spoken.column + column - area.column }, token.prefix !== undefined || after === undefined || !isSame(after, to.name) ? to.name : null);
      const stretched = from === to ? stretch(spoken, cut) : null;
      if (stretched) return respell(token, stretched, token.prefix === undefined ? null : sheet);
    }
    if (isSame(sheet, to.name) && within(spoken, { ...area, row, column })) return '#REF!';
    return token.prefix === undefined && after !== undefined && !isSame(sheet, after) ? respell(token, spoken, sheet) : token.text;
  }).join('');
}

/** A range whose first or last rows (or columns) were cut, all of their width, and pasted in the same columns (rows). */
function stretch(spoken: Area, { area, row, column }: Cut): Area | null {
  if (spoken.rows === MAX_ROWS || spoken.columns === MAX_COLUMNS) return null;
  const along = (first: number, length: number, cutFirst: number, cutLength: number, to: number): readonly [number, number] | null => {
    const [last, cutLast] = [first + length - 1, cutFirst + cutLength - 1];
    const [startsIn, endsIn] = [first >= cutFirst && first <= cutLast, last >= cutFirst && last <= cutLast];
    if (startsIn === endsIn) return null;
    const [a, b] = startsIn ? [first + to - cutFirst, last] : [first, last + to - cutFirst];
    return [Math.min(a, b), Math.abs(a - b) + 1];
  };
  const wide = spoken.column >= area.column && spoken.column + spoken.columns <= area.column + area.columns;
  const high = spoken.row >= area.row && spoken.row + spoken.rows <= area.row + area.rows;
  if (wide && column === area.column) {
    const span = along(spoken.row, spoken.rows, area.row, area.rows, row);
    return span && { ...spoken, row: span[0], rows: span[1] };
  }
  if (high && row === area.row) {
    const span = along(spoken.column, spoken.columns, area.column, area.columns, column);
    return span && { ...spoken, column: span[0], columns: span[1] };
  }
  return null;
}

/** The reference with another place, its dollar signs kept; `sheet` null: without a sheet. */
function respell(token: Token, area: Area, sheet: string | null): string {
  const corners = withoutSheet(token).split(':');
  const places = [[area.row, area.column], [area.row + area.rows - 1, area.column + area.columns - 1]] as const;
  const spelled = corners.map((corner, index) => {
    const [row, column] = places[index] ?? places[0];
    return `${corner.startsWith('$') ? '$' : ''}${columnLetters(column)}${/[A-Za-z]\$/.test(corner) ? '$' : ''}${row + 1}`;
  });
  return `${sheet === null ? '' : `${quoteSheet(sheet)}!`}${spelled.join(':')}`;
}
