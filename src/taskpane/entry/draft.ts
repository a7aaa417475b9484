import { checkFigure } from '../../domain/limits';
import { readFigure } from '../../domain/readFigure';
import type { EnteredFigure, EntryField, EntryForm } from '../../jobs/workbookLook';

/** Texts typed but not written, by row ID. */
export type Drafts = ReadonlyMap<string, string>;

/** What a text in a field comes to, in sentences. `notes`: what was read otherwise than written. */
export type Judgement =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

export interface JudgedField {
  /** Name of the table: labels occur in more than one. */
  readonly table: string;
  readonly field: EntryField;
  readonly text: string;
  readonly judgement: Judgement;
}

/** Whether a figure may be typed there at all. */
export const writable = (field: EntryField): boolean => field.locked === null && field.due !== 'closed';

export const fieldsOf = (form: EntryForm): readonly EntryField[] => form.tables.flatMap((table) => table.fields);

/** What stands in the cell is never refused: it was there before the form. */
export function judge(field: EntryField, text: string): Judgement {
  if (text === field.text) return { kind: 'same' };
  const reading = readFigure(text, field.expected);
  const before = readFigure(field.text, field.expected);
  if (reading.ok && before.ok && alike(before.value, reading.value)) return { kind: 'same' };
  const checked = checkFigure(text, field);
  return checked.ok ? { kind: 'changed', notes: checked.notes } : { kind: 'refused', reason: checked.reason };
}

/** Binary dust of a percentage is no change. */
function alike(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}

export interface Judged {
  readonly changed: readonly JudgedField[];
  readonly refused: readonly JudgedField[];
  /** Changed where a figure stood before. */
  readonly corrections: readonly JudgedField[];
}

export function judgeAll(form: EntryForm, drafts: Drafts): Judged {
  const all = form.tables.flatMap(({ name, fields }) => fields.flatMap((field): JudgedField[] => {
    const text = drafts.get(field.rowId);
    return text === undefined || !writable(field) ? [] : [{ table: name, field, text, judgement: judge(field, text) }];
  }));
  const changed = all.filter(({ judgement }) => judgement.kind === 'changed');
  return {
    changed,
    refused: all.filter(({ judgement }) => judgement.kind === 'refused'),
    corrections: changed.filter(({ field }) => field.text !== ''),
  };
}

export const enteredOf = (changed: readonly JudgedField[]): EnteredFigure[] =>
  changed.map(({ field, text }) => ({ rowId: field.rowId, before: field.text, text }));

/** Drafts that still say something else than the form. */
export function stillUnsaved(form: EntryForm, drafts: Drafts): Drafts {
  const fields = new Map(fieldsOf(form).map((field) => [field.rowId, field]));
  return new Map([...drafts].filter(([rowId, text]) => {
    const field = fields.get(rowId);
    return field !== undefined && judge(field, text).kind !== 'same';
  }));
}
