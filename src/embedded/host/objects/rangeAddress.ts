import { readArea } from '../../../plan/a1';
import { tokenizeFormula } from '../../../plan/formulaText';
import type { Book, DefinedName, Sheet } from '../../model/book';
import { foldName } from '../../model/folding';
import { areaOf, sheetOf, withoutSheet } from '../../model/formulaTokens';
import { isAbsent, textArgument } from '../arguments';
import { WHOLE_SHEET } from '../cells/areas';
import { HostError } from '../errors';
import type { ExcelHost } from '../host';
import { findSheet } from '../rules/sheetName';
import { RangeObject } from './range';

/** Where a formula that is one reference points: "業務!$A$1:$B$3". Null for anything else. */
export function referredArea(book: Book, formula: string, home?: Sheet): { sheet: Sheet; area: NonNullable<ReturnType<typeof areaOf>> } | null {
  const tokens = tokenizeFormula(formula);
  const [token] = tokens;
  const area = token && tokens.length === 1 ? areaOf(token) : null;
  if (!token || !area) return null;
  const named = sheetOf(token);
  const sheet = named === null ? home : findSheet(book, named);
  return sheet ? { sheet, area } : null;
}

/** The name a sheet sees: its own before the workbook's. */
export function nameSeenFrom(book: Book, sheet: Sheet, name: string): DefinedName | undefined {
  const called = book.names.filter((one) => foldName(one.name) === foldName(name));
  return called.find((one) => one.scope === sheet.id) ?? called.find((one) => one.scope === undefined);
}

/**
 * Worksheet.getRange(): the whole sheet, an A1 address, whole rows or columns, or a defined name of a range on this sheet.
 * @throws HostError InvalidArgument for anything else, several areas included
 */
export function addressedRange(host: ExcelHost, sheet: Sheet, address: unknown): RangeObject {
  if (isAbsent(address)) return new RangeObject(host, sheet, WHOLE_SHEET);
  const text = textArgument(address, 'address');
  const plain = readArea(text);
  if (plain) return new RangeObject(host, sheet, plain);
  const [token, ...more] = tokenizeFormula(text);
  const name = token?.kind === 'name' && more.length === 0 ? nameSeenFrom(host.book, sheet, withoutSheet(token)) : undefined;
  const target = referredArea(host.book, name?.refersTo ?? text, sheet);
  if (!target || target.sheet !== sheet) throw new HostError('InvalidArgument', `address "${text}"`);
  return new RangeObject(host, sheet, target.area);
}
