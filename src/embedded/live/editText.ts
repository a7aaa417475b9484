import { cellKey, isCellError, type Book, type Sheet } from '../model/book';
import { momentOf } from '../host/cells/dates';
import { formatSections, type FormatPiece } from '../host/cells/formatCode';
import { shownValue } from '../host/cells/shownText';
import { styleAt } from '../host/cells/styles';
import { HostError } from '../host/errors';

/** What the formula bar and the editor show of a cell: typed again, it gives the same content. */
export function editText(book: Book, sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cells.get(cellKey(row, column));
  if (cell?.formula !== undefined) return `=${cell.formula}`;
  const { value } = cell ?? {};
  if (value === undefined) return '';
  if (isCellError(value)) return value.error;
  const style = styleAt(book, sheet, row, column);
  if (typeof value === 'string') return style.quotePrefix ? `'${value}` : value;
  return typeof value === 'number' ? numberText(book, value, style.numberFormat ?? 'General') : shownValue(book, value);
}

function numberText(book: Book, value: number, format: string): string {
  const pieces = piecesOf(format);
  if (pieces.some((piece) => piece.kind === 'percent')) return `${plain(value * 100)}%`;
  const letters = pieces.flatMap((piece) => (piece.kind === 'date' ? [piece] : []));
  if (letters.length === 0) return plain(value);
  const date1904 = book.date1904 ?? false;
  const onlyTime = letters.every((piece) => piece.elapsed || /^(?:h|m|s|AM\/PM|A\/P)$/.test(piece.letter)) && letters.some((piece) => /[hs]/.test(piece.letter));
  if (onlyTime) return shownValue(book, value, '[h]:mm:ss');
  const { year, month, day, hour, minute, second } = momentOf(value, date1904);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}/${month}/${day}${value % 1 === 0 ? '' : ` ${hour}:${two(minute)}:${two(second)}`}`;
}

/** Fifteen digits, as Excel keeps them. */
function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function piecesOf(format: string): readonly FormatPiece[] {
  try {
    return formatSections(format).flat();
  } catch (error) {
    if (error instanceof HostError && error.code === 'NotImplemented') return [];
    throw error;
  }
}
