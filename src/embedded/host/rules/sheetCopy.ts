import type { Book, Sheet } from '../../model/book';
import { copySheetIn } from '../../model/sheetCopy';
import { notImplemented } from '../errors';
import type { ExcelHost } from '../host';
import { findSheet } from './sheetName';

const DRAWN = new Set(['Line', 'LineMarkers']);

/**
 * Worksheet.copy, to a place counted from 0. What this host does not understand of the sheet is refused, not left out.
 * @throws HostError AccessDenied, GeneralException where another workbook is in front
 */
export function copySheet(host: ExcelHost, sheet: Sheet, at: number): Sheet {
  const { book } = host;
  host.guardStructure();
  host.guardInFront();
  if ([...sheet.conditionalFormats, ...sheet.validations].some((rule) => 'opaque' in rule)) throw notImplemented(`Worksheet.copy of "${sheet.name}" with rules that are only kept as they stand`);
  const strange = sheet.charts.find((chart) => !DRAWN.has(chart.type));
  if (strange) throw notImplemented(`Worksheet.copy of "${sheet.name}" with a chart of type ${strange.type}`);
  const copy = copySheetIn(book, sheet, freeCopyName(book, sheet.name), at);
  host.events.sheetListChanged('added', copy);
  host.calculation.changed();
  return copy;
}

const LONGEST = 31;

/** "業務 (2)", as Excel calls it. */
function freeCopyName(book: Book, name: string): string {
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const wanted = `${name.slice(0, LONGEST - suffix.length)}${suffix}`;
    if (!findSheet(book, wanted)) return wanted;
  }
}
