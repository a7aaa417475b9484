import { areaA1, type Area } from '../../plan/a1';
import type { Book, CalculationEngine, Sheet } from '../model/book';
import { Batch, type BatchStop } from './batch';
import { CalculationState } from './calculation';
import { CellEdit, DELAY_FOR_CELL_EDIT } from './cellEdit';
import { HostError, type ErrorCode } from './errors';
import { EventQueue } from './events';
import type { HostObject } from './hostObject';
import { ServiceObject } from './objects/service';
import { Traffic, type RequestRecord } from './traffic';
import { utf8Length } from './utf8';
import type { RequestBody, ResponseBody } from './wire';

/** What happens to a request; for tests of what the add-in does when Excel fails. */
export type Verdict =
  | { readonly kind: 'pass' }
  /** Nothing is done. */
  | { readonly kind: 'refuse'; readonly code: ErrorCode }
  /** The first `actions` actions are done and stay done. */
  | { readonly kind: 'stopAfter'; readonly actions: number; readonly code: ErrorCode }
  /** All is done, but the client never hears of it. */
  | { readonly kind: 'loseReply' };

export interface HostOptions {
  /** The highest ExcelApi requirement set; members above it answer ApiNotFound. */
  readonly apiVersion: string;
  /** Refuse changes of a workbook that was opened read-only. Excel itself lets them be made, only not saved. */
  readonly refuseReadOnlyWrites: boolean;
  /** Used for dates typed without a year. */
  readonly now: () => Date;
  /** May take its time: what a person does before the request is run. */
  readonly intercept: (request: RequestRecord) => Verdict | Promise<Verdict>;
  /** The person is looking at another workbook: what needs this one in front fails, as in Excel for Windows. */
  readonly anotherWorkbookActive: () => boolean;
}

/** How a request wants to be run, as the client marks it. */
export interface RequestMode {
  /** The client's request flags; 64 asks to wait for the end of cell editing. */
  readonly flags?: number;
  /** Meant for the window around the workbook (pane, ribbon), which answers while a cell is being edited too. */
  readonly forWindow?: boolean;
}

/** Makes an object the client asks for by a type name of its own, such as "Microsoft.AppRuntime.AppRuntimeService". */
export type ServiceMaker = (host: ExcelHost) => HostObject;

/** A host's answer; "lost" stands for a connection that broke. */
export type Answer = { readonly status: 200; readonly body: ResponseBody } | { readonly status: 504 };

/** Excel on the web refuses larger requests and answers (learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization). */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** Excel without a screen: answers office.js's requests over a workbook model. One request at a time, in the order of arrival. */
export class ExcelHost {
  readonly options: HostOptions;
  readonly calculation: CalculationState;
  readonly traffic = new Traffic();
  readonly events = new EventQueue();
  readonly cellEdit = new CellEdit();
  /** Services of the window around the workbook, by type name. */
  readonly services = new Map<string, ServiceMaker>();
  /** Objects the client keeps across requests, by reference id. */
  readonly references = new Map<string, HostObject>();
  /** What is selected on the active sheet. */
  selection: { readonly sheet: Sheet; readonly area: Area } | undefined;
  /** Called after each request, before the next one begins. */
  onAnswered: (() => void) | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private lastReference = 0;

  constructor(readonly book: Book, engine: CalculationEngine, options: Partial<HostOptions> = {}) {
    this.options = { apiVersion: '1.14', refuseReadOnlyWrites: false, now: () => new Date(), intercept: () => ({ kind: 'pass' }), anotherWorkbookActive: () => false, ...options };
    this.calculation = new CalculationState(book, engine);
  }

  /** Answers the body of a ProcessQuery request, given as JSON text. */
  processQuery(text: string, mode: RequestMode = {}): Promise<Answer> {
    const waits = !mode.forWindow && ((mode.flags ?? 0) & DELAY_FOR_CELL_EDIT) !== 0;
    const answer = this.turn(async () => (waits && this.cellEdit.active ? undefined : this.process(text, mode)));
    // The wait itself holds up nobody else.
    return answer.then((given) => given ?? this.cellEdit.ended().then(() => this.processQuery(text, mode)));
  }

  /** Does something of its own between two requests, such as what a person types. */
  turn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  makeService(name: string): HostObject {
    return this.services.get(name)?.(this) ?? new ServiceObject(this, name);
  }

  keep(object: HostObject): void {
    if (object.referenceId !== undefined) return;
    object.referenceId = `R${++this.lastReference}`;
    this.references.set(object.referenceId, object);
  }

  /** Selects an area of the active sheet and tells listeners; what is selected already stays so in silence. */
  select(sheet: Sheet, area: Area): void {
    if (this.selection?.sheet === sheet && areaA1(this.selection.area) === areaA1(area)) return;
    this.selection = { sheet, area };
    this.events.selected(sheet, area);
  }

  /** Throws AccessDenied where the workbook may not be changed. */
  guardBook(): void {
    if (this.book.readOnly && this.options.refuseReadOnlyWrites) throw new HostError('AccessDenied', 'the workbook is read-only');
  }

  /** Adding, deleting, renaming, moving, hiding and showing sheets: closed while the workbook's structure is protected. @throws HostError AccessDenied */
  guardStructure(): void {
    this.guardBook();
    if (this.book.structureProtected) throw new HostError('AccessDenied', 'the structure of the workbook is protected');
  }

  /** Throws GeneralException where this workbook is not the one in front. */
  guardInFront(): void {
    if (this.options.anotherWorkbookActive()) throw new HostError('GeneralException', 'another workbook is active');
  }

  private async process(text: string, mode: RequestMode): Promise<Answer> {
    const body = readBody(text);
    // Nothing of the workbook's: neither counted nor intercepted.
    if (mode.forWindow) return { status: 200, body: await this.runBatch(body, undefined) };
    const request = this.traffic.record(text, body);
    if (request.bytes > PAYLOAD_LIMIT) return refusal(new HostError('RequestPayloadSizeLimitExceeded'));
    if (this.cellEdit.active) return refusal(new HostError('InvalidOperationInCellEditMode'));
    const verdict = await this.options.intercept(request);
    if (verdict.kind === 'refuse') return refusal(new HostError(verdict.code));
    const stop: BatchStop | undefined = verdict.kind === 'stopAfter' ? { after: verdict.actions, code: verdict.code } : undefined;
    const response = await this.runBatch(body, stop);
    if (verdict.kind === 'loseReply') return { status: 504 };
    if (utf8Length(JSON.stringify(response)) > PAYLOAD_LIMIT) return refusal(new HostError('ResponsePayloadSizeLimitExceeded'));
    return { status: 200, body: response };
  }

  private async runBatch(body: RequestBody, stop: BatchStop | undefined): Promise<ResponseBody> {
    this.events.held = true;
    try {
      const response = await new Batch(this, body).run(stop);
      await this.calculation.endOfBatch();
      return response;
    } finally {
      this.events.held = false;
      this.onAnswered?.();
    }
  }
}

function refusal(error: HostError): Answer {
  return { status: 200, body: { Error: { Code: error.code, Message: error.message, HttpStatusCode: error.status, ActionIndex: 0, Location: '' }, TraceIds: [] } };
}

function readBody(text: string): RequestBody {
  const body: unknown = JSON.parse(text);
  if (typeof body !== 'object' || body === null || !('Actions' in body) || !('ObjectPaths' in body)) throw new Error('not a ProcessQuery request');
  return body as RequestBody;
}
