import type { Sheet } from '../../model/book';
import { isAbsent, recordArgument } from '../arguments';
import { HostError, notImplemented } from '../errors';
import type { ExcelHost } from '../host';
import { classTable, HostObject, type ClassTable } from '../hostObject';

const TABLE: ClassTable<WorksheetProtectionObject> = classTable('WorksheetProtection', {
  scalars: {
    Protected: { since: '1.2', get: (self) => self.sheet.protected },
  },
  methods: {
    Protect: { since: '1.2', call: (self, options, password) => { self.protect(options, password); } },
    Unprotect: { since: '1.7', call: (self, password) => { self.unprotect(password); } },
  },
});

/** Excel.WorksheetProtection without passwords and without anything allowed: the model knows only on and off. */
export class WorksheetProtectionObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  /** "Fails if the worksheet has already been protected." (Excel.WorksheetProtection.protect) */
  protect(options: unknown, password: unknown): void {
    if (!isAbsent(password)) throw notImplemented('WorksheetProtection.protect with a password');
    const allowed = isAbsent(options) ? [] : Object.entries(recordArgument(options, 'options')).filter(([, value]) => value !== false && !isAbsent(value));
    if (allowed.length > 0) throw notImplemented(`WorksheetProtection.protect with ${allowed.map(([name]) => name).join(', ')}`);
    if (this.sheet.protected) throw new HostError('InvalidOperation', 'the sheet is protected already');
    this.change(true);
  }

  unprotect(password: unknown): void {
    if (!isAbsent(password)) throw notImplemented('WorksheetProtection.unprotect with a password');
    this.change(false);
  }

  private change(on: boolean): void {
    this.host.guardBook();
    this.sheet.protected = on;
    this.sheet.changed.add('view');
  }
}
