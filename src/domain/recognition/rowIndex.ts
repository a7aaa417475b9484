import { spellings, type RowDefinition, type TableDefinition } from '../definitions';
import { labelKey, likenessOfKeys, type LabelKey } from './likeness';

/** Texts in the forms they are compared in, each worked out once. */
export class LabelKeys {
  private readonly keys = new Map<string, LabelKey>();

  of(text: string): LabelKey {
    const known = this.keys.get(text) ?? labelKey(text);
    this.keys.set(text, known);
    return known;
  }
}

/** The rows of a table by what they are called: a text finds its rows without being held against each of them. */
export class RowIndex {
  private readonly plain = new Map<string, Set<RowDefinition>>();
  private readonly loose = new Map<string, Set<RowDefinition>>();
  private readonly rows: readonly { readonly row: RowDefinition; readonly keys: readonly LabelKey[] }[];

  constructor(readonly table: TableDefinition) {
    this.rows = table.rows.map((row) => ({ row, keys: spellings(row).map(labelKey).filter((key) => key.written !== '') }));
    for (const { row, keys } of this.rows) {
      for (const key of keys) {
        add(this.plain, key.plain, row);
        add(this.loose, key.loose, row);
      }
    }
  }

  /** Rows that a text is the same as, or a spelling of and no more. */
  find(key: LabelKey, likeness: 'same' | 'spelling'): readonly RowDefinition[] {
    if (key.written === '') return [];
    const same = this.plain.get(key.plain);
    return likeness === 'same' ? [...(same ?? [])] : [...(this.loose.get(key.loose) ?? [])].filter((row) => same?.has(row) !== true);
  }

  /** Every row that a text is at all like. */
  like(key: LabelKey): readonly RowDefinition[] {
    return this.rows.flatMap(({ row, keys }) => (keys.some((one) => likenessOfKeys(key, one) !== 'none') ? [row] : []));
  }
}

function add(index: Map<string, Set<RowDefinition>>, key: string, row: RowDefinition): void {
  const rows = index.get(key);
  if (rows) rows.add(row);
  else index.set(key, new Set([row]));
}
