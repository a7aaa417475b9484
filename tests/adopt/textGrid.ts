import { cellA1 } from '../../src/plan/a1';
import type { CellContent } from '../../src/plan/snapshot';
import { alongLine } from '../../src/sheets/blockPlace';
import { Grid } from '../../src/sheets/grid';
import type { SheetTable } from '../../src/sheets/adopt/sheetTables';
import { serialOfDate } from '../../src/domain/fiscalYear';

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

/** Twelve cells in one word: the months, or figures from a number on, some of them, text of them, or the same again and again. */
const SERIES: readonly (readonly [RegExp, (month: number, words: readonly string[]) => CellContent])[] = [
  [/^\{months\}$/, (month) => `${MONTHS[month] ?? 0}月`],
  [/^\{months:(.*)\}$/, (month, [pattern = '']) => pattern.replace('#', String(MONTHS[month] ?? 0))],
  [/^\{numbers\}$/, (month) => MONTHS[month] ?? 0],
  [/^\{dates (\d{4})\}$/, (month, [year]) => serialOfDate(Number(year), month + 4, 1)],
  [/^\{(\d+)\}$/, (month, [first]) => figureOf(Number(first), month)],
  [/^\{(\d+) to (\d+)\}$/, (month, [first, count]) => (month < Number(count) ? figureOf(Number(first), month) : '')],
  [/^\{rate (\d+)\}$/, (month, [first]) => figureOf(Number(first), month) / 1000],
  [/^\{all (.*)\}$/, (_, [same = '']) => contentOf(same)],
  [/^\{cycle (.*)\}$/, (month, [words = '']) => contentOf(words.split(' ')[month % words.split(' ').length] ?? '')],
];

/** Whole numbers that rise and fall, none like the other. */
const figureOf = (first: number, month: number): number => first + ((month * 37) % 29);

function cellsOf(text: string, above: readonly CellContent[]): CellContent[] {
  const known = SERIES.flatMap(([pattern, content]) => {
    const found = pattern.exec(text);
    return found ? [MONTHS.map((_, month) => content(month, found.slice(1)))] : [];
  });
  if (known[0]) return known[0];
  const numbers = above.filter((cell) => typeof cell === 'number');
  if (text === '{sum}') return [numbers.reduce((sum, one) => sum + one, 0)];
  return [contentOf(text)];
}

function contentOf(text: string): CellContent {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (date) return serialOfDate(Number(date[1]), Number(date[2]), Number(date[3]));
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text.replace(/^'/, '');
}

/** Number formats of columns, which are counted from 0. */
export type Formats = Readonly<Record<number, string>>;

/**
 * A sheet written as text: a line a row, cells divided by "|". {months} and the like stand for twelve cells, a ' makes text of a number,
 * a date its serial.
 */
export function textGrid(name: string, text: string, formats: Formats = {}): Grid {
  const lines = text.replace(/^\n|\n\s*$/g, '').split('\n').map((line) => {
    const cells: CellContent[] = [];
    for (const cell of line.split('|')) cells.push(...cellsOf(cell.trim(), cells));
    return cells;
  });
  const columns = Math.max(...lines.map((line) => line.length));
  const values = lines.map((line) => Array.from({ length: columns }, (_, column) => line[column] ?? ''));
  return new Grid({
    name, visible: true, protected: false, ownNames: [],
    used: { area: { row: 0, column: 0, rows: lines.length, columns }, values, formulas: values, formats: values.map((line) => line.map((_, column) => formats[column] ?? 'General')) },
  });
}

/** A found line in words: where April and March stand, its label after its group, its year and its unit. */
export function lineWords(table: SheetTable): string[] {
  const { months } = table.found.header;
  return table.found.lines.map((line) => {
    const [from, to] = [months[0], months[11]].map((position = 0) => {
      const { row, column } = alongLine(table.axis, line.line, { from: position, to: position });
      return cellA1(row, column);
    });
    const unit = line.unit ?? table.found.unit;
    return [`${from ?? ''}:${to ?? ''}`, [line.group, line.label || table.found.corner].filter((text) => text !== '').join('/'), String(line.year ?? '?'), ...(unit === null ? [] : [unit])].join(' ');
  });
}
