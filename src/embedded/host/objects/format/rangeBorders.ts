import { oneOf } from '../../arguments';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import type { RangeObject } from '../range';
import { EDGES, RangeBorderObject } from './rangeBorder';

const TABLE: ClassTable<RangeBorderCollectionObject> = classTable('RangeBorderCollection', {
  items: (self) => EDGES.map((edge) => new RangeBorderObject(self.range, edge)),
  item: (self, key) => new RangeBorderObject(self.range, oneOf(key, EDGES, 'border index')),
  scalars: {
    Count: { since: '1.1', get: () => EDGES.length },
  },
});

/** Excel.RangeBorderCollection without diagonals, which the model does not know. */
export class RangeBorderCollectionObject extends HostObject {
  constructor(readonly range: RangeObject) {
    super(range.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
}
