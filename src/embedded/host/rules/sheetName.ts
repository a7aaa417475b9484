import type { Book, Sheet } from '../../model/book';
import { foldName } from '../../model/folding';
import { HostError } from '../errors';

const RESERVED = new Set(['history', '履歴']);

/** Excel's rules for sheet names (support.microsoft.com "Rename a worksheet"; the full-width forms and 履歴 are those of a Japanese Excel). */
export function isSheetName(name: string): boolean {
  return name.length > 0 && name.length <= 31 && !/[:\\/?*[\]：＼￥／？＊［］]/.test(name) && !/^'|'$/.test(name) && !RESERVED.has(foldName(name));
}

/** Finds a sheet as Excel does: ignoring case and width. */
export function findSheet(book: Book, name: string): Sheet | undefined {
  return book.sheets.find((sheet) => foldName(sheet.name) === foldName(name));
}

/** @throws HostError InvalidArgument, or ItemAlreadyExists where another sheet bears the name */
export function checkSheetName(book: Book, name: string, except?: Sheet): void {
  if (!isSheetName(name)) throw new HostError('InvalidArgument', `sheet name "${name}"`);
  const same = findSheet(book, name);
  if (same && same !== except) throw new HostError('ItemAlreadyExists', `sheet "${name}"`);
}
