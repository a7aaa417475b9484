import type { Area } from '../../../plan/a1';
import { shiftFormula } from '../../../plan/formulaText';
import { cellKey, type Book, type Sheet } from '../../model/book';
import { shownText } from '../../host/cells/shownText';
import { typedContent } from '../../host/cells/typing';
import { HostError } from '../../host/errors';
import { editText } from '../../live/editText';
import type { TypedCell } from '../../live/liveWorkbook';
import { writeTabText } from './tabText';

/** What was copied in the grid: the texts for others, and the contents for a paste in the same workbook. */
export interface Copied {
  readonly text: string;
  readonly html: string;
  readonly row: number;
  readonly column: number;
  readonly contents: readonly (readonly string[])[];
}

export function copyArea(book: Book, sheet: Sheet, area: Area): Copied {
  const shown = gridOf(area, (row, column) => shownText(book, sheet, row, column));
  const rows = shown.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`).join('');
  return { text: writeTabText(shown), html: `<table>${rows}</table>`, row: area.row, column: area.column, contents: gridOf(area, (row, column) => contentText(book, sheet, row, column)) };
}

/** What must be typed to get a cell's content again; text that reads as a number stays text. */
function contentText(book: Book, sheet: Sheet, row: number, column: number): string {
  const text = editText(book, sheet, row, column);
  const cell = sheet.cells.get(cellKey(row, column));
  if (cell?.formula !== undefined || typeof cell?.value !== 'string' || text.startsWith("'")) return text;
  return staysText(book, text) ? text : `'${text}`;
}

function staysText(book: Book, text: string): boolean {
  try {
    return typedContent(book, text, 'General', new Date()).value === text;
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}

function gridOf<T>({ row, column, rows, columns }: Area, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_r, r) => Array.from({ length: columns }, (_c, c) => read(row + r, column + c)));
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');

/**
 * Cells to be typed for a paste: repeated where the target is a multiple of what was copied, otherwise once from its first
 * cell. `origin` is where formulas were copied from; undefined for texts from elsewhere.
 */
export function pasteCells(texts: readonly (readonly string[])[], target: Area, origin: { readonly row: number; readonly column: number } | undefined): TypedCell[] {
  const height = texts.length;
  const width = Math.max(0, ...texts.map((row) => row.length));
  if (height === 0 || width === 0) return [];
  const repeats = target.rows % height === 0 && target.columns % width === 0;
  const [rows, columns] = repeats ? [target.rows, target.columns] : [height, width];
  return gridOf({ row: 0, column: 0, rows, columns }, (row, column): TypedCell => {
    const text = texts[row % height]?.[column % width] ?? '';
    const place = { row: target.row + row, column: target.column + column };
    if (!origin || !text.startsWith('=')) return { ...place, text };
    return { ...place, text: `=${shiftFormula(text.slice(1), place.row - origin.row - (row % height), place.column - origin.column - (column % width))}` };
  }).flat();
}
