import type { Book, Sheet } from '../../model/book';
import { columnTracks, digitWidth, rowTracks } from '../../model/geometry';

/** Points a pixel at 100 %, as Excel for Windows draws. */
const POINTS_A_PIXEL = 0.75;

export const pixelsOf = (points: number): number => points / POINTS_A_PIXEL;

/** Width of a column in pixels at 100 %; 0 where it is hidden. */
export function columnPixels(book: Book, sheet: Sheet): (column: number) => number {
  const { size } = columnTracks(sheet, digitWidth(book.defaultFont));
  return (column) => Math.round(pixelsOf(size(column)));
}

/** Height of a row in pixels at 100 %; 0 where it is hidden. */
export function rowPixels(sheet: Sheet): (row: number) => number {
  const { size } = rowTracks(sheet);
  return (row) => Math.round(pixelsOf(size(row)));
}
