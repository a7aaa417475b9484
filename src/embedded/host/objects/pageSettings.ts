import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../../plan/a1';
import type { PageSetup } from '../../model/book';
import { integerArgument, isAbsent, recordArgument } from '../arguments';
import { HostError, notImplemented } from '../errors';
import type { WireValue } from '../wire';
import type { PageLayoutObject } from './pageLayout';
import { RangeObject } from './range';
import { addressedRange } from './rangeAddress';

/** Excel.PaperType and the paper numbers of .xlsx (ECMA-376 part 1, 18.3.1.63). */
const PAPERS: Readonly<Record<string, number>> = { Letter: 1, A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 };
const STANDARD_PAPER = 1;

export function paperName(page: PageSetup): string {
  const number = page.paperSize ?? STANDARD_PAPER;
  const found = Object.entries(PAPERS).find(([, one]) => one === number);
  if (!found) throw notImplemented(`paper number ${number}`);
  return found[0];
}

export function setPaper(value: unknown): number {
  const number = typeof value === 'string' && Object.hasOwn(PAPERS, value) ? PAPERS[value] : undefined;
  if (number === undefined) throw notImplemented(`paper size ${String(value)}`);
  return number;
}

/** Pages that are left free are left out (Excel.PageLayoutZoomOptions). */
export function readZoom(page: PageSetup): WireValue {
  if (page.fitToWidth === undefined && page.fitToHeight === undefined) return { scale: page.scale ?? 100 };
  return {
    ...(page.fitToWidth ? { horizontalFitToPages: page.fitToWidth } : {}),
    ...(page.fitToHeight ? { verticalFitToPages: page.fitToHeight } : {}),
  };
}

export function writeZoom(layout: PageLayoutObject, value: unknown): void {
  const { scale, horizontalFitToPages: wide, verticalFitToPages: high, ...others } = recordArgument(value, 'zoom');
  const fits = !isAbsent(wide) || !isAbsent(high);
  if (Object.keys(others).length > 0 || fits === !isAbsent(scale)) throw new HostError('InvalidArgument', 'zoom takes a scale or pages to fit');
  const { page } = layout.sheet;
  if (fits) {
    layout.change({ fitToWidth: pages(wide), fitToHeight: pages(high) });
    delete page.scale;
    return;
  }
  const percent = integerArgument(scale, 'scale');
  if (percent < 10 || percent > 400) throw new HostError('InvalidArgument', 'scale from 10 to 400');
  layout.change({ scale: percent });
  delete page.fitToWidth;
  delete page.fitToHeight;
}

function pages(value: unknown): number {
  const count = isAbsent(value) ? 0 : integerArgument(value, 'pages');
  if (count < 0 || count > 32_767 || (!isAbsent(value) && count === 0)) throw new HostError('InvalidArgument', 'pages');
  return count;
}

function rangeOf(layout: PageLayoutObject, value: unknown): Area {
  const range = value instanceof RangeObject ? value : addressedRange(layout.host, layout.sheet, value);
  if (range.sheet !== layout.sheet) throw new HostError('InvalidArgument', 'a range of another sheet');
  return range.area;
}

export function setPrintArea(layout: PageLayoutObject, value: unknown): void {
  layout.change({ printArea: rangeOf(layout, value) });
}

/** Whole rows or columns, repeated on every page. */
export function setPrintTitles(layout: PageLayoutObject, lines: 'titleRows' | 'titleColumns', value: unknown): void {
  const area = rangeOf(layout, value);
  const title = lines === 'titleRows' ? { first: area.row, last: area.row + area.rows - 1 } : { first: area.column, last: area.column + area.columns - 1 };
  layout.change({ [lines]: title });
}

export function printTitles(layout: PageLayoutObject, lines: 'titleRows' | 'titleColumns'): RangeObject | null {
  const title = layout.sheet.page[lines];
  if (!title) return null;
  const count = title.last - title.first + 1;
  const area = lines === 'titleRows' ? { row: title.first, column: 0, rows: count, columns: MAX_COLUMNS } : { row: 0, column: title.first, rows: MAX_ROWS, columns: count };
  return new RangeObject(layout.host, layout.sheet, area);
}
