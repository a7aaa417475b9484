import type { Sheet } from '../../model/book';
import { booleanArgument, colorArgument, integerArgument, isAbsent, objectArgument, oneOf, textArgument } from '../arguments';
import { usedArea, WHOLE_SHEET } from '../cells/areas';
import type { ExcelHost } from '../host';
import { classTable, HostObject, type ClassTable } from '../hostObject';
import { copySheet } from '../rules/sheetCopy';
import { activateSheet, deleteSheet, moveSheet, renameSheet, showSheet } from '../rules/sheetChanges';
import { AutoFilterObject } from './autoFilter';
import { ChartCollectionObject } from './chart/charts';
import { eventMethods } from './eventMethods';
import { FreezePanesObject } from './freezePanes';
import { NamedItemCollectionObject } from './namedItems';
import { PageBreakCollectionObject } from './pageBreaks';
import { PageLayoutObject } from './pageLayout';
import { RangeObject } from './range';
import { addressedRange } from './rangeAddress';
import { WorksheetProtectionObject } from './worksheetProtection';

const POSITIONS = ['Before', 'After', 'Beginning', 'End'] as const;
const VISIBILITIES = ['Visible', 'Hidden', 'VeryHidden'] as const;

const TABLE: ClassTable<WorksheetObject> = classTable('Worksheet', {
  writeNames: { Gridlines: 'ShowGridlines' },
  scalars: {
    Id: { since: '1.1', get: (self) => self.sheet.id },
    Name: { since: '1.1', get: (self) => self.sheet.name, set: (self, value) => renameSheet(self.host, self.sheet, textArgument(value, 'name')) },
    Position: { since: '1.1', get: (self) => self.host.book.sheets.indexOf(self.sheet), set: (self, value) => moveSheet(self.host, self.sheet, integerArgument(value, 'position')) },
    Visibility: { since: '1.1', get: (self) => self.sheet.visibility, set: (self, value) => showSheet(self.host, self.sheet, oneOf(value, VISIBILITIES, 'visibility')) },
    TabColor: { since: '1.7', get: (self) => self.sheet.tabColor, set: (self, value) => self.setTabColor(value) },
    ShowGridlines: { since: '1.8', get: (self) => self.sheet.gridlines, set: (self, value) => self.setGridlines(booleanArgument(value, 'showGridlines')) },
  },
  navigation: {
    AutoFilter: { since: '1.9', get: (self) => new AutoFilterObject(self.host, self.sheet) },
    Names: { since: '1.4', get: (self) => new NamedItemCollectionObject(self.host, self.sheet) },
    FreezePanes: { since: '1.7', get: (self) => new FreezePanesObject(self.host, self.sheet) },
    Protection: { since: '1.2', get: (self) => new WorksheetProtectionObject(self.host, self.sheet) },
    PageLayout: { since: '1.9', get: (self) => new PageLayoutObject(self.host, self.sheet) },
    HorizontalPageBreaks: { since: '1.9', get: (self) => new PageBreakCollectionObject(self.host, self.sheet) },
    Charts: { since: '1.1', get: (self) => new ChartCollectionObject(self.host, self.sheet) },
  },
  methods: {
    Activate: { since: '1.1', call: (self) => { activateSheet(self.host, self.sheet); } },
    Delete: { since: '1.1', call: (self) => { deleteSheet(self.host, self.sheet); } },
    Copy: { since: '1.7', call: (self, positionType, relativeTo) => self.copy(positionType, relativeTo) },
    Calculate: { since: '1.6', call: (self) => { self.host.calculation.changed(); } },
    GetRange: { since: '1.1', call: (self, address) => addressedRange(self.host, self.sheet, address) },
    GetCell: { since: '1.1', call: (self, row, column) => self.block(row, column, 1, 1) },
    GetRangeByIndexes: { since: '1.7', call: (self, row, column, rows, columns) => self.block(row, column, rows, columns) },
    GetUsedRange: { since: '1.2', call: (self, valuesOnly) => self.used(valuesOnly) ?? self.block(0, 0, 1, 1) },
    GetUsedRangeOrNullObject: { since: '1.4', call: (self, valuesOnly) => self.used(valuesOnly) },
    ...eventMethods<WorksheetObject>({ changed: '1.7', activated: '1.7', deactivated: '1.7', selected: '1.7' }, (self) => self.sheet.id),
  },
});

/** Excel.Worksheet */
export class WorksheetObject extends HostObject {
  constructor(host: ExcelHost, readonly sheet: Sheet) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
  override get id(): string {
    return this.sheet.id;
  }

  /** Row and column are counted from 0. */
  block(row: unknown, column: unknown, rows: unknown, columns: unknown): RangeObject {
    const area = {
      row: integerArgument(row, 'row'), column: integerArgument(column, 'column'),
      rows: integerArgument(rows, 'rowCount'), columns: integerArgument(columns, 'columnCount'),
    };
    return new RangeObject(this.host, this.sheet, area);
  }

  used(valuesOnly: unknown): RangeObject | null {
    const area = usedArea(this.sheet, WHOLE_SHEET, isAbsent(valuesOnly) ? false : booleanArgument(valuesOnly, 'valuesOnly'));
    return area && new RangeObject(this.host, this.sheet, area);
  }

  /** Microsoft does not say where a copy without a position goes: it is refused. */
  copy(positionType: unknown, relativeTo: unknown): WorksheetObject {
    const position = oneOf(positionType, POSITIONS, 'positionType');
    const beside = position === 'Before' || position === 'After' ? objectArgument(relativeTo, WorksheetObject, 'relativeTo').sheet : undefined;
    const { sheets } = this.host.book;
    const at = beside === undefined ? (position === 'Beginning' ? 0 : sheets.length) : sheets.indexOf(beside) + (position === 'After' ? 1 : 0);
    return new WorksheetObject(this.host, copySheet(this.host, this.sheet, at));
  }

  /** "" takes the colour away. */
  setTabColor(value: unknown): void {
    this.host.guardBook();
    this.sheet.tabColor = value === '' ? '' : colorArgument(value, 'tabColor');
    this.sheet.changed.add('tab');
  }

  setGridlines(shown: boolean): void {
    this.host.guardBook();
    this.sheet.gridlines = shown;
    this.sheet.changed.add('view');
  }
}
