import { bounding, MAX_COLUMNS, MAX_ROWS, quoteSheet, type Area } from '../../../plan/a1';
import type { Sheet } from '../../model/book';
import { booleanArgument, integerArgument, isAbsent, objectArgument } from '../arguments';
import { cellsText, intersection, isUnbounded, usedArea } from '../cells/areas';
import { HostError } from '../errors';
import type { ExcelHost } from '../host';
import { classTable, HostObject, type ClassTable } from '../hostObject';
import { activateSheet } from '../rules/sheetChanges';
import { ConditionalFormatCollectionObject } from './format/conditionalFormats';
import { DataValidationObject } from './format/dataValidation';
import { RangeFormatObject } from './format/rangeFormat';
import { clearRange } from './rangeClear';
import { copyFormats } from './rangeCopy';
import { deleteLines, insertLines } from './rangeLines';
import { readFormulas, readNumberFormats, readTexts, readTypes, readValues, writeContents, writeNumberFormats } from './rangeValues';
import { WorksheetObject } from './worksheet';

const TABLE: ClassTable<RangeObject> = classTable('Range', {
  scalars: {
    Address: { since: '1.1', get: (self) => `${quoteSheet(self.sheet.name)}!${cellsText(self.area)}` },
    CellCount: { since: '1.1', get: (self) => self.cellCount },
    RowCount: { since: '1.1', get: (self) => self.area.rows },
    ColumnCount: { since: '1.1', get: (self) => self.area.columns },
    RowIndex: { since: '1.1', get: (self) => self.area.row },
    ColumnIndex: { since: '1.1', get: (self) => self.area.column },
    Values: { since: '1.1', get: readValues, set: writeContents },
    Formulas: { since: '1.1', get: readFormulas, set: writeContents },
    NumberFormat: { since: '1.1', get: readNumberFormats, set: writeNumberFormats },
    Text: { since: '1.1', get: readTexts },
    ValueTypes: { since: '1.1', get: readTypes },
    IsEntireColumn: { since: '1.7', get: (self) => self.area.rows === MAX_ROWS },
    IsEntireRow: { since: '1.7', get: (self) => self.area.columns === MAX_COLUMNS },
  },
  navigation: {
    Format: { since: '1.1', get: (self) => new RangeFormatObject(self) },
    Worksheet: { since: '1.1', get: (self) => new WorksheetObject(self.host, self.sheet) },
    ConditionalFormats: { since: '1.6', get: (self) => new ConditionalFormatCollectionObject(self) },
    DataValidation: { since: '1.8', get: (self) => new DataValidationObject(self) },
  },
  methods: {
    Clear: { since: '1.1', call: (self, applyTo) => { clearRange(self, applyTo); } },
    CopyFrom: { since: '1.9', call: (self, source, type, skipBlanks, transpose) => { copyFormats(self, source, type, skipBlanks, transpose); } },
    Insert: { since: '1.1', call: (self, shift) => insertLines(self, shift) },
    Delete: { since: '1.1', call: (self, shift) => { deleteLines(self, shift); } },
    Select: { since: '1.1', call: (self) => { self.select(); } },
    GetCell: { since: '1.1', call: (self, row, column) => self.offset(row, column).part({ rows: 1, columns: 1 }) },
    GetRow: { since: '1.1', call: (self, row) => self.line('row', row) },
    GetColumn: { since: '1.1', call: (self, column) => self.line('column', column) },
    GetLastRow: { since: '1.1', call: (self) => self.line('row', self.area.rows - 1) },
    GetLastColumn: { since: '1.1', call: (self) => self.line('column', self.area.columns - 1) },
    GetLastCell: { since: '1.1', call: (self) => self.offset(self.area.rows - 1, self.area.columns - 1).part({ rows: 1, columns: 1 }) },
    GetOffsetRange: { since: '1.1', call: (self, rows, columns) => self.offset(rows, columns) },
    GetResizedRange: { since: '1.2', call: (self, rows, columns) => self.part({ rows: self.area.rows + integerArgument(rows, 'deltaRows'), columns: self.area.columns + integerArgument(columns, 'deltaColumns') }) },
    GetEntireRow: { since: '1.1', call: (self) => self.part({ column: 0, columns: MAX_COLUMNS }) },
    GetEntireColumn: { since: '1.1', call: (self) => self.part({ row: 0, rows: MAX_ROWS }) },
    GetBoundingRect: { since: '1.1', call: (self, other) => self.part(bounding(self.area, self.sibling(other).area)) },
    GetIntersection: { since: '1.1', call: (self, other) => self.crossed(other) ?? notFound() },
    GetIntersectionOrNullObject: { since: '1.4', call: (self, other) => self.crossed(other) },
    GetUsedRange: { since: '1.2', call: (self, valuesOnly) => self.used(valuesOnly) ?? self.part({ rows: 1, columns: 1 }) },
    GetUsedRangeOrNullObject: { since: '1.4', call: (self, valuesOnly) => self.used(valuesOnly) },
    _KeepReference: { since: '1.1', call: (self) => { self.host.keep(self); } },
    _ValidateArraySize: { since: '1.3', call: (self, rows, columns) => { self.checkSize(integerArgument(rows, 'rows'), integerArgument(columns, 'columns')); } },
  },
});

function notFound(): never {
  throw new HostError('ItemNotFound');
}

/** Excel.Range: one rectangle of cells. */
export class RangeObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet, readonly area: Area) {
    super(host);
    const { row, column, rows, columns } = area;
    if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) {
      throw new HostError('InvalidArgument', 'the range leaves the sheet');
    }
  }

  static selected(host: ExcelHost): RangeObject {
    if (host.options.anotherWorkbookActive()) throw new HostError('InvalidSelection', 'another workbook is active');
    const { book, selection } = host;
    const sheet = book.sheets[book.activeSheet];
    if (!sheet) throw new HostError('ItemNotFound');
    return new RangeObject(host, sheet, selection?.sheet === sheet ? selection.area : { row: 0, column: 0, rows: 1, columns: 1 });
  }

  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  /** −1 for more than 2,147,483,647 cells (Excel.Range.cellCount). */
  get cellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > 2_147_483_647 ? -1 : count;
  }

  get unbounded(): boolean {
    return isUnbounded(this.area);
  }

  part(change: Partial<Area>): RangeObject {
    return new RangeObject(this.host, this.sheet, { ...this.area, ...change });
  }

  offset(rows: unknown, columns: unknown): RangeObject {
    return this.part({ row: this.area.row + integerArgument(rows, 'rowOffset'), column: this.area.column + integerArgument(columns, 'columnOffset') });
  }

  line(axis: 'row' | 'column', index: unknown): RangeObject {
    const at = integerArgument(index, axis);
    return axis === 'row' ? this.part({ row: this.area.row + at, rows: 1 }) : this.part({ column: this.area.column + at, columns: 1 });
  }

  /** Another range of the same sheet, as an object. */
  sibling(other: unknown): RangeObject {
    const range = objectArgument(other, RangeObject, 'range');
    if (range.sheet !== this.sheet) throw new HostError('InvalidArgument', 'the ranges are on different sheets');
    return range;
  }

  crossed(other: unknown): RangeObject | null {
    const area = intersection(this.area, this.sibling(other).area);
    return area && this.part(area);
  }

  used(valuesOnly: unknown): RangeObject | null {
    const area = usedArea(this.sheet, this.area, isAbsent(valuesOnly) ? false : booleanArgument(valuesOnly, 'valuesOnly'));
    return area && this.part(area);
  }

  select(): void {
    activateSheet(this.host, this.sheet);
    this.host.select(this.sheet, this.area);
  }

  checkSize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) throw new HostError('InvalidArgument', `an array of ${this.area.rows} × ${this.area.columns} is needed`);
  }
}
