import { spellings, type RowDefinition, type TableDefinition } from '../definitions';
import { normalizeLabel } from '../labels';
import { rowsSpokenOf } from './byFormula';
import { hasUnitOf, isCompatible } from './compatible';
import type { FoundLine, FoundTable } from './foundTable';
import { bestLikeness, likenessOf, type Likeness } from './likeness';
import { seriesKey, type SeriesKey } from '../series';
import { isGenericWord, isResultWord } from './words';

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
  private readonly taken: Set<SeriesKey>;
  private readonly done: Map<FoundLine, LineMatch>[];
  /** What each table is worth as each definition: it changes only when lines of the one or rows of the other are given away. */
  private readonly candidates: Map<TableDefinition, Candidate | null>[];

  constructor(private readonly tables: readonly FoundIn[], private readonly definitions: readonly TableDefinition[], placed: ReadonlySet<SeriesKey>, private readonly year: number | null) {
    this.taken = new Set(placed);
    const counts = new Map<string, number>();
    for (const definition of definitions) for (const row of definition.rows) for (const text of spellings(row)) counts.set(normalizeLabel(text), (counts.get(normalizeLabel(text)) ?? 0) + 1);
    this.labels = counts;
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
    this.tables.forEach((one, index) => {
      for (const line of one.found.lines) this.matchByFormula(one, line, this.done[index] ?? new Map<FoundLine, LineMatch>());
    });
    return this.tables.map((one, index) => ({ found: one.found, lines: one.found.lines.map((line) => this.done[index]?.get(line) ?? { line, known: null, how: 'none', near: this.nearRows(one, line) }) }));
  }

  private best(): Candidate | null {
    let best: Candidate | null = null;
    this.tables.forEach((one, index) => {
      for (const definition of this.definitions) {
        const seen = this.candidates[index]?.get(definition);
        const candidate = seen === undefined ? this.candidate(one, index, definition) : seen;
        this.candidates[index]?.set(definition, candidate);
        if (candidate && candidate.worth >= ENOUGH && candidate.worth > (best?.worth ?? 0)) best = candidate;
      }
    });
    return best;
  }

  private candidate(one: FoundIn, index: number, table: TableDefinition): Candidate | null {
    const given = new Set<SeriesKey>();
    const isFree = (row: RowDefinition, line: FoundLine): boolean => !this.taken.has(this.keyOf(row, line)) && !given.has(this.keyOf(row, line));
    const matches: LineMatch[] = [];
    const worths = new Map<string, number>();
    for (const line of one.found.lines) {
      if (this.done[index]?.has(line)) continue;
      const match = matchLine(one, line, table, (row) => isFree(row, line));
      if (!match?.known) continue;
      given.add(this.keyOf(match.known.row, line));
      matches.push(match);
      // The same row in several years speaks once.
      worths.set(match.known.row.id, Math.max(worths.get(match.known.row.id) ?? 0, this.worthOf(one.found, match)));
    }
    if (matches.length === 0) return null;
    const named = nameEvidence(one, table) * WORTH.named;
    const group = normalizeLabel(one.name).includes(normalizeLabel(table.group)) ? WORTH.group : 0;
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
  private matchByFormula({ found }: FoundIn, line: FoundLine, done: Map<FoundLine, LineMatch>): void {
    if (done.has(line)) return;
    const tables = new Set([...done.values()].flatMap((match) => match.known?.table ?? []));
    const spoken = [...tables].flatMap((table) => rowsSpokenOf(table, this.definitions));
    const known = only(spoken.filter(({ row }) => likenessOf(labelOf(found, line), row.label) === 'same' && hasUnitOf(line, row) && isCompatible(line, row) && !this.taken.has(this.keyOf(row, line))));
    if (!known) return;
    done.set(line, { line, known, how: 'same', near: [] });
    this.taken.add(this.keyOf(known.row, line));
  }

  private keyOf(row: RowDefinition, line: FoundLine): SeriesKey {
    return seriesKey(row.id, line.year ?? this.year ?? 0);
  }

  private nearRows(one: FoundIn, line: FoundLine): KnownRow[] {
    const label = labelOf(one.found, line);
    const rows = this.definitions.flatMap((table) => table.rows.map((row) => ({ table, row })));
    return rows.filter(({ row }) => !this.taken.has(this.keyOf(row, line)) && bestLikeness(label, spellings(row)) !== 'none' && isCompatible(line, row)).slice(0, MOST_NEAR);
  }
}

/** What a line is called: its own label, else the table's heading, else its title. 実績 beside 計画 is called by what both are of. */
export function labelOf(found: FoundTable, line: FoundLine): string {
  if (line.label !== '') return isResultWord(line.label) && line.group !== '' ? line.group : line.label;
  return found.corner !== '' && !isGenericWord(found.corner) ? found.corner : (found.titles[0] ?? found.corner);
}

function matchLine({ found }: FoundIn, line: FoundLine, table: TableDefinition, isFree: (row: RowDefinition) => boolean): LineMatch | null {
  const rows = table.rows.filter((row) => isFree(row) && isCompatible(line, row));
  const by = (texts: readonly string[], wanted: Likeness): RowDefinition[] => rows.filter((row) => hasUnitOf(line, row) && texts.some((text) => bestLikeness(text, spellings(row)) === wanted));
  if (line.label !== '') {
    const texts = line.group === '' ? [line.label] : [labelOf(found, line), `${line.group}${line.label}`];
    for (const how of ['same', 'spelling'] as const) {
      const row = only(by(texts, how));
      if (row) return { line, known: { table, row }, how, near: [] };
    }
    return null;
  }
  // Only a year stands before the figures: the heading or the title says what they are.
  const texts = [found.corner, ...found.titles.slice(0, 2)].filter((text) => text !== '');
  const specific = texts.filter((text) => !isGenericWord(text));
  const titled = specific.some((text) => nameLikeness(text, table) !== 'none');
  const headed = titled ? rows.filter((row) => row.heading !== null && (likenessOf(row.heading, found.corner) === 'same' || found.corner === '')) : [];
  // Several rows under one heading: the first is the one that the heading names.
  const first = headed.every((row) => row.heading === headed[0]?.heading) ? headed[0] : undefined;
  const row = only(by(specific, 'same')) ?? only(by(specific, 'spelling')) ?? first ?? (titled ? only(rows) : undefined);
  return row ? { line, known: { table, row }, how: 'heading', near: [] } : null;
}

const only = <T>(some: readonly T[]): T | undefined => (some.length === 1 ? some[0] : undefined);

/** 0 to 1: how far the texts around a table name the definition. */
function nameEvidence({ found, name }: FoundIn, table: TableDefinition): number {
  const near = [found.corner, ...found.titles.slice(0, 2)].map((text) => nameLikeness(text, table));
  if (near.includes('same')) return 1;
  if (near.includes('spelling')) return 0.9;
  if (near.includes('near')) return 0.6;
  return nameLikeness(name, table) === 'same' ? 0.8 : 0;
}

/** A title that contains the table's name speaks of it too: 「郵送化率の推移」. */
function nameLikeness(text: string, table: TableDefinition): Likeness {
  if (text === '' || isGenericWord(text)) return 'none';
  const names = [table.name, ...table.aliases];
  const likeness = bestLikeness(text, names);
  if (likeness === 'same' || likeness === 'spelling') return likeness;
  return names.some((name) => name.length >= 3 && normalizeLabel(text).includes(normalizeLabel(name))) ? 'near' : 'none';
}
