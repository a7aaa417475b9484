import {
  CellValueType, LocaleType, LogLevel, ObjectMatrix, Univer, UniverInstanceType, type ICellData, type IRange, type IWorkbookData, type Nullable,
} from '@univerjs/core';
import {
  ICalculateFormulaService, IFormulaRuntimeService, IFunctionService, UniverFormulaEnginePlugin, type IAllRuntimeData, type IFormulaData,
} from '@univerjs/engine-formula';
import { correctedFunctions } from './univerCorrections';

/** What one cell gives to a calculation. Formulas begin with "=", errors look like "#N/A". */
export type InputCell =
  | { readonly kind: 'formula' | 'error' | 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean };

export interface InputSheet {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly input: InputCell }[];
}

export interface Result {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean;
}
export interface Outcome {
  readonly sheets: readonly SheetResults[];
  /** Some formula depends on itself; its result means nothing. */
  readonly circular: boolean;
}
export interface SheetResults {
  readonly results: readonly Result[];
  /** Formulas whose result covers more than one cell. */
  readonly spills: readonly { readonly row: number; readonly column: number }[];
}

const UNIT = 'book';
let executors: ReadonlySet<string> | undefined;

/** The functions Univer can work out, in capitals. */
export function knownFunctions(): ReadonlySet<string> {
  if (!executors) {
    const univer = startUniver();
    univer.createUnit(UniverInstanceType.UNIVER_SHEET, workbookData([]));
    executors = new Set([...univer.__getInjector().get(IFunctionService).getExecutors().keys()].map((name) => String(name).toUpperCase()));
    univer.dispose();
  }
  return executors;
}

/**
 * Works out all formulas once, in the order of their dependencies.
 * A Univer of its own each time, because its syntax trees outlive a change of what they refer to; disposing clears its
 * caches, which belong to the whole process. It starts in a few milliseconds.
 */
export async function calculateOnce(sheets: readonly InputSheet[]): Promise<Outcome> {
  const univer = startUniver();
  try {
    univer.createUnit(UniverInstanceType.UNIVER_SHEET, workbookData(sheets));
    univer.__getInjector().get(IFunctionService).registerExecutors(...correctedFunctions());
    const service = univer.__getInjector().get(ICalculateFormulaService);
    const runtime = univer.__getInjector().get(IFormulaRuntimeService);
    const finished = new Promise<Outcome>((resolve) => {
      const subscription = service.executionCompleteListener$.subscribe((data) => {
        subscription.unsubscribe();
        resolve({ sheets: sheets.map((_, index) => sheetResults(data, sheetId(index))), circular: runtime.isCycleDependency() });
      });
    });
    await service.execute({
      formulaData: { [UNIT]: formulaData(sheets) }, arrayFormulaCellData: {}, arrayFormulaRange: {}, forceCalculate: true, dirtyRanges: [],
      dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtyUnitFeatureMap: {}, dirtyUnitOtherFormulaMap: {}, maxIteration: 1,
    });
    return await finished;
  } finally {
    univer.dispose();
  }
}

function startUniver(): Univer {
  const univer = new Univer({ locale: LocaleType.JA_JP, locales: { [LocaleType.JA_JP]: {} }, logLevel: LogLevel.SILENT });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  return univer;
}

const sheetId = (index: number): string => `sheet${index}`;

function workbookData(sheets: readonly InputSheet[]): IWorkbookData {
  const data: IWorkbookData = { id: UNIT, name: UNIT, appVersion: '0.25.1', locale: LocaleType.JA_JP, styles: {}, sheetOrder: [], sheets: {} };
  sheets.forEach((sheet, index) => {
    const id = sheetId(index);
    const cellData: Record<number, Record<number, ICellData>> = {};
    for (const { row, column, input } of sheet.cells) (cellData[row] ??= {})[column] = cellOf(input);
    data.sheetOrder.push(id);
    data.sheets[id] = { id, name: sheet.name, rowCount: sheet.rows, columnCount: sheet.columns, cellData };
  });
  return data;
}

function cellOf(input: InputCell): ICellData {
  switch (input.kind) {
    case 'formula': return { f: input.text };
    case 'number': return { v: input.number, t: CellValueType.NUMBER };
    case 'boolean': return { v: input.boolean ? 1 : 0, t: CellValueType.BOOLEAN };
    case 'text': case 'error': return { v: input.text, t: CellValueType.STRING };
  }
}

function formulaData(sheets: readonly InputSheet[]): NonNullable<IFormulaData[string]> {
  const data: Record<string, Record<number, Record<number, { f: string }>>> = {};
  sheets.forEach((sheet, index) => {
    const rows: Record<number, Record<number, { f: string }>> = {};
    for (const { row, column, input } of sheet.cells) {
      if (input.kind === 'formula') (rows[row] ??= {})[column] = { f: input.text };
    }
    data[sheetId(index)] = rows;
  });
  return data;
}

function sheetResults(data: IAllRuntimeData, id: string): SheetResults {
  const results: Result[] = [];
  data.unitData[UNIT]?.[id]?.forValue((row, column, cell) => {
    results.push({ row, column, value: valueOf(cell) });
  });
  const spills: { row: number; column: number }[] = [];
  new ObjectMatrix<IRange>(data.arrayFormulaRange[UNIT]?.[id] ?? {}).forValue((row, column, range) => {
    if (range.endRow > range.startRow || range.endColumn > range.startColumn) spills.push({ row, column });
  });
  return { results, spills };
}

/** An empty cell handed through a formula is 0. */
function valueOf(cell: Nullable<ICellData>): number | string | boolean {
  const value = cell ? cell.v ?? 0 : 0;
  return cell && cell.t === CellValueType.BOOLEAN ? Boolean(value) : value;
}
