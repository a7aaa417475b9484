import { spellings, type RowDefinition, type TableDefinition } from '../definitions';
import { normalizeLabel } from '../labels';
import { rowsSpokenOf } from './byFormula';
import { hasUnitOf, isCompatible } from './compatible';
import type { FoundLine, FoundTable } from './foundTable';
import { likenessOfKeys, type Likeness } from './likeness';
import { LineMatcher, only } from './lineMatcher';
import { labelOf } from './lineName';
import { LabelKeys, RowIndex } from './rowIndex';
import { seriesKey, type SeriesKey } from '../series';
import { isGenericWord } from './words';

/** A row of the definitions with its table. */
export interface KnownRow {
  readonly table: TableDefinition;
  readonly row: RowDefinition;
}

/** A line and the row it was taken for. heading: the table's heading or title says the row. order: told by the order of the tables. */
export interface LineMatch {
  readonly line: FoundLine;
  readonly known: KnownRow | null;
  readonly how: Likeness | 'heading' | 'order';
  /** Rows that may be meant, but were not assumed. */
  readonly near: readonly KnownRow[];
}

/** A recognised table; its lines may belong to several definitions, as in a list of all figures. */
export interface TableMatch {
  readonly found: FoundTable;
  readonly lines: readonly LineMatch[];
}

/** A recognised table with what stands around it. */
export interface FoundIn {
  readonly found: FoundTable;
  /** Name of the sheet, or of the section of a text. */
  readonly name: string;
}

/** A definition is taken for a table's from this much evidence on: one label that no other table has, or two that others have too. */
const ENOUGH = 0.9;
const WORTH = { own: 1, shared: 0.5, generic: 0.2, spelling: 0.9, named: 1, group: 0.3 } as const;
/** The most rows proposed for a line. */
const MOST_NEAR = 3;

/**
 * Takes lines for rows of the definitions, the surest first; a row in a year is given away once. Rows that are only alike are
 * proposed, never assumed. `placed`: series that stand somewhere already. `year`: of lines that name none.
 */
export function matchTables(tables: readonly FoundIn[], definitions: readonly TableDefinition[], placed: ReadonlySet<SeriesKey> = new Set(), year: number | null = null): TableMatch[] {
  return new Matcher(tables, definitions, placed, year).run();
}

interface Candidate {
  readonly index: number;
  readonly table: TableDefinition;
  readonly worth: number;
  readonly matches: readonly LineMatch[];
}

class Matcher {
  private readonly labels: ReadonlyMap<string, number>;
  private readonly keys = new LabelKeys();
  private readonly lines = new LineMatcher(this.keys);
  private readonly indexes: readonly RowIndex[];
  private readonly spokenOf = new Map<TableDefinition, readonly KnownRow[]>();
  private readonly taken: Set<SeriesKey>;
  private readonly done: Map<FoundLine, LineMatch>[];
  /** What each table is worth as each definition: it changes only when lines of the one or rows of the other are given away. */
  private readonly candidates: Map<TableDefinition, Candidate | null>[];

  constructor(private readonly tables: readonly FoundIn[], private readonly definitions: readonly TableDefinition[], placed: ReadonlySet<SeriesKey>, private readonly year: number | null) {
    this.taken = new Set(placed);
    const counts = new Map<string, number>();
    for (const definition of definitions) for (const row of definition.rows) for (const text of spellings(row)) counts.set(normalizeLabel(text), (counts.get(normalizeLabel(text)) ?? 0) + 1);
    this.labels = counts;
    this.indexes = definitions.map((definition) => new RowIndex(definition));
    this.done = tables.map(() => new Map<FoundLine, LineMatch>());
    this.candidates = tables.map(() => new Map<TableDefinition, Candidate | null>());
  }

  run(): TableMatch[] {
    for (let best = this.best(); best; best = this.best()) {
      for (const match of best.matches) {
        this.done[best.index]?.set(match.line, match);
        if (match.known) this.taken.add(this.keyOf(match.known.row, match.line));
      }
      this.candidates[best.index]?.clear();
      for (const known of this.candidates) known.delete(best.table);
    }
    this.tables.forEach((one, index) => this.matchByFormula(one, this.done[index] ?? new Map<FoundLine, LineMatch>()));
    return this.tables.map((one, index) => ({ found: one.found, lines: one.found.lines.map((line) => this.done[index]?.get(line) ?? { line, known: null, how: 'none', near: this.nearRows(one, line) }) }));
  }

  private best(): Candidate | null {
    let best: Candidate | null = null;
    this.tables.forEach((one, index) => {
      for (const rows of this.indexes) {
        const seen = this.candidates[index]?.get(rows.table);
        const candidate = seen === undefined ? this.candidate(one, index, rows) : seen;
        this.candidates[index]?.set(rows.table, candidate);
        if (candidate && candidate.worth >= ENOUGH && candidate.worth > (best?.worth ?? 0)) best = candidate;
      }
    });
    return best;
  }

  private candidate(one: FoundIn, index: number, rows: RowIndex): Candidate | null {
    const { table } = rows;
    const heading = this.lines.headingOf(one, table);
    const given = new Set<SeriesKey>();
    const isFree = (row: RowDefinition, line: FoundLine): boolean => !this.taken.has(this.keyOf(row, line)) && !given.has(this.keyOf(row, line));
    const matches: LineMatch[] = [];
    const worths = new Map<string, number>();
    for (const line of one.found.lines) {
      if (this.done[index]?.has(line)) continue;
      const match = this.lines.match(one, line, rows, heading, (row) => isFree(row, line));
      if (!match?.known) continue;
      given.add(this.keyOf(match.known.row, line));
      matches.push(match);
      // The same row in several years speaks once.
      worths.set(match.known.row.id, Math.max(worths.get(match.known.row.id) ?? 0, this.worthOf(one.found, match)));
    }
    if (matches.length === 0) return null;
    const named = this.lines.names.evidence(one, table) * WORTH.named;
    const group = this.keys.of(one.name).plain.includes(this.keys.of(table.group).plain) ? WORTH.group : 0;
    // Ties go to the table that is found more completely.
    const complete = worths.size / Math.max(1, table.rows.filter((row) => row.printed).length);
    return { index, table, matches, worth: [...worths.values()].reduce((sum, worth) => sum + worth, 0) + named + group + complete / 100 };
  }

  private worthOf(found: FoundTable, { line, known, how }: LineMatch): number {
    const label = labelOf(found, line);
    if (isGenericWord(label)) return WORTH.generic;
    const shared = known !== null && (this.labels.get(normalizeLabel(known.row.label)) ?? 1) > 1;
    return (shared ? WORTH.shared : WORTH.own) * (how === 'spelling' ? WORTH.spelling : 1);
  }

  /** Of several rows with a line's label, the one that formulas of its neighbours speak of: beside 患者照会数, 申請件数 is what 患者照会率 is divided by. */
  private matchByFormula({ found }: FoundIn, done: Map<FoundLine, LineMatch>): void {
    const tables = new Set([...done.values()].flatMap((match) => match.known?.table ?? []));
    for (const line of found.lines) {
      if (done.has(line)) continue;
      const key = this.keys.of(labelOf(found, line));
      const spoken = [...tables].flatMap((table) => this.spoken(table));
      const known = only(spoken.filter(({ row }) => likenessOfKeys(key, this.keys.of(row.label)) === 'same' && hasUnitOf(line, row) && isCompatible(line, row) && !this.taken.has(this.keyOf(row, line))));
      if (!known) continue;
      done.set(line, { line, known, how: 'same', near: [] });
      tables.add(known.table);
      this.taken.add(this.keyOf(known.row, line));
    }
  }

  private spoken(table: TableDefinition): readonly KnownRow[] {
    const rows = this.spokenOf.get(table) ?? rowsSpokenOf(table, this.definitions);
    this.spokenOf.set(table, rows);
    return rows;
  }

  private keyOf(row: RowDefinition, line: FoundLine): SeriesKey {
    return seriesKey(row.id, line.year ?? this.year ?? 0);
  }

  private nearRows(one: FoundIn, line: FoundLine): KnownRow[] {
    const key = this.keys.of(labelOf(one.found, line));
    const near: KnownRow[] = [];
    for (const rows of this.indexes) {
      for (const row of rows.like(key)) {
        if (!this.taken.has(this.keyOf(row, line)) && isCompatible(line, row)) near.push({ table: rows.table, row });
        if (near.length === MOST_NEAR) return near;
      }
    }
    return near;
  }
}
