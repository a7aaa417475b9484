import type { Area } from '../../../plan/a1';
import { keyColumn, keyRow, type Book, type Cell, type Sheet } from '../../model/book';
import { shownValue } from '../../host/cells/shownText';
import { styleAt } from '../../host/cells/styles';
import type { Paint } from './conditionalPaint';
import type { FullStyle } from './cellStyle';
import { columnPixels, rowPixels } from './pixels';
import type { ShelvedStyle, StyleShelf } from './styleShelf';

/** A cell as the grid shows it: text only, no figure that could be calculated with. */
export interface CellView {
  readonly text: string;
  /** It holds something, though that may look empty. */
  readonly filled: boolean;
  readonly look: ShelvedStyle;
}

/** A sheet as the grid shows it. Sizes are pixels at 100 %; 0 means hidden. */
export interface SheetView {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly cells: ReadonlyMap<number, CellView>;
  readonly rowLooks: ReadonlyMap<number, ShelvedStyle>;
  readonly columnLooks: ReadonlyMap<number, ShelvedStyle>;
  readonly merges: readonly Area[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly gridlines: boolean;
}

/** Width of a text in pixels at 100 %. */
export type Measure = (text: string, style: FullStyle) => number;

/** Free lines that follow what is used, and the least a sheet has. */
const SPARE = { rows: 100, columns: 10 };
const LEAST = { rows: 200, columns: 26 };
/** Univer's space inside both edges of a cell. */
const EDGES = 4;
const TOO_NARROW = '#';

export interface ViewInput {
  readonly book: Book;
  readonly sheet: Sheet;
  readonly shelf: StyleShelf;
  readonly paints: ReadonlyMap<number, Paint>;
  readonly measure: Measure;
}

export function sheetView(input: ViewInput): SheetView {
  const { sheet, shelf } = input;
  const used = extent(sheet);
  const rowCount = Math.max(LEAST.rows, used.rows + SPARE.rows);
  const columnCount = Math.max(LEAST.columns, used.columns + SPARE.columns);
  const columns = Array.from({ length: columnCount }, (_, column) => columnPixels(input.book, sheet)(column));
  const looks = (lines: ReadonlyMap<number, { style?: Cell['style'] }>, count: number): Map<number, ShelvedStyle> =>
    new Map([...lines].flatMap(([line, { style }]) => (style && line < count ? [[line, shelf.get(style, undefined, undefined)] as const] : [])));
  return {
    id: sheet.id, name: sheet.name, hidden: sheet.visibility !== 'Visible', tabColor: sheet.tabColor, rowCount, columnCount,
    rows: Array.from({ length: rowCount }, (_, row) => rowPixels(sheet)(row)), columns,
    cells: cellViews(input, columns), rowLooks: looks(sheet.rows, rowCount), columnLooks: looks(sheet.columns, columnCount),
    merges: sheet.merges, freeze: sheet.freeze, gridlines: sheet.gridlines,
  };
}

function cellViews({ book, sheet, shelf, paints, measure }: ViewInput, columns: readonly number[]): Map<number, CellView> {
  const views = new Map<number, CellView>();
  for (const key of new Set([...sheet.cells.keys(), ...paints.keys()])) {
    const row = keyRow(key);
    const column = keyColumn(key);
    const style = styleAt(book, sheet, row, column);
    const { value, formula } = sheet.cells.get(key) ?? {};
    const look = shelf.get(style, value, paints.get(key));
    const text = shownValue(book, value, style.numberFormat);
    const width = typeof value === 'number' && !underMerge(sheet, row, column) ? columns[column] ?? 0 : Infinity;
    views.set(key, { text: fits(text, look.style, width, measure) ? text : hashes(width, look.style, measure), filled: value !== undefined || formula !== undefined, look });
  }
  return views;
}

const fits = (text: string, style: FullStyle, width: number, measure: Measure): boolean => width === Infinity || width === 0 || measure(text, style) <= width - EDGES;

/** A figure is never cut off: Excel fills a column that is too narrow. */
function hashes(width: number, style: FullStyle, measure: Measure): string {
  return TOO_NARROW.repeat(Math.max(1, Math.floor((width - EDGES) / measure(TOO_NARROW, style))));
}

function underMerge(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some((area) => area.row === row && area.column === column);
}

/** Rows and columns that hold or look like something. */
function extent(sheet: Sheet): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const key of sheet.cells.keys()) {
    rows = Math.max(rows, keyRow(key) + 1);
    columns = Math.max(columns, keyColumn(key) + 1);
  }
  for (const area of sheet.merges) {
    rows = Math.max(rows, area.row + area.rows);
    columns = Math.max(columns, area.column + area.columns);
  }
  return { rows, columns };
}
