import { booleanArgument } from '../../arguments';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import type { RangeFormatObject } from './rangeFormat';

const TABLE: ClassTable<FormatProtectionObject> = classTable('FormatProtection', {
  scalars: {
    Locked: { since: '1.2', get: (self) => self.format.shared<boolean | null>(null, (style) => style.locked ?? true), set: (self, value) => self.format.change({ locked: booleanArgument(value, 'locked') }) },
  },
});

/** Excel.FormatProtection */
export class FormatProtectionObject extends HostObject {
  constructor(readonly format: RangeFormatObject) {
    super(format.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
}
