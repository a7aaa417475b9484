import { changeFormulas } from '../../model/bookFormulas';
import type { Sheet } from '../../model/book';
import { loseSheetIn, renameSheetIn } from '../../model/references';
import { HostError } from '../errors';
import type { ExcelHost } from '../host';
import { checkSheetName } from './sheetName';

/** Formulas, names, rules and charts follow the new name. */
export function renameSheet(host: ExcelHost, sheet: Sheet, name: string): void {
  const { book } = host;
  host.guardStructure();
  checkSheetName(book, name, sheet);
  const before = sheet.name;
  if (name === before) return;
  sheet.name = name;
  book.sheetsChanged = true;
  changeFormulas(book, (formula) => renameSheetIn(formula, before, name));
  host.calculation.changed();
}

/** What pointed to the sheet becomes #REF!; its own names go. @throws HostError InvalidOperation for the last visible sheet or a very hidden one */
export function deleteSheet(host: ExcelHost, sheet: Sheet): void {
  const { book } = host;
  host.guardStructure();
  host.guardInFront();
  if (sheet.visibility === 'VeryHidden' || isLastVisible(host, sheet)) throw new HostError('InvalidOperation', `sheet "${sheet.name}" cannot be deleted`);
  const active = book.sheets[book.activeSheet];
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  for (const name of book.names.filter((one) => one.scope === sheet.id)) {
    book.names.splice(book.names.indexOf(name), 1);
    book.namesChanged = true;
  }
  book.sheetsChanged = true;
  keepActive(host, active === sheet ? undefined : active);
  host.events.sheetListChanged('deleted', sheet);
  changeFormulas(book, (formula) => loseSheetIn(formula, sheet.name));
  host.calculation.changed();
}

/** @throws HostError InvalidOperation for a hidden sheet, GeneralException where another workbook is in front */
export function activateSheet(host: ExcelHost, sheet: Sheet): void {
  host.guardInFront();
  if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation', `sheet "${sheet.name}" is hidden`);
  const before = host.book.sheets[host.book.activeSheet];
  if (before === sheet) return;
  host.book.activeSheet = host.book.sheets.indexOf(sheet);
  host.events.activated(sheet, before);
}

export function showSheet(host: ExcelHost, sheet: Sheet, visibility: Sheet['visibility']): void {
  host.guardStructure();
  if (visibility !== 'Visible' && isLastVisible(host, sheet)) throw new HostError('InvalidOperation', 'a workbook shows at least one sheet');
  const active = host.book.sheets[host.book.activeSheet];
  sheet.visibility = visibility;
  host.book.sheetsChanged = true;
  if (active === sheet && visibility !== 'Visible') keepActive(host, undefined);
}

/** @param position from 0 */
export function moveSheet(host: ExcelHost, sheet: Sheet, position: number): void {
  const { sheets } = host.book;
  host.guardStructure();
  if (position < 0 || position >= sheets.length) throw new HostError('InvalidArgument', `position ${position}`);
  const active = sheets[host.book.activeSheet];
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
  host.book.sheetsChanged = true;
  keepActive(host, active);
}

function isLastVisible(host: ExcelHost, sheet: Sheet): boolean {
  return sheet.visibility === 'Visible' && host.book.sheets.every((one) => one === sheet || one.visibility !== 'Visible');
}

/** Points the active sheet's index at the sheet, or at the first visible one. */
function keepActive(host: ExcelHost, sheet: Sheet | undefined): void {
  const { book } = host;
  const index = sheet ? book.sheets.indexOf(sheet) : book.sheets.findIndex((one) => one.visibility === 'Visible');
  book.activeSheet = Math.max(0, index);
}
