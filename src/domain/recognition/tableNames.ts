import type { TableDefinition } from '../definitions';
import { likenessOfKeys, type Likeness } from './likeness';
import type { FoundIn } from './matching';
import type { LabelKeys } from './rowIndex';
import { isGenericWord } from './words';

/** How far texts around a table name a definition. */
export class TableNames {
  constructor(private readonly keys: LabelKeys) {}

  /** 0 to 1. */
  evidence({ found, name }: FoundIn, table: TableDefinition): number {
    const near = [found.corner, ...found.titles.slice(0, 2)].map((text) => this.likeness(text, table));
    if (near.includes('same')) return 1;
    if (near.includes('spelling')) return 0.9;
    if (near.includes('near')) return 0.6;
    return this.likeness(name, table) === 'same' ? 0.8 : 0;
  }

  /** A title that contains the table's name speaks of it too: 「郵送化率の推移」. */
  likeness(text: string, table: TableDefinition): Likeness {
    if (text === '' || isGenericWord(text)) return 'none';
    const key = this.keys.of(text);
    const names = [table.name, ...table.aliases].map((name) => this.keys.of(name));
    const exact = names.map((name) => likenessOfKeys(key, name));
    if (exact.includes('same')) return 'same';
    if (exact.includes('spelling')) return 'spelling';
    return names.some((name) => name.written.length >= 3 && key.plain.includes(name.plain)) ? 'near' : 'none';
  }
}
