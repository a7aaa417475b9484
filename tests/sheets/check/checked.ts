import { cellKey } from '../../../src/embedded/model/book';
import type { WorkbookState } from '../../../src/sheets/workbookState';
import { checkWorkbook } from '../../../src/sheets/check/checkWorkbook';
import type { CheckFinding, CheckFix } from '../../../src/sheets/check/finding';
import { openWorkbook } from '../../../src/jobs/job';
import { cellA1, readCell } from '../../../src/plan/a1';
import { seriesKey } from '../../../src/domain/series';
import { monthCell, totalCell } from '../../../src/sheets/blockPlace';
import { Bench, MARCH } from '../../support/laidOut';

/** What a person puts into a cell; null empties it. */
export type Content = string | number | null;
export interface Edit {
  readonly sheet: string;
  readonly address: string;
  readonly content: Content;
}

/** The sample year's workbook, laid out by the jobs, to be spoilt and mended again. */
export class CheckBench {
  private constructor(readonly bench: Bench, readonly state: WorkbookState) {}

  static async make(): Promise<CheckBench> {
    const bench = new Bench();
    await bench.layout();
    return new CheckBench(bench, await openWorkbook(bench.context, null));
  }

  /** The cell of a row in a year at a month (0 = 4月) or the total. */
  cell(rowId: string, year: number, at: number | 'total'): { readonly sheet: string; readonly address: string } {
    const place = this.state.map.series.get(seriesKey(rowId, year));
    const cell = place && (at === 'total' ? totalCell(place) : monthCell(place, at));
    if (!cell) throw new Error(`no cell of ${rowId} ${year}`);
    return { sheet: cell.sheet, address: cellA1(cell.row, cell.column) };
  }

  async findings(latest = MARCH): Promise<readonly CheckFinding[]> {
    return checkWorkbook(await openWorkbook(this.bench.context, null), { latest });
  }

  /** Puts something into cells ("=" begins a formula) while something is done, and all as it was again. */
  async with<T>(edits: readonly Edit[], act: () => Promise<T>): Promise<T> {
    const { book, engine } = this.bench;
    const before = book.sheets.map((sheet) => new Map([...sheet.cells].map(([key, cell]) => [key, { ...cell }])));
    for (const { sheet, address, content } of edits) {
      const at = readCell(address);
      if (!at) throw new Error(address);
      const { style } = this.bench.cell(sheet, address);
      const typed = content === null ? {} : typeof content === 'string' && content.startsWith('=') ? { formula: content.slice(1) } : { value: content };
      this.bench.sheet(sheet).cells.set(cellKey(at.row, at.column), { ...(style ? { style } : {}), ...typed });
    }
    await engine.recalculate(book);
    const result = await act();
    book.sheets.forEach((sheet, index) => {
      sheet.cells.clear();
      for (const [key, cell] of before[index] ?? []) sheet.cells.set(key, cell);
    });
    return result;
  }

  /** Writes the cells of fixes, as a plan does. */
  write(cells: CheckFix['cells']): Promise<void> {
    return this.bench.gateway.apply({ actions: cells.map(({ sheet, row, column, after }) => ({ kind: 'write', sheet, row, column, cells: [[after]] })) });
  }
}

/** A finding in short: what it is about, without its words. */
export const shortly = ({ id }: CheckFinding): string => id;

