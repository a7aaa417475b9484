import { areaA1, bounding, contains, sheetOfPrefix, type Area } from './a1';
import { contentPrint, sameContent, standingAt, type Standing } from './content';
import { FormerNames } from './formerNames';
import { formatAt, GENERAL, nameNow, printsByCell, TEXT, type RestoreAdded, type RestorePoint, type RestoreRun, type RestoreSheet } from './restorePoint';
import { normalizeFormula, tokenizeFormula } from './formulaText';
import { readSheetArea, writeSheetArea } from './sheetReference';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';
import { possibleStrays, strayCopies } from './strayCopies';
import type { CellInput, PlanAction, WorkbookPlan } from './workbookPlan';

/** Something that was changed by other hands since, or is no longer there. */
export type Conflict =
  | { readonly kind: 'cell'; readonly sheet: string; readonly row: number; readonly column: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sheetGone' | 'sheetTaken' | 'linesMoved'; readonly sheet: string };

export interface Undoing {
  /** What leads back, but for the conflicts. */
  readonly plan: WorkbookPlan;
  readonly conflicts: readonly Conflict[];
  /** Nothing is left to be done: the workbook is as the point remembers it. */
  readonly settled: boolean;
}

/**
 * What leads from the workbook as it is now back to what a restore point remembers; also from a state in between. `now` must hold
 * the cells of the point's sheets with number formats and the used ranges of its added sheets. `whole`: the plan was written to its end.
 */
export function undoPlan(point: RestorePoint, now: WorkbookSnapshot, whole: boolean): Undoing {
  return new Undo(point, now, whole).undoing();
}

/**
 * The areas to be read of the sheets a point remembers, by the names they bear now; wholly: sheets that came, and those they are copies
 * of. No sheet is both: an area would take the place of the whole, and a copy would not be known for one.
 */
export function areasToRead(point: RestorePoint, now: WorkbookSnapshot): { readonly areas: { readonly sheet: string; readonly area: Area }[]; readonly sheets: readonly string[] } {
  const names = new FormerNames(point, now);
  const sheets = [...new Set([
    ...point.added.flatMap((one) => (names.hasCome(one.sheet) ? [one.sheet, ...(one.copyOf === null ? [] : [one.copyOf])] : [])),
    ...possibleStrays(point, now).flatMap(({ sheet, source }) => [sheet.name, source.name]),
  ])];
  const areas = point.sheets.flatMap(({ sheet, runs, looks }) => {
    const current = names.current(sheet);
    const boxes = [...runs.map((run): Area => ({ row: run.row, column: run.column, rows: 1, columns: run.before.length })), ...looks];
    const box = boxes.reduce<Area | null>((all, one) => (all ? bounding(all, one) : one), null);
    return current !== null && box && !sheets.includes(current) ? [{ sheet: current, area: box }] : [];
  });
  return { areas, sheets };
}

class Undo {
  private readonly names: FormerNames;
  private readonly conflicts: Conflict[] = [];
  private readonly sheets: PlanAction[] = [];
  private readonly formats: PlanAction[] = [];
  private readonly contents: PlanAction[] = [];
  private readonly afterContents: PlanAction[] = [];
  private readonly looks: PlanAction[] = [];
  private readonly named: PlanAction[] = [];
  private formatsKnown = true;

  constructor(private readonly point: RestorePoint, private readonly now: WorkbookSnapshot, private readonly whole: boolean) {
    this.names = new FormerNames(point, now);
  }

  undoing(): Undoing {
    this.takeSheets();
    if (this.whole) this.checkSheets();
    for (const one of this.point.sheets) {
      const current = this.names.current(one.sheet);
      if (current !== null) this.takeCells(one, current);
      else if (this.whole) this.loseSheet(one.sheet);
    }
    for (const name of this.point.names) this.takeName(name);
    // A text format stands before its text, and what Excel makes of a formula is set right behind it.
    const { sheets, formats, contents, afterContents, looks, named, conflicts } = this;
    const settled = [sheets, ...(this.formatsKnown ? [formats] : []), contents, named, conflicts].every((list) => list.length === 0);
    return { plan: { actions: [...sheets, ...formats, ...contents, ...looks, ...afterContents, ...named] }, conflicts, settled };
  }

  private takeSheets(): void {
    const { point, names } = this;
    const gone = point.added.filter((one) => names.hasCome(one.sheet));
    // A sheet that is gone already was taken out by somebody: whatever was written there went with it.
    if (this.whole) for (const one of point.added.filter((each) => !names.hasCome(each.sheet))) this.loseSheet(one.sheet);
    for (const one of gone) this.conflicts.push(...this.editedSince(one));
    const { spent } = point;
    const spentNow = spent && gone.some((one) => one.sheet === spent.as) ? names.sheet(spent.as) : undefined;
    // Nothing can have been written on a protected sheet but its name.
    if (spent && spentNow?.protected) this.sheets.push({ kind: 'renameSheet', sheet: spent.as, to: spent.sheet });
    else if (spent && spentNow && !names.sheet(spent.sheet)) this.sheets.push({ kind: 'addSheet', sheet: spent.sheet, position: spent.position });
    const leaving = gone.filter((one) => !(one.sheet === spent?.as && spentNow?.protected) && !this.conflicts.some((conflict) => conflict.kind === 'cell' && conflict.sheet === one.sheet));
    this.sheets.push(...leaving.map((one): PlanAction => ({ kind: 'deleteSheet', sheet: one.sheet })));
    if (!this.whole) this.sheets.push(...strayCopies(point, this.now).map((sheet): PlanAction => ({ kind: 'deleteSheet', sheet })));
    // The last first: a name is free again when the sheet that took it has gone.
    for (const { from, to } of [...point.renamed].reverse().filter((one) => names.isDone(one))) this.sheets.push({ kind: 'renameSheet', sheet: to, to: from });
    const [showing, hiding] = this.visibilities();
    // A workbook shows a sheet at any time: what is to be seen is shown before others leave, what is not is hidden last.
    this.sheets.unshift(...showing);
    this.sheets.push(...hiding);
  }

  /** Sheets to be shown, by the names they bear now, and those to be hidden, by the names they had. */
  private visibilities(): [PlanAction[], PlanAction[]] {
    const wrong = this.point.shown.flatMap(({ sheet, before }) => {
      const current = this.names.current(sheet);
      const found = current === null ? undefined : this.names.sheet(current);
      return current !== null && found && found.visible !== before ? [{ sheet, current, before }] : [];
    });
    return [
      wrong.filter((one) => one.before).map(({ current }) => ({ kind: 'showSheet', sheet: current })),
      wrong.filter((one) => !one.before).map(({ sheet }) => ({ kind: 'hideSheet', sheet })),
    ];
  }

  /** Sheets that cannot come back: they are gone, or another one bears their name by now. */
  private checkSheets(): void {
    for (const one of this.point.renamed) if (!this.names.isDone(one)) this.loseSheet(one.to);
    const taken = new Set(this.now.sheets.map((sheet) => sheet.name.toLowerCase()));
    for (const step of this.sheets) {
      if (step.kind === 'deleteSheet' || step.kind === 'renameSheet') taken.delete(step.sheet.toLowerCase());
      if (step.kind !== 'renameSheet') continue;
      if (taken.has(step.to.toLowerCase())) this.conflicts.push({ kind: 'sheetTaken', sheet: step.to });
      taken.add(step.to.toLowerCase());
    }
  }

  /** Cells of a sheet that came where something else stands than was written there. */
  private editedSince(added: RestoreAdded): Conflict[] {
    const used = this.names.sheet(added.sheet)?.used;
    if (!used) return [];
    const printAt = printsByCell(added);
    const known = this.whole ? null : new Set(added.rows.flatMap(({ prints }) => prints.match(/.{4}/gs) ?? []).concat(this.copiedPrints(added)));
    return used.formulas.flatMap((line, down) => line.flatMap((_, right): Conflict[] => {
      const [row, column] = [used.area.row + down, used.area.column + right];
      const standing = standingAt(used, row, column);
      const print = contentPrint(standing);
      // In a state in between a cell is empty still, or a copy's own.
      const ours = known ? standing === '' || isBroken(standing) || (added.copyOf !== null && typeof standing === 'object') || known.has(print) : print === printAt(row, column);
      return ours ? [] : [{ kind: 'cell', sheet: added.sheet, row, column }];
    }));
  }

  private copiedPrints({ copyOf }: RestoreAdded): string[] {
    const used = copyOf === null ? null : this.names.sheet(copyOf)?.used;
    return used ? used.formulas.flatMap((line, down) => line.map((_, right) => contentPrint(standingAt(used, used.area.row + down, used.area.column + right)))) : [];
  }

  private takeCells({ sheet, runs, looks, kept, fitted, printArea }: RestoreSheet, current: string): void {
    const found = this.names.sheet(current);
    const used = found?.used;
    const writes = this.contents.length;
    for (const run of runs) {
      const cells = run.before.map((before, index) => this.contentBack(run, index, current, before, standingAt(used, run.row, run.column + index)));
      if (cells.some((cell) => cell !== null)) this.contents.push({ kind: 'write', sheet, row: run.row, column: run.column, cells: [cells] });
      this.takeFormats(sheet, run, cells, used);
    }
    // Nothing can have been written on a protected sheet, its looks neither.
    if (!this.whole && found?.protected && this.contents.length === writes) return;
    if (printArea) this.looks.push({ kind: 'pageSetup', sheet, setup: { printArea } });
    for (const area of looks) if (!this.hasConflict(current, area)) this.looks.push({ kind: 'clearLooks', sheet, area });
    const on = this.point.looksOn.find((one) => one.sheet === sheet)?.on;
    if (on !== undefined && this.names.sheet(on)) for (const area of kept) if (!this.hasConflict(current, area)) this.looks.push({ kind: 'copyLooks', sheet, from: on, area });
    if (this.contents.length > writes) for (const { row, rows } of fitted) this.looks.push({ kind: 'fitRows', sheet, row, rows });
  }

  /** What a cell must be given to be as it was; null: nothing. */
  private contentBack(run: RestoreRun, index: number, current: string, before: Standing, standing: Standing): CellInput {
    const after = run.after[index] ?? null;
    if (after === null || (sameContent(standing, before) && !isRespelled(standing, before, after))) return null;
    if (sameContent(standing, after)) {
      const back = this.sayable(before);
      // Sooner nothing than a formula that speaks of nothing.
      if (this.whole && !sameContent(back, before)) this.loseSheets(before);
      return back;
    }
    if (!this.whole && isBroken(standing)) {
      const back = this.sayable(before);
      return sameContent(back, standing) ? null : back;
    }
    this.conflicts.push({ kind: 'cell', sheet: current, row: run.row, column: run.column + index });
    return null;
  }

  /** A formula as it reads where a sheet it speaks of was deleted meanwhile: Excel takes no other. */
  private sayable(content: Standing): Standing {
    if (typeof content !== 'object') return content;
    const tokens = tokenizeFormula(content.formula.slice(1));
    return tokens.some((token) => this.isLost(token.prefix)) ? { formula: `=${tokens.map((token) => (this.isLost(token.prefix) ? '#REF!' : token.text)).join('')}` } : content;
  }

  /** Of other workbooks, and of several sheets at once, nothing is known here. */
  private isLost(prefix: string | undefined): boolean {
    return prefix !== undefined && !/[[:]/.test(prefix) && !this.standsAfter(sheetOfPrefix(prefix));
  }

  private loseSheets(content: Standing): void {
    if (typeof content !== 'object') return;
    for (const { prefix } of tokenizeFormula(content.formula.slice(1))) if (prefix !== undefined && this.isLost(prefix)) this.loseSheet(sheetOfPrefix(prefix));
  }

  /** A sheet that is needed and that somebody took out or renamed. */
  private loseSheet(sheet: string): void {
    if (!this.conflicts.some((one) => one.kind === 'sheetGone' && one.sheet === sheet)) this.conflicts.push({ kind: 'sheetGone', sheet });
  }

  private hasConflict(sheet: string, area: Area): boolean {
    return this.conflicts.some((one) => one.kind === 'cell' && one.sheet === sheet && contains(area, one.row, one.column));
  }

  /**
   * A text format stands before its text; a formula is set before its format, for Excel may give its cell another one, and none of text: so is
   * a figure whose cell was made one of texts later. Where the formats now are not known they are set.
   */
  private takeFormats(sheet: string, run: RestoreRun, cells: readonly CellInput[], used: SheetSnapshot['used']): void {
    const known = used?.formats;
    const wanted = run.formats.map((place) => this.point.formats[place] ?? GENERAL);
    const standing = wanted.map((_, index) => (known ? (formatAt(used, run.row, run.column + index) ?? GENERAL) : null));
    if (!known) this.formatsKnown = false;
    const goesFirst = cells.map((cell, index) => cell !== null && (typeof cell === 'object' || (typeof cell !== 'string' && wanted[index] === TEXT)));
    const set = (list: PlanAction[], formats: readonly (string | null)[]): void => {
      for (const { from, count, format } of stretches(formats)) list.push({ kind: 'numberFormat', sheet, area: { row: run.row, column: run.column + from, rows: 1, columns: count }, format });
    };
    set(this.formats, wanted.map((format, index) => (goesFirst[index] ? (standing[index] === TEXT || standing[index] === null ? GENERAL : null) : standing[index] === format ? null : format)));
    set(this.afterContents, wanted.map((format, index) => (goesFirst[index] ? format : null)));
  }

  private takeName({ name, sheet, before, after }: RestorePoint['names'][number]): void {
    const current = sheet === null ? null : this.names.current(sheet);
    if (sheet !== null && current === null) return;
    const standing = nameNow(this.now, name, current);
    const isSame = sameReference(standing === null ? null : this.asNamedThen(standing.refersTo), before?.refersTo ?? null);
    // A sheet that leaves takes with it a name that points there, whatever it reads.
    if (isSame && !this.leaves(standing === null ? null : readSheetArea(standing.refersTo)?.sheet ?? null)) return;
    const isBrokenOfOurs = !this.whole && standing?.refersTo.includes('#REF!') === true;
    if (standing !== null && !isSame && !isBrokenOfOurs && !sameReference(standing.refersTo, after)) {
      if (this.whole) this.conflicts.push({ kind: 'name', name });
      return;
    }
    const scope = sheet === null ? {} : { sheet };
    if (before === null) {
      this.named.push({ kind: 'deleteName', name, ...scope });
      return;
    }
    const place = sheet === null ? readSheetArea(before.refersTo) : null;
    // A sheet that somebody deleted takes what its names spoke of with it.
    if (place && !this.standsAfter(place.sheet)) {
      if (this.whole) this.loseSheet(place.sheet);
      return;
    }
    if (place) this.named.push({ kind: 'defineName', name, sheet: place.sheet, area: place.area, comment: before.comment, ...(standing === null ? {} : { replaces: true }) });
    else this.named.push({ kind: 'restoreName', name, refersTo: before.refersTo, comment: before.comment, ...scope });
  }

  /** A reference as it reads when the sheets bear their former names: one that was set aside takes the references to it along. */
  private asNamedThen(refersTo: string): string {
    const at = readSheetArea(refersTo);
    const renaming = at && this.point.renamed.find((one) => one.to === at.sheet && this.names.isDone(one));
    return renaming ? writeSheetArea({ sheet: renaming.from, area: at.area }) : refersTo;
  }

  private leaves(sheet: string | null): boolean {
    return sheet !== null && this.sheets.some((step) => step.kind === 'deleteSheet' && step.sheet === sheet);
  }

  /** Whether a sheet is there when all is as before. */
  private standsAfter(sheet: string): boolean {
    return this.names.current(sheet) !== null || this.point.spent?.sheet === sheet;
  }
}

/** A formula that only its spelling, "$" among it, tells from the one there was: copied further it speaks of other cells. */
const isRespelled = (standing: Standing, before: Standing, after: Standing): boolean =>
  typeof standing === 'object' && typeof before === 'object' && standing.formula !== before.formula && sameContent(before, after);

/** A formula that spoke of a sheet which an earlier attempt to bring all back took out. */
const isBroken = (content: Standing): boolean => typeof content === 'object' && content.formula.includes('#REF!');

/** Neighbours of one format; null is left out. */
function stretches(formats: readonly (string | null)[]): { from: number; count: number; format: string }[] {
  const found: { from: number; count: number; format: string }[] = [];
  formats.forEach((format, index) => {
    const last = found.at(-1);
    if (format === null) return;
    if (last && last.format === format && last.from + last.count === index) last.count++;
    else found.push({ from: index, count: 1, format });
  });
  return found;
}

function sameReference(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : normalizeFormula(a) === normalizeFormula(b);
}

/** A conflict's place in words, e.g. "業務 C5". */
export const conflictPlace = (one: Conflict): string => (one.kind === 'cell' ? `${one.sheet} ${areaA1({ row: one.row, column: one.column, rows: 1, columns: 1 })}` : one.kind === 'name' ? one.name : one.sheet);
