import type { Style } from '../../../model/book';
import { columnCharacters, columnPoints, digitWidth } from '../../../model/geometry';
import { booleanArgument, integerArgument, numberArgument, oneOf } from '../../arguments';
import { usedArea } from '../../cells/areas';
import { fitRow } from '../../cells/fitRow';
import { changeStyles, shared, type StyleChange } from '../../cells/styles';
import { HostError } from '../../errors';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import { guardSheet } from '../../rules/guards';
import type { RangeObject } from '../range';
import { RangeBorderCollectionObject } from './rangeBorders';
import { RangeFillObject } from './rangeFill';
import { RangeFontObject } from './rangeFont';
import { FormatProtectionObject } from './formatProtection';

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'] as const;
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
const WIDEST = 255;
const HIGHEST = 409;

const TABLE: ClassTable<RangeFormatObject> = classTable('RangeFormat', {
  scalars: {
    ColumnWidth: { since: '1.2', get: (self) => self.columnWidth(), set: (self, value) => self.setColumnWidth(numberArgument(value, 'columnWidth')) },
    RowHeight: { since: '1.2', get: (self) => self.rowHeight(), set: (self, value) => self.setRowHeight(numberArgument(value, 'rowHeight')) },
    WrapText: { since: '1.1', get: (self) => self.shared<boolean | null>(null, (style) => style.wrap ?? false), set: (self, value) => self.change({ wrap: booleanArgument(value, 'wrapText') }) },
    HorizontalAlignment: {
      since: '1.1',
      get: (self) => self.shared<string | null>(null, (style) => pascal(style.horizontal ?? 'general', HORIZONTAL)),
      set: (self, value) => self.change({ horizontal: camel(oneOf(value, HORIZONTAL, 'horizontalAlignment')) }),
    },
    VerticalAlignment: {
      since: '1.1',
      get: (self) => self.shared<string | null>(null, (style) => pascal(style.vertical ?? 'bottom', VERTICAL)),
      set: (self, value) => self.change({ vertical: camel(oneOf(value, VERTICAL, 'verticalAlignment')) }),
    },
    IndentLevel: { since: '1.9', get: (self) => self.shared<number | null>(null, (style) => style.indent ?? 0), set: (self, value) => self.setIndent(integerArgument(value, 'indentLevel')) },
  },
  methods: {
    AutofitRows: { since: '1.2', call: (self) => { self.autofitRows(); } },
  },
  navigation: {
    Fill: { since: '1.1', get: (self) => new RangeFillObject(self) },
    Font: { since: '1.1', get: (self) => new RangeFontObject(self) },
    Borders: { since: '1.1', get: (self) => new RangeBorderCollectionObject(self.range) },
    Protection: { since: '1.2', get: (self) => new FormatProtectionObject(self) },
  },
});

/** .xlsx writes "centerContinuous" for what the API calls CenterAcrossSelection. */
function camel(name: string): string {
  return name === 'CenterAcrossSelection' ? 'centerContinuous' : name.charAt(0).toLowerCase() + name.slice(1);
}
function pascal(name: string, names: readonly string[]): string {
  return names.find((one) => camel(one) === name) ?? name;
}

/** Excel.RangeFormat */
export class RangeFormatObject extends HostObject {
  constructor(readonly range: RangeObject) {
    super(range.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  shared<T>(mixed: T, pick: (style: Style) => T): T {
    return shared(this.host.book, this.range.sheet, this.range.area, mixed, pick);
  }

  change(change: StyleChange): void {
    guardSheet(this.host, this.range.sheet);
    changeStyles(this.host.book, this.range.sheet, this.range.area, () => change);
  }

  /** 0 to 250 (Excel.RangeFormat.indentLevel). */
  setIndent(level: number): void {
    if (level < 0 || level > 250) throw new HostError('InvalidArgument', 'indentLevel');
    this.change({ indent: level === 0 ? undefined : level });
  }

  /** Points; null where columns differ. Widths are stored in widths of the standard font's widest digit (ECMA-376 part 1, 18.3.1.13). */
  columnWidth(): number | null {
    const { sheet, area } = this.range;
    const digit = digitWidth(this.host.book.defaultFont);
    return same(area.column, area.columns, (column) => {
      const look = sheet.columns.get(column);
      return look?.hidden ? 0 : columnPoints(look?.width ?? sheet.defaultColumnWidth, digit);
    });
  }

  setColumnWidth(points: number): void {
    const { sheet, area } = this.range;
    guardSheet(this.host, sheet);
    const width = columnCharacters(points, digitWidth(this.host.book.defaultFont));
    if (points < 0 || width > WIDEST) throw new HostError('InvalidArgument', 'columnWidth');
    for (let column = area.column; column < area.column + area.columns; column++) {
      const look = sheet.columns.get(column) ?? {};
      sheet.columns.set(column, points === 0 ? { ...look, hidden: true } : { ...look, width, hidden: false });
    }
    sheet.changed.add('columns');
  }

  rowHeight(): number | null {
    const { sheet, area } = this.range;
    return same(area.row, area.rows, (row) => {
      const look = sheet.rows.get(row);
      return look?.hidden ? 0 : look?.height ?? sheet.defaultRowHeight;
    });
  }

  setRowHeight(points: number): void {
    const { sheet, area } = this.range;
    guardSheet(this.host, sheet);
    if (points < 0 || points > HIGHEST) throw new HostError('InvalidArgument', 'rowHeight');
    for (let row = area.row; row < area.row + area.rows; row++) {
      const look = sheet.rows.get(row) ?? {};
      sheet.rows.set(row, points === 0 ? { ...look, hidden: true } : { ...look, height: points, fitted: false, hidden: false });
    }
    sheet.changed.add('rows');
  }

  /** Every row to the height of its content; rows that nothing stands in stay as they are. */
  autofitRows(): void {
    const { sheet, area } = this.range;
    guardSheet(this.host, sheet);
    const used = usedArea(sheet, area, true);
    for (let row = used?.row ?? 0; used && row < used.row + used.rows; row++) fitRow(this.host.book, sheet, row);
    sheet.changed.add('rows');
  }
}

function same(first: number, count: number, size: (index: number) => number): number | null {
  const one = size(first);
  for (let index = first + 1; index < first + count; index++) if (size(index) !== one) return null;
  return one;
}
