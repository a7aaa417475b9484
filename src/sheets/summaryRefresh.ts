import { readSheetArea } from '../plan/sheetReference';
import { keptWords, updateCell } from './cellUpdate';
import type { Grid } from './grid';
import { ANCHORS, foldName } from './names';
import type { PlanBuilder } from './planBuilder';
import type { SummaryContents } from './summaryContents';
import { COLUMN, type RowOf, type SummaryRow } from './summaryRows';
import { isTallyKey } from './summaryTally';
import type { WorkbookState } from './workbookState';

/** The summary that the workbook has; null: none. */
export function findSummary(state: WorkbookState): Grid | null {
  const named = state.snapshot.names.find((name) => foldName(name.name) === foldName(ANCHORS.summary.name));
  const at = named && readSheetArea(named.refersTo);
  const grid = (at && state.grids.get(at.sheet)) ?? state.grids.get(ANCHORS.summary.sheet);
  // A sheet that merely has the name, without our rows, is somebody else's.
  return grid && [...keysOf(grid, COLUMN.key).rows.keys()].some(isTallyKey) ? grid : null;
}

/** Rows by key as they stand, the first where one stands twice. */
function keysOf(grid: Grid, column: number): { readonly rows: ReadonlyMap<string, number>; readonly doubled: boolean } {
  const rows = new Map<string, number>();
  let doubled = false;
  for (let row = 0; row < grid.endRow; row++) {
    const key = grid.text(row, column);
    if (key === '' || key === 'ID') continue;
    if (rows.has(key)) doubled = true;
    else rows.set(key, row);
  }
  return { rows, doubled };
}

/** Updates what belongs to the add-in and gives how many cells were written, `kept` taking what is said of the others; null where the sheet's rows or columns are no longer those of the definitions. */
export function refreshSummary(builder: PlanBuilder, grid: Grid, { printed, helper }: SummaryContents, kept: string[]): number | null {
  const { rows: main, doubled } = keysOf(grid, COLUMN.key);
  const { rows: aside, doubled: doubledAside } = keysOf(grid, COLUMN.helperKey);
  if (doubled || doubledAside) return null;
  const keyed = (rows: readonly SummaryRow[], found: ReadonlyMap<string, number>): boolean => {
    const keys = rows.flatMap((row) => row.key ?? []);
    return keys.length === found.size && keys.every((key) => found.has(key));
  };
  if (!keyed(printed, main) || !keyed(helper, aside) || !headed(grid, printed, main)) return null;
  let changed = refreshTitle(builder, grid, printed);
  const rowOf: RowOf = (key) => main.get(key) ?? aside.get(key) ?? 0;
  for (const rows of [printed, helper]) {
    for (const row of rows) {
      if (row.key === null) continue;
      const at = rowOf(row.key);
      for (const [column, content] of row.cells(at, rowOf)) {
        const update = updateCell(builder, grid, at, column, content);
        if (update === 'kept') kept.push(keptWords(grid, at, column));
        if (update === 'written') changed++;
      }
    }
  }
  return changed;
}

/** Whether the lines stand under the headings of this version: what stands in another column there may be a person's. */
function headed(grid: Grid, printed: readonly SummaryRow[], found: ReadonlyMap<string, number>): boolean {
  return printed.every((row, index) => {
    const first = printed[index + 1]?.key;
    if (row.look !== 'header' || row.key !== null || first == null) return true;
    return row.cells(0, () => 0).every(([column, content]) => column === COLUMN.key || grid.text((found.get(first) ?? 0) - 1, column) === content);
  });
}

/** A title of ours follows year and branch; one that a person worded stays. Gives how many cells were written. */
function refreshTitle(builder: PlanBuilder, grid: Grid, printed: readonly SummaryRow[]): number {
  const contents = printed.find((row) => row.look === 'title')?.cells(0, () => 0).map(([, content]) => content);
  const row = Array.from({ length: Math.min(grid.endRow, TITLE_ROWS) }, (_, index) => index).find((one) => OUR_TITLE.test(grid.text(one, COLUMN.label)));
  return contents?.[0] !== undefined && row !== undefined && updateCell(builder, grid, row, COLUMN.label, contents[0]) === 'written' ? 1 : 0;
}
const TITLE_ROWS = 5;
const OUR_TITLE = /^事業計画　年間まとめ　\S+年度（\d{4}年度）(　|$)/;
