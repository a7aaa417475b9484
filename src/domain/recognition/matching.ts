import type { RowDefinition, TableDefinition } from '../definitions';
import { normalizeLabel } from '../labels';
import { isCompatible } from './compatible';
import type { FoundLine, FoundTable } from './foundTable';
import { bestLikeness, likenessOf, type Likeness } from './likeness';
import { isGenericWord } from './words';

/** A line and the row it was taken for. heading: the table's heading or title says the row. order: told by the order of the tables. */
export interface LineMatch {
  readonly line: FoundLine;
  readonly row: RowDefinition | null;
  readonly how: Likeness | 'heading' | 'order';
  /** Rows that may be meant, but were not assumed. */
  readonly near: readonly RowDefinition[];
}

/** A recognised table and the definition it was taken for; null: none fits. */
export interface TableMatch {
  readonly found: FoundTable;
  readonly definition: TableDefinition | null;
  readonly score: number;
  readonly lines: readonly LineMatch[];
}

/** A recognised table with what stands around it. */
export interface FoundIn {
  readonly found: FoundTable;
  /** Name of the sheet, or of the section of a text. */
  readonly name: string;
}

/** From this score on a table is taken for the definition without being asked. */
const ENOUGH = 0.5;

/**
 * Takes each table for the definition that fits best, the surest first; a row in a year is given away once. Rows that are only
 * alike are proposed, never assumed.
 */
export function matchTables(tables: readonly FoundIn[], definitions: readonly TableDefinition[]): TableMatch[] {
  const candidates = tables.flatMap((one, index) => definitions.map((definition) => ({ index, ...candidateOf(one, definition) })).filter((candidate) => candidate.score >= ENOUGH));
  candidates.sort((a, b) => b.score - a.score || a.index - b.index);
  const taken = new Set<string>();
  const done = new Map<number, TableMatch>();
  for (const candidate of candidates) {
    if (done.has(candidate.index)) continue;
    const keys = candidate.lines.flatMap((line) => (line.row ? [`${line.row.id}@${line.line.year ?? ''}`] : []));
    if (keys.some((key) => taken.has(key))) continue;
    for (const key of keys) taken.add(key);
    done.set(candidate.index, candidate);
  }
  return tables.map((one, index) => done.get(index) ?? { found: one.found, definition: null, score: 0, lines: unmatched(one.found, nearTables(one, definitions)) });
}

const unmatched = (found: FoundTable, near: readonly RowDefinition[]): LineMatch[] =>
  found.lines.map((line) => ({ line, row: null, how: 'none', near: near.filter((row) => likenessOf(labelOf(found, line), row.label) !== 'none' && isCompatible(line, row)) }));

/** Rows of tables that come near without being enough. */
const nearTables = (one: FoundIn, definitions: readonly TableDefinition[]): RowDefinition[] =>
  definitions.filter((definition) => nameEvidence(one, definition) > 0 || one.found.lines.some((line) => definition.rows.some((row) => bestLikeness(line.label, spellings(row)) !== 'none'))).flatMap((definition) => definition.rows);

/** What a line is called: its own label, else the table's heading, else its title. */
export const labelOf = (found: FoundTable, line: FoundLine): string => line.label || (found.corner !== '' && !isGenericWord(found.corner) ? found.corner : (found.titles[0] ?? found.corner));

/** A row's label and the other spellings of it that a person has confirmed. */
export const spellings = (row: Pick<RowDefinition, 'label' | 'aliases'>): readonly string[] => [row.label, ...row.aliases];

function candidateOf(one: FoundIn, definition: TableDefinition): TableMatch {
  const { found } = one;
  const lines: LineMatch[] = [];
  const given = new Set<string>();
  for (const line of found.lines) {
    const match = matchLine(one, line, definition, (row) => !given.has(`${row.id}@${line.year ?? ''}`));
    if (match.row) given.add(`${match.row.id}@${line.year ?? ''}`);
    lines.push(match);
  }
  const named = nameEvidence(one, definition);
  const worth = lines.map((match) => (match.row ? WORTH[match.how] * (isGenericWord(labelOf(found, match.line)) && named === 0 ? 0.4 : 1) : 0));
  const coverage = lines.length === 0 ? 0 : worth.reduce((sum, one) => sum + one, 0) / lines.length;
  const rows = new Set(lines.flatMap((match) => match.row?.id ?? []));
  const complete = rows.size / Math.max(1, definition.rows.filter((row) => row.printed).length);
  const score = rows.size === 0 ? 0 : 0.5 * coverage + 0.2 * Math.min(1, complete) + 0.3 * named + (normalizeLabel(one.name).includes(normalizeLabel(definition.group)) ? 0.05 : 0);
  return { found, definition, score, lines };
}

const WORTH: Readonly<Record<LineMatch['how'], number>> = { same: 1, spelling: 0.9, heading: 0.9, order: 0.5, near: 0, none: 0 };

function matchLine({ found }: FoundIn, line: FoundLine, definition: TableDefinition, isFree: (row: RowDefinition) => boolean): LineMatch {
  const rows = definition.rows.filter((row) => isFree(row) && isCompatible(line, row));
  if (line.label !== '') {
    const full = line.group === '' ? [line.label] : [line.label, `${line.group}${line.label}`];
    const by = (wanted: Likeness): RowDefinition[] => rows.filter((row) => full.some((text) => bestLikeness(text, spellings(row)) === wanted));
    for (const how of ['same', 'spelling'] as const) {
      const [only, ...others] = by(how);
      if (only && others.length === 0) return { line, row: only, how, near: [] };
    }
    return { line, row: null, how: 'none', near: by('near') };
  }
  // Only a year stands before the figures: the heading or the title says what they are.
  const texts = [found.corner, ...found.titles.slice(0, 2)].filter((text) => text !== '');
  const titled = texts.some((text) => nameLikeness(text, definition) !== 'none');
  const told = rows.filter((row) => texts.some((text) => !isGenericWord(text) && ['same', 'spelling'].includes(bestLikeness(text, spellings(row)))));
  const headed = rows.filter((row) => titled && row.heading !== null && (likenessOf(row.heading, found.corner) === 'same' || found.corner === ''));
  for (const some of [told, headed, titled ? rows : []]) {
    const [only, ...others] = some;
    if (only && others.length === 0) return { line, row: only, how: 'heading', near: [] };
    // Several rows under one heading: the first is the one whose label the heading is.
    if (only && some === headed && others.every((other) => other.heading === only.heading)) return { line, row: only, how: 'heading', near: [] };
  }
  return { line, row: null, how: 'none', near: rows.filter((row) => texts.some((text) => likenessOf(text, row.label) === 'near')) };
}

/** 0 to 1: how far the texts around a table name the definition. */
function nameEvidence({ found, name }: FoundIn, definition: TableDefinition): number {
  const near = [found.corner, ...found.titles.slice(0, 2)].map((text) => nameLikeness(text, definition));
  if (near.includes('same')) return 1;
  if (near.includes('spelling')) return 0.9;
  if (near.includes('near')) return 0.6;
  return nameLikeness(name, definition) === 'same' ? 0.8 : 0;
}

/** A title that contains the table's name speaks of it too: 「郵送化率の推移」. */
function nameLikeness(text: string, definition: TableDefinition): Likeness {
  if (text === '' || isGenericWord(text)) return 'none';
  const names = [definition.name, ...definition.aliases];
  const likeness = bestLikeness(text, names);
  if (likeness === 'same' || likeness === 'spelling') return likeness;
  return names.some((name) => name.length >= 3 && normalizeLabel(text).includes(normalizeLabel(name))) ? 'near' : 'none';
}
