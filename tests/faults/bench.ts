import type { ErrorCode } from '../../src/embedded/host/errors';
import type { Verdict } from '../../src/embedded/host/host';
import type { RequestRecord } from '../../src/embedded/host/traffic';
import type { Book } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import type { TaskContext } from '../../src/jobs/perform';
import { failureWords } from '../../src/jobs/words';
import { GatewayError } from '../../src/plan/gateway';
import { withOffice } from '../support/office';
import { SMALL, SMALL_FIGURES } from '../support/smallBranch';
import { workbookPrint, type WorkbookPrint } from '../support/workbookPrint';

export const PASS: Verdict = { kind: 'pass' };
export const refuse = (code: ErrorCode): Verdict => ({ kind: 'refuse', code });

/** How a run ended; `other`: it threw what no clerk could be told. */
export type Ending = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly fault: string; readonly words: string } | { readonly kind: 'other'; readonly thrown: string };

/** What meets a request; `index` counts from the first of the run, `actions` are the request's. */
export type Meeting = (index: number, actions: number) => Verdict | Promise<Verdict>;

/**
 * One workbook behind the real office.js, which is loaded once: every run begins with other contents in the same book.
 * Requests that only release references are Excel.run's own and meet nothing.
 */
export class FaultBench {
  readonly book: Book = newWorkbook().book;
  readonly context: TaskContext;
  private readonly session: ReturnType<typeof withOffice>['session'];
  private meeting: Meeting = () => PASS;
  private index = 0;

  constructor() {
    const intercept = (request: RequestRecord): Verdict | Promise<Verdict> => (request.onlyReleases ? PASS : this.meeting(this.index++, request.actions));
    const { session, context } = withOffice({ book: this.book, save: () => new Uint8Array() }, { intercept, refuseReadOnlyWrites: true });
    this.session = session;
    this.context = { ...context, standard: SMALL, year: 2024, today: () => new Date(2025, 4, 20), sample: () => Promise.resolve(SMALL_FIGURES) };
  }

  /** Puts a workbook in; the one given is left as it is. */
  put(book: Book): void {
    Object.assign(this.book, structuredClone(book));
    this.session.host.calculation.changed();
  }

  /** After a change past office.js: formulas are worked out. */
  async settle(): Promise<void> {
    this.session.host.calculation.changed();
    await this.session.host.calculation.beforeReading();
  }

  print(leftOut: (sheet: string) => boolean): WorkbookPrint {
    return workbookPrint(this.book, leftOut);
  }

  /** Runs a job, whose requests meet what is given. */
  async run(press: (context: TaskContext) => Promise<unknown>, meeting: Meeting = () => PASS): Promise<Ending> {
    this.meeting = meeting;
    this.index = 0;
    try {
      await press(this.context);
      return { kind: 'done' };
    } catch (error) {
      return error instanceof GatewayError ? { kind: 'refused', fault: `${error.fault} ${error.detail}`.trim(), words: failureWords(error) } : { kind: 'other', thrown: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    } finally {
      this.meeting = () => PASS;
    }
  }
}
