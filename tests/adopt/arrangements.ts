import { cellA1, readCell } from '../../src/plan/a1';
import type { CellContent } from '../../src/plan/snapshot';
import { Grid } from '../../src/sheets/grid';

/** The cells of a sheet arranged in another way, and where a cell has gone. */
export interface Arrangement {
  readonly name: string;
  readonly arrange: (grid: Grid) => Grid;
  readonly moved: (address: string) => string;
}

type Neighbour = (row: number, column: number) => CellContent;

/** What may stand around a table on a crowded sheet, an empty cell between. */
const NEIGHBOURS: Readonly<Record<string, Neighbour>> = {
  figures: (row, column) => (row * 7919 + column * 104_729) % 10_007,
  texts: (row, column) => `${['東', '西', '南', '北'][row % 4] ?? ''}${column}`,
  'some texts': (row, column) => ((row + column) % 3 === 0 ? `区${row}` : ''),
  'a ledger': (row, column) => (column % 4 === 0 ? row : column % 4 === 1 ? `問合せ${row % 17}` : column % 4 === 2 ? ['窓口', '郵送', '電話'][row % 3] ?? '' : (row * 37 + column * 101) % 9973),
};
const SHIFT = 7;
const BEYOND = 6;

function gridOf(sheet: Grid['sheet'], rows: number, columns: number, value: (row: number, column: number) => CellContent, format: (row: number, column: number) => string): Grid {
  const lines = <T>(pick: (row: number, column: number) => T): T[][] => Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => pick(row, column)));
  const values = lines(value);
  return new Grid({ ...sheet, used: rows === 0 ? null : { area: { row: 0, column: 0, rows, columns }, values, formulas: values, formats: lines(format) } });
}

/** Rows and columns exchanged. */
const turned = (grid: Grid): Grid => gridOf(grid.sheet, grid.endColumn, grid.endRow, (row, column) => grid.value(column, row), (row, column) => grid.format(column, row));

/** Further down and to the right, with others all around. */
function amid(grid: Grid, neighbour: Neighbour): Grid {
  const isRim = (row: number, column: number): boolean => row >= SHIFT - 1 && row <= SHIFT + grid.endRow && column >= SHIFT - 1 && column <= SHIFT + grid.endColumn;
  return gridOf(
    grid.sheet, grid.endRow + SHIFT + BEYOND, grid.endColumn + SHIFT + BEYOND,
    (row, column) => (isRim(row, column) ? grid.value(row - SHIFT, column - SHIFT) : neighbour(row, column)),
    (row, column) => grid.format(row - SHIFT, column - SHIFT),
  );
}

function moved(address: string, move: (row: number, column: number) => readonly [number, number]): string {
  const at = readCell(address);
  if (!at) throw new Error(address);
  return cellA1(...move(at.row, at.column));
}

/** A sheet as it is and turned, alone and amid each kind of neighbours. */
export const ARRANGEMENTS: readonly Arrangement[] = [
  { name: 'as it is', arrange: (grid) => grid, moved: (address) => address },
  { name: 'turned', arrange: turned, moved: (address) => moved(address, (row, column) => [column, row]) },
  ...Object.entries(NEIGHBOURS).flatMap(([kind, neighbour]): Arrangement[] => [
    { name: `amid ${kind}`, arrange: (grid) => amid(grid, neighbour), moved: (address) => moved(address, (row, column) => [row + SHIFT, column + SHIFT]) },
    { name: `turned, amid ${kind}`, arrange: (grid) => amid(turned(grid), neighbour), moved: (address) => moved(address, (row, column) => [column + SHIFT, row + SHIFT]) },
  ]),
];
