import type { CellInput } from '../plan/workbookPlan';
import { keptWords, updateCell } from './cellUpdate';
import type { PlanBuilder } from './planBuilder';
import type { RecordTable } from './recordTable';
import type { NumberTest } from './sameFormula';

/** What belongs in cells of a list's line, and how. */
export interface LineContents<K extends string> {
  readonly contents: readonly (readonly [K, CellInput])[];
  /** The number format a column's cell is given when it is first filled; null: it keeps its own. */
  readonly formatOf: (key: K) => string | null;
  readonly bearsNumber: NumberTest;
}

/** Brings the cells of a line that belong to the add-in up to date, `warnings` taking what is said of those a person typed over. Gives whether one was written. */
export function updateLine<K extends string>(
  builder: PlanBuilder, { grid, sheet, columns }: RecordTable<K>, row: number, { contents, formatOf, bearsNumber }: LineContents<K>, warnings: string[],
): boolean {
  let changed = false;
  for (const [key, content] of contents) {
    const column = columns.get(key);
    if (column === undefined) continue;
    const wasEmpty = grid.isEmpty(row, column);
    const update = updateCell(builder, grid, row, column, content, bearsNumber);
    if (update === 'kept') warnings.push(keptWords(grid, row, column));
    if (update !== 'written') continue;
    changed = true;
    const format = formatOf(key);
    if (wasEmpty && format !== null) builder.add({ kind: 'numberFormat', sheet, area: { row, column, rows: 1, columns: 1 }, format });
  }
  return changed;
}
