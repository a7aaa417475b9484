import { FileFault } from '../fault';
import { MAX_COLUMNS, MAX_ROWS, readCell } from '../../../plan/a1';
import { elementsOf } from '../package/elements';

/**
 * The cells of a worksheet part as text. `sheetData` can be hundreds of megabytes as a tree, so it is scanned and
 * spliced as text; only the frame around it is ever parsed. Assumes what every known writer does: no comments, CDATA
 * or ">" inside attributes within sheetData.
 */

/** A row element by its place in the text; `row` counts from 0. */
export interface RowSpan { readonly row: number; readonly start: number; readonly end: number }

export interface SheetText {
  readonly xml: string;
  /** Namespace prefix of the main elements with its colon, mostly "". */
  readonly prefix: string;
  /** Where <sheetData begins and where its end tag ends. */
  readonly start: number;
  readonly end: number;
  readonly rows: readonly RowSpan[];
}

/** A cell element: its place, its attributes as text and what is inside. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly attributes: string;
  readonly inner: string;
}

const SHEET_DATA = /<((?:[A-Za-z_][\w.-]*:)?)sheetData(?:\s[^<>]*?)?(\/?)>/;

/** The value of an attribute within a tag's text. */
export function rawAttribute(attributes: string, name: string): string | undefined {
  const at = ` ${attributes}`.search(new RegExp(`\\s${name}\\s*=`));
  if (at < 0) return undefined;
  const open = /["']/.exec(attributes.slice(at));
  if (!open) return undefined;
  const from = at + open.index + 1;
  const to = attributes.indexOf(open[0], from);
  return to < 0 ? undefined : attributes.slice(from, to);
}

/** One pattern an attribute, for the hot loop. */
const CELL_REFERENCE = /(?:^|\s)r=["']([^"']*)["']/;
const ROW_NUMBER = /(?:^|\s)r=["'](\d+)["']/;

/** Finds sheetData and its rows. @throws FileFault damaged */
export function locateSheetData(xml: string, part: string): SheetText {
  const open = SHEET_DATA.exec(xml);
  if (!open) throw new FileFault('damaged', `${part} has no sheetData`, part);
  const prefix = open[1] ?? '';
  const from = open.index + open[0].length;
  if (open[2] === '/') return { xml, prefix, start: open.index, end: from, rows: [] };
  const close = `</${prefix}sheetData>`;
  const to = xml.indexOf(close, from);
  if (to < 0) throw new FileFault('damaged', `sheetData of ${part} does not end`, part);
  const rows: RowSpan[] = [];
  let row = -1;
  // The part that is walked ends with the data: what is not found in it is not sought behind it.
  for (const { start, tagEnd, end } of elementsOf(xml.slice(0, to), `${prefix}row`, from)) {
    const number = ROW_NUMBER.exec(xml.slice(start, tagEnd))?.[1];
    const next = number === undefined ? row + 1 : Number(number) - 1;
    if (!(next > row && next < MAX_ROWS)) throw new FileFault('damaged', `${part} has a row ${number ?? next + 1} behind row ${row + 1}`, part);
    row = next;
    rows.push({ row, start, end });
  }
  return { xml, prefix, start: open.index, end: to + close.length, rows };
}

/** Text of the start tag after the element's name. */
export function rowAttributes(text: SheetText, span: RowSpan): string {
  const tagEnd = text.xml.indexOf('>', span.start);
  return text.xml.slice(span.start + text.prefix.length + 4, text.xml[tagEnd - 1] === '/' ? tagEnd - 1 : tagEnd).trim();
}

/**
 * The cells of a row in file order. A cell without a reference stands right of the one before (18.3.1.4).
 * @throws FileFault damaged where a cell says that it stands elsewhere
 */
export function* cellsOf(text: SheetText, span: RowSpan): Generator<RawCell> {
  const { prefix } = text;
  const xml = text.xml.slice(span.start, span.end);
  const nameLength = prefix.length + 2;
  let column = -1;
  for (const { start, tagEnd, end, empty } of elementsOf(xml, `${prefix}c`, xml.indexOf('>') + 1)) {
    const attributes = xml.slice(start + nameLength, empty ? tagEnd - 1 : tagEnd);
    const reference = CELL_REFERENCE.exec(attributes)?.[1];
    const place = reference === undefined ? { row: span.row, column: column + 1 } : readCell(reference);
    if (place?.row !== span.row || place.column >= MAX_COLUMNS) throw new FileFault('damaged', `a cell ${reference ?? 'too many'} in row ${span.row + 1}`);
    column = place.column;
    yield { row: span.row, column, attributes, inner: empty ? '' : xml.slice(tagEnd + 1, end - prefix.length - 4) };
  }
}
