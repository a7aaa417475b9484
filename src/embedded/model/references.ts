import { areaA1, MAX_COLUMNS, MAX_ROWS, quoteSheet, type Area } from '../../plan/a1';
import { tokenizeFormula, type Token } from '../../plan/formulaText';
import { foldName } from './folding';
import { areaOf, isOnSheet, sheetOf, withoutSheet } from './formulaTokens';

/** Rows or columns put in (positive count) or taken out (negative) at `at`, counted from 0. */
export interface LineChange {
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
}

function rewrite(formula: string, change: (token: Token) => string): string {
  return tokenizeFormula(formula).map(change).join('');
}

/** The formula after the sheet `from` was renamed `to`. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  return rewrite(formula, (token) => (isOnSheet(token, from) ? `${quoteSheet(to)}!${withoutSheet(token)}` : token.text));
}

/** The formula after the sheet was deleted: what pointed there is #REF!. */
export function loseSheetIn(formula: string, sheet: string): string {
  return rewrite(formula, (token) => (isOnSheet(token, sheet) ? '#REF!' : token.text));
}

/**
 * The formula after lines were put in or taken out on `sheet`; `home` is the sheet the formula stands on.
 * A reference that lies wholly in deleted lines becomes #REF!, one that spans them shrinks.
 */
export function moveLinesIn(formula: string, home: string, sheet: string, change: LineChange): string {
  return rewrite(formula, (token) => {
    const area = areaOf(token);
    if (!area || foldName(sheetOf(token) ?? home) !== foldName(sheet)) return token.text;
    const moved = moveArea(area, change);
    return (token.prefix ?? '') + (moved ? spell(withoutSheet(token), moved) : '#REF!');
  });
}

/** Where a rectangle lies after the change; null where nothing of it is left. */
export function moveArea(area: Area, { axis, at, count }: LineChange): Area | null {
  const [start, length, limit] = axis === 'rows' ? [area.row, area.rows, MAX_ROWS] : [area.column, area.columns, MAX_COLUMNS];
  if (length === limit) return area;
  const [first, last] = moveSpan(start, start + length - 1, at, count);
  const end = Math.min(last, limit - 1);
  if (first > end) return null;
  return axis === 'rows' ? { ...area, row: first, rows: end - first + 1 } : { ...area, column: first, columns: end - first + 1 };
}

function moveSpan(first: number, last: number, at: number, count: number): [number, number] {
  if (count >= 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const gone = -count;
  const after = at + gone;
  const newFirst = first >= after ? first - gone : Math.min(first, at);
  const newLast = last >= after ? last - gone : Math.min(last, at - 1);
  return [newFirst, newLast];
}

/** Spells the moved area with the dollar signs the reference had. */
function spell(cells: string, area: Area): string {
  const [left = '', right] = cells.split(':');
  if (!/[A-Za-z]\$?\d/.test(cells)) return spellLines(cells, area);
  const corners = areaA1({ ...area, rows: 1, columns: 1 });
  if (right === undefined) return withDollars(left, corners);
  const lower = areaA1({ row: area.row + area.rows - 1, column: area.column + area.columns - 1, rows: 1, columns: 1 });
  return `${withDollars(left, corners)}:${withDollars(right, lower)}`;
}

function spellLines(cells: string, area: Area): string {
  const dollars = cells.split(':').map((part) => (part.startsWith('$') ? '$' : ''));
  const keep = area.rows === MAX_ROWS ? /[^A-Z]/g : /\D/g;
  const [first, last] = areaA1(area).split(':').map((part) => part.replace(keep, ''));
  return `${dollars[0] ?? ''}${first ?? ''}:${dollars[1] ?? ''}${last ?? ''}`;
}

function withDollars(pattern: string, cell: string): string {
  const split = /^([A-Z]+)(\d+)$/.exec(cell);
  const row = /[A-Za-z]\$/.test(pattern) ? '$' : '';
  return `${pattern.startsWith('$') ? '$' : ''}${split?.[1] ?? ''}${row}${split?.[2] ?? ''}`;
}
