import type { CellContent } from '../plan/snapshot';
import type { CellInput } from '../plan/workbookPlan';
import type { Grid } from './grid';
import { cellA1 } from '../plan/a1';
import type { PlanBuilder } from './planBuilder';
import { compareFormulas, type NumberTest } from './sameFormula';

/** 'kept': a person typed something where a formula belongs; it is left and the caller tells of it. */
export type CellUpdate = 'same' | 'written' | 'kept';

const NO_NUMBERS: NumberTest = () => false;

/**
 * Writes a cell that belongs to the add-in, but only where it does not already say the same, and never over what was typed on a
 * formula. null: a formula belongs there and none can be made, so that one of before goes and what was typed stays. `bearsNumber`: a
 * formula whose ranges take in more numbers than wanted is another; without it all it may have grown over counts as empty.
 */
export function updateCell(builder: PlanBuilder, grid: Grid, row: number, column: number, content: CellInput, bearsNumber = NO_NUMBERS): CellUpdate {
  const found = grid.formula(row, column);
  if (content === null || typeof content === 'object') {
    if (found === null && !grid.isEmpty(row, column)) return 'kept';
    if (content === null ? found === null : found !== null && compareFormulas(found, content.formula, grid.name, bearsNumber) === 'same') return 'same';
  } else if (found === null && sameContent(grid.value(row, column), content)) return 'same';
  builder.put(grid.name, row, column, content ?? '');
  return 'written';
}

/** Other programs store fewer digits than we do; the fifteenth makes no difference. */
export function sameContent(found: CellContent, wanted: CellContent): boolean {
  if (typeof found !== 'number' || typeof wanted !== 'number') return found === wanted;
  return Math.abs(found - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted));
}

/** What is said of a cell that was kept. */
export const keptWords = (grid: Grid, row: number, column: number): string =>
  `シート「${grid.name}」 ${cellA1(row, column)} は計算式の欄ですが、「${grid.text(row, column)}」が入力されています。変更していません。`;
