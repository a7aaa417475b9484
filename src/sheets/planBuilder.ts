import { foldName } from './names';
import type { CellInput, PlanAction, WorkbookPlan } from '../plan/workbookPlan';

/**
 * Gathers the steps of one plan. Single cells are joined to blocks, so that a plan stays a
 * short list however many cells it changes.
 */
export class PlanBuilder {
  private readonly actions: PlanAction[] = [];
  private readonly cells = new Map<string, Map<number, Map<number, CellInput>>>();

  add(...actions: readonly PlanAction[]): void {
    this.actions.push(...actions);
  }

  /** The steps added so far, cells aside. */
  get added(): readonly PlanAction[] {
    return this.actions;
  }

  /** One cell; a later content for the same cell wins. */
  put(sheet: string, row: number, column: number, content: CellInput): void {
    const rows = this.cells.get(sheet) ?? new Map<number, Map<number, CellInput>>();
    this.cells.set(sheet, rows);
    const columns = rows.get(row) ?? new Map<number, CellInput>();
    rows.set(row, columns);
    columns.set(column, content);
  }

  /** Whether the plan writes a cell. */
  writes(sheet: string, row: number, column: number): boolean {
    return this.cells.get(sheet)?.get(row)?.has(column) ?? false;
  }

  get isEmpty(): boolean {
    return this.actions.length === 0 && this.cells.size === 0;
  }

  /**
   * Sheets first, then contents, then looks and names: a step never meets a sheet that is not there yet.
   * `names` are those the workbook has: one of them is replaced, not added.
   */
  build(names: readonly { readonly name: string }[]): WorkbookPlan {
    const known = new Set(names.map((one) => foldName(one.name)));
    const actions = this.actions.map((action) => (action.kind === 'defineName' && known.has(foldName(action.name)) ? { ...action, replaces: true } : action));
    const first = actions.filter((action) => SHEET_STEPS.has(action.kind));
    const rest = actions.filter((action) => !SHEET_STEPS.has(action.kind));
    const writes = [...this.cells].flatMap(([sheet, rows]) => blocksOf(sheet, rows));
    // Text formats must stand before the text is written, or "5-1" becomes a date.
    const formats = rest.filter((action) => action.kind === 'numberFormat');
    return { actions: [...first, ...formats, ...writes, ...rest.filter((action) => action.kind !== 'numberFormat')] };
  }
}

/** In the order they were added: a sheet that goes makes room for a new one of its name. */
const SHEET_STEPS: ReadonlySet<PlanAction['kind']> = new Set<PlanAction['kind']>(['deleteSheet', 'addSheet', 'renameSheet', 'copySheet']);

interface Run {
  readonly row: number;
  readonly column: number;
  readonly cells: CellInput[][];
}

/** Joins neighbouring cells of a row, and rows of the same extent. */
function blocksOf(sheet: string, rows: ReadonlyMap<number, ReadonlyMap<number, CellInput>>): PlanAction[] {
  const done: Run[] = [];
  let open: Run[] = [];
  let lastRow = -2;
  for (const [row, columns] of [...rows].sort(([a], [b]) => a - b)) {
    const next: Run[] = [];
    for (const run of runsOf(row, columns)) {
      const width = run.cells[0]?.length ?? 0;
      const above = row === lastRow + 1 ? open.find((one) => one.column === run.column && one.cells[0]?.length === width) : undefined;
      if (above) above.cells.push(...run.cells);
      else done.push(run);
      next.push(above ?? run);
    }
    open = next;
    lastRow = row;
  }
  return done.map((run) => ({ kind: 'write', sheet, row: run.row, column: run.column, cells: run.cells }));
}

function runsOf(row: number, columns: ReadonlyMap<number, CellInput>): Run[] {
  const runs: Run[] = [];
  let last: { run: Run; end: number } | null = null;
  for (const [column, content] of [...columns].sort(([a], [b]) => a - b)) {
    if (last && last.end === column) {
      last.run.cells[0]?.push(content);
      last.end++;
    } else {
      const run: Run = { row, column, cells: [[content]] };
      runs.push(run);
      last = { run, end: column + 1 };
    }
  }
  return runs;
}
