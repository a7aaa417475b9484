import type { Book } from '../model/book';
import { FileFault } from './fault';
import { sheetTouched } from './sheet/sheetWrite';
import { templateBytes } from './workbook/template';
import { readBook } from './workbook/workbookRead';
import { writeBook } from './workbook/workbookWrite';

/** A workbook file in memory: its model, and the way back to a file. */
export interface OpenedWorkbook {
  readonly book: Book;
  /**
   * The file with the changes of `book` patched in; the very bytes that were opened where nothing changed. Parts that
   * did not change are carried over byte for byte. The book's change marks stay, so it can be called again later.
   */
  save(): Uint8Array;
}

/** What of a book has no change marks of its own. */
function outline(book: Book): string {
  return JSON.stringify([book.activeSheet, book.names, book.sheets.map(({ id, name, visibility }) => [id, name, visibility])]);
}

/**
 * Reads an .xlsx or .xlsm file. Cells, formulas (shared ones spelled out), styles, names, conditional formats,
 * drop-downs, page set-up and charts come into the model; everything else stays in the file untouched.
 * @param fileName the name shown to the add-in
 * @throws FileFault
 */
export function openWorkbook(bytes: Uint8Array, fileName: string): OpenedWorkbook {
  const { book, source } = readOrFault(bytes, fileName);
  const before = outline(book);
  return { book, save: () => (outline(book) === before && !book.sheets.some(sheetTouched) ? bytes : writeBook(book, source)) };
}

/** Whatever foreign bytes lead to is a fault of the file; `cause` keeps what it was. */
function readOrFault(bytes: Uint8Array, fileName: string): ReturnType<typeof readBook> {
  try {
    return readBook(bytes, fileName);
  } catch (cause) {
    if (cause instanceof FileFault) throw cause;
    throw new FileFault('damaged', `the workbook cannot be read: ${String(cause)}`, undefined, { cause });
  }
}

/** A new workbook with one empty sheet "Sheet1", standard font 游ゴシック 11. */
export function newWorkbook(): OpenedWorkbook {
  return openWorkbook(templateBytes(), 'Book1.xlsx');
}
