import type { RowDefinition, TableDefinition } from '../definitions';
import { hasUnitOf, isCompatible } from './compatible';
import type { FoundLine } from './foundTable';
import { likenessOf } from './likeness';
import { labelOf } from './lineName';
import type { FoundIn, LineMatch } from './matching';
import type { LabelKeys, RowIndex } from './rowIndex';
import { TableNames } from './tableNames';
import { isGenericWord } from './words';

/** What stands over a table's lines, and whether it names the definition they are held against. */
export interface Heading {
  readonly texts: readonly string[];
  readonly named: boolean;
}

/** Takes a line for the one row of a definition that it can be. */
export class LineMatcher {
  readonly names: TableNames;

  constructor(private readonly keys: LabelKeys) {
    this.names = new TableNames(keys);
  }

  match(one: FoundIn, line: FoundLine, rows: RowIndex, heading: Heading, isFree: (row: RowDefinition) => boolean): LineMatch | null {
    return line.label === '' ? this.byHeading(one, line, rows, heading, isFree) : this.byLabel(one, line, rows, isFree);
  }

  private byLabel({ found }: FoundIn, line: FoundLine, rows: RowIndex, isFree: (row: RowDefinition) => boolean): LineMatch | null {
    const texts = line.group === '' ? [line.label] : [labelOf(found, line), `${line.group}${line.label}`];
    for (const how of ['same', 'spelling'] as const) {
      const row = only(this.rowsCalled(texts, how, line, rows, isFree));
      if (row) return { line, known: { table: rows.table, row }, how, near: [] };
    }
    return null;
  }

  /** Only a year stands before the figures: the heading or the title says what they are. */
  private byHeading({ found }: FoundIn, line: FoundLine, rows: RowIndex, { texts, named }: Heading, isFree: (row: RowDefinition) => boolean): LineMatch | null {
    const { table } = rows;
    const open = named ? table.rows.filter((row) => isFree(row) && isCompatible(line, row)) : [];
    const headed = open.filter((row) => row.heading !== null && (likenessOf(row.heading, found.corner) === 'same' || found.corner === ''));
    // Several rows under one heading: the first is the one that the heading names.
    const first = headed.every((row) => row.heading === headed[0]?.heading) ? headed[0] : undefined;
    const row = only(this.rowsCalled(texts, 'same', line, rows, isFree)) ?? only(this.rowsCalled(texts, 'spelling', line, rows, isFree)) ?? first ?? only(open);
    return row ? { line, known: { table, row }, how: 'heading', near: [] } : null;
  }

  headingOf({ found }: FoundIn, table: TableDefinition): Heading {
    const texts = [found.corner, ...found.titles.slice(0, 2)].filter((text) => text !== '' && !isGenericWord(text));
    return { texts, named: texts.some((text) => this.names.likeness(text, table) !== 'none') };
  }

  private rowsCalled(texts: readonly string[], how: 'same' | 'spelling', line: FoundLine, rows: RowIndex, isFree: (row: RowDefinition) => boolean): RowDefinition[] {
    const called = new Set(texts.flatMap((text) => rows.find(this.keys.of(text), how)));
    return [...called].filter((row) => isFree(row) && hasUnitOf(line, row) && isCompatible(line, row));
  }
}

/** The one there is; of none or several, none. */
export const only = <T>(some: readonly T[]): T | undefined => (some.length === 1 ? some[0] : undefined);
