import { textArgument } from '../arguments';
import { classTable, HostObject, type ClassTable } from '../hostObject';
import { ApplicationObject } from './application';
import { NamedItemCollectionObject } from './namedItems';
import { RangeObject } from './range';
import { WorkbookProtectionObject } from './workbookProtection';
import { WorksheetCollectionObject } from './worksheets';

const TABLE: ClassTable<WorkbookObject> = classTable('Workbook', {
  scalars: {
    Name: { since: '1.7', get: (self) => self.host.book.name },
    ReadOnly: { since: '1.8', get: (self) => self.host.book.readOnly },
  },
  navigation: {
    Worksheets: { since: '1.1', get: (self) => new WorksheetCollectionObject(self.host) },
    Names: { since: '1.1', get: (self) => new NamedItemCollectionObject(self.host, undefined) },
    Protection: { since: '1.7', get: (self) => new WorkbookProtectionObject(self.host) },
    Application: { since: '1.1', get: (self) => new ApplicationObject(self.host) },
  },
  methods: {
    GetSelectedRange: { since: '1.1', call: (self) => RangeObject.selected(self.host) },
    GetActiveCell: { since: '1.7', call: (self) => RangeObject.selected(self.host).part({ rows: 1, columns: 1 }) },
    _GetRangeForEventByReferenceId: { since: '1.7', call: (self, id) => self.host.references.get(textArgument(id, 'reference')) ?? null },
    _RemoveReference: { since: '1.1', call: (self, id) => { self.host.references.delete(textArgument(id, 'reference')); } },
    _RemoveAllReferences: { since: '1.1', call: (self) => { self.host.references.clear(); } },
  },
});

/** Excel.Workbook */
export class WorkbookObject extends HostObject {
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
}
