import type { EntryField, EntryTable } from '../../jobs/workbookLook';
import { LONGEST_FIGURE } from '../../domain/figureText';
import { evenBreaks, readRecord } from '../../domain/text/clipboard';
import { writable } from './draft';

export interface Pasted {
  /** Row ID and text, in the order of the form. */
  readonly texts: ReadonlyMap<string, string>;
  /** lines: each pasted line went to the row of its place on the sheet. fields: to one open field after the other. */
  readonly order: 'lines' | 'fields';
  /** Figures on lines that take none: worked out, ended, locked, headings. */
  readonly ignored: number;
  /** Figures on lines beyond the end of the table. */
  readonly beyond: number;
  /** Texts that are too long for a figure. */
  readonly long: number;
  /** There were more columns than the first. */
  readonly columns: boolean;
}

/** Whether a pasted text is more than one figure, or too much for one: a field must not be filled with it as it stands. */
export const isColumn = (text: string): boolean => /[\t\r\n]/.test(withoutEnd(text)) || isTooLong(text.trim());

const isTooLong = (text: string): boolean => text.length > LONGEST_FIGURE;

/**
 * Lays a copied column into a table from the field `from` down. A copy of the sheet has a line for every row, typed or not,
 * so lines go by the rows of the sheet and never into the next table. Only a column without gaps that has exactly one figure
 * for each open field left is a list made for the form. A cell left empty in the copy erases nothing.
 */
export function pasteColumn(table: EntryTable, from: string, text: string): Pasted {
  const { texts, columns } = firstColumn(evenBreaks(withoutEnd(text)));
  const { order, targets } = targetsOf(table, table.fields.find((field) => field.rowId === from), texts);
  const laid = new Map<string, string>();
  let [ignored, long] = [0, 0];
  texts.slice(0, targets.length).forEach((each, index) => {
    const field = targets[index];
    if (each === '') return;
    if (!field || !writable(field)) ignored++;
    else if (isTooLong(each)) long++;
    else laid.set(field.rowId, each);
  });
  const beyond = texts.slice(targets.length).filter((each) => each !== '').length;
  return { texts: laid, order, ignored, beyond, long, columns };
}

/** The first cell of every line; a line break within a cell beside it begins no new line. */
function firstColumn(text: string): { readonly texts: readonly string[]; readonly columns: boolean } {
  const texts: string[] = [];
  let columns = false;
  for (let at = 0; at <= text.length;) {
    const { cells, end } = readRecord(text, at);
    texts.push((cells[0] ?? '').trim());
    columns ||= cells.length > 1;
    at = end + 1;
  }
  return { texts, columns };
}

interface Targets {
  readonly order: Pasted['order'];
  /** The field of each line down to the end of the table; undefined: a line without one. */
  readonly targets: readonly (EntryField | undefined)[];
}

function targetsOf(table: EntryTable, origin: EntryField | undefined, texts: readonly string[]): Targets {
  // A total of the whole year stands beside its row, in another column: what follows it is no figure of the month.
  if (!origin || origin.line === null) return { order: 'lines', targets: [origin] };
  const start = origin.line;
  const byLine = new Map(table.fields.flatMap((field) => (field.line === null ? [] : [[field.line, field] as const])));
  const lines = Array.from({ length: table.lines - start }, (_, index) => byLine.get(start + index));
  const open = lines.filter((field) => field !== undefined && writable(field));
  const list = texts.length === open.length && texts.length !== lines.length && !texts.includes('');
  const alike = open.every((field, index) => field === lines[index]);
  return list && !alike ? { order: 'fields', targets: open } : { order: 'lines', targets: lines };
}

/** Excel ends every copy with a line break. */
const withoutEnd = (text: string): string => text.replace(/(\r\n|\n|\r)$/, '');
