import type { Definitions } from '../definitions';
import { fiscalYearLabel } from '../fiscalYear';
import type { FoundTable } from '../recognition/foundTable';
import { matrixOf, turned } from '../recognition/matrix';
import { findTables } from '../recognition/tables';
import { layRows, type TextRow } from './textRows';
import type { RawLine } from './splitText';

/** A table found in a text, with the way back to what is written there. */
export interface TextTableFound {
  readonly found: FoundTable;
  readonly section: string;
  /** Number of the heading's line, and of a line of the table. */
  readonly header: number;
  readonly numberOf: (line: number) => number;
  /** What is written at a position of a line. */
  readonly rawAt: (line: number, position: number) => string;
  /** A line's figures in their order, where blanks may have been lost between them; null: every figure has its cell. */
  readonly valuesOf: (line: number) => readonly string[] | null;
}

/** A plan has 28 headings over 82 lines. Of a text with more than this the rest is not looked at. */
export const MOST_TABLES = 300;
export const MOST_TABLE_LINES = 2_000;

/** Finds the tables of a text. `year`: of what names none; null: such lines have no year. */
export function findTextTables(lines: readonly RawLine[], definitions: Pick<Definitions, 'groups' | 'tables'>, year: number | null): TextTableFound[] {
  const rows = layRows(lines, definitions, year);
  const matrix = matrixOf(rows.map((row) => row.contents));
  const name = year === null ? '' : fiscalYearLabel(year);
  const layoutOf = (line: number): TextRow['layout'] | undefined => rows[line]?.layout;
  // Between words, the first line without figures ends a table; among cells a line may well be blank.
  const [dense, loose] = (['words', 'cells'] as const).map((layout) =>
    rows.some((row) => row.layout === layout) ? findTables(matrix, { name, dense: layout === 'words', most: MOST_TABLES }).filter((table) => layoutOf(table.header.line) === layout) : []);
  const across = [...(dense ?? []), ...(loose ?? []).map((table) => withFigures(table, rows))].sort((a, b) => a.header.line - b.header.line);
  const found = across.map((table): TextTableFound => {
    const at = (line: number): TextRow | undefined => rows[line];
    return {
      found: table, section: at(table.header.line)?.section ?? '', header: at(table.header.line)?.number ?? 0,
      numberOf: (line) => at(line)?.number ?? 0, rawAt: (line, position) => at(line)?.raw[position] ?? '', valuesOf: (line) => at(line)?.values ?? null,
    };
  });
  return bounded([...found, ...findTurned(rows, name)].filter((one) => one.found.lines.length > 0).sort((a, b) => a.header - b.header));
}

export const linesOf = (tables: readonly TextTableFound[]): number => tables.reduce((count, table) => count + table.found.lines.length, 0);

function bounded(tables: readonly TextTableFound[]): TextTableFound[] {
  let left = MOST_TABLE_LINES;
  return tables.slice(0, MOST_TABLES).flatMap((table) => {
    const lines = table.found.lines.slice(0, left);
    left -= lines.length;
    return lines.length === 0 ? [] : [{ ...table, found: { ...table.found, lines } }];
  });
}

/** Words between or behind copied cells are no lines of theirs unless they bear figures. */
const withFigures = (table: FoundTable, rows: readonly TextRow[]): FoundTable => ({ ...table, lines: table.lines.filter((line) => rows[line.line]?.layout === 'cells' || rows[line.line]?.values != null) });

/** Copied cells whose months run down: every run of such lines that bears no table across. */
function findTurned(rows: readonly TextRow[], name: string): TextTableFound[] {
  const runs: TextRow[][] = [];
  let open: TextRow[] = [];
  for (const row of rows) {
    if (row.layout === 'cells') {
      if (open.length === 0) runs.push(open);
      open.push(row);
    } else open = [];
  }
  return runs.filter((run) => run.length >= 12).flatMap((run) => {
    const matrix = matrixOf(run.map((row) => row.contents));
    if (findTables(matrix, { name, dense: false, most: 1 }).length > 0) return [];
    return findTables(turned(matrix), { name, dense: false, most: MOST_TABLES }).map((found): TextTableFound => {
      // The line of 4月 stands for the whole of a column.
      const number = run[found.header.months[0] ?? 0]?.number ?? 0;
      return { found, section: run[0]?.section ?? '', header: number, numberOf: () => number, rawAt: (line, position) => run[position]?.raw[line] ?? '', valuesOf: () => null };
    });
  });
}
