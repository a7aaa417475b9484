import type { Definitions } from '../definitions';
import { fiscalYearLabel } from '../fiscalYear';
import type { FoundTable } from '../recognition/foundTable';
import { matrixOf, turned } from '../recognition/matrix';
import { findMonthHeaders } from '../recognition/monthHeader';
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

/** A plan has 28 headings over 82 lines. Of a text with more than this the rest is not looked at, which is told. */
export const MOST_TABLES = 300;
export const MOST_TABLE_LINES = 2_000;
/** One more shows that there are more. */
const most = { tables: MOST_TABLES + 1, lines: MOST_TABLE_LINES + 1 };

export interface TextTables {
  readonly tables: readonly TextTableFound[];
  /** A sentence where there were too many; null: these are all. */
  readonly cut: string | null;
}

/** Finds the tables of a text. `year`: of what names none; null: such lines have no year. */
export function findTextTables(lines: readonly RawLine[], definitions: Pick<Definitions, 'groups' | 'tables'>, year: number | null): TextTables {
  const rows = layRows(lines, definitions, year);
  const matrix = matrixOf(rows.map((row) => row.contents));
  const name = year === null ? '' : fiscalYearLabel(year);
  const layoutOf = (line: number): TextRow['layout'] | undefined => rows[line]?.layout;
  // Between words, the first line without figures ends a table; among cells a line may well be blank.
  const [dense, loose] = (['words', 'cells'] as const).map((layout) =>
    rows.some((row) => row.layout === layout) ? findTables(matrix, { name, dense: layout === 'words', most }).filter((table) => layoutOf(table.header.line) === layout) : []);
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

const linesOf = (tables: readonly TextTableFound[]): number => tables.reduce((count, table) => count + table.found.lines.length, 0);

function bounded(all: readonly TextTableFound[]): TextTables {
  let left = MOST_TABLE_LINES;
  const tables = all.slice(0, MOST_TABLES).flatMap((table) => {
    const lines = table.found.lines.slice(0, left);
    left -= lines.length;
    return lines.length === 0 ? [] : [{ ...table, found: { ...table.found, lines } }];
  });
  const read = linesOf(tables);
  if (read === linesOf(all)) return { tables, cut: null };
  const last = tables.at(-1);
  const end = last?.numberOf(last.found.lines.at(-1)?.line ?? 0) ?? 0;
  return { tables, cut: `表が多いため、${end}行目までにある${tables.length}個の表（${read.toLocaleString('en-US')}行）だけを読みました。その後の表や行は読んでいません。見出しの行と一緒に、分けて貼り付けてください。` };
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
    if (run.some((_, line) => findMonthHeaders(matrix, line).length > 0)) return [];
    return findTables(turned(matrix), { name, dense: false, most }).map((found): TextTableFound => {
      // The line of 4月 stands for the whole of a column.
      const number = run[found.header.months[0] ?? 0]?.number ?? 0;
      return { found, section: run[0]?.section ?? '', header: number, numberOf: () => number, rawAt: (line, position) => run[position]?.raw[line] ?? '', valuesOf: () => null };
    });
  });
}
