/** Letter of the IDs of tables that were found, not laid out. */
const LETTER = 'A';

/** Hands out IDs that no table or row has. */
export class FreeIds {
  private readonly taken: Set<string>;
  /** The last number given to each kind of ID. */
  private readonly last = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken);
  }

  table(): string {
    return this.next(LETTER);
  }

  row(tableId: string): string {
    return this.next(`${tableId}-`);
  }

  private next(start: string): string {
    for (let number = (this.last.get(start) ?? 0) + 1; ; number++) {
      const id = `${start}${String(number).padStart(2, '0')}`;
      if (this.taken.has(id)) continue;
      this.taken.add(id);
      this.last.set(start, number);
      return id;
    }
  }
}
