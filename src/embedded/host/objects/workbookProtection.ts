import { classTable, HostObject, type ClassTable } from '../hostObject';

const TABLE: ClassTable<WorkbookProtectionObject> = classTable('WorkbookProtection', {
  scalars: {
    Protected: { since: '1.7', get: (self) => self.host.book.structureProtected === true },
  },
});

/** Excel.WorkbookProtection, to be read: a file's lock stays as it is. */
export class WorkbookProtectionObject extends HostObject {
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
}
