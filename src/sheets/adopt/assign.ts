import type { Definitions, RowDefinition, TableDefinition } from '../../domain/definitions';
import { normalizeLabel } from '../../domain/labels';
import { labelOf } from '../../domain/recognition/lineName';
import { matchTables, type KnownRow, type LineMatch } from '../../domain/recognition/matching';
import { isResultWord } from '../../domain/recognition/words';
import type { FoundLine } from '../../domain/recognition/foundTable';
import type { SeriesKey } from '../../domain/series';
import type { AdoptRequest } from './request';
import type { SheetTable } from './sheetTables';
import { lineKey } from './tableKey';

/** A line with the table definition it goes into; `row` null: a row of its own there. */
export interface AssignedLine {
  readonly line: FoundLine;
  /** What it is called. */
  readonly label: string;
  /** How the line itself says so; "" where its table's heading does. */
  readonly written: string;
  readonly year: number;
  readonly row: RowDefinition | null;
  readonly how: LineMatch['how'] | 'chosen';
  readonly near: readonly KnownRow[];
}

/** The lines of a recognised table that go into one definition; `definition` null: one of its own. */
export interface Placement {
  readonly table: SheetTable;
  readonly definition: TableDefinition | null;
  /** Name of a definition of its own. */
  readonly name: string;
  readonly lines: readonly AssignedLine[];
}

/** Lines that are left out, and why, as a sentence. */
export interface LeftLine {
  readonly table: SheetTable;
  readonly line: FoundLine;
  readonly reason: string;
}

export interface Assignment {
  readonly placements: readonly Placement[];
  readonly left: readonly LeftLine[];
}

/**
 * Gives every line of the tables its row: the one it was recognised as or a person chose, else a row of its own beside the line above
 * it. `placed`: series that stand somewhere already. `fiscalYear`: of lines that name none, and the last that is bound.
 */
export function assignLines(tables: readonly SheetTable[], definitions: Pick<Definitions, 'tables'>, placed: ReadonlySet<SeriesKey>, fiscalYear: number, request: Pick<AdoptRequest, 'assigned'>): Assignment {
  const matches = matchTables(tables.map((table) => ({ found: table.found, name: table.sheet })), definitions.tables, placed, fiscalYear);
  const rows = new Map<string, KnownRow>(definitions.tables.flatMap((table) => table.rows.map((row) => [row.id, { table, row }] as const)));
  const placements: Placement[] = [];
  const left: LeftLine[] = [];
  tables.forEach((table, index) => {
    const groups = new Map<TableDefinition | null, AssignedLine[]>();
    let current: TableDefinition | null = mainDefinition(matches[index]?.lines ?? []);
    const written = labelWriter(table.found.lines);
    const taken = new Map<TableDefinition | null, Set<string>>();
    const single = new Set((matches[index]?.lines ?? []).flatMap((match) => match.known?.table ?? [])).size <= 1;
    for (const match of matches[index]?.lines ?? []) {
      const { line } = match;
      const year = line.year ?? fiscalYear;
      const chosen = request.assigned.get(lineKey(table, line.line));
      const said = written(line);
      const label = said === '' ? labelOf(table.found, line) : said;
      if (chosen === 'none') continue;
      if (year > fiscalYear) {
        left.push({ table, line, reason: `「${label}」（${year}年度）は${fiscalYear}年度より後の年度のため、名前を付けていません。` });
        continue;
      }
      const known = chosen === 'own' ? null : chosen === undefined ? match.known : (rows.get(chosen.rowId) ?? null);
      if (known && !single) current = known.table;
      const definition = known?.table ?? current;
      const lines = groups.get(definition) ?? [];
      groups.set(definition, lines);
      const given = taken.get(definition) ?? new Set<string>();
      taken.set(definition, given);
      const place = known ? `${year} row ${known.row.id}` : `${year} own ${normalizeLabel(label)}`;
      if (given.has(place)) {
        left.push({ table, line, reason: `「${label}」（${year}年度）の行が2つあるため、2つ目には名前を付けていません。` });
        continue;
      }
      if (label === '') {
        left.push({ table, line, reason: '項目名のない行には名前を付けていません。' });
        continue;
      }
      given.add(place);
      lines.push({ line, label, written: said, year, row: known?.row ?? null, how: chosen === undefined ? match.how : 'chosen', near: match.near });
    }
    for (const [definition, lines] of groups) if (lines.length > 0) placements.push({ table, definition, name: ownName(table), lines });
  });
  return { placements, left };
}

/** 計画 under several measures, or 実績 beside it, is told apart by what stands before it. */
function labelWriter(lines: readonly FoundLine[]): (line: FoundLine) => string {
  const placeOf = (line: FoundLine): string => `${String(line.year)} ${normalizeLabel(line.label)}`;
  const counts = new Map<string, number>();
  for (const place of lines.map(placeOf)) counts.set(place, (counts.get(place) ?? 0) + 1);
  return (line) => (line.group !== '' && ((counts.get(placeOf(line)) ?? 0) > 1 || isResultWord(line.label)) ? `${line.group} ${line.label}` : line.label);
}

/** The definition that most lines of a table belong to; lines that nobody knows go with them. */
function mainDefinition(matches: readonly LineMatch[]): TableDefinition | null {
  const counts = new Map<TableDefinition, number>();
  for (const match of matches) if (match.known) counts.set(match.known.table, (counts.get(match.known.table) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** A table of its own is called by its title, its heading or its sheet. */
const ownName = ({ found, sheet }: SheetTable): string => found.titles[0] ?? (found.corner || sheet);
