import { isAbsent } from '../arguments';
import { notImplemented } from '../errors';
import { classTable, HostObject, type ClassTable } from '../hostObject';

const TABLE: ClassTable<WorkbookProtectionObject> = classTable('WorkbookProtection', {
  scalars: {
    Protected: { since: '1.7', get: (self) => self.host.book.structureProtected === true },
  },
  methods: {
    Unprotect: { since: '1.7', call: (self, password) => { self.unprotect(password); } },
  },
});

/** Excel.WorkbookProtection without passwords. */
export class WorkbookProtectionObject extends HostObject {
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  /** The file keeps its lock: a saver of it is not there. */
  unprotect(password: unknown): void {
    if (!isAbsent(password)) throw notImplemented('WorkbookProtection.unprotect with a password');
    this.host.guardBook();
    this.host.book.structureProtected = false;
  }
}
