import { cellKey, type Book } from '../../src/embedded/model/book';
import { changeLines } from '../../src/embedded/model/structure';
import { readSheetArea } from '../../src/plan/sheetReference';
import { BookGateway } from '../support/bookGateway';
import { cellOfPlace } from '../support/workbookPrint';
import type { FaultBench } from './bench';

/** What a person does while a job is at work. Where its sheet, name or cell is not there, nothing. */
export interface Act {
  /** The kind of fault it is, for the counts. */
  readonly kind: ActKind;
  readonly name: string;
  perform(bench: FaultBench): Promise<void>;
  /** The same to the sheet it meant before a job, whatever the job has called it since; prepared before the job. */
  aimed?(bench: FaultBench): () => void;
}
export const ACT_KINDS = ['protected sheet', 'deleted sheet', 'deleted name', 'read-only', 'edited cell', 'inserted row'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** The formulas are worked out when all is done. */
const STILL = { recalculate: (): Promise<void> => Promise.resolve() };
const sheetOf = (book: Book, name: string): Book['sheets'][number] | undefined => book.sheets.find((sheet) => sheet.name === name);

const protect = (name: string): Act => ({
  kind: 'protected sheet', name: `${name} is protected`,
  perform: ({ book }) => {
    const sheet = sheetOf(book, name);
    if (sheet) sheet.protected = true;
    return Promise.resolve();
  },
  aimed: ({ book }) => {
    const id = sheetOf(book, name)?.id;
    return () => {
      const sheet = book.sheets.find((one) => one.id === id);
      if (sheet) sheet.protected = true;
    };
  },
});

const deleteSheet = (name: string): Act => ({
  kind: 'deleted sheet', name: `${name} is deleted`,
  perform: async (bench) => {
    if (!sheetOf(bench.book, name) || bench.book.sheets.length === 1) return;
    await new BookGateway(bench.book, STILL).apply({ actions: [{ kind: 'deleteSheet', sheet: name }] });
    await bench.settle();
  },
});

const deleteName = (name: string): Act => ({
  kind: 'deleted name', name: `the name ${name} is deleted`,
  perform: async (bench) => {
    await new BookGateway(bench.book, STILL).apply({ actions: [{ kind: 'deleteName', name }] });
    await bench.settle();
  },
});

const READ_ONLY: Act = {
  kind: 'read-only', name: 'the workbook becomes read-only',
  perform: ({ book }) => {
    book.readOnly = true;
    return Promise.resolve();
  },
};

const type = (sheetName: string, row: number, column: number, value: string | number, what: string): Act => ({
  kind: 'edited cell', name: `${what} is typed into`,
  perform: async (bench) => {
    const sheet = sheetOf(bench.book, sheetName);
    if (!sheet) return;
    const key = cellKey(row, column);
    const style = sheet.cells.get(key)?.style;
    sheet.cells.set(key, { ...(style ? { style } : {}), value });
    await bench.settle();
  },
});

const insertRow = (sheetName: string, row: number): Act => ({
  kind: 'inserted row', name: `a row is inserted at ${sheetName} ${row + 1}`,
  perform: async (bench) => {
    const sheet = sheetOf(bench.book, sheetName);
    if (!sheet) return;
    changeLines(bench.book, sheet, { axis: 'rows', at: row, count: 1 });
    await bench.settle();
  },
});

const FIRST_AND_LAST = <T>(all: readonly T[]): T[] => all.filter((_, index) => index === 0 || index === all.length - 1);

/** What a person may do to the places that a job writes, and to some that it reads. `book`: as the job found it. */
export function actsFor(book: Book, changed: readonly string[]): Act[] {
  const cells = changed.flatMap((place) => {
    const cell = cellOfPlace(place);
    return cell && sheetOf(book, cell.sheet) ? [{ place, ...cell }] : [];
  });
  const written = [...new Set(cells.map((cell) => cell.sheet))];
  const sheets = FIRST_AND_LAST(written.length > 0 ? written : book.sheets.map((sheet) => sheet.name).slice(0, 1));
  const filled = cells.filter(({ sheet, row, column }) => sheetOf(book, sheet)?.cells.get(cellKey(row, column))?.value !== undefined);
  const names = [book.names.find((name) => name.name === '事業計画_KPI'), book.names.find((name) => name.name.startsWith('月次_'))];
  return [
    ...sheets.map(protect), ...sheets.map(deleteSheet), ...names.flatMap((name) => (name ? [deleteName(name.name)] : [])), READ_ONLY,
    ...FIRST_AND_LAST(filled.length > 0 ? filled : cells).map(({ place, sheet, row, column }) => type(sheet, row, column, 7_654_321, `${place}, which the job replaces,`)),
    ...readCellOf(book),
    ...FIRST_AND_LAST(cells).map(({ sheet, row }) => insertRow(sheet, row)),
  ];
}

/** The first month of a row of figures. */
function readCellOf(book: Book): Act[] {
  const name = book.names.find((one) => one.name.startsWith('月次_郵送化率_郵送件数_'));
  const at = name && readSheetArea(`=${name.refersTo}`);
  return at ? [type(at.sheet, at.area.row, at.area.column, 4321, 'a figure')] : [];
}
