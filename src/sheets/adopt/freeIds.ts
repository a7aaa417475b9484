import type { Definitions } from '../../domain/definitions';

/** Letter of the IDs of tables that were found, not laid out. */
const LETTER = 'A';

/** Hands out IDs that no table or row has. */
export class FreeIds {
  private readonly taken: Set<string>;

  constructor(definitions: Definitions) {
    this.taken = new Set(definitions.tables.flatMap((table) => [table.id, ...table.rows.map((row) => row.id)]));
  }

  table(): string {
    return this.next((number) => `${LETTER}${String(number).padStart(2, '0')}`);
  }

  row(tableId: string): string {
    return this.next((number) => `${tableId}-${String(number).padStart(2, '0')}`);
  }

  private next(id: (number: number) => string): string {
    let number = 1;
    while (this.taken.has(id(number))) number++;
    this.taken.add(id(number));
    return id(number);
  }
}
