import { cellKey, type Cell, type Sheet } from '../model/book';

export interface Step {
  readonly row: number;
  readonly column: number;
  readonly before: Cell | undefined;
  readonly after: Cell | undefined;
}

/** Cells that were changed together, as they were and as they became. */
export interface Edit {
  readonly sheet: Sheet;
  readonly steps: readonly Step[];
}

/** Excel remembers as many. */
const LONGEST = 100;

/** What a person typed and can take back. */
export class History {
  private done: Edit[] = [];
  private undone: Edit[] = [];

  add(edit: Edit): void {
    this.done = [...this.done, edit].slice(-LONGEST);
    this.undone = [];
  }

  clear(): void {
    this.done = [];
    this.undone = [];
  }

  /** Puts the last edit's cells back as they were and gives that as an edit; undefined where there is none. */
  undo(): Edit | undefined {
    const edit = this.done.pop();
    if (!edit) return undefined;
    this.undone.push(edit);
    return { sheet: edit.sheet, steps: edit.steps.map((step) => ({ ...step, before: step.after, after: restore(edit.sheet, step.row, step.column, step.before) })) };
  }

  redo(): Edit | undefined {
    const edit = this.undone.pop();
    if (!edit) return undefined;
    this.done.push(edit);
    for (const { row, column, after } of edit.steps) restore(edit.sheet, row, column, after);
    return edit;
  }
}

/** A copy of what a cell holds: values of formulas are changed in place. */
export function copyOf(sheet: Sheet, row: number, column: number): Cell | undefined {
  const cell = sheet.cells.get(cellKey(row, column));
  return cell && { ...cell };
}

export function restore(sheet: Sheet, row: number, column: number, cell: Cell | undefined): Cell | undefined {
  const key = cellKey(row, column);
  if (cell) sheet.cells.set(key, { ...cell });
  else sheet.cells.delete(key);
  sheet.changedCells.add(key);
  sheet.changed.add('cells');
  return cell;
}
