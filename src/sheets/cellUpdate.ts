import type { CellContent } from '../plan/snapshot';
import type { CellInput } from '../plan/workbookPlan';
import type { Grid } from './grid';
import { cellA1 } from '../plan/a1';
import { numberTest } from './derivedCells';
import type { PlanBuilder } from './planBuilder';
import { compareFormulas } from './sameFormula';

/** 'kept': a person typed something where a formula belongs; it is left and the caller tells of it. */
export type CellUpdate = 'same' | 'written' | 'kept';

/**
 * Writes a cell that belongs to the add-in, but only where it does not already say the same, and never over what was typed on a formula.
 * `grids`: the sheets its ranges may speak of; a range that holds figures it should not is another formula. Without them it is only taken to have grown.
 */
export function updateCell(builder: PlanBuilder, grid: Grid, row: number, column: number, content: CellInput, grids: ReadonlyMap<string, Grid> = NO_GRIDS): CellUpdate {
  const wanted = content ?? '';
  if (typeof wanted === 'object') {
    const found = grid.formula(row, column);
    if (found !== null && compareFormulas(found, wanted.formula, grid.name, numberTest(grids)) === 'same') return 'same';
    if (found === null && !grid.isEmpty(row, column)) return 'kept';
  } else if (grid.formula(row, column) === null && sameContent(grid.value(row, column), wanted)) return 'same';
  builder.put(grid.name, row, column, wanted);
  return 'written';
}

const NO_GRIDS: ReadonlyMap<string, Grid> = new Map();

/** Other programs store fewer digits than we do; the fifteenth makes no difference. */
export function sameContent(found: CellContent, wanted: CellContent): boolean {
  if (typeof found !== 'number' || typeof wanted !== 'number') return found === wanted;
  return Math.abs(found - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted));
}

/** What is said of a cell that was kept. */
export const keptWords = (grid: Grid, row: number, column: number): string =>
  `シート「${grid.name}」 ${cellA1(row, column)} は計算式の欄ですが、「${grid.text(row, column)}」が入力されています。変更していません。`;
