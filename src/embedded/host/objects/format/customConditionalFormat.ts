import { booleanArgument, colorArgument, textArgument } from '../../arguments';
import { formulaContent } from '../../cells/typing';
import { HostError } from '../../errors';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import type { ConditionalFormatObject } from './conditionalFormat';

abstract class PartOfFormat extends HostObject {
  constructor(readonly format: ConditionalFormatObject) {
    super(format.host);
  }
}

const CUSTOM: ClassTable<CustomConditionalFormatObject> = classTable('CustomConditionalFormat', {
  navigation: {
    Rule: { since: '1.6', get: (self) => new ConditionalFormatRuleObject(self.format) },
    Format: { since: '1.6', get: (self) => new ConditionalRangeFormatObject(self.format) },
  },
});
/** Excel.CustomConditionalFormat */
export class CustomConditionalFormatObject extends PartOfFormat {
  get table(): ClassTable<HostObject> {
    return CUSTOM;
  }
}

const RULE: ClassTable<ConditionalFormatRuleObject> = classTable('ConditionalFormatRule', {
  scalars: {
    Formula: { since: '1.6', get: (self) => `=${self.format.custom().formula}`, set: (self, value) => self.setFormula(textArgument(value, 'formula')) },
  },
});
/** Excel.ConditionalFormatRule; the formula is relative to the first cell of the format's range. */
export class ConditionalFormatRuleObject extends PartOfFormat {
  get table(): ClassTable<HostObject> {
    return RULE;
  }
  setFormula(text: string): void {
    if (!text.startsWith('=')) throw new HostError('InvalidArgument', 'a rule begins with "="');
    const { formula = '' } = formulaContent(this.host.book, text.slice(1));
    this.format.change({ formula });
  }
}

const FORMAT: ClassTable<ConditionalRangeFormatObject> = classTable('ConditionalRangeFormat', {
  navigation: {
    Fill: { since: '1.6', get: (self) => new ConditionalRangeFillObject(self.format) },
    Font: { since: '1.6', get: (self) => new ConditionalRangeFontObject(self.format) },
  },
});
/** Excel.ConditionalRangeFormat */
export class ConditionalRangeFormatObject extends PartOfFormat {
  get table(): ClassTable<HostObject> {
    return FORMAT;
  }
}

const FILL: ClassTable<ConditionalRangeFillObject> = classTable('ConditionalRangeFill', {
  scalars: {
    Color: { since: '1.6', get: (self) => self.format.custom().fill ?? '', set: (self, value) => self.format.change({ fill: colorArgument(value, 'fill color') }) },
  },
});
/** Excel.ConditionalRangeFill */
export class ConditionalRangeFillObject extends PartOfFormat {
  get table(): ClassTable<HostObject> {
    return FILL;
  }
}

const FONT: ClassTable<ConditionalRangeFontObject> = classTable('ConditionalRangeFont', {
  scalars: {
    Color: { since: '1.6', get: (self) => self.format.custom().color ?? '', set: (self, value) => self.format.change({ color: colorArgument(value, 'font color') }) },
    Bold: { since: '1.6', get: (self) => self.format.custom().bold ?? false, set: (self, value) => self.format.change({ bold: booleanArgument(value, 'bold') }) },
  },
});
/** Excel.ConditionalRangeFont */
export class ConditionalRangeFontObject extends PartOfFormat {
  get table(): ClassTable<HostObject> {
    return FONT;
  }
}
