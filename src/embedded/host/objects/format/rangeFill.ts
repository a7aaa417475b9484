import { colorArgument } from '../../arguments';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import type { RangeFormatObject } from './rangeFormat';

const NO_FILL = '#FFFFFF';

const TABLE: ClassTable<RangeFillObject> = classTable('RangeFill', {
  scalars: {
    // White where there is no fill, "" where the cells differ.
    Color: { since: '1.1', get: (self) => self.format.shared('', (style) => style.fill ?? NO_FILL), set: (self, value) => self.format.change({ fill: colorArgument(value, 'fill color') }) },
  },
  methods: {
    Clear: { since: '1.1', call: (self) => { self.format.change({ fill: undefined }); } },
  },
});

/** Excel.RangeFill: solid fills only. */
export class RangeFillObject extends HostObject {
  constructor(readonly format: RangeFormatObject) {
    super(format.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
}
