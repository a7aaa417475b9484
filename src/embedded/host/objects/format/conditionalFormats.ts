import { textArgument, integerArgument, oneOf } from '../../arguments';
import { HostError, notImplemented } from '../../errors';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import { clearConditionalFormats, ruleId, rulesOn, type Rule } from '../../rules/conditionalRules';
import { guardSheet } from '../../rules/guards';
import type { RangeObject } from '../range';
import { ConditionalFormatObject } from './conditionalFormat';

const TYPES = ['Custom', 'DataBar', 'ColorScale', 'IconSet', 'TopBottom', 'PresetCriteria', 'ContainsText', 'CellValue'] as const;

const TABLE: ClassTable<ConditionalFormatCollectionObject> = classTable('ConditionalFormatCollection', {
  items: (self) => self.rules().map((rule) => self.object(rule)),
  item: (self, id) => self.byId(id) ?? fail(),
  methods: {
    Add: { since: '1.6', call: (self, type) => self.add(oneOf(type, TYPES, 'conditional format type')) },
    ClearAll: { since: '1.6', call: (self) => { self.clear(); } },
    GetCount: { since: '1.6', call: (self) => self.rules().length },
    GetItemAt: { since: '1.6', call: (self, index) => self.at(integerArgument(index, 'index')) },
    GetItemOrNullObject: { since: '1.14', call: (self, id) => self.byId(id) ?? null },
  },
});

function fail(): never {
  throw new HostError('ItemNotFound');
}

/** Excel.ConditionalFormatCollection: the formats that touch the range. */
export class ConditionalFormatCollectionObject extends HostObject {
  constructor(readonly range: RangeObject) {
    super(range.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  rules(): Rule[] {
    return rulesOn(this.range.sheet, this.range.area);
  }
  object(rule: Rule): ConditionalFormatObject {
    return new ConditionalFormatObject(this.host, this.range.sheet, ruleId(rule));
  }
  at(index: number): ConditionalFormatObject {
    const rule = this.rules()[index];
    return rule ? this.object(rule) : fail();
  }
  byId(id: unknown): ConditionalFormatObject | undefined {
    const text = textArgument(id, 'id');
    const rule = this.rules().find((one) => ruleId(one) === text);
    return rule && this.object(rule);
  }

  /** At first priority (Excel.ConditionalFormatCollection.add). */
  add(type: (typeof TYPES)[number]): ConditionalFormatObject {
    const { sheet, area } = this.range;
    if (type !== 'Custom') throw notImplemented(`conditional formats of type ${type}`);
    guardSheet(this.host, sheet);
    const rule: Rule = { areas: [area], type: 'custom', formula: 'FALSE' };
    sheet.conditionalFormats = [rule, ...sheet.conditionalFormats];
    sheet.changed.add('conditionalFormats');
    return this.object(rule);
  }

  clear(): void {
    guardSheet(this.host, this.range.sheet);
    clearConditionalFormats(this.range.sheet, this.range.area);
  }
}
