import { booleanArgument, colorArgument, numberArgument, oneOf, textArgument } from '../../arguments';
import { HostError } from '../../errors';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import type { RangeFormatObject } from './rangeFormat';

const UNDERLINES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;
const LARGEST = 409;

const TABLE: ClassTable<RangeFontObject> = classTable('RangeFont', {
  scalars: {
    Name: { since: '1.1', get: (self) => self.format.shared<string | null>(null, (style) => style.fontName ?? self.host.book.defaultFont.name), set: (self, value) => self.format.change({ fontName: textArgument(value, 'font name') }) },
    Size: { since: '1.1', get: (self) => self.format.shared<number | null>(null, (style) => style.fontSize ?? self.host.book.defaultFont.size), set: (self, value) => self.setSize(numberArgument(value, 'font size')) },
    Bold: { since: '1.1', get: (self) => self.format.shared<boolean | null>(null, (style) => style.bold ?? false), set: (self, value) => self.format.change({ bold: booleanArgument(value, 'bold') }) },
    Italic: { since: '1.1', get: (self) => self.format.shared<boolean | null>(null, (style) => style.italic ?? false), set: (self, value) => self.format.change({ italic: booleanArgument(value, 'italic') }) },
    Color: { since: '1.1', get: (self) => self.format.shared('', (style) => style.color ?? '#000000'), set: (self, value) => self.format.change({ color: colorArgument(value, 'font color') }) },
    Underline: { since: '1.1', get: (self) => self.format.shared<string | null>(null, (style) => (style.underline ? 'Single' : 'None')), set: (self, value) => self.setUnderline(value) },
  },
});

/** Excel.RangeFont; of underlines the model knows only the single one. */
export class RangeFontObject extends HostObject {
  constructor(readonly format: RangeFormatObject) {
    super(format.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  setSize(size: number): void {
    if (size < 1 || size > LARGEST) throw new HostError('InvalidArgument', 'font size');
    this.format.change({ fontSize: size });
  }

  setUnderline(value: unknown): void {
    const underline = oneOf(value, UNDERLINES, 'underline');
    if (underline !== 'None' && underline !== 'Single') throw new HostError('NotImplemented', `embedded workbook: underline ${underline}`);
    this.format.change({ underline: underline === 'Single' });
  }
}
