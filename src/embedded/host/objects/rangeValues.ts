import { cellKey, type Cell } from '../../model/book';
import { textArgument } from '../arguments';
import { cellValue, cellValueType } from '../cells/cellValue';
import { formatSections } from '../cells/formatCode';
import { formatValue } from '../cells/formatValue';
import { changeStyles, styleAt } from '../cells/styles';
import { contentOf, putContent, spread } from '../cells/write';
import { HostError } from '../errors';
import { guardContents, guardSheet } from '../rules/guards';
import type { WireValue } from '../wire';
import type { RangeObject } from './range';

/** Reads of more cells fail (learn.microsoft.com, resource limits: "a range is limited to five million cells for get operations"). */
const READ_LIMIT = 5_000_000;

/** null for whole rows and columns, as Microsoft documents for unbounded ranges. */
function grid(range: RangeObject, read: (cell: Cell | undefined, row: number, column: number) => WireValue): WireValue {
  if (range.unbounded) return null;
  const { row, column, rows, columns } = range.area;
  if (rows * columns > READ_LIMIT) throw new HostError('ResponsePayloadSizeLimitExceeded', 'more than 5,000,000 cells');
  return Array.from({ length: rows }, (_r, r) =>
    Array.from({ length: columns }, (_c, c) => read(range.sheet.cells.get(cellKey(row + r, column + c)), row + r, column + c)));
}

export function readValues(range: RangeObject): WireValue {
  return grid(range, cellValue);
}

export function readFormulas(range: RangeObject): WireValue {
  return grid(range, (cell) => (cell?.formula === undefined ? cellValue(cell) : `=${cell.formula}`));
}

export function readTypes(range: RangeObject): WireValue {
  return grid(range, cellValueType);
}

export function readNumberFormats(range: RangeObject): WireValue {
  return grid(range, (_cell, row, column) => styleAt(range.host.book, range.sheet, row, column).numberFormat ?? 'General');
}

export function readTexts(range: RangeObject): WireValue {
  const { book } = range.host;
  return grid(range, (cell, row, column) => formatValue(cell?.value, styleAt(book, range.sheet, row, column).numberFormat ?? 'General', book.date1904 ?? false));
}

function guardBounded(range: RangeObject): void {
  if (range.unbounded) throw new HostError('InvalidArgument', 'cell properties of whole rows or columns cannot be set');
}

/** Sets values or formulas: Excel takes both the same way. Nothing is written where an element is refused. */
export function writeContents(range: RangeObject, value: unknown): void {
  const { host, sheet, area } = range;
  guardBounded(range);
  guardContents(host, sheet, area);
  const puts: (() => void)[] = [];
  spread(area, value, (row, column, one) => {
    const content = contentOf(host, sheet, row, column, one);
    puts.push(() => putContent(host, sheet, row, column, content));
  });
  for (const put of puts) put();
  host.calculation.changed();
  host.events.rangeEdited(sheet, area);
}

/** Formats are English codes ("General", "#,##0"). Values stay as they are, also under "@". */
export function writeNumberFormats(range: RangeObject, value: unknown): void {
  const { host, sheet, area } = range;
  guardBounded(range);
  guardSheet(host, sheet);
  const formats: { row: number; column: number; format: string }[] = [];
  spread(area, value, (row, column, one) => formats.push({ row, column, format: checkedFormat(one) }));
  for (const { row, column, format } of formats) {
    changeStyles(host.book, sheet, { row, column, rows: 1, columns: 1 }, () => ({ numberFormat: format === 'General' ? undefined : format }));
  }
}

/** At most four sections, quotes closed. What the formatter does not know may still be a format of Excel's. */
function checkedFormat(value: unknown): string {
  const format = textArgument(value, 'numberFormat');
  if (format === '' || format.length > 255 || ((format.match(/"/g) ?? []).length % 2 === 1 && !/\\"/.test(format))) throw new HostError('InvalidArgument', `number format ${format}`);
  try {
    if (formatSections(format).length > 4) throw new HostError('InvalidArgument', `number format ${format}`);
  } catch (error) {
    if (!(error instanceof HostError && error.code === 'NotImplemented')) throw error;
  }
  return format;
}
