import standardJson from '../../seeds/standard.json';
import seedJson from '../../seeds/gunma-2024.json';
import type { Definitions } from '../../src/domain/definitions';
import type { SeedFigures } from '../../src/domain/figures';
import { parseDefinitions, parseSeedFigures } from '../../src/domain/seedSchema';
import { UniverEngine } from '../../src/embedded/engine/calculation';
import { cellKey, type Book, type CalculationEngine, type Cell, type Sheet } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { evaluate } from '../../src/jobs/evaluate';
import type { JobContext, JobReport } from '../../src/jobs/job';
import { layout } from '../../src/jobs/layout';
import { recompute } from '../../src/jobs/recompute';
import { release } from '../../src/jobs/release';
import { summary } from '../../src/jobs/summary';
import { readCell } from '../../src/plan/a1';
import { isRestoreSheet } from '../../src/sheets/restore/restoreRecord';
import { BookGateway } from './bookGateway';

function parsed<T>(reading: { ok: true; data: T } | { ok: false; problems: readonly string[] }): T {
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.data;
}

export const STANDARD: Definitions = parsed(parseDefinitions(standardJson));
export const GUNMA: SeedFigures = parsed(parseSeedFigures(seedJson, STANDARD));
export const MARCH = 11;

/** Every sheet but those that remember how to take a writing back. */
export const ownSheets = (book: Book): Sheet[] => book.sheets.filter((sheet) => !isRestoreSheet(sheet.name));

/** A workbook of the tests with the jobs at hand. */
export class Bench {
  readonly gateway: BookGateway;
  readonly context: JobContext;

  constructor(readonly book: Book = newWorkbook().book, readonly engine: CalculationEngine = new UniverEngine()) {
    this.gateway = new BookGateway(book, this.engine);
    this.context = { gateway: this.gateway, standard: STANDARD, now: () => '2025/4/7 9:30' };
  }

  layout = (): Promise<JobReport> => layout(this.context, 2024, GUNMA);
  recompute = (restore: Parameters<typeof recompute>[1] = 'all'): ReturnType<typeof recompute> => recompute(this.context, restore);
  evaluate = (asOf = MARCH): ReturnType<typeof evaluate> => evaluate(this.context, asOf);
  summary = (): Promise<JobReport> => summary(this.context);

  release = (): Promise<JobReport> => release(this.context);

  async all(): Promise<JobReport[]> {
    return [await this.layout(), await this.recompute(), await this.evaluate(), await this.summary()];
  }

  sheet(name: string): Sheet {
    const sheet = this.book.sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  cell(sheet: string, address: string): Cell {
    const at = readCell(address);
    if (!at) throw new Error(address);
    return this.sheet(sheet).cells.get(cellKey(at.row, at.column)) ?? {};
  }

  /** What a person types; keeps the look of the cell. */
  async type(sheet: string, address: string, content: { value?: string | number; formula?: string }): Promise<void> {
    const at = readCell(address);
    if (!at) throw new Error(address);
    const { style } = this.cell(sheet, address);
    this.sheet(sheet).cells.set(cellKey(at.row, at.column), { ...(style ? { style } : {}), ...content });
    await this.engine.recalculate(this.book);
  }

  /** Every cell, name and sheet but the memory of how to take things back, for comparing. */
  contents(): string {
    return JSON.stringify([this.book.names, ownSheets(this.book).map((sheet) => [sheet.name, [...sheet.cells].sort(([a], [b]) => a - b)])]);
  }

  /** Row (from 0) of a label on a sheet, the nth time it stands there. */
  rowOf(sheet: string, label: string, nth = 0): number {
    const rows = [...this.sheet(sheet).cells].filter(([key, cell]) => key % 16384 === 0 && cell.value === label).map(([key]) => Math.floor(key / 16384)).sort((a, b) => a - b);
    const row = rows[nth];
    if (row === undefined) throw new Error(`no ${label} on ${sheet}`);
    return row;
  }
}
