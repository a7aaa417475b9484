import { tokenizeFormula } from '../../../plan/formulaText';
import type { DefinedName, Sheet } from '../../model/book';
import { booleanArgument, textArgument } from '../arguments';
import { HostError, notImplemented } from '../errors';
import type { ExcelHost } from '../host';
import { classTable, HostObject, type ClassTable } from '../hostObject';
import { checkedComment, nameFormula, namesChanged } from '../rules/nameChanges';
import { RangeObject } from './range';
import { referredArea } from './rangeAddress';
import { WorksheetObject } from './worksheet';

const TABLE: ClassTable<NamedItemObject> = classTable('NamedItem', {
  scalars: {
    Name: { since: '1.1', get: (self) => self.name.name },
    Type: { since: '1.1', get: (self) => self.computed().type },
    Value: { since: '1.1', get: (self) => self.computed().value },
    Visible: { since: '1.1', get: (self) => self.name.visible, set: (self, value) => self.change({ visible: booleanArgument(value, 'visible') }) },
    Comment: { since: '1.4', get: (self) => self.name.comment, set: (self, value) => self.change({ comment: checkedComment(textArgument(value, 'comment')) }) },
    Scope: { since: '1.4', get: (self) => (self.name.scope === undefined ? 'Workbook' : 'Worksheet') },
    Formula: { since: '1.7', get: (self) => `=${self.name.refersTo}`, set: (self, value) => self.change({ refersTo: nameFormula(self.host, value) }) },
  },
  navigation: {
    Worksheet: { since: '1.4', get: (self) => self.worksheet() ?? fail('InvalidOperation') },
    WorksheetOrNullObject: { since: '1.4', get: (self) => self.worksheet() },
  },
  methods: {
    Delete: { since: '1.4', call: (self) => { self.remove(); } },
    GetRange: { since: '1.1', call: (self) => self.range() ?? fail('ItemNotFound') },
    GetRangeOrNullObject: { since: '1.4', call: (self) => self.range() },
  },
});

function fail(code: 'InvalidOperation' | 'ItemNotFound'): never {
  throw new HostError(code);
}

/** Excel.NamedItem */
export class NamedItemObject extends HostObject {
  constructor(host: ExcelHost, readonly name: DefinedName) {
    super(host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }
  override get id(): string {
    return this.name.name;
  }

  range(): RangeObject | null {
    const target = referredArea(this.host.book, this.name.refersTo);
    return target && new RangeObject(this.host, target.sheet, target.area);
  }

  worksheet(): WorksheetObject | null {
    const sheet: Sheet | undefined = this.host.book.sheets.find((one) => one.id === this.name.scope);
    return sheet ? new WorksheetObject(this.host, sheet) : null;
  }

  change(change: Partial<DefinedName>): void {
    this.host.guardBook();
    Object.assign(this.name, change);
    namesChanged(this.host);
  }

  remove(): void {
    const { names } = this.host.book;
    this.host.guardBook();
    names.splice(names.indexOf(this.name), 1);
    namesChanged(this.host);
  }

  /** Type and value of a range, a lost reference or a constant. Other formulas would have to be calculated. */
  computed(): { type: string; value: string | number | boolean } {
    if (this.range()) return { type: 'Range', value: this.name.refersTo };
    const tokens = tokenizeFormula(this.name.refersTo);
    const [token] = tokens;
    if (tokens.some(({ text }) => /#REF!$/i.test(text))) return { type: 'Error', value: '#REF!' };
    if (token && tokens.length === 1) {
      if (token.kind === 'number') return { type: 'Double', value: Number(token.text) };
      if (token.kind === 'boolean') return { type: 'Boolean', value: token.text.toUpperCase() === 'TRUE' };
      if (token.kind === 'string') return { type: 'String', value: token.text.slice(1, -1).replace(/""/g, '"') };
      if (token.kind === 'error') return { type: 'Error', value: token.text };
    }
    throw notImplemented(`the value of the name ${this.name.name}, a formula`);
  }
}
