import type { DefinedName, Sheet } from '../../model/book';
import { isAbsent, textArgument } from '../arguments';
import { HostError } from '../errors';
import type { ExcelHost } from '../host';
import { classTable, HostObject, type ClassTable } from '../hostObject';
import { addName } from '../rules/nameChanges';
import { foldName } from '../../model/folding';
import { NamedItemObject } from './namedItem';

const TABLE: ClassTable<NamedItemCollectionObject> = classTable('NamedItemCollection', {
  items: (self) => self.names().map((name) => new NamedItemObject(self.host, name)),
  item: (self, key) => self.find(key) ?? fail(),
  methods: {
    Add: { since: '1.4', call: (self, name, reference, comment) => self.add(name, reference, comment) },
    GetCount: { since: '1.4', call: (self) => self.names().length },
    GetItemOrNullObject: { since: '1.4', call: (self, key) => self.find(key) ?? null },
  },
});

function fail(): never {
  throw new HostError('ItemNotFound');
}

/** Excel.NamedItemCollection: the names of the workbook, or those of one sheet. */
export class NamedItemCollectionObject extends HostObject {
  constructor(host: ExcelHost, readonly scope: Sheet | undefined) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  names(): DefinedName[] {
    return this.host.book.names.filter((name) => name.scope === this.scope?.id);
  }

  find(key: unknown): NamedItemObject | undefined {
    const text = textArgument(key, 'name');
    const found = this.names().find((name) => foldName(name.name) === foldName(text));
    return found && new NamedItemObject(this.host, found);
  }

  add(name: unknown, reference: unknown, comment: unknown): NamedItemObject {
    return new NamedItemObject(this.host, addName(this.host, this.scope, textArgument(name, 'name'), reference, isAbsent(comment) ? '' : textArgument(comment, 'comment')));
  }
}
