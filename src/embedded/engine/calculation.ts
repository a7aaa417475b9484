import { cellA1 } from '../../plan/a1';
import { cellKey, isCellError, keyColumn, keyRow, type Book, type CalculationEngine, type Cell, type CellError, type Scalar, type Sheet } from '../model/book';
import { circularCells } from './circles';
import { FormulaPreparer, type EngineFormula } from './engineFormula';
import { Extents } from './extent';
import { calculateOnce, knownFunctions, type InputCell, type InputSheet } from './univer';

/** A formula the engine cannot work out; its cell shows the error, and so does everything that depends on it. */
export interface CalculationProblem {
  readonly sheet: string;
  /** "B3" */
  readonly cell: string;
  readonly formula: string;
  readonly reason: string;
}

const ERRORS: ReadonlySet<string> = new Set<CellError['error']>([
  '#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!', '#GETTING_DATA',
]);
function isErrorText(text: string): text is CellError['error'] {
  return ERRORS.has(text);
}

/** Calculates whole workbooks with Univer's formula engine. Without iteration and spilling: both are problems. */
export class UniverEngine implements CalculationEngine {
  /** What the last recalculation could not work out. */
  problems: readonly CalculationProblem[] = [];

  async recalculate(book: Book): Promise<void> {
    const run = new Run(book);
    const turn = lastTurn.then(() => run.calculate());
    lastTurn = turn.catch(() => undefined);
    await turn;
    this.problems = run.problems;
  }
}

/** Univer keeps state for the whole process: two calculations at a time spoil each other's results. */
let lastTurn: Promise<unknown> = Promise.resolve();

class Run {
  readonly problems: CalculationProblem[] = [];
  private readonly preparer: FormulaPreparer;
  /** Cells that cannot be worked out, by sheet; given to the engine as the errors they show. */
  private readonly failed = new Map<Sheet, Map<number, CellError['error']>>();

  constructor(private readonly book: Book) {
    this.preparer = new FormulaPreparer(book, knownFunctions());
  }

  async calculate(): Promise<void> {
    if (!this.book.sheets.some((sheet) => [...sheet.cells.values()].some((cell) => cell.formula !== undefined))) return;
    let inputs = this.inputs();
    let outcome = await calculateOnce(inputs);
    // A wrong result has already reached its dependants: calculate again with the error in its place.
    while ((outcome.circular && this.noteCircles(inputs)) || this.noteSpills(outcome.sheets.map((sheet) => sheet.spills))) {
      inputs = this.inputs();
      outcome = await calculateOnce(inputs);
    }
    this.book.sheets.forEach((sheet, index) => {
      this.writeBack(sheet, new Map(outcome.sheets[index]?.results.map(({ row, column, value }) => [cellKey(row, column), value])));
    });
  }

  private inputs(): InputSheet[] {
    const extents = new Extents();
    const cells = this.book.sheets.map((sheet) => this.inputCells(sheet, extents));
    return this.book.sheets.map((sheet, index) => ({ name: sheet.name, ...extents.size(sheet.name), cells: cells[index] ?? [] }));
  }

  private inputCells(sheet: Sheet, extents: Extents): { row: number; column: number; input: InputCell }[] {
    const cells = [];
    for (const [key, cell] of sheet.cells) {
      const row = keyRow(key);
      const column = keyColumn(key);
      const input = this.input(sheet, key, cell);
      if (!input) continue;
      extents.include(sheet.name, row, column);
      if (input.kind === 'formula') extents.includeReferences(input.text, sheet.name);
      cells.push({ row, column, input });
    }
    return cells;
  }

  private input(sheet: Sheet, key: number, cell: Cell): InputCell | undefined {
    if (cell.formula === undefined) return cell.value === undefined ? undefined : constantInput(cell.value);
    const failure = this.failed.get(sheet)?.get(key);
    if (failure) return { kind: 'error', text: failure };
    const ready: EngineFormula = this.preparer.prepare(cell.formula, sheet, keyRow(key), keyColumn(key));
    if ('formula' in ready) return { kind: 'formula', text: `=${ready.formula}` };
    this.fail(sheet, key, ready.error, ready.unsupported);
    return { kind: 'error', text: ready.error };
  }

  private fail(sheet: Sheet, key: number, error: CellError['error'], reason: string): void {
    const failed = this.failed.get(sheet) ?? new Map<number, CellError['error']>();
    this.failed.set(sheet, failed.set(key, error));
    this.problems.push({ sheet: sheet.name, cell: cellA1(keyRow(key), keyColumn(key)), formula: `=${sheet.cells.get(key)?.formula ?? ''}`, reason });
  }

  private noteCircles(inputs: readonly InputSheet[]): boolean {
    const circular = circularCells(inputs);
    if (circular.length === 0) throw new Error('The engine met a circle of formulas that cannot be found from their references.');
    for (const { sheet, row, column } of circular) {
      const found = this.book.sheets[sheet];
      if (found) this.fail(found, cellKey(row, column), '#CALC!', 'the formula depends on itself');
    }
    return true;
  }

  private noteSpills(spills: readonly (readonly { readonly row: number; readonly column: number }[])[]): boolean {
    let any = false;
    this.book.sheets.forEach((sheet, index) => {
      for (const { row, column } of spills[index] ?? []) {
        this.fail(sheet, cellKey(row, column), '#SPILL!', 'the result fills more than one cell');
        any = true;
      }
    });
    return any;
  }

  private writeBack(sheet: Sheet, results: ReadonlyMap<number, number | string | boolean>): void {
    for (const [key, cell] of sheet.cells) {
      if (cell.formula === undefined) continue;
      const value = this.failed.get(sheet)?.get(key);
      const next = value ? { error: value } : this.result(sheet, key, results.get(key));
      if (sameValue(cell.value, next)) continue;
      cell.value = next;
      sheet.changedCells.add(key);
      sheet.changed.add('cells');
    }
  }

  private result(sheet: Sheet, key: number, value: number | string | boolean | undefined): Scalar {
    if (typeof value === 'string' && isErrorText(value)) return { error: value };
    if (typeof value === 'string' && /^#(?:CYCLE|ERROR)!$/.test(value)) return this.lateFailure(sheet, key, value);
    if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return this.lateFailure(sheet, key, 'no result');
    return value;
  }

  private lateFailure(sheet: Sheet, key: number, reason: string): CellError {
    this.fail(sheet, key, '#CALC!', reason);
    return { error: '#CALC!' };
  }
}

function constantInput(value: Scalar): InputCell {
  if (isCellError(value)) return { kind: 'error', text: value.error };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  // The engine drops a constant "", which in Excel is text and not an empty cell.
  return value === '' ? { kind: 'formula', text: '=""' } : { kind: 'text', text: value };
}

/** Excel keeps fifteen digits; a file written by another program may differ in the sixteenth, which is no change. */
function sameValue(left: Scalar | undefined, right: Scalar): boolean {
  if (typeof left === 'number' && typeof right === 'number') return Math.abs(left - right) <= 1e-14 * Math.max(Math.abs(left), Math.abs(right));
  return isCellError(left) && isCellError(right) ? left.error === right.error : left === right;
}
