import type { CellContent } from '../plan/snapshot';
import type { CellInput } from '../plan/workbookPlan';
import type { Grid } from './grid';
import type { PlanBuilder } from './planBuilder';
import { compareFormulas } from './sameFormula';

/** Writes a cell that belongs to the add-in, but only where it does not already say the same. True: it was written. */
export function updateCell(builder: PlanBuilder, grid: Grid, row: number, column: number, content: CellInput): boolean {
  const wanted = content ?? '';
  if (typeof wanted === 'object') {
    const found = grid.formula(row, column);
    if (found !== null && compareFormulas(found, wanted.formula, grid.name, () => false) === 'same') return false;
  } else if (grid.formula(row, column) === null && equal(grid.value(row, column), wanted)) return false;
  builder.put(grid.name, row, column, wanted);
  return true;
}

/** Other programs store fewer digits than we do; the fifteenth makes no difference. */
function equal(found: CellContent, wanted: CellContent): boolean {
  if (typeof found !== 'number' || typeof wanted !== 'number') return found === wanted;
  return Math.abs(found - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted));
}
