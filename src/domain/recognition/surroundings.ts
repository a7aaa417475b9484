import { textAt, type Matrix } from './matrix';
import { extentOf, type MonthHeader } from './monthHeader';

/** The headers that stand on a line. */
export type HeaderAt = (line: number) => readonly MonthHeader[];

/** What stands around a table on a crowded sheet, told by its header and its first lines. */
export interface Surroundings {
  /** A line whose cells run on past both sides of the table, where its own lines stop, is somebody else's. */
  isForeign(line: number): boolean;
}

/** `lines` are the first of the table's. */
export function surroundingsOf(matrix: Matrix, header: MonthHeader, lines: readonly number[]): Surroundings {
  const { from, to } = extentOf(header);
  const own = [header.line, ...lines];
  const sides = [from - 1, to + 1];
  const stops = from > 0 && sides.every((position) => own.every((line) => textAt(matrix, line, position) === ''));
  return { isForeign: (line) => stops && sides.every((position) => textAt(matrix, line, position) !== '') };
}

/** The first lines with figures below a header, up to one without. */
export function firstLines(matrix: Matrix, header: MonthHeader, headerAt: HeaderAt): number[] {
  const lines: number[] = [];
  for (let line = header.line + 1; line < matrix.lines; line++) {
    const filled = isFilled(matrix, header, line);
    if (headerAt(line).length > 0 || (!filled && (lines.length > 0 || line > header.line + LEAD))) break;
    if (filled) lines.push(line);
  }
  return lines;
}

/** The headings of sections and blank lines that may come before the first figures. */
const LEAD = 3;

/** Whether a line has anything under a month. */
export const isFilled = (matrix: Matrix, header: MonthHeader, line: number): boolean => header.months.some((position) => textAt(matrix, line, position) !== '');

/** Whether the cells of a position run on above the header and below the last of some lines, past what belongs to the table. */
export function runsOn(matrix: Matrix, header: MonthHeader, lines: readonly number[], position: number): boolean {
  const last = Math.max(header.line, ...lines);
  const around = [header.line - 2, header.line - 1, last + 1, last + 2].filter((line) => line >= 0 && line < matrix.lines && !isFilled(matrix, header, line));
  return around.length > 1 && around.every((line) => textAt(matrix, line, position) !== '');
}
