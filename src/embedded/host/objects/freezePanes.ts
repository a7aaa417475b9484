import type { Sheet } from '../../model/book';
import { integerArgument, objectArgument } from '../arguments';
import { HostError } from '../errors';
import type { ExcelHost } from '../host';
import { classTable, HostObject, type ClassTable } from '../hostObject';
import { RangeObject } from './range';

const TABLE: ClassTable<FreezePanesObject> = classTable('WorksheetFreezePanes', {
  methods: {
    FreezeRows: { since: '1.7', call: (self, count) => { self.freeze(countOf(count), 0); } },
    FreezeColumns: { since: '1.7', call: (self, count) => { self.freeze(0, countOf(count)); } },
    FreezeAt: { since: '1.7', call: (self, range) => { self.freezeAt(objectArgument(range, RangeObject, 'frozenRange')); } },
    Unfreeze: { since: '1.7', call: (self) => { self.freeze(0, 0); } },
    GetLocation: { since: '1.7', call: (self) => self.location() ?? fail() },
    GetLocationOrNullObject: { since: '1.7', call: (self) => self.location() },
  },
});

function fail(): never {
  throw new HostError('ItemNotFound');
}

function countOf(value: unknown): number {
  const count = integerArgument(value, 'count');
  if (count < 1) throw new HostError('InvalidArgument', 'count');
  return count;
}

/** Excel.WorksheetFreezePanes */
export class FreezePanesObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  freeze(rows: number, columns: number): void {
    this.host.guardBook();
    this.host.guardInFront();
    this.sheet.freeze = { rows, columns };
    this.sheet.changed.add('view');
  }

  /** The range is what stays in the upper left; whole rows or columns freeze only those. */
  freezeAt(range: RangeObject): void {
    const { row, column, rows, columns } = range.area;
    if (range.sheet !== this.sheet || (range.unbounded && rows === columns)) throw new HostError('InvalidArgument', 'frozenRange');
    this.freeze(rows === 1_048_576 ? 0 : row + rows, columns === 16_384 ? 0 : column + columns);
  }

  location(): RangeObject | null {
    const { rows, columns } = this.sheet.freeze;
    if (rows === 0 && columns === 0) return null;
    return new RangeObject(this.host, this.sheet, { row: 0, column: 0, rows: rows || 1_048_576, columns: columns || 16_384 });
  }
}
