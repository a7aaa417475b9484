import { differences, sameContent, standingAt } from './content';
import type { Footprint } from './footprint';
import { movedSince } from './movedLines';
import { nameNow } from './restorePoint';
import type { Conflict } from './undo';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';

/**
 * What a plan would replace that is no longer as it was when the plan was thought out: cells, names and sheets. `now` must hold the
 * touched areas, and the used ranges of sheets that leave. Sheets that were not read then say nothing.
 */
export function changedSince(footprint: Footprint, seen: WorkbookSnapshot, now: WorkbookSnapshot): Conflict[] {
  const find = (snapshot: WorkbookSnapshot, name: string) => snapshot.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const needed = new Set([...footprint.cells.keys(), ...footprint.renamed.map((one) => one.from), ...footprint.deleted, ...footprint.shown, ...[...footprint.added.values()].flatMap((one) => one.copyOf ?? [])]);
  // Letter for letter: one that was renamed in its case alone would be written without a way back.
  const gone = [...needed].filter((sheet) => find(seen, sheet) && !now.sheets.some((one) => one.name === sheet)).map((sheet): Conflict => ({ kind: 'sheetGone', sheet }));
  const making = new Set([...footprint.renamed.map((one) => one.from), ...footprint.deleted].map((sheet) => sheet.toLowerCase()));
  const taken = [...footprint.added.keys(), ...footprint.renamed.map((one) => one.to)].filter((sheet) => find(now, sheet) && !find(seen, sheet) && !making.has(sheet.toLowerCase()));
  const cells = [...footprint.cells].flatMap(([sheet, lines]) => {
    const [then, current] = [find(seen, sheet)?.used, find(now, sheet)?.used];
    if (then === undefined || !find(now, sheet)) return [];
    return [...lines].flatMap(([row, line]) => [...line].flatMap(([column, content]): Conflict[] =>
      content === null || sameContent(standingAt(then, row, column), standingAt(current, row, column)) ? [] : [{ kind: 'cell', sheet, row, column }]));
  });
  const leaving = footprint.deleted.flatMap((sheet) => differingCells(find(seen, sheet), find(now, sheet)));
  const names = footprint.names.flatMap(({ name, sheet }): Conflict[] => (nameNow(seen, name, sheet)?.refersTo === nameNow(now, name, sheet)?.refersTo ? [] : [{ kind: 'name', name }]));
  return [...gone, ...taken.map((sheet): Conflict => ({ kind: 'sheetTaken', sheet })), ...cells, ...leaving, ...names, ...movedSince(footprint, seen, now).map((sheet): Conflict => ({ kind: 'linesMoved', sheet }))];
}

/** Cells of a sheet that say something else than they said. */
function differingCells(then: SheetSnapshot | undefined, now: SheetSnapshot | undefined): Conflict[] {
  if (then?.used === undefined || now?.used === undefined) return [];
  return differences(then.used, now.used).map(({ row, column }): Conflict => ({ kind: 'cell', sheet: now.name, row, column }));
}
