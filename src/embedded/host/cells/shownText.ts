import { cellKey, type Book, type Scalar, type Sheet } from '../../model/book';
import { HostError } from '../errors';
import { formatValue } from './formatValue';
import { styleAt } from './styles';

/** A cell as a person sees it; a value in a format that is not understood is shown plainly rather than not at all. */
export function shownText(book: Book, sheet: Sheet, row: number, column: number): string {
  return shownValue(book, sheet.cells.get(cellKey(row, column))?.value, styleAt(book, sheet, row, column).numberFormat);
}

export function shownValue(book: Book, value: Scalar | undefined, numberFormat = 'General'): string {
  const date1904 = book.date1904 ?? false;
  try {
    return formatValue(value, numberFormat, date1904);
  } catch (error) {
    if (!(error instanceof HostError && error.code === 'NotImplemented')) throw error;
    return formatValue(value, 'General', date1904);
  }
}
