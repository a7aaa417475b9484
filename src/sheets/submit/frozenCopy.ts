import type { CellContent } from '../../plan/snapshot';
import { sameContent } from '../cellUpdate';
import type { Grid } from '../grid';
import type { PlanBuilder } from '../planBuilder';

/** What a copy must hold: the sheet's cells with these instead, and without these columns. */
export interface CopyChanges {
  readonly spoken: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly dropped: readonly number[];
}

const ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;
/** #N/A stands where a chart shall show a gap; an empty cell is a gap to it as well. */
const GAP = '#N/A';

/** A formula's value as it is written into the copy. An error could only be set as a text or as a formula, so its cell is left empty. */
const frozen = (value: CellContent): CellContent => (typeof value === 'string' && ERROR.test(value) ? '' : value);

/** Errors that a reader would miss in the copy. */
export function errorsOf(grid: Grid, dropped: readonly number[]): number {
  let count = 0;
  for (let row = 0; row < grid.endRow; row++) {
    for (let column = 0; column < grid.endColumn; column++) {
      const value = grid.value(row, column);
      if (!dropped.includes(column) && grid.formula(row, column) !== null && typeof value === 'string' && value !== GAP && ERROR.test(value)) count++;
    }
  }
  return count;
}

/** Puts values in the place of the copy's formulas, and takes the columns out; the copy is a likeness of `grid` when this is done. */
export function freeze(builder: PlanBuilder, copy: string, grid: Grid, { spoken, dropped }: CopyChanges): void {
  for (let row = 0; row < grid.endRow; row++) {
    for (let column = 0; column < grid.endColumn; column++) if (grid.formula(row, column) !== null && !dropped.includes(column)) builder.put(copy, row, column, frozen(grid.value(row, column)));
  }
  for (const { row, column, text } of spoken) builder.put(copy, row, column, text);
  // From the right, so that those still to go stay where they are.
  for (const { from, count } of runs(dropped).reverse()) builder.add({ kind: 'deleteColumns', sheet: copy, column: from, columns: count });
}

/** How many cells of a copy made earlier are not what a new one would hold. A formula in it is somebody's. */
export function differences(found: Grid, grid: Grid, { spoken, dropped }: CopyChanges): number {
  const said = new Map(spoken.map(({ row, column, text }) => [`${row}:${column}`, text]));
  const gone = new Set(dropped);
  const columns = Array.from({ length: Math.max(grid.endColumn, found.endColumn + dropped.length) }, (_, column) => column).filter((column) => !gone.has(column));
  let count = 0;
  for (let row = 0; row < Math.max(grid.endRow, found.endRow); row++) {
    columns.forEach((column, at) => {
      const value = grid.value(row, column);
      const wanted = said.get(`${row}:${column}`) ?? (grid.formula(row, column) === null ? value : frozen(value));
      if (found.formula(row, at) !== null || !sameContent(found.value(row, at), wanted)) count++;
    });
  }
  return count;
}

function runs(columns: readonly number[]): { readonly from: number; readonly count: number }[] {
  const found: { from: number; count: number }[] = [];
  for (const column of columns) {
    const last = found.at(-1);
    if (last && last.from + last.count === column) last.count++;
    else found.push({ from: column, count: 1 });
  }
  return found;
}
