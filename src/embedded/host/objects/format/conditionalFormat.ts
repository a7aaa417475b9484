import type { ConditionalFormat, Sheet } from '../../../model/book';
import { booleanArgument, integerArgument } from '../../arguments';
import { HostError, notImplemented } from '../../errors';
import type { ExcelHost } from '../../host';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import { replaceRule, ruleId, type Rule } from '../../rules/conditionalRules';
import { guardSheet } from '../../rules/guards';
import { RangeObject } from '../range';
import { CustomConditionalFormatObject } from './customConditionalFormat';

const TABLE: ClassTable<ConditionalFormatObject> = classTable('ConditionalFormat', {
  scalars: {
    Id: { since: '1.6', get: (self) => self.ruleId },
    Type: { since: '1.6', get: (self) => ('opaque' in self.rule() ? unknownType() : 'Custom') },
    Priority: { since: '1.6', get: (self) => self.sheet.conditionalFormats.indexOf(self.rule()), set: (self, value) => self.setPriority(integerArgument(value, 'priority')) },
    StopIfTrue: { since: '1.6', get: (self) => self.custom().stopIfTrue ?? false, set: (self, value) => self.change({ stopIfTrue: booleanArgument(value, 'stopIfTrue') }) },
  },
  navigation: {
    Custom: { since: '1.6', get: (self) => new CustomConditionalFormatObject(self) },
    CustomOrNullObject: { since: '1.6', get: (self) => ('opaque' in self.rule() ? unknownType() : new CustomConditionalFormatObject(self)) },
  },
  methods: {
    Delete: { since: '1.6', call: (self) => { self.remove(); } },
    GetRange: { since: '1.6', call: (self) => self.range() },
    GetRangeOrNullObject: { since: '1.6', call: (self) => (self.rule().areas.length === 1 ? self.range() : null) },
  },
});

/** It came with the file and the model does not know what it is. */
function unknownType(): never {
  throw notImplemented('the type of a conditional format that came with the file');
}

/** Excel.ConditionalFormat with a formula of its own. */
export class ConditionalFormatObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet, readonly ruleId: string) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
  override get id(): string {
    return this.ruleId;
  }

  rule(): Rule {
    const rule = this.sheet.conditionalFormats.find((one) => ruleId(one) === this.ruleId);
    if (!rule) throw new HostError('ItemNotFound');
    return rule;
  }
  custom(): ConditionalFormat {
    const rule = this.rule();
    return 'opaque' in rule ? unknownType() : rule;
  }

  change(change: Partial<ConditionalFormat>): void {
    guardSheet(this.host, this.sheet);
    replaceRule(this.sheet, this.custom(), change);
  }

  setPriority(priority: number): void {
    guardSheet(this.host, this.sheet);
    const rule = this.rule();
    const others = this.sheet.conditionalFormats.filter((one) => one !== rule);
    if (priority < 0 || priority > others.length) throw new HostError('InvalidArgument', 'priority');
    this.sheet.conditionalFormats = [...others.slice(0, priority), rule, ...others.slice(priority)];
    this.sheet.changed.add('conditionalFormats');
  }

  remove(): void {
    guardSheet(this.host, this.sheet);
    const rule = this.rule();
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter((one) => one !== rule);
    this.sheet.changed.add('conditionalFormats');
  }

  range(): RangeObject {
    const [area, ...more] = this.rule().areas;
    if (!area || more.length > 0) throw new HostError('InvalidOperation', 'the format covers several areas');
    return new RangeObject(this.host, this.sheet, area);
  }
}
