import type { Area } from './a1';
import { standingAt, type Standing } from './content';
import { writeSheetArea } from './sheetReference';
import type { WorkbookSnapshot } from './snapshot';
import type { PlanAction, WorkbookPlan } from './workbookPlan';

/** Contents by row and column. */
export type Cells<T> = Map<number, Map<number, T>>;

/** A name by its spelling and the sheet whose own it is; null: the workbook's. */
export interface NameKey {
  readonly name: string;
  readonly sheet: string | null;
}

export interface NameStep extends NameKey {
  readonly after: string | null;
}

/** What a plan does to a workbook, gathered. Sheets that were there before go by the names they had then. */
export interface Footprint {
  /** Cells of sheets that were there; null: only its number format is set. */
  readonly cells: ReadonlyMap<string, Cells<Standing | null>>;
  /** Areas of such sheets whose looks are set beside the number format. */
  readonly looks: readonly { readonly sheet: string; readonly area: Area }[];
  /** Rows of such sheets that are fitted to their contents. */
  readonly fitted: readonly { readonly sheet: string; readonly row: number; readonly rows: number }[];
  /** Such sheets whose printed area is set. */
  readonly printed: ReadonlySet<string>;
  /** Sheets that come, with what stands on them then. `copyOf`: made of another one. */
  readonly added: ReadonlyMap<string, { readonly copyOf: string | null; readonly cells: Cells<Standing | null> }>;
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Sheets that are shown or hidden. */
  readonly shown: ReadonlySet<string>;
  readonly deleted: readonly string[];
  /** Names that are set, with what they refer to then, or taken out: null. */
  readonly names: readonly NameStep[];
}

/** Follows a plan step by step over the workbook it is for. */
export function footprintOf(plan: WorkbookPlan, snapshot: WorkbookSnapshot): Footprint {
  const walk = new Walk(snapshot);
  for (const action of plan.actions) walk.take(action);
  return walk.done();
}

class Walk {
  private readonly cells = new Map<string, Cells<Standing | null>>();
  private readonly looks: { sheet: string; area: Area }[] = [];
  private readonly fitted: { sheet: string; row: number; rows: number }[] = [];
  private readonly printed = new Set<string>();
  private readonly added = new Map<string, { copyOf: string | null; cells: Cells<Standing | null> }>();
  private readonly shown = new Set<string>();
  private readonly deleted: string[] = [];
  private readonly names = new Map<string, NameStep>();
  /** The name a sheet had before, by the one it has now; sheets that came are not in it. */
  private readonly before = new Map<string, string>();

  constructor(private readonly snapshot: WorkbookSnapshot) {
    for (const { name } of snapshot.sheets) this.before.set(name, name);
  }

  done(): Footprint {
    const { cells, looks, fitted, added, shown, deleted } = this;
    const renamed = [...this.before].flatMap(([to, from]) => (from === to ? [] : [{ from, to }]));
    return { cells, looks, fitted, printed: this.printed, added, renamed, shown, deleted, names: [...this.names.values()] };
  }

  take(action: PlanAction): void {
    switch (action.kind) {
      case 'addSheet':
        this.added.set(action.sheet, { copyOf: null, cells: new Map() });
        return;
      case 'copySheet':
        this.added.set(action.to, { copyOf: action.sheet, cells: this.standing(action.sheet) });
        return;
      case 'renameSheet': {
        const from = this.before.get(action.sheet);
        this.before.delete(action.sheet);
        if (from !== undefined) this.before.set(action.to, from);
        return;
      }
      case 'deleteSheet': {
        const was = this.before.get(action.sheet);
        if (was !== undefined) this.deleted.push(was);
        this.before.delete(action.sheet);
        this.added.delete(action.sheet);
        return;
      }
      case 'hideSheet':
      case 'showSheet': {
        const was = this.before.get(action.sheet);
        if (was !== undefined) this.shown.add(was);
        return;
      }
      case 'write':
        action.cells.forEach((line, down) => line.forEach((content, right) => {
          if (content !== null) this.put(action.sheet, action.row + down, action.column + right, content);
        }));
        return;
      case 'numberFormat':
        this.eachCell(action.sheet, action.area, (cells, row, column) => { if (cells.get(row)?.get(column) === undefined) setCell(cells, row, column, null); });
        return;
      case 'deleteColumns':
        this.added.get(action.sheet)?.cells.forEach((line, row, all) => all.set(row, withoutColumns(line, action.column, action.columns)));
        return;
      case 'style':
      case 'clearLooks':
      case 'copyLooks':
      case 'conditionalFormats':
      case 'listValidation': {
        const was = this.before.get(action.sheet);
        if (was !== undefined) this.looks.push({ sheet: was, area: action.area });
        return;
      }
      case 'pageSetup': {
        const was = this.before.get(action.sheet);
        if (was !== undefined && action.setup.printArea) this.printed.add(was);
        return;
      }
      case 'fitRows': {
        const was = this.before.get(action.sheet);
        if (was !== undefined) this.fitted.push({ sheet: was, row: action.row, rows: action.rows });
        return;
      }
      case 'defineName':
        this.name({ name: action.name, sheet: null, after: writeSheetArea(action) });
        return;
      case 'restoreName':
        this.name({ name: action.name, sheet: action.sheet ?? null, after: action.refersTo });
        return;
      case 'deleteName':
        this.name({ name: action.name, sheet: action.sheet ?? null, after: null });
        return;
      default:
    }
  }

  /** A name of a sheet that came goes with its sheet. */
  private name(one: NameStep): void {
    const sheet = one.sheet === null ? null : this.before.get(one.sheet);
    if (sheet === undefined) return;
    this.names.set(`${sheet ?? ''}!${one.name.toLowerCase()}`, { ...one, sheet });
  }

  private put(sheet: string, row: number, column: number, content: Standing): void {
    const was = this.before.get(sheet);
    const cells = was === undefined ? this.added.get(sheet)?.cells : this.touched(was);
    if (cells) setCell<Standing | null>(cells, row, column, content);
  }

  private eachCell(sheet: string, area: Area, visit: (cells: Cells<Standing | null>, row: number, column: number) => void): void {
    const was = this.before.get(sheet);
    if (was === undefined) return;
    const cells = this.touched(was);
    for (let row = area.row; row < area.row + area.rows; row++) for (let column = area.column; column < area.column + area.columns; column++) visit(cells, row, column);
  }

  private touched(sheet: string): Cells<Standing | null> {
    const cells = this.cells.get(sheet) ?? new Map<number, Map<number, Standing | null>>();
    this.cells.set(sheet, cells);
    return cells;
  }

  /** What stands on a sheet before the plan. */
  private standing(sheet: string): Cells<Standing | null> {
    const used = this.snapshot.sheets.find((one) => one.name === sheet)?.used;
    const cells: Cells<Standing | null> = new Map();
    used?.formulas.forEach((line, down) => line.forEach((_, right) => {
      const [row, column] = [used.area.row + down, used.area.column + right];
      const content = standingAt(used, row, column);
      if (content !== '') setCell(cells, row, column, content);
    }));
    return cells;
  }
}

function setCell<T>(cells: Cells<T>, row: number, column: number, content: T): void {
  const line = cells.get(row) ?? new Map<number, T>();
  cells.set(row, line);
  line.set(column, content);
}

function withoutColumns<T>(line: ReadonlyMap<number, T>, first: number, count: number): Map<number, T> {
  return new Map([...line].flatMap(([column, content]) => (column < first ? [[column, content] as const] : column < first + count ? [] : [[column - count, content] as const])));
}

/** The smallest rectangle over touched cells of a sheet; null where there are none. */
export function extentOf(cells: Cells<unknown>): Area | null {
  const rows = [...cells.keys()];
  const columns = [...cells.values()].flatMap((line) => [...line.keys()]);
  if (rows.length === 0 || columns.length === 0) return null;
  const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
  const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));
  const [top, left] = [least(rows), least(columns)];
  return { row: top, column: left, rows: most(rows) - top + 1, columns: most(columns) - left + 1 };
}
