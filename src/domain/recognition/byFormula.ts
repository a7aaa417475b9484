import { spellings, type TableDefinition } from '../definitions';
import { normalizeLabel } from '../labels';
import { parseRowFormula, referencesOf } from '../rowFormula';
import { bestLikeness } from './likeness';
import type { KnownRow } from './matching';

/** Rows of other tables that a table's formulas speak of. */
export function rowsSpokenOf(table: TableDefinition, definitions: readonly TableDefinition[]): KnownRow[] {
  const refs = table.rows.flatMap((row) => {
    const parsed = row.formula === null ? null : parseRowFormula(row.formula);
    return parsed?.ok ? referencesOf(parsed.data) : [];
  });
  return definitions.filter((one) => one.id !== table.id).flatMap((one) => one.rows.flatMap((row) => {
    const isMeant = refs.some((ref) => ref.table !== null && normalizeLabel(ref.table) === normalizeLabel(one.name) && bestLikeness(ref.row, spellings(row)) === 'same');
    return isMeant ? [{ table: one, row }] : [];
  }));
}
