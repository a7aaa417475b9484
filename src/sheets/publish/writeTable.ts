import { HEADINGS, isFigureHeading } from '../../domain/publish/headings';
import type { CellContent } from '../../plan/snapshot';
import { updateCell } from '../cellUpdate';
import { Grid } from '../grid';
import { HIGHEST_ROW, STYLES } from '../palette';
import type { PlanBuilder } from '../planBuilder';
import type { PublishedCell, PublishedTable } from './publishedTable';

/** A published table on its sheet: headings in the first row, a line each below, values only. */

export const contentOf = (cell: PublishedCell): CellContent => (cell === null ? '' : typeof cell === 'string' ? cell : cell.value);

/** Header and body as the cells of the sheet. */
export const cellsOf = (table: PublishedTable): CellContent[][] => [[...table.headings], ...table.rows.map((row) => row.map(contentOf))];

/**
 * Brings a sheet of ours to what the table is now; whatever stands beside or below it goes, as there may be one table only. Gives how many cells had to be written; for
 * an unchanged sheet nothing is planned. `found` null: the sheet is new and empty.
 */
export function writeTable(builder: PlanBuilder, sheet: string, table: PublishedTable, found: Grid | null): number {
  const grid = found ?? blankGrid(sheet);
  const cells = cellsOf(table);
  const width = table.headings.length;
  let written = 0;
  for (let row = 0; row < Math.max(cells.length, grid.endRow); row++) {
    for (let column = 0; column < Math.max(width, grid.endColumn); column++) {
      if (updateCell(builder, grid, row, column, cells[row]?.[column] ?? '') === 'written') written++;
    }
  }
  if (written > 0) dress(builder, sheet, table);
  return written;
}

const blankGrid = (name: string): Grid => new Grid({ name, visible: true, protected: false, ownNames: [], used: null });

function dress(builder: PlanBuilder, sheet: string, { headings, rows }: PublishedTable): void {
  const whole = { row: 0, column: 0, rows: rows.length + 1, columns: headings.length };
  builder.add(
    { kind: 'style', sheet, area: whole, style: { ...STYLES.base, ...STYLES.body } },
    { kind: 'style', sheet, area: { ...whole, rows: 1 }, style: STYLES.header },
    { kind: 'rowHeight', sheet, row: 0, rows: 1, points: 32 },
    { kind: 'freeze', sheet, rows: 1, columns: 0 },
    {
      kind: 'pageSetup', sheet,
      setup: { orientation: 'Landscape', paper: headings.length > WIDE ? 'A3' : 'A4', pagesWide: 1, printArea: whole, titleRows: { first: 0, last: 0 }, footerCenter: '&A　&P / &N' },
    },
  );
  const widths = headings.map((heading, column) => widthOf(heading, rows.map((row) => row[column] ?? null)));
  headings.forEach((heading, column) => {
    builder.add({ kind: 'columnWidth', sheet, column, columns: 1, points: widths[column] ?? FIGURE_POINTS });
    if (isFigureHeading(heading)) return;
    builder.add(
      // Text, so that "5-1" stays what it is whoever types over it.
      { kind: 'numberFormat', sheet, area: { row: 1, column, rows: rows.length, columns: 1 }, format: '@' },
      { kind: 'style', sheet, area: { row: 1, column, rows: rows.length, columns: 1 }, style: { wrap: true, indent: 1, horizontal: 'Left' } },
    );
  });
  rows.forEach((row, index) => {
    formatFigures(builder, sheet, headings, row, index + 1);
    const lines = Math.max(...row.map((cell, column) => (typeof cell === 'string' ? linesIn(cell, widths[column] ?? FIGURE_POINTS) : 1)));
    builder.add({ kind: 'rowHeight', sheet, row: index + 1, rows: 1, points: Math.min(HIGHEST_ROW, lines * LINE_POINTS + LINE_GAP) });
  });
}

/** Neighbouring figures of one format take one step. */
function formatFigures(builder: PlanBuilder, sheet: string, headings: readonly string[], row: readonly PublishedCell[], at: number): void {
  const usual = row.find((cell) => cell !== null && typeof cell !== 'string');
  const fallback = usual && typeof usual !== 'string' ? usual.format : 'General';
  const formats = headings.map((heading, column) => {
    const cell = row[column] ?? null;
    if (!isFigureHeading(heading)) return null;
    return cell === null || typeof cell === 'string' ? fallback : cell.format;
  });
  for (let start = 0; start < formats.length; ) {
    let end = start + 1;
    while (end < formats.length && formats[end] === formats[start]) end++;
    const format = formats[start];
    if (format != null) builder.add({ kind: 'numberFormat', sheet, area: { row: at, column: start, rows: 1, columns: end - start }, format });
    start = end;
  }
}

/** More columns than a page of A4 shows legibly. */
const WIDE = 12;
const FIGURE_POINTS = 62;
const TEXT_POINTS = { least: 56, most: 190, note: 330, letter: 10.5, edge: 24 } as const;
const LINE_POINTS = 14;
const LINE_GAP = 4;

/** A Japanese letter is as wide as the type is high. */
function widthOf(heading: string, cells: readonly PublishedCell[]): number {
  const { least, most, note, letter, edge } = TEXT_POINTS;
  if (heading === HEADINGS.note) return note;
  if (isFigureHeading(heading)) return cells.some((cell) => cell !== null && typeof cell !== 'string' && (cell.format.startsWith('y') || cell.value >= 1e8)) ? FIGURE_POINTS + 14 : FIGURE_POINTS;
  const longest = Math.max(heading.length / 2, ...cells.map((cell) => (typeof cell === 'string' ? lettersOf(cell) : 0)));
  return Math.min(most, Math.max(least, longest * letter + edge));
}

const linesIn = (text: string, points: number): number => Math.ceil((lettersOf(text) * TEXT_POINTS.letter) / (points - TEXT_POINTS.edge));

const lettersOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x100 ? 0.55 : 1), 0);
