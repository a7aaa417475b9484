import { blankSheet, sheetIdText } from './blankSheet';
import type { Book } from './book';

/** The next free sheet id of a workbook. */
export function freeSheetId(book: Book): string {
  const used = book.sheets.map((sheet) => Number.parseInt(/^\{([0-9A-F]+)-/i.exec(sheet.id)?.[1] ?? '0', 16));
  return sheetIdText(Math.max(0, ...used) + 1);
}

/** A workbook in memory with empty sheets of the given names and the standard font of a Japanese Excel. */
export function newBook(name: string, sheetNames: readonly string[] = ['Sheet1']): Book {
  return {
    name,
    readOnly: false,
    sheets: sheetNames.map((sheet, index) => blankSheet(sheetIdText(index + 1), sheet)),
    names: [],
    defaultFont: { name: '游ゴシック', size: 11 },
    activeSheet: 0,
    namesChanged: false,
    sheetsChanged: false,
  };
}
