import type { Sheet } from '../../model/book';
import { integerArgument, objectArgument } from '../arguments';
import { HostError } from '../errors';
import type { ExcelHost } from '../host';
import { classTable, HostObject, type ClassTable } from '../hostObject';
import { guardSheet } from '../rules/guards';
import { RangeObject } from './range';

const BREAK: ClassTable<PageBreakObject> = classTable('PageBreak', {
  scalars: {
    RowIndex: { since: '1.9', get: (self) => self.row },
    ColumnIndex: { since: '1.9', get: () => 0 },
  },
  methods: {
    Delete: { since: '1.9', call: (self) => { changeBreaks(self, (rows) => rows.filter((row) => row !== self.row)); } },
    GetCellAfterBreak: { since: '1.9', call: (self) => new RangeObject(self.host, self.sheet, { row: self.row, column: 0, rows: 1, columns: 1 }) },
  },
});

const COLLECTION: ClassTable<PageBreakCollectionObject> = classTable('PageBreakCollection', {
  items: (self) => breaksOf(self.sheet).map((row) => new PageBreakObject(self.host, self.sheet, row)),
  item: (self, index) => self.at(integerArgument(index, 'index')),
  methods: {
    Add: { since: '1.9', call: (self, after) => self.add(objectArgument(after, RangeObject, 'pageBreakRange')) },
    GetCount: { since: '1.9', call: (self) => breaksOf(self.sheet).length },
    GetItem: { since: '1.9', call: (self, index) => self.at(integerArgument(index, 'index')) },
    RemovePageBreaks: { since: '1.9', call: (self) => { changeBreaks(self, () => []); } },
  },
});

const breaksOf = (sheet: Sheet): readonly number[] => sheet.page.rowBreaks ?? [];

function changeBreaks({ host, sheet }: { readonly host: ExcelHost; readonly sheet: Sheet }, change: (rows: readonly number[]) => readonly number[]): void {
  guardSheet(host, sheet);
  sheet.page.rowBreaks = [...new Set(change(breaksOf(sheet)))].sort((a, b) => a - b);
  sheet.changed.add('page');
}

/** Excel.PageBreak, of a horizontal break: the page ends above `row`. */
class PageBreakObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet, readonly row: number) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return BREAK;
  }
}

/** Excel.Worksheet.horizontalPageBreaks */
export class PageBreakCollectionObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return COLLECTION;
  }

  at(index: number): PageBreakObject {
    const row = breaksOf(this.sheet)[index];
    if (row === undefined) throw new HostError('ItemNotFound');
    return new PageBreakObject(this.host, this.sheet, row);
  }

  /** "The range immediately after the page break to be added." Nothing can break above the first row. */
  add(after: RangeObject): PageBreakObject {
    const { row } = after.area;
    if (after.sheet !== this.sheet || row === 0) throw new HostError('InvalidArgument', 'pageBreakRange');
    changeBreaks(this, (rows) => [...rows, row]);
    return new PageBreakObject(this.host, this.sheet, row);
  }
}
