import { columnPoints, digitWidth } from '../../model/geometry';
import { keyColumn, keyRow, type Book, type Sheet } from '../../model/book';
import { shownText } from './shownText';

/** Height of a line and width of a sign, by the size of the font; what a cell keeps free. Excel measures the font itself. */
const [LINE, NARROW, FREE] = [1.7, 0.6, 8];
/** Excel's own limit. */
const HIGHEST = 409;

const isNarrow = (sign: string): boolean => /[\u0020-\u007e\uff61-\uff9f]/.test(sign);
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (isNarrow(sign) ? NARROW : 1), 0);

/** Gives a row the height its texts need, one line where none is wrapped. It goes on being the row's own to follow its texts. */
export function fitRow(book: Book, sheet: Sheet, row: number): void {
  const digit = digitWidth(book.defaultFont);
  let height = sheet.defaultRowHeight;
  for (const [key, { style }] of sheet.cells) {
    if (keyRow(key) !== row) continue;
    const column = keyColumn(key);
    const text = shownText(book, sheet, row, column);
    if (text === '') continue;
    const size = style?.fontSize ?? book.defaultFont.size;
    const width = columnPoints(sheet.columns.get(column)?.width ?? sheet.defaultColumnWidth, digit) - FREE;
    const lines = style?.wrap ? text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil((widthOf(line) * size) / width)), 0) : 1;
    height = Math.max(height, lines * size * LINE + 3);
  }
  sheet.rows.set(row, { ...sheet.rows.get(row), height: Math.min(HIGHEST, Math.round(height * 4) / 4), fitted: true });
}
