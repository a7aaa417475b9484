import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellKey, type Book, type CalculationEngine, type Scalar } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { perform, type TaskContext } from '../../src/jobs/perform';
import type { JobReport } from '../../src/jobs/job';
import type { Task } from '../../src/jobs/task';
import { GatewayError } from '../../src/plan/gateway';
import { BIND_SURE } from '../../src/sheets/adopt/request';
import { withOffice } from '../support/office';
import { addOwnSheet } from './hand/edits';
import { typeInto } from './hand/cells';
import { typeRecord } from './hand/listEdits';
import { contentsOf } from './contents';
import { PartialEngine } from './partialEngine';
import type { Writing } from './writing';
import { SMALL, SMALL_FIGURES } from '../support/smallBranch';

/** A job that was done, or that refused. */
export type Done = { readonly kind: 'done'; readonly report: JobReport } | { readonly kind: 'refused'; readonly fault: string };

/** One workbook behind the real office.js, which is loaded once: a sequence begins with other contents in the same book. */
export class SoakWorkbook {
  readonly book: Book = newWorkbook().book;
  readonly context: TaskContext;
  /** The writings so far that can be taken back, by their numbers. */
  readonly made = new Map<number, Writing>();
  private readonly session: ReturnType<typeof withOffice>['session'];
  private readonly starts = new Map<Start, { readonly book: Book; readonly made: readonly (readonly [number, Writing])[] }>();
  private presses = 0;

  constructor(engine: CalculationEngine = new PartialEngine()) {
    const { session, context } = withOffice({ book: this.book, save: () => new Uint8Array() }, {}, engine);
    this.session = session;
    // The clock goes on, so that a time written for nothing is found.
    const now = (): string => { this.presses++; return `2025/4/7 ${9 + (Math.floor(this.presses / 60) % 9)}:${String(this.presses % 60).padStart(2, '0')}`; };
    this.context = { ...context, standard: SMALL, now, year: 2024, today: () => new Date(2025, 4, 20), sample: () => Promise.resolve(SMALL_FIGURES) };
  }

  /** Begins anew. */
  async begin(start: Start): Promise<void> {
    // Another one may have been opened since.
    Object.assign(globalThis, { Excel: this.session.Excel, OfficeExtension: this.session.OfficeExtension });
    const known = this.starts.get(start);
    if (known) return this.put(structuredClone(known.book), known.made);
    this.put(newWorkbook().book, []);
    await STARTS[start](this);
    await this.workOut();
    this.starts.set(start, { book: structuredClone(this.book), made: [...this.made] });
  }

  /** After an edit. */
  changed(): void {
    this.session.host.calculation.changed();
  }

  workOut(): Promise<void> {
    return this.session.host.calculation.beforeReading();
  }

  /** @throws whatever is no refusal */
  async press(task: Task): Promise<Done> {
    await this.workOut();
    const before = contentsOf(this.book);
    try {
      const outcome = await perform(this.context, task, null, () => undefined);
      if (outcome.kind === 'changed') throw new Error('nothing was agreed on');
      await this.workOut();
      if (outcome.report.restore !== null) this.made.set(outcome.report.restore, { before, after: contentsOf(this.book) });
      return outcome;
    } catch (error) {
      if (error instanceof GatewayError) return { kind: 'refused', fault: `${error.fault} ${error.detail}`.trim() };
      throw error;
    }
  }

  private put(book: Book, made: readonly (readonly [number, Writing])[]): void {
    Object.assign(this.book, book);
    this.made.clear();
    for (const [id, writing] of made) this.made.set(id, writing);
    this.changed();
  }
}

/**
 * How often a sequence begins with which workbook. laidOut: the sample year. worked: a year at work, with evaluations, records and outputs.
 * own: tables as staff make them, unknown to the add-in. bound: the same, recognised, with our lists.
 */
export const START_WEIGHTS = { laidOut: 3, worked: 3, bound: 2, own: 1 } as const;
export type Start = keyof typeof START_WEIGHTS;

const STARTS: Readonly<Record<Start, (workbook: SoakWorkbook) => Promise<void>>> = {
  laidOut: async (workbook) => {
    await workbook.press({ kind: 'layout', sample: true });
    addOwnSheet(workbook.book, blankSheet(sheetIdText(900), '控え'));
    workbook.changed();
  },
  worked: async (workbook) => {
    await STARTS.laidOut(workbook);
    await workbook.press({ kind: 'evaluate', asOf: 10 });
    await workbook.press({ kind: 'progress', choice: { rows: 'usual', figures: 'usual' } });
    for (const [at, more] of [[0, 20], [2, 104], [3, 250]] as const) typeRecord(workbook.book, at, more);
    workbook.changed();
    await workbook.press({ kind: 'progress', choice: { rows: 'usual', figures: 'usual' } });
    await workbook.press({ kind: 'summary' });
    await workbook.press({ kind: 'evaluate', asOf: 11 });
    await workbook.press({ kind: 'publish', tables: ['T02'] });
    await workbook.press({ kind: 'submit', sheets: ['KPI'] });
  },
  own: (workbook) => {
    const [first] = workbook.book.sheets;
    if (first) OWN.forEach((line, row) => line.forEach((content, column) => content !== null && typeInto(first, cellKey(row, column), typeof content === 'string' && content.startsWith('=') ? { formula: content.slice(1) } : { value: content })));
    workbook.changed();
    return Promise.resolve();
  },
  bound: async (workbook) => {
    await STARTS.own(workbook);
    await workbook.press({ kind: 'adopt', request: BIND_SURE });
    await workbook.press({ kind: 'layout', sample: false });
    await workbook.press({ kind: 'evaluate', asOf: 11 });
  },
};

const months = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月'];
const of = (figure: (month: number) => Scalar): Scalar[] => months.map((_, month) => figure(month));
const OWN: readonly (readonly (Scalar | null)[])[] = [
  ['郵送化の状況'], [],
  ['令和6年度', ...months, '計'],
  ['窓口件数', ...of((month) => 400 + month * 7), 5262],
  ['郵送件数', ...of((month) => (month === 3 ? '6,891件' : 6300 + month * 31)), '=SUM(B5:M5)'],
  ['郵送化率', ...of((month) => 0.94 + month / 1000), 0.945], [],
  ['電話相談'],
  ['令和6年度', ...months, '計'],
  ['相談件数', ...of((month) => 20 + month), '=SUM(B10:M10)'],
  ['うち苦情', ...of((month) => month % 3), 12], [],
  ['備考', '4月は集計中'],
];
