import { areaA1, overlaps, type Area } from './a1';
import { contentPrint, PRINT_LETTERS, standingAt, type Standing } from './content';
import { extentOf, type Cells, type Footprint } from './footprint';
import type { Landmarks } from './landmarks';
import type { NameSnapshot, SheetSnapshot, WorkbookSnapshot } from './snapshot';
import type { PlanAction } from './workbookPlan';

/** Neighbouring cells of a row: what stood there, what a plan puts there (null: nothing), and their number formats as places in the point's list. */
export interface RestoreRun {
  readonly row: number;
  readonly column: number;
  readonly before: readonly Standing[];
  readonly after: readonly (Standing | null)[];
  readonly formats: readonly number[];
}

export interface RestoreSheet {
  /** The name before the plan. */
  readonly sheet: string;
  readonly runs: readonly RestoreRun[];
  /** Areas that get looks: those that were empty before, and those whose looks are kept on a sheet of the add-in's. */
  readonly looks: readonly Area[];
  readonly kept: readonly Area[];
  /** Rows that were made to fit their texts. */
  readonly fitted: readonly { readonly row: number; readonly rows: number }[];
  /** What was printed, where the plan sets it; null: it does not, or all was. */
  readonly printArea: Area | null;
}

export interface RestoreName {
  readonly name: string;
  /** The sheet whose own it is, by its name before the plan; null: the workbook's. */
  readonly sheet: string | null;
  readonly before: Pick<NameSnapshot, 'refersTo' | 'comment'> | null;
  readonly after: string | null;
}

/** A sheet that came, and four letters for each cell of its rows, to know whether somebody has written there since. */
export interface RestoreAdded {
  readonly sheet: string;
  readonly copyOf: string | null;
  readonly rows: readonly { readonly row: number; readonly column: number; readonly prints: string }[];
}

/** All that is needed to take a plan back: what was there, and what it leaves. Plain data, kept as JSON. */
export interface RestorePoint {
  readonly version: 1;
  readonly formats: readonly string[];
  readonly sheets: readonly RestoreSheet[];
  readonly names: readonly RestoreName[];
  readonly added: readonly RestoreAdded[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly shown: readonly { readonly sheet: string; readonly before: boolean }[];
  /** Where the plan makes copies: sheets that looked like copies of the same ones before. */
  readonly copiesBefore: readonly string[];
  /** The sheets on which looks are kept, by the sheets they are of. */
  readonly looksOn: readonly { readonly sheet: string; readonly on: string }[];
  /** An empty sheet that was taken for one of the plan's: `as` is its new name, `position` its place. */
  readonly spent: { readonly sheet: string; readonly as: string; readonly position: number } | null;
  /** Undefined in records of earlier versions. */
  readonly landmarks?: readonly Landmarks[];
}

/** The areas that must be read before a plan is written: one a sheet, with everything the plan touches there. */
export function touchedAreas(footprint: Footprint): { readonly sheet: string; readonly area: Area }[] {
  return [...new Set([...footprint.cells.keys(), ...footprint.looks.map((one) => one.sheet)])].flatMap((sheet) => {
    const cells: Cells<unknown> = new Map([...(footprint.cells.get(sheet) ?? [])].map(([row, line]) => [row, new Map<number, unknown>(line)]));
    for (const { area } of footprint.looks.filter((one) => one.sheet === sheet)) {
      for (const row of [area.row, area.row + area.rows - 1]) cells.set(row, new Map([...(cells.get(row) ?? []), [area.column, null], [area.column + area.columns - 1, null]]));
    }
    const area = extentOf(cells);
    return area ? [{ sheet, area }] : [];
  });
}

/** What it takes to take a plan back; `now` must hold the touched areas with number formats. */
export function restorePointOf(footprint: Footprint, now: WorkbookSnapshot): RestorePoint {
  const formats: string[] = [];
  const places = new Map<string, number>();
  const placeOf = (format: string): number => {
    const place = places.get(format) ?? formats.push(format) - 1;
    places.set(format, place);
    return place;
  };
  const spent = spentSheet(footprint, now);
  const touched = [...new Set([...footprint.cells.keys(), ...footprint.looks.map((one) => one.sheet), ...footprint.printed])].filter((sheet) => sheet !== spent?.sheet);
  return {
    version: 1,
    sheets: touched.flatMap((name) => {
      const sheet = now.sheets.find((one) => one.name === name);
      if (!sheet) return [];
      const looks = [...new Map(footprint.looks.filter((one) => one.sheet === name).map(({ area }) => [areaA1(area), area])).values()];
      const used = looks.filter((area) => !wasEmpty(sheet, area));
      // What overlaps cells that had looks is kept with them.
      const isPlain = (area: Area): boolean => !used.some((one) => overlaps(one, area));
      return [{
        sheet: name,
        runs: runsOf(footprint.cells.get(name) ?? NO_CELLS, sheet, placeOf),
        looks: looks.filter(isPlain),
        kept: looks.filter((area) => !isPlain(area)),
        fitted: footprint.fitted.filter((one) => one.sheet === name).map(({ row, rows }) => ({ row, rows })),
        printArea: footprint.printed.has(name) ? (sheet.printArea ?? null) : null,
      }];
    }),
    formats,
    names: footprint.names.map(({ name, sheet, after }) => ({ name, sheet, after, before: nameNow(now, name, sheet) })),
    added: [
      ...[...footprint.added].map(([sheet, { copyOf, cells }]) => ({ sheet, copyOf, rows: printsOf(cells) })),
      ...(spent ? [{ sheet: spent.as, copyOf: null, rows: printsOf(footprint.cells.get(spent.sheet) ?? NO_CELLS) }] : []),
    ],
    renamed: footprint.renamed.filter((one) => one.from !== spent?.sheet),
    shown: [...footprint.shown].map((sheet) => ({ sheet, before: now.sheets.find((one) => one.name === sheet)?.visible ?? true })),
    copiesBefore: [...footprint.added.values()].flatMap(({ copyOf }) => (copyOf === null ? [] : now.sheets.filter((sheet) => sheet.name.startsWith(`${copyOf} (`)).map((sheet) => sheet.name))),
    looksOn: [],
    spent,
  };
}

/** The same with a sheet to keep looks on, where there are any that must be kept; and the steps that keep them, before the plan's. */
export function keepLooks(point: RestorePoint, nameFor: (sheet: string) => string): { readonly point: RestorePoint; readonly steps: readonly PlanAction[] } {
  const looksOn = point.sheets.filter((one) => one.kept.length > 0).map(({ sheet }) => ({ sheet, on: nameFor(sheet) }));
  const steps = looksOn.flatMap(({ sheet, on }): PlanAction[] => [
    { kind: 'addSheet', sheet: on }, { kind: 'hideSheet', sheet: on },
    ...(point.sheets.find((one) => one.sheet === sheet)?.kept ?? []).map((area): PlanAction => ({ kind: 'copyLooks', sheet: on, from: sheet, area })),
  ]);
  return { point: { ...point, looksOn }, steps };
}

/** A name as it is; null where there is none. Names are equal ignoring case. */
export function nameNow(now: WorkbookSnapshot, name: string, sheet: string | null): Pick<NameSnapshot, 'refersTo' | 'comment'> | null {
  const names = sheet === null ? now.names : (now.sheets.find((one) => one.name === sheet)?.ownNames ?? []);
  const found = names.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return found ? { refersTo: found.refersTo, comment: found.comment } : null;
}

/** The only sheet of a new workbook, empty, is taken for the first of the plan's. */
function spentSheet({ renamed, looks }: Footprint, now: WorkbookSnapshot): RestorePoint['spent'] {
  for (const { from, to } of renamed) {
    const position = now.sheets.findIndex((one) => one.name === from);
    const sheet = now.sheets[position];
    if (sheet && looks.some((one) => one.sheet === from) && isBlank(sheet)) return { sheet: from, as: to, position };
  }
  return null;
}

const isBlank = ({ used }: SheetSnapshot): boolean => used == null || used.formulas.every((line) => line.every((content) => content === ''));

function wasEmpty({ used }: SheetSnapshot, area: Area): boolean {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (standingAt(used, row, column) !== '' || (formatAt(used, row, column) ?? GENERAL) !== GENERAL) return false;
    }
  }
  return true;
}

/** The number format of a cell that nobody gave one. */
export const GENERAL = 'General';
/** Of a cell whose every content is a text. */
export const TEXT = '@';
const NO_CELLS: Cells<Standing | null> = new Map<number, Map<number, Standing | null>>();
/** A cell's number format; undefined where it is outside or formats were not read. */
export const formatAt = (block: SheetSnapshot['used'], row: number, column: number): string | undefined => block?.formats?.[row - block.area.row]?.[column - block.area.column];

function runsOf(cells: Cells<Standing | null>, { used }: SheetSnapshot, placeOf: (format: string) => number): RestoreRun[] {
  return lines(cells).map(({ row, column, contents }) => ({
    row, column, after: contents,
    before: contents.map((_, right) => standingAt(used, row, column + right)),
    formats: contents.map((_, right) => placeOf(formatAt(used, row, column + right) ?? GENERAL)),
  }));
}

function printsOf(cells: Cells<Standing | null>): RestoreAdded['rows'] {
  return lines(cells).map(({ row, column, contents }) => ({ row, column, prints: contents.map((content) => contentPrint(content ?? '')).join('') }));
}

/** Runs of neighbouring cells, row by row. */
function lines<T>(cells: Cells<T>): { row: number; column: number; contents: T[] }[] {
  return [...cells].sort(([a], [b]) => a - b).flatMap(([row, line]) => {
    const runs: { row: number; column: number; contents: T[] }[] = [];
    for (const [column, content] of [...line].sort(([a], [b]) => a - b)) {
      const last = runs.at(-1);
      if (last && last.column + last.contents.length === column) last.contents.push(content);
      else runs.push({ row, column, contents: [content] });
    }
    return runs;
  });
}

/** The print an added sheet's cell had when it came; four blanks where nothing was written. */
export function printsByCell({ rows }: RestoreAdded): (row: number, column: number) => string {
  const byRow = new Map<number, { column: number; prints: string }[]>();
  for (const { row, column, prints } of rows) byRow.set(row, [...(byRow.get(row) ?? []), { column, prints }]);
  return (row, column) => {
    const run = byRow.get(row)?.find((one) => column >= one.column && column < one.column + one.prints.length / PRINT_LETTERS);
    return run ? run.prints.slice((column - run.column) * PRINT_LETTERS, (column - run.column + 1) * PRINT_LETTERS) : contentPrint('');
  };
}

/** Cells, names and sheets a restore point holds, for people. */
export function sizeOf(point: RestorePoint): { readonly cells: number; readonly names: number; readonly sheets: number } {
  return {
    cells: point.sheets.reduce((sum, sheet) => sum + sheet.runs.reduce((cells, run) => cells + run.before.length, 0), 0),
    names: point.names.length,
    sheets: point.added.length + point.renamed.length,
  };
}
