import type { Opaque, Validation } from '../../../model/book';
import { booleanArgument, isAbsent, oneOf, recordArgument, textArgument } from '../../arguments';
import { absoluteText, withoutArea } from '../../cells/areas';
import { formulaContent } from '../../cells/typing';
import { HostError, notImplemented } from '../../errors';
import { classTable, HostObject, type ClassTable } from '../../hostObject';
import { guardSheet } from '../../rules/guards';
import { clearValidations, putValidation, validationsOn } from '../../rules/validationRules';
import type { WireValue } from '../../wire';
import { RangeObject } from '../range';

const STYLES = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;
/** A list written out is at most 255 characters long (Excel refuses the file otherwise). */
const LONGEST_LIST = 255;

const TABLE: ClassTable<DataValidationObject> = classTable('DataValidation', {
  scalars: {
    Type: { since: '1.8', get: (self) => self.type() },
    Rule: { since: '1.8', get: (self) => self.rule(), set: (self, value) => self.setRule(value) },
    ErrorAlert: { since: '1.8', get: (self) => self.errorAlert(), set: (self, value) => self.setErrorAlert(value) },
    Prompt: { since: '1.8', get: (self) => self.prompt(), set: (self, value) => self.setPrompt(value) },
    IgnoreBlanks: { since: '1.8', get: (self) => self.list()?.ignoreBlanks ?? true, set: (self, value) => self.change({ ignoreBlanks: booleanArgument(value, 'ignoreBlanks') }) },
  },
  methods: {
    Clear: { since: '1.8', call: (self) => { self.clear(); } },
  },
});

/** Excel.DataValidation with drop-down lists; other kinds are neither read nor written. */
export class DataValidationObject extends HostObject {
  constructor(readonly range: RangeObject) {
    super(range.host);
  }
  get table(): ClassTable<HostObject> {
    return TABLE;
  }

  type(): string {
    const found = validationsOn(this.range.sheet, this.range.area);
    const [only] = found;
    if (!only) return 'None';
    if (found.length > 1) return 'MixedCriteria';
    if (!this.covers(only)) return 'Inconsistent';
    return 'opaque' in only ? unknownKind() : 'List';
  }

  /** The validation that all of the range's cells have. */
  list(): Validation | undefined {
    const found = validationsOn(this.range.sheet, this.range.area);
    const [only] = found;
    if (!only || found.length > 1 || !this.covers(only)) return undefined;
    return 'opaque' in only ? unknownKind() : only;
  }

  private covers(validation: Validation | Opaque): boolean {
    return validation.areas.reduce((rest, area) => rest.flatMap((one) => withoutArea(one, area)), [this.range.area]).length === 0;
  }

  rule(): WireValue {
    const list = this.list();
    return list ? { list: { inCellDropDown: true, source: list.source } } : {};
  }

  setRule(value: unknown): void {
    const { list, ...others } = recordArgument(value, 'rule');
    if (isAbsent(list) || Object.values(others).some((other) => !isAbsent(other))) throw notImplemented('data validation other than a list');
    const { inCellDropDown, source } = recordArgument(list, 'list');
    if (!booleanArgument(inCellDropDown, 'inCellDropDown')) throw notImplemented('a list without its drop-down');
    guardSheet(this.host, this.range.sheet);
    putValidation(this.range.sheet, this.range.area, { ignoreBlanks: true, errorStyle: 'stop', ...this.list(), type: 'list', source: this.sourceText(source) });
  }

  private sourceText(source: unknown): string {
    if (source instanceof RangeObject) return `=${absoluteText(source.sheet, source.area)}`;
    const text = textArgument(source, 'source');
    if (text.startsWith('=')) return `=${formulaContent(this.host.book, text.slice(1)).formula ?? ''}`;
    if (text === '' || text.length > LONGEST_LIST) throw new HostError('InvalidArgument', 'a list has 1 to 255 characters');
    return text;
  }

  errorAlert(): WireValue {
    const list = this.list();
    const style = Object.entries(STYLES).find(([, one]) => one === list?.errorStyle)?.[0] ?? 'Stop';
    return { message: list?.errorMessage ?? '', showAlert: list?.showError ?? true, style, title: list?.errorTitle ?? '' };
  }

  setErrorAlert(value: unknown): void {
    const { message, showAlert, style, title } = recordArgument(value, 'errorAlert');
    this.change({
      errorMessage: textArgument(message, 'message'), errorTitle: textArgument(title, 'title'),
      errorStyle: STYLES[oneOf(style, ['Stop', 'Warning', 'Information'] as const, 'style')], showError: booleanArgument(showAlert, 'showAlert'),
    });
  }

  prompt(): WireValue {
    const list = this.list();
    return { message: list?.promptMessage ?? '', showPrompt: list?.promptMessage !== undefined || list?.promptTitle !== undefined, title: list?.promptTitle ?? '' };
  }

  setPrompt(value: unknown): void {
    const { message, showPrompt, title } = recordArgument(value, 'prompt');
    if (!booleanArgument(showPrompt, 'showPrompt')) throw notImplemented('a prompt that is not shown');
    this.change({ promptMessage: textArgument(message, 'message'), promptTitle: textArgument(title, 'title') });
  }

  change(change: Partial<Validation>): void {
    const list = this.list();
    if (!list) throw notImplemented('alerts and prompts of cells without one and the same list');
    guardSheet(this.host, this.range.sheet);
    putValidation(this.range.sheet, this.range.area, { ...list, ...change });
  }

  clear(): void {
    guardSheet(this.host, this.range.sheet);
    clearValidations(this.range.sheet, this.range.area);
  }
}

function unknownKind(): never {
  throw notImplemented('a data validation that came with the file');
}
