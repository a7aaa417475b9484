import { oldYearsIn } from '../../domain/rollover/oldYears';
import { areaA1, cellA1 } from '../../plan/a1';
import type { Grid } from '../grid';
import { listed, type Turn } from './turn';

/** An old year as it is written in a cell that goes on into the new year. */
export interface OldYearText {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export function oldYearTexts(text: string, ended: number, sheet: string, at: { readonly row: number; readonly column: number }): OldYearText[] {
  return oldYearsIn(text, ended).map((mention) => ({ sheet, ...at, text: mention.text }));
}

/** Old years in the texts of the lists that go on, where this plan leaves them as they are. */
export function oldYearsLeft({ state, builder, ended }: Turn): OldYearText[] {
  const { planRows, kpis, tables } = state.lists;
  return [planRows, kpis, tables].flatMap((list) => (list ? textsOf(list.table.grid, ended) : [])).filter(({ sheet, row, column }) => !builder.writes(sheet, row, column));
}

function textsOf(grid: Grid, ended: number): OldYearText[] {
  return Array.from({ length: grid.endRow }, (_, row) => row).flatMap((row) => Array.from({ length: grid.endColumn }, (_, column) => column).flatMap((column) => {
    const value = grid.value(row, column);
    return typeof value === 'string' && value !== '' && grid.formula(row, column) === null ? oldYearTexts(value, ended, grid.name, { row, column }) : [];
  }));
}

/** A sentence for each sheet and spelling, with the cells. */
export function oldYearWords(texts: readonly OldYearText[]): string[] {
  const groups = new Map<string, OldYearText[]>();
  for (const one of texts) {
    const key = `${one.sheet}\n${one.text}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => `年度の記載: シート「${group[0]?.sheet ?? ''}」の「${group[0]?.text ?? ''}」（${listed(cellRuns(group))}）は変更していません。必要に応じて直してください。`);
}

/** Cells one below the other as a range: X8:X12. */
function cellRuns(cells: readonly { readonly row: number; readonly column: number }[]): string[] {
  const runs: { column: number; from: number; to: number }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    if (last && last.column === column && last.to + 1 === row) last.to = row;
    else runs.push({ column, from: row, to: row });
  }
  return runs.map(({ column, from, to }) => (from === to ? cellA1(from, column) : areaA1({ row: from, column, rows: to - from + 1, columns: 1 })));
}
