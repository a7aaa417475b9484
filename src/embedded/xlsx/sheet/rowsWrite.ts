import { cellKey, keyColumn, keyRow, type RowLook, type Sheet, type Style } from '../../model/book';
import type { CellReader } from './cellRead';
import { newCell, patchedCell, type CellWriterTools } from './cellWrite';
import { rowTag } from './rowLook';
import { cellsOf, rowAttributes, type RowSpan, type SheetText } from './sheetText';

export interface RowsPatch {
  /** The sheetData element. */
  readonly xml: string;
  /** Whether a formula came, went or changed: the calculation chain is stale then. */
  readonly formulasChanged: boolean;
}

interface Work {
  readonly text: SheetText;
  readonly reader: CellReader;
  readonly sheet: Sheet;
  readonly tools: CellWriterTools;
  readonly styleIndex: (style: Style | undefined) => number;
  /** Columns to write anew, by row. */
  readonly touched: Map<number, Set<number>>;
  /** Followers of shared formulas that lose their master. */
  readonly unshared: Set<number>;
  formulasChanged: boolean;
}

function touch(touched: Map<number, Set<number>>, key: number): void {
  const columns = touched.get(keyRow(key)) ?? new Set<number>();
  columns.add(keyColumn(key));
  touched.set(keyRow(key), columns);
}

/** Followers whose master no longer holds the shared formula must carry their own text. */
function findUnshared(reader: CellReader, sheet: Sheet): Set<number> {
  const unshared = new Set<number>();
  for (const { key, formula, dependents } of reader.shared.values()) {
    if (!sheet.changedCells.has(key) || sheet.cells.get(key)?.formula === formula) continue;
    for (const dependent of dependents) unshared.add(dependent);
  }
  return unshared;
}

function addNew(work: Work, row: number, column: number): string {
  const cell = work.sheet.cells.get(cellKey(row, column));
  if (!cell) return '';
  if (cell.formula !== undefined) work.formulasChanged = true;
  return newCell(row, column, cell, work.styleIndex(cell.style), work.tools);
}

function newCells(work: Work, row: number, columns: readonly number[]): string {
  return columns.map((column) => addNew(work, row, column)).join('');
}

/** The cells of a row of the file with the touched ones patched, dropped or put in between. */
function rowCells(work: Work, span: RowSpan): string {
  const { text, reader, sheet } = work;
  const waiting = [...(work.touched.get(span.row) ?? [])].sort((a, b) => a - b);
  const pieces: string[] = [];
  let next = 0;
  for (const raw of cellsOf(text, span)) {
    for (let column = waiting[next]; column !== undefined && column < raw.column; column = waiting[++next]) pieces.push(addNew(work, span.row, column));
    if (waiting[next] !== raw.column) {
      pieces.push(`<${text.prefix}c${raw.attributes}${raw.inner === '' ? '/>' : `>${raw.inner}</${text.prefix}c>`}`);
      continue;
    }
    next++;
    const key = cellKey(raw.row, raw.column);
    const before = reader.content(raw);
    const cell = sheet.cells.get(key);
    if (cell?.formula !== before.formula) work.formulasChanged = true;
    pieces.push(patchedCell(raw, before, cell, work.styleIndex(cell?.style), work.unshared.has(key), work.tools));
  }
  pieces.push(newCells(work, span.row, waiting.slice(next)));
  return pieces.join('');
}

function fileRow(work: Work, span: RowSpan, looks: boolean): string {
  const { text, sheet } = work;
  const attributes = rowAttributes(text, span);
  const look = looks ? sheet.rows.get(span.row) ?? {} : undefined;
  const tag = rowTag(attributes, span.row, look, work.styleIndex);
  const cells = rowCells(work, span);
  return element(text.prefix, tag, cells);
}

function newRow(work: Work, row: number, look: RowLook | undefined): string {
  const columns = [...(work.touched.get(row) ?? [])].sort((a, b) => a - b);
  const cells = newCells(work, row, columns);
  const tag = rowTag('', row, look ?? {}, work.styleIndex);
  return cells === '' && tag === `r="${row + 1}"` ? '' : element(work.text.prefix, tag, cells);
}

function element(prefix: string, tag: string, cells: string): string {
  return cells === '' ? `<${prefix}row ${tag}/>` : `<${prefix}row ${tag}>${cells}</${prefix}row>`;
}

/** Rows to look at: those with touched cells, and all known ones where row looks changed. */
function rowsToWrite(work: Work, looks: boolean): Set<number> {
  const rows = new Set(work.touched.keys());
  if (looks) {
    for (const row of work.sheet.rows.keys()) rows.add(row);
    for (const span of work.text.rows) rows.add(span.row);
  }
  return rows;
}

/**
 * Writes sheetData with the changed cells and row looks patched in. Rows without a change are copied as they stand.
 * `styleIndex` and `tools` append to the style sheet and the string table.
 */
export function patchRows(text: SheetText, reader: CellReader, sheet: Sheet, styleIndex: (style: Style | undefined) => number, tools: CellWriterTools): RowsPatch {
  const unshared = findUnshared(reader, sheet);
  const work: Work = { text, reader, sheet, tools, styleIndex, touched: new Map(), unshared, formulasChanged: false };
  for (const key of sheet.changedCells) touch(work.touched, key);
  for (const key of unshared) touch(work.touched, key);
  const looks = sheet.changed.has('rows');
  const rows = rowsToWrite(work, looks);
  const known = new Set(text.rows.map((span) => span.row));
  const added = [...rows].filter((row) => !known.has(row)).sort((a, b) => a - b);
  const pieces: string[] = [];
  let next = 0;
  for (const span of text.rows) {
    for (let row = added[next]; row !== undefined && row < span.row; row = added[++next]) pieces.push(newRow(work, row, sheet.rows.get(row)));
    pieces.push(rows.has(span.row) ? fileRow(work, span, looks) : text.xml.slice(span.start, span.end));
  }
  for (const row of added.slice(next)) pieces.push(newRow(work, row, sheet.rows.get(row)));
  const p = text.prefix;
  return { xml: `<${p}sheetData>${pieces.join('')}</${p}sheetData>`, formulasChanged: work.formulasChanged };
}
