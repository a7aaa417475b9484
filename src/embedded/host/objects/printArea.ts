import { areaA1, quoteSheet } from '../../../plan/a1';
import type { Sheet } from '../../model/book';
import type { ExcelHost } from '../host';
import { classTable, HostObject, type ClassTable } from '../hostObject';

const TABLE: ClassTable<PrintAreaObject> = classTable('RangeAreas', {
  scalars: {
    Address: { since: '1.9', get: (self) => `${quoteSheet(self.sheet.name)}!${self.sheet.page.printArea ? areaA1(self.sheet.page.printArea) : ''}` },
  },
  methods: {
    _KeepReference: { since: '1.1', call: (self) => { self.host.keep(self); } },
  },
});

/** Excel.RangeAreas as PageLayout.getPrintArea gives it: of its members the address alone. */
export class PrintAreaObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
}
