import { HEADINGS } from '../../domain/publish/headings';
import { machineDependent, plainText } from '../../domain/publish/plainText';
import type { PublishedFigure } from '../../domain/publish/publishedFigure';
import { withWesternYears } from '../../domain/publish/westernYears';
import { fiscalYearLabel } from '../../domain/fiscalYear';
import type { WorkbookState } from '../workbookState';

/** null: an empty cell, where there is no figure. */
export type PublishedCell = string | PublishedFigure | null;

/** One table as it is published: one header row, one line a record, no title and nothing beside it. */
export interface PublishedTable {
  /** Ends the name by which its sheet is known again. */
  readonly part: string;
  /** What it is called in messages and in the sheet's title. */
  readonly title: string;
  /** Where it is chosen from; null: beside the groups. */
  readonly group: string | null;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly PublishedCell[])[];
  /** Characters of labels that not every machine has: they were spelled out, or could not be. */
  readonly strange: readonly string[];
}

/** A line by heading; what is missing is an empty cell. */
export type PublishedLine = Readonly<Record<string, PublishedCell | undefined>>;

/** Puts lines under their headings. A column that no line fills is left out, unless it is one of `always`. */
export function publishedTable(about: Pick<PublishedTable, 'part' | 'title' | 'group'>, headings: readonly string[], lines: readonly PublishedLine[], always: ReadonlySet<string>): PublishedTable {
  const strange = new Set(lines.flatMap((line) => Object.values(line).flatMap((cell) => (typeof cell === 'string' ? machineDependent(cell) : []))).concat(headings.flatMap(machineDependent)));
  const isFilled = (heading: string): boolean => lines.some((line) => (cellOf(line, heading) ?? '') !== '');
  const kept = headings.filter((heading) => always.has(heading) || isFilled(heading));
  return {
    ...about,
    headings: kept.map(plainText),
    rows: lines.map((line) => kept.map((heading) => written(heading, cellOf(line, heading)))),
    strange: [...strange],
  };
}

/** A heading may be any word, that of a member of every object too. */
const cellOf = (line: PublishedLine, heading: string): PublishedCell => (Object.hasOwn(line, heading) ? (line[heading] ?? null) : null);

function written(heading: string, cell: PublishedCell): PublishedCell {
  if (typeof cell !== 'string') return cell;
  const text = plainText(cell);
  const isEra = heading === HEADINGS.yearEra || heading === HEADINGS.asOfEra || heading === HEADINGS.rankAsOfEra;
  return text === '' ? null : isEra ? text : withWesternYears(text);
}

/** What every line says of itself: branch, table and year, in both countings. */
export function lineHead({ branch }: Pick<WorkbookState, 'branch'>, table: string, year: number): PublishedLine {
  return { [HEADINGS.branch]: branch, [HEADINGS.table]: table, [HEADINGS.yearWestern]: `${year}年度`, [HEADINGS.yearEra]: fiscalYearLabel(year) };
}
export const HEAD = [HEADINGS.branch, HEADINGS.table, HEADINGS.yearWestern, HEADINGS.yearEra] as const;

/** Empty cells are told of beside them: a sign in a cell of figures would make text of the column. */
export const NO_FIGURE = '空欄は、数値がない、または未確定であることを示す（0ではない）。';
