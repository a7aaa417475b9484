import { blankSheet } from '../../model/blankSheet';
import { freeSheetId } from '../../model/newBook';
import type { Sheet } from '../../model/book';
import { booleanArgument, isAbsent, textArgument } from '../arguments';
import { HostError } from '../errors';
import { WORKBOOK } from '../events';
import { classTable, HostObject, type ClassTable } from '../hostObject';
import { checkSheetName, findSheet } from '../rules/sheetName';
import { eventMethods } from './eventMethods';
import { WorksheetObject } from './worksheet';

const TABLE: ClassTable<WorksheetCollectionObject> = classTable('WorksheetCollection', {
  items: (self) => self.host.book.sheets.map((sheet) => new WorksheetObject(self.host, sheet)),
  item: (self, key) => self.find(key) ?? fail(),
  methods: {
    Add: { since: '1.1', call: (self, name) => self.add(isAbsent(name) ? undefined : textArgument(name, 'name')) },
    GetActiveWorksheet: { since: '1.1', call: (self) => self.active() },
    GetCount: { since: '1.4', call: (self, visibleOnly) => self.listed(visibleOnly).length },
    GetFirst: { since: '1.5', call: (self, visibleOnly) => self.nth(self.listed(visibleOnly).at(0)) },
    GetLast: { since: '1.5', call: (self, visibleOnly) => self.nth(self.listed(visibleOnly).at(-1)) },
    GetItemOrNullObject: { since: '1.4', call: (self, key) => self.find(key) ?? null },
    ...eventMethods<WorksheetCollectionObject>({ changed: '1.9', activated: '1.7', deactivated: '1.7', added: '1.7', selected: '1.9', deleted: '1.7' }, () => WORKBOOK),
  },
});

function fail(): never {
  throw new HostError('ItemNotFound');
}

/** Excel.WorksheetCollection */
export class WorksheetCollectionObject extends HostObject {
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  listed(visibleOnly: unknown): Sheet[] {
    const only = isAbsent(visibleOnly) ? false : booleanArgument(visibleOnly, 'visibleOnly');
    return this.host.book.sheets.filter((sheet) => !only || sheet.visibility === 'Visible');
  }

  nth(sheet: Sheet | undefined): WorksheetObject {
    return sheet ? new WorksheetObject(this.host, sheet) : fail();
  }

  active(): WorksheetObject {
    return this.nth(this.host.book.sheets[this.host.book.activeSheet]);
  }

  /** By name or id. */
  find(key: unknown): WorksheetObject | undefined {
    const text = textArgument(key, 'key');
    const sheet = this.host.book.sheets.find((one) => one.id === text) ?? findSheet(this.host.book, text);
    return sheet && new WorksheetObject(this.host, sheet);
  }

  /** At the end of the existing sheets, not activated (Excel.WorksheetCollection.add). */
  add(name: string | undefined): WorksheetObject {
    const { book } = this.host;
    this.host.guardStructure();
    this.host.guardInFront();
    const chosen = name ?? this.freeName();
    checkSheetName(book, chosen);
    const sheet = blankSheet(freeSheetId(book), chosen);
    book.sheets.push(sheet);
    book.sheetsChanged = true;
    this.host.events.sheetListChanged('added', sheet);
    this.host.calculation.changed();
    return new WorksheetObject(this.host, sheet);
  }

  private freeName(): string {
    for (let number = this.host.book.sheets.length + 1; ; number++) {
      if (!findSheet(this.host.book, `Sheet${number}`)) return `Sheet${number}`;
    }
  }
}
