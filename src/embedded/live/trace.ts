import type { Book, Cell, Sheet } from '../model/book';

/** What of a sheet can change, but for its cells; small, so that its text is compared. */
function outline(sheet: Sheet): string {
  const { name, visibility, tabColor, columns, rows, defaultColumnWidth, defaultRowHeight, merges, freeze, gridlines, conditionalFormats, validations, page, charts, autoFilter } = sheet;
  return JSON.stringify([name, visibility, tabColor, [...columns], [...rows], defaultColumnWidth, defaultRowHeight, merges, freeze, gridlines, conditionalFormats, validations, page, charts, autoFilter, sheet.protected]);
}

interface SheetTrace {
  readonly outline: string;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** Tells whether a workbook was changed since it was last asked; the saver's own marks only ever grow. */
export class BookTrace {
  private names: string;
  private sheets: ReadonlyMap<string, SheetTrace>;

  constructor(private readonly book: Book) {
    this.names = this.namesText();
    this.sheets = new Map(book.sheets.map((sheet) => [sheet.id, traceOf(sheet)]));
  }

  /** Asks once: the next call compares with the workbook as it is now. */
  changed(): boolean {
    const names = this.namesText();
    let any = names !== this.names || this.sheets.size !== this.book.sheets.length;
    this.names = names;
    this.sheets = new Map(this.book.sheets.map((sheet) => {
      const before = this.sheets.get(sheet.id);
      const now = outline(sheet);
      if (before?.outline === now && sameCells(before.cells, sheet.cells)) return [sheet.id, before];
      any = true;
      return [sheet.id, traceOf(sheet)];
    }));
    return any;
  }

  /** Order of the sheets included. */
  private namesText(): string {
    return JSON.stringify([this.book.names, this.book.sheets.map((sheet) => sheet.id)]);
  }
}

function traceOf(sheet: Sheet): SheetTrace {
  return { outline: outline(sheet), cells: new Map([...sheet.cells].map(([key, cell]) => [key, { ...cell }])) };
}

/** Styles are never changed in place, so that they are compared by identity. */
function sameCells(before: ReadonlyMap<number, Cell>, now: ReadonlyMap<number, Cell>): boolean {
  if (before.size !== now.size) return false;
  for (const [key, cell] of now) {
    const old = before.get(key);
    if (!old || old.value !== cell.value || old.formula !== cell.formula || old.style !== cell.style) return false;
  }
  return true;
}
