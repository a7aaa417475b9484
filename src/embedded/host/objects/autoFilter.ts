import type { Sheet } from '../../model/book';
import { isAbsent, objectArgument, textArgument } from '../arguments';
import { HostError, notImplemented } from '../errors';
import type { ExcelHost } from '../host';
import { classTable, HostObject, type ClassTable } from '../hostObject';
import { guardSheet } from '../rules/guards';
import { RangeObject } from './range';
import { addressedRange } from './rangeAddress';

const TABLE: ClassTable<AutoFilterObject> = classTable('AutoFilter', {
  scalars: {
    Enabled: { since: '1.9', get: (self) => self.sheet.autoFilter !== undefined },
  },
  methods: {
    Apply: { since: '1.9', call: (self, range, columnIndex, criteria) => { self.apply(range, [columnIndex, criteria]); } },
    Remove: { since: '1.9', call: (self) => { self.remove(); } },
    GetRange: { since: '1.9', call: (self) => self.range() ?? fail() },
    GetRangeOrNullObject: { since: '1.9', call: (self) => self.range() },
  },
});

function fail(): never {
  throw new HostError('ItemNotFound');
}

/** Excel.AutoFilter: the arrows beside the headings. What a person hides with them is not worked out. */
export class AutoFilterObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  /** A sheet has one: a new range takes its place. */
  apply(range: unknown, criteria: readonly unknown[]): void {
    if (criteria.some((one) => !isAbsent(one))) throw notImplemented('an AutoFilter with criteria');
    const wanted = range instanceof RangeObject ? range : addressedRange(this.host, this.sheet, textArgument(range, 'range'));
    const { sheet, area } = objectArgument(wanted, RangeObject, 'range');
    if (sheet !== this.sheet) throw new HostError('InvalidArgument', 'range');
    guardSheet(this.host, this.sheet);
    this.put(area);
  }

  remove(): void {
    guardSheet(this.host, this.sheet);
    this.put(undefined);
  }

  range(): RangeObject | null {
    const { autoFilter } = this.sheet;
    return autoFilter ? new RangeObject(this.host, this.sheet, autoFilter) : null;
  }

  private put(area: Sheet['autoFilter']): void {
    this.sheet.autoFilter = area;
    this.sheet.changed.add('filter');
  }
}
