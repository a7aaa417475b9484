import type { Area } from '../../../plan/a1';
import { cellKey, type Cell, type Sheet } from '../../model/book';
import { HostError } from '../errors';
import type { ExcelHost } from '../host';
import { changedStyle, styleAt } from './styles';
import { typedContent, type Content } from './typing';

/**
 * Hands `value` to the cells of an area: a plain value to all of them, a two-dimensional array of the area's size cell by
 * cell; null leaves a cell as it is. @throws HostError InvalidArgument where the size differs
 */
export function spread(area: Area, value: unknown, put: (row: number, column: number, value: unknown) => void): void {
  const rows = Array.isArray(value) ? gridOf(area, value) : undefined;
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const one = rows ? rows[row]?.[column] : value;
      if (one !== null && one !== undefined) put(area.row + row, area.column + column, one);
    }
  }
}

function gridOf(area: Area, value: readonly unknown[]): readonly (readonly unknown[])[] {
  const rows = value.filter((row): row is readonly unknown[] => Array.isArray(row));
  if (rows.length !== value.length || rows.length !== area.rows || rows.some((row) => row.length !== area.columns)) {
    throw new HostError('InvalidArgument', `an array of ${area.rows} × ${area.columns} is needed`);
  }
  return rows;
}

/** What Excel makes of one element of `values` or `formulas`. */
export function contentOf(host: ExcelHost, sheet: Sheet, row: number, column: number, value: unknown): Content {
  if (typeof value === 'string') return typedContent(host.book, value, styleAt(host.book, sheet, row, column).numberFormat ?? 'General', host.options.now());
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return { value };
  throw new HostError('InvalidArgument', 'cells take numbers, texts and true or false');
}

/** Replaces what a cell holds; its look stays, but for a format it takes from typed text. */
export function putContent(host: ExcelHost, sheet: Sheet, row: number, column: number, content: Content): void {
  const key = cellKey(row, column);
  const style = styleAt(host.book, sheet, row, column);
  const format = content.format !== undefined && (style.numberFormat ?? 'General') === 'General' ? { numberFormat: content.format } : {};
  const prefix = Boolean(style.quotePrefix) === Boolean(content.quotePrefix) ? {} : { quotePrefix: content.quotePrefix };
  const restyled = Object.keys({ ...format, ...prefix }).length > 0;
  const known = sheet.cells.get(key);
  const cell: Cell = {
    ...(content.value === undefined ? {} : { value: content.value }),
    ...(content.formula === undefined ? {} : { formula: content.formula }),
    ...(restyled ? { style: changedStyle(style, { ...format, ...prefix }) } : known?.style ? { style: known.style } : {}),
  };
  if (Object.keys(cell).length > 0) sheet.cells.set(key, cell);
  else if (!sheet.cells.delete(key)) return;
  sheet.changedCells.add(key);
  sheet.changed.add('cells');
}
