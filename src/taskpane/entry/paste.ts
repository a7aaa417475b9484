import type { EntryField } from '../../jobs/workbookLook';
import { writable } from './draft';

export interface Pasted {
  /** Row ID and text, in the order of the form. */
  readonly texts: ReadonlyMap<string, string>;
  /** Fields in between that cannot be typed into. */
  readonly skipped: number;
  /** Figures beyond the last field. */
  readonly leftOver: number;
  /** There were more columns than the first. */
  readonly columns: boolean;
}

/** Whether a pasted text is more than one cell. */
export const isColumn = (text: string): boolean => /[\t\r\n]/.test(withoutEnd(text));

/**
 * Lays a copied column into the fields from `from` down. A cell left empty in the copy leaves its field as it is:
 * nothing is erased by pasting. A field that cannot be typed into takes no figure.
 */
export function pasteColumn(fields: readonly EntryField[], from: string, text: string): Pasted {
  const rows = withoutEnd(text).split(/\r\n|\n|\r/).map((line) => line.split('\t'));
  const below = fields.slice(fields.findIndex((field) => field.rowId === from));
  const open = below.filter(writable);
  const texts = new Map<string, string>();
  rows.forEach(([first = ''], index) => {
    const field = open[index];
    if (field !== undefined && first.trim() !== '') texts.set(field.rowId, first.trim());
  });
  const last = open[Math.min(rows.length, open.length) - 1];
  return {
    texts,
    skipped: last === undefined ? 0 : below.slice(0, below.indexOf(last)).filter((field) => !writable(field)).length,
    leftOver: rows.slice(open.length).filter(([first = '']) => first.trim() !== '').length,
    columns: rows.some((cells) => cells.length > 1),
  };
}

/** Excel ends every copy with a line break. */
const withoutEnd = (text: string): string => text.replace(/(\r\n|\n|\r)$/, '');
