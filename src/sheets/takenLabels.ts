import type { RowDefinition } from '../domain/definitions';
import { normalizeLabel } from '../domain/labels';
import type { RecordLine } from './recordTable';
import type { TableSheetKey } from './tableSheet';

/** How often each label stands in the rows of a table, by the table's ID. */
export function labelsOfTables(lines: readonly RecordLine<TableSheetKey>[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const line of lines) {
    if (line.text('rowId') === '') continue;
    const counts = found.get(line.text('tableId')) ?? new Map<string, number>();
    found.set(line.text('tableId'), counts);
    const label = normalizeLabel(line.text('label'));
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return found;
}

/** What the rows of a table are called; each label is compared once, however many rows there are. */
export class TakenLabels {
  private readonly labels = new Set<string>();
  private readonly aliases = new Set<string>();

  /** `written`: of all lines of the table, the one being read included. */
  constructor(private readonly written: ReadonlyMap<string, number>) {}

  add({ label, aliases }: RowDefinition): void {
    this.labels.add(normalizeLabel(label));
    for (const alias of aliases) this.aliases.add(normalizeLabel(alias));
  }

  hasLabel(label: string): boolean {
    return this.labels.has(normalizeLabel(label));
  }

  /** Whether another row than the one labelled `own` is called so, or bears the alias. */
  isClash(alias: string, own: string): boolean {
    const key = normalizeLabel(alias);
    return (this.written.get(key) ?? 0) > (key === normalizeLabel(own) ? 1 : 0) || this.aliases.has(key);
  }
}
