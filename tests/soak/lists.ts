import { keyColumn, keyRow, type Book, type Sheet } from '../../src/embedded/model/book';
import { readSheetArea } from '../../src/plan/sheetReference';
import { ANCHORS, type AnchorKey } from '../../src/sheets/names';
import { filledCells } from './hand/cells';

/** Lists as they stand in a workbook, found by their headings alone: the soak must not ask the code it watches where things are. */
export interface StandingList {
  readonly sheet: Sheet;
  readonly headerRow: number;
  /** Heading → column. */
  readonly columns: ReadonlyMap<string, number>;
}

const REQUIRED: Readonly<Partial<Record<AnchorKey, readonly string[]>>> = {
  tables: ['表ID', '行ID', '計の規則'], kpis: ['KPI ID', '条件ID', '目標値'], planRows: ['行ID', '判定（手動）', '実施状況'], yearly: ['ID', '指標', '率（入力）'], indicators: ['指標ID', '入力値'],
  records: ['日付', '行ID', '件名'], overwritten: ['行ID', '入力されていた値', '扱い'], drafts: ['行ID', '書き込んだ下書き'],
};

const fold = (name: string): string => name.normalize('NFKC').toLowerCase();

/** Sheets that a name of the workbook points at, or that bear the usual name; a copy whose original is gone stands in for it. */
export function sheetsOf(book: Book, key: AnchorKey): Sheet[] {
  const anchor = ANCHORS[key];
  const named = (scoped: boolean): Sheet[] => book.names.filter((name) => name.name === anchor.name && (name.scope !== undefined) === scoped)
    .flatMap((name) => { const at = readSheetArea(`=${name.refersTo}`); return book.sheets.filter((sheet) => at !== null && fold(sheet.name) === fold(at.sheet)); });
  const usual = book.sheets.filter((sheet) => fold(sheet.name) === fold(anchor.sheet));
  const found = [...named(false), ...usual];
  return found.length > 0 ? found : named(true);
}

/** The list a key stands for, as often as a sheet looks like it. */
export function listsOf(book: Book, key: AnchorKey): StandingList[] {
  const required = REQUIRED[key] ?? [];
  return [...new Set(sheetsOf(book, key))].flatMap((sheet) => {
    const rows = new Map<number, Map<string, number>>();
    for (const { key: at, cell } of filledCells(sheet)) {
      if (typeof cell.value !== 'string') continue;
      const row = rows.get(keyRow(at)) ?? new Map<string, number>();
      rows.set(keyRow(at), row);
      const heading = cell.value.trim();
      if (!row.has(heading)) row.set(heading, keyColumn(at));
    }
    const header = [...rows].find(([, columns]) => required.every((heading) => columns.has(heading)));
    return header ? [{ sheet, headerRow: header[0], columns: header[1] }] : [];
  });
}

export const firstList = (book: Book, key: AnchorKey): StandingList | undefined => listsOf(book, key)[0];
