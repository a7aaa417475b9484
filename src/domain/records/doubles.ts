import { normalizeLabel } from '../labels';
import type { ActivityRecord } from './record';

/** Records that say the same twice. */
export interface Doubled<T extends ActivityRecord> {
  readonly record: T;
  /** The one that counts. */
  readonly of: T;
}

/**
 * Takes each thing that was done once. The same day, row, 区分 and 件名 with the same 件数 and 備考 is one record; two records of
 * one day that differ in those are two. A procurement is one a day, row and 件名, whatever else is written.
 */
export function withoutDoubles<T extends ActivityRecord>(records: readonly T[]): { readonly used: readonly T[]; readonly doubled: readonly Doubled<T>[] } {
  const seen = new Map<string, T>();
  const doubled: Doubled<T>[] = [];
  const used = records.filter((record) => {
    const key = keyOf(record);
    const of = seen.get(key);
    if (of) doubled.push({ record, of });
    else seen.set(key, record);
    return of === undefined;
  });
  return { used, doubled };
}

function keyOf({ day, planRow, category, subject, count, note }: ActivityRecord): string {
  const what = category === '調達' ? [] : [count, normalizeLabel(note)];
  return JSON.stringify([day, planRow, category, normalizeLabel(subject), ...what]);
}
