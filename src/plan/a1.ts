/** Rectangles of cells and their A1 spelling. Rows and columns count from 0. */

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "AA" → 26. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** "B3"; with `absolute` "$B$3". */
export function cellA1(row: number, column: number, absolute = false): string {
  return absolute ? `$${columnLetters(column)}$${row + 1}` : `${columnLetters(column)}${row + 1}`;
}

/** "B3:D4", or "B3" for one cell. */
export function areaA1(area: Area, absolute = false): string {
  const first = cellA1(area.row, area.column, absolute);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellA1(area.row + area.rows - 1, area.column + area.columns - 1, absolute)}`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;

/** Reads "B3" or "$B$3"; null where it is no cell of a sheet. */
export function readCell(text: string): { row: number; column: number } | null {
  const match = CELL.exec(text);
  if (!match) return null;
  const column = columnNumber(match[1] ?? '');
  const row = Number(match[2]) - 1;
  return row < MAX_ROWS && column < MAX_COLUMNS ? { row, column } : null;
}

/** Reads "B3:D4", "B3", "C:D" or "3:5" (with or without $); null where it is none of them. */
export function readArea(text: string): Area | null {
  const [left = '', right = left, ...more] = text.split(':');
  if (more.length > 0) return null;
  const from = readCell(left);
  const to = readCell(right);
  if (from && to) return spanning(from.row, from.column, to.row, to.column);
  if (!text.includes(':')) return null;
  const columns = [left, right].map((part) => /^\$?([A-Za-z]{1,3})$/.exec(part)?.[1]);
  if (columns[0] && columns[1]) return withinSheet(spanning(0, columnNumber(columns[0]), MAX_ROWS - 1, columnNumber(columns[1])));
  const rows = [left, right].map((part) => /^\$?([1-9]\d{0,6})$/.exec(part)?.[1]);
  if (rows[0] && rows[1]) return withinSheet(spanning(Number(rows[0]) - 1, 0, Number(rows[1]) - 1, MAX_COLUMNS - 1));
  return null;
}

export const cellArea = ({ row, column }: { readonly row: number; readonly column: number }): Area => ({ row, column, rows: 1, columns: 1 });

const withinSheet = (area: Area): Area | null => (area.row + area.rows <= MAX_ROWS && area.column + area.columns <= MAX_COLUMNS ? area : null);

/** The rectangle over two corners, in any order. */
export function spanning(row1: number, column1: number, row2: number, column2: number): Area {
  return {
    row: Math.min(row1, row2),
    column: Math.min(column1, column2),
    rows: Math.abs(row1 - row2) + 1,
    columns: Math.abs(column1 - column2) + 1,
  };
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** The smallest rectangle over two. */
export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.max(a.row + a.rows, b.row + b.rows) - row, columns: Math.max(a.column + a.columns, b.column + b.columns) - column };
}

export function overlaps(a: Area, b: Area): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}

/** The sheet before a reference: "業務!" → 業務, "'R6 実績'!" → R6 実績. */
export function sheetOfPrefix(prefix: string): string {
  const bare = prefix.slice(0, -1);
  return bare.startsWith("'") ? bare.slice(1, -1).replace(/''/g, "'") : bare;
}

/** 業務 → 業務, "R6 実績" → 'R6 実績': quoted wherever a formula might need it. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !readCell(name) && !/^[rc]\d*$/i.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}
