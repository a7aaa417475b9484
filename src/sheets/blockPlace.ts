import type { Matrix, Span } from '../domain/recognition/matrix';
import { columnLetters, type Area } from '../plan/a1';
import type { CellContent } from '../plan/snapshot';
import type { Block, BlockLine } from './blocks';
import type { Grid } from './grid';

/**
 * Where tables stand. Only this file knows rows and columns: everything else speaks of lines and of positions along them.
 * across: the months run over the columns and a line is a row. down: they run down the rows and a line is a column.
 */
export type Axis = 'across' | 'down';

/** Where a block stands; its positions are told by the header line, not by counting. */
export interface BlockPlace {
  readonly block: Block;
  readonly axis: Axis;
  readonly sheet: string;
  readonly headerLine: number;
  /** Positions whose cells name the lines. */
  readonly labels: Span;
  /** Position of each month, April first. */
  readonly monthPositions: readonly number[];
  readonly totalPosition: number | null;
}

/** Where a series stands. */
export interface SeriesPlace {
  readonly line: BlockLine;
  readonly block: BlockPlace;
  /** The line of the sheet. */
  readonly at: number;
}

export interface SheetCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const cellAt = (axis: Axis, line: number, position: number): { readonly row: number; readonly column: number } =>
  axis === 'across' ? { row: line, column: position } : { row: position, column: line };

/** Positions of one line as an area of the sheet. */
export const alongLine = (axis: Axis, line: number, { from, to }: Span): Area =>
  axis === 'across' ? { row: line, column: from, rows: 1, columns: to - from + 1 } : { row: from, column: line, rows: to - from + 1, columns: 1 };

/** How a line of cells runs; null: it is no line, or a single cell. */
export function axisOf({ rows, columns }: Area): Axis | null {
  if (rows === 1 && columns > 1) return 'across';
  return columns === 1 && rows > 1 ? 'down' : null;
}
export const lineOf = (axis: Axis, area: Area): number => (axis === 'across' ? area.row : area.column);
export const spanOf = (axis: Axis, { row, column, rows, columns }: Area): Span =>
  axis === 'across' ? { from: column, to: column + columns - 1 } : { from: row, to: row + rows - 1 };

/** A line of the sheet in words. */
export const lineWords = (axis: Axis, line: number): string => (axis === 'across' ? `${line + 1}行目` : `${columnLetters(line)}列`);

export const monthsSpan = (months: readonly number[]): Span => ({ from: Math.min(...months), to: Math.max(...months) });

/** From the first label to the total, or to the last month. */
export const blockSpan = (block: BlockPlace): Span => ({ from: block.labels.from, to: Math.max(block.totalPosition ?? 0, ...block.monthPositions) });

export const headerArea = (block: BlockPlace): Area => alongLine(block.axis, block.headerLine, blockSpan(block));

/** The first cell of a line, where its label begins. */
export const labelCell = (block: BlockPlace, line: number): SheetCell => ({ sheet: block.sheet, ...cellAt(block.axis, line, block.labels.from) });

/** From the label to the last month of a line. */
export const labelToMonths = (axis: Axis, line: number, labels: Span, months: readonly number[]): Area => alongLine(axis, line, { from: labels.from, to: Math.max(...months) });

const cellOf = ({ block, at }: SeriesPlace, position: number | null | undefined): SheetCell | null =>
  position == null ? null : { sheet: block.sheet, ...cellAt(block.axis, at, position) };

/** The cell of a month, 0 = 4月; null: there is none. */
export const monthCell = (place: SeriesPlace, month: number): SheetCell | null => cellOf(place, place.block.monthPositions[month]);
export const totalCell = (place: SeriesPlace): SheetCell | null => cellOf(place, place.block.totalPosition);

/** First to last month, whatever stands between. */
export const monthsArea = ({ block, at }: SeriesPlace): Area => alongLine(block.axis, at, monthsSpan(block.monthPositions));

/** The cells of the months from one to another, and of nothing between them, as few areas as possible. */
export function monthAreas({ block, at }: SeriesPlace, from = 0, through = block.monthPositions.length - 1): Area[] {
  const spans: Span[] = [];
  for (const position of block.monthPositions.slice(from, through + 1)) {
    const last = spans.at(-1);
    if (last && last.to + 1 === position) spans[spans.length - 1] = { ...last, to: position };
    else spans.push({ from: position, to: position });
  }
  return spans.map((span) => alongLine(block.axis, at, span));
}

/** A sheet as the tables of one axis are read: line by line. */
export interface SheetView extends Matrix {
  readonly axis: Axis;
  readonly sheet: string;
  at(line: number, position: number): CellContent;
  isEmpty(line: number, position: number): boolean;
}

export function viewOf(grid: Grid, axis: Axis): SheetView {
  const pick = <T>(line: number, position: number, read: (row: number, column: number) => T): T => {
    const { row, column } = cellAt(axis, line, position);
    return read(row, column);
  };
  return {
    axis,
    sheet: grid.name,
    lines: axis === 'across' ? grid.endRow : grid.endColumn,
    positions: axis === 'across' ? grid.endColumn : grid.endRow,
    at: (line, position) => pick(line, position, (row, column) => grid.value(row, column)),
    format: (line, position) => pick(line, position, (row, column) => grid.format(row, column)),
    isEmpty: (line, position) => pick(line, position, (row, column) => grid.isEmpty(row, column)),
  };
}
