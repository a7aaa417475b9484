import type { CellView, SheetView } from './sheetView';

/** What differs between two views of a sheet; undefined cells are to be emptied. */
export interface ViewChanges {
  readonly cells: ReadonlyMap<number, CellView | undefined>;
  /** Sizes in pixels by index; 0 hides. */
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
}

/** Whether the sheets differ in what is not updated cell by cell: then the grid is built anew. */
export function needsRebuild(before: readonly SheetView[], after: readonly SheetView[]): boolean {
  return JSON.stringify(before.map(frameOf)) !== JSON.stringify(after.map(frameOf));
}

function frameOf(view: SheetView): unknown {
  const { id, name, hidden, tabColor, rowCount, columnCount, merges, freeze, gridlines } = view;
  const looks = [view.rowLooks, view.columnLooks].map((lines) => [...lines].map(([line, look]) => [line, look.id]));
  const hiddenLines = [view.rows, view.columns].map((sizes) => sizes.flatMap((size, index) => (size === 0 ? [index] : [])));
  return { id, name, hidden, tabColor, rowCount, columnCount, merges, freeze, gridlines, looks, hiddenLines };
}

/** @param always cells that are written though they do not differ */
export function viewChanges(before: SheetView, after: SheetView, always: ReadonlySet<number> = new Set()): ViewChanges {
  const cells = new Map<number, CellView | undefined>();
  for (const key of new Set([...before.cells.keys(), ...after.cells.keys(), ...always])) {
    const old = before.cells.get(key);
    const now = after.cells.get(key);
    if (always.has(key) || old?.text !== now?.text || old?.filled !== now?.filled || old?.look.id !== now?.look.id) cells.set(key, now);
  }
  return { cells, rows: differing(before.rows, after.rows), columns: differing(before.columns, after.columns) };
}

function differing(before: readonly number[], after: readonly number[]): Map<number, number> {
  return new Map(after.flatMap((size, index) => (size === before[index] ? [] : [[index, size] as const])));
}
