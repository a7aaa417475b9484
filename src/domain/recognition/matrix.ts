/** What a cell, or a word of a text, may hold; "" is nothing. Dates and durations are serial numbers. */
export type Content = string | number | boolean;

/**
 * Contents in lines and positions, both counted from 0. A table is always read line by line: where the months of a sheet run down
 * its rows, the lines are the sheet's columns. Outside it every content is "".
 */
export interface Matrix {
  readonly lines: number;
  readonly positions: number;
  at(line: number, position: number): Content;
  /** Excel's number format, which tells a rate, hours or a date; "" where it is not known. */
  format(line: number, position: number): string;
}

/** The same contents with lines and positions exchanged. */
export const turned = (matrix: Matrix): Matrix => ({ lines: matrix.positions, positions: matrix.lines, at: (line, position) => matrix.at(position, line), format: (line, position) => matrix.format(position, line) });

/** A matrix of rows that may differ in length. */
export function matrixOf(rows: readonly (readonly Content[])[]): Matrix {
  return { lines: rows.length, positions: Math.max(0, ...rows.map((row) => row.length)), at: (line, position) => rows[line]?.[position] ?? '', format: () => '' };
}

/** The text of a content without spaces around it. */
export const textAt = (matrix: Matrix, line: number, position: number): string => String(matrix.at(line, position)).trim();

/** First and last position, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const within = (span: Span, position: number): boolean => position >= span.from && position <= span.to;
export const meets = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;
