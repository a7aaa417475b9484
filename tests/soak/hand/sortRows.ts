import { cellKey, isCellError, type Cell, type Scalar, type Sheet } from '../../../src/embedded/model/book';
import { shiftFormula, tokenizeFormula } from '../../../src/plan/formulaText';
import type { Area } from '../../../src/plan/a1';

/**
 * Sorts the rows of an area as Excel does (support.microsoft.com, "Sort data in a range or table"): numbers before texts before TRUE/FALSE
 * before errors, blanks last either way; cells go with their looks; names and formulas elsewhere stay and now speak of what has come there.
 * A formula that is carried along speaks of its own new row, as a copy would; with a sheet's name before it a reference stays as it is.
 */
export function sortRows(sheet: Sheet, { row, column, rows, columns }: Area, by: number, descending: boolean): void {
  const lines = Array.from({ length: rows }, (_, down) => ({ from: row + down, cells: Array.from({ length: columns }, (_each, right) => sheet.cells.get(cellKey(row + down, column + right))) }));
  const key = (line: (typeof lines)[number]): Scalar | undefined => line.cells[by - column]?.value;
  const sorted = [...lines].sort((a, b) => compare(key(a), key(b), descending));
  sorted.forEach(({ from, cells }, down) => cells.forEach((cell, right) => {
    const place = cellKey(row + down, column + right);
    if (cell) sheet.cells.set(place, carried(cell, row + down - from));
    else sheet.cells.delete(place);
  }));
}

const carried = (cell: Cell, down: number): Cell => (cell.formula === undefined || down === 0 ? cell : { ...cell, formula: carriedFormula(cell.formula, down) });
const carriedFormula = (formula: string, down: number): string =>
  tokenizeFormula(formula).map((token) => (token.kind === 'reference' && token.prefix === undefined ? shiftFormula(token.text, down, 0) : token.text)).join('');

const rank = (value: Scalar): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3);

function compare(a: Scalar | undefined, b: Scalar | undefined, descending: boolean): number {
  const [blankA, blankB] = [a === undefined || a === '', b === undefined || b === ''];
  if (a === undefined || b === undefined || blankA || blankB) return Number(blankA) - Number(blankB);
  const order = rank(a) - rank(b) || within(a, b);
  return descending ? -order : order;
}

function within(a: Scalar, b: Scalar): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (isCellError(a) || isCellError(b)) return 0;
  return String(a).localeCompare(String(b), 'ja');
}
