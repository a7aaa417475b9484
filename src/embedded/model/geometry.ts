import type { Sheet } from './book';

/** Where cells lie on the sheet, in points. Excel measures columns in whole pixels of 0.75 points. */

const PIXEL = 0.75;
const JAPANESE_FONT = /[\u3040-\u9fff\uff00-\uffef]|^(?:Yu|MS P?(?:Gothic|Mincho)|Meiryo|BIZ UD)/;

/** Whether a font is a Japanese one, going by its name. */
export function isJapaneseFont(name: string): boolean {
  return JAPANESE_FONT.test(name);
}

/** Pixels of the widest digit of the standard font: 8 for Japanese fonts at 11 points, 7 for Calibri; others in proportion. */
export function digitWidth(font: { readonly name: string; readonly size: number }): number {
  return Math.max(1, Math.round(((isJapaneseFont(font.name) ? 8 : 7) * font.size) / 11));
}

/** A stored column width (characters) in points (ECMA-376 part 1, 18.3.1.13). */
export function columnPoints(width: number, digit: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit) * PIXEL;
}

/** The stored width whose column is that many points wide. */
export function columnCharacters(points: number, digit: number): number {
  return Math.round((points / PIXEL / digit) * 256) / 256;
}

export interface Tracks {
  /** Size of one row or column in points; 0 where it is hidden. */
  readonly size: (index: number) => number;
  readonly count: number;
}

export function columnTracks(sheet: Sheet, digit: number): Tracks {
  return {
    count: 16_384,
    size: (column) => {
      const look = sheet.columns.get(column);
      return look?.hidden ? 0 : columnPoints(look?.width ?? sheet.defaultColumnWidth, digit);
    },
  };
}

export function rowTracks(sheet: Sheet): Tracks {
  return {
    count: 1_048_576,
    size: (row) => {
      const look = sheet.rows.get(row);
      return look?.hidden ? 0 : (look?.height ?? sheet.defaultRowHeight);
    },
  };
}

/** Points from the sheet's edge to the start of a row or column. */
export function trackStart(tracks: Tracks, index: number): number {
  let start = 0;
  for (let i = 0; i < index; i++) start += tracks.size(i);
  return start;
}

/** The row or column at a distance from the sheet's edge, and how far into it that is. */
export function trackAt(tracks: Tracks, points: number): { index: number; offset: number } {
  let rest = Math.max(0, points);
  for (let index = 0; index < tracks.count; index++) {
    const size = tracks.size(index);
    if (rest < size) return { index, offset: rest };
    rest -= size;
  }
  return { index: tracks.count - 1, offset: 0 };
}
