import type { CatalogRow } from '../../domain/catalog';
import { bearsMonth, hasEnded, hasMonths } from '../../domain/due';
import { asPrinted } from '../../domain/formatFigure';
import { isBlankFigure, plainFigureText } from '../../domain/figureText';
import { limitWords } from '../../domain/limits';
import { expectationOf, readFigure, type FigureExpectation } from '../../domain/readFigure';
import { seriesKey } from '../../domain/series';
import type { TextSeries, TextTable } from '../../domain/text/textReading';
import type { CellContent } from '../../plan/snapshot';
import { monthCell, totalCell, type SeriesPlace, type SheetCell } from '../blockPlace';
import type { Grid } from '../grid';
import { derivedId, type DerivedId } from '../overwrittenSheet';
import { keyOf } from '../tableMap';
import type { WorkbookState } from '../workbookState';

/**
 * What becomes of a figure of the text. new: its table is laid out with it. fill: its cell is empty. differs: another figure stands
 * there. same: this one does. kept: it is not written, see `reason`. derived: the cell is worked out, the figure only compared.
 */
export type ImportKind = 'new' | 'fill' | 'differs' | 'same' | 'kept' | 'derived';

/** A figure that comes from elsewhere, with its place in the workbook. */
export interface PlacedFigure {
  /** By what it means, wherever it stands. */
  readonly id: DerivedId;
  readonly row: CatalogRow;
  readonly year: number;
  /** 0 = 4月 … 11 = 3月; null: the total. */
  readonly month: number | null;
  readonly value: number;
  readonly kind: ImportKind;
  /** Of what is kept, a part of a sentence: why. */
  readonly reason: string;
  readonly cell: SheetCell | null;
  /** What stands in the cell; "" for nothing. */
  readonly found: CellContent;
}

/** A figure of a text. */
export interface ImportFigure extends PlacedFigure {
  readonly series: TextSeries;
}

/** Every figure of the tables of a text, in their order. */
export function importFigures(state: WorkbookState, tables: readonly TextTable[]): ImportFigure[] {
  const place = figurePlacer(state);
  return tables.flatMap((table) => table.series.flatMap((series) => {
    const row = state.catalog.rows.get(series.rowId);
    if (!row) return [];
    const of = (month: number | null, value: number | null | undefined): ImportFigure[] => (value == null ? [] : [{ ...place(row, series.year, month, value), series }]);
    return [...series.months.flatMap((value, month) => of(month, value)), ...of(null, series.total)];
  }));
}

/** Finds the cell of a figure, and holds the figure against what stands there. `month` null: the total. */
export function figurePlacer(state: WorkbookState): (row: CatalogRow, year: number, month: number | null, value: number) => PlacedFigure {
  const missing = new Set(state.map.missing.flatMap((block) => block.lines.map(keyOf)));
  return (row, year, month, value) => {
    const key = seriesKey(row.definition.id, year);
    const place = state.map.series.get(key);
    const grid = place && state.grids.get(place.block.sheet);
    const base = { id: derivedId(key, month), row, year, month, value, cell: null, found: '', reason: '' };
    const refused = refusal(row, year, month, value);
    if (refused !== null) return { ...base, kind: 'kept', reason: refused };
    if (place && grid) return { ...base, ...placed(row, place, grid, month, value, year) };
    if (missing.has(key)) return { ...base, kind: isDerived(row, month) ? 'derived' : 'new' };
    return { ...base, kind: 'kept', reason: noPlace(state, row.definition.id) };
  };
}

/** A cell that a formula of ours fills. */
function isDerived({ definition, monthly, total }: CatalogRow, month: number | null): boolean {
  if (definition.asTyped) return false;
  return month === null ? total.kind !== 'typed' && total.kind !== 'none' : monthly !== null;
}

/** Why a figure cannot be one of the row's; null: nothing speaks against it. */
function refusal(row: CatalogRow, year: number, month: number | null, value: number): string | null {
  const { definition } = row;
  if (isDerived(row, month)) return null;
  if (month === null) return row.total.kind === 'none' ? '計の欄のない項目' : null;
  if (!hasMonths(definition)) return '計だけの項目';
  if (hasEnded(definition, year, month)) return '終了した後の月';
  if (!bearsMonth(definition, month)) return '6・9・12・3月だけの項目';
  return limitWords(value, { min: definition.min, max: definition.max, expected: expectationOf(definition, year), month }) === null ? null : '項目の範囲の外の数値';
}

const noPlace = (state: WorkbookState, rowId: string): string =>
  [...state.map.series.values()].some((place) => place.line.row.id === rowId) ? 'ブックの表に欄のない年度' : 'ブックに欄のない項目';

function placed(row: CatalogRow, place: SeriesPlace, grid: Grid, month: number | null, value: number, year: number): Pick<ImportFigure, 'kind' | 'reason' | 'cell' | 'found'> {
  const cell = month === null ? totalCell(place) : monthCell(place, month);
  if (!cell) return { kind: 'kept', reason: 'ブックに計の欄のない項目', cell, found: '' };
  const found = grid.value(cell.row, cell.column);
  const at = { cell, found };
  if (isDerived(row, month)) return { kind: 'derived', reason: '', ...at };
  if (grid.formula(cell.row, cell.column) !== null) return { kind: 'kept', reason: '計算式のある欄', ...at };
  if (found === '') return { kind: 'fill', reason: '', ...at };
  const format = (month === null ? row.definition.totalFormat : null) ?? row.definition.format;
  const figure = figureOf(found, expectationOf(row.definition, year));
  if (figure === undefined) return { kind: 'kept', reason: '数値でない文字のある欄', ...at };
  // A text prints fewer decimals than a cell may hold.
  return { kind: figure !== null && asPrinted(figure, format) === asPrinted(value, format) ? 'same' : 'differs', reason: '', ...at };
}

/** The figure a cell holds, also where it was typed as text; null: a mark for none; undefined: it is none. */
function figureOf(content: CellContent, expected: FigureExpectation): number | null | undefined {
  if (typeof content === 'number') return content;
  if (typeof content === 'boolean') return undefined;
  if (isBlankFigure(plainFigureText(content))) return null;
  const reading = readFigure(content, expected);
  return reading.ok ? reading.value : undefined;
}
