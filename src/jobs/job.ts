import type { Definitions } from '../domain/definitions';
import { GatewayError, type WorkbookGateway } from '../plan/gateway';
import type { WorkbookSnapshot } from '../plan/snapshot';
import type { WorkbookPlan } from '../plan/workbookPlan';
import { problemWords } from '../sheets/cellReading';
import type { Thought } from '../sheets/thought';
import { HISTORY_SHEETS, readState, sheetsToRead, USUAL_SHEETS, type WorkbookState } from '../sheets/workbookState';

/** Jobs that need nothing typed in a form. */
export const JOB_NAMES = ['layout', 'recompute', 'evaluate', 'summary', 'release', 'publish', 'submit', 'adopt'] as const;
export type JobName = (typeof JOB_NAMES)[number];

/** What every job is given. */
export interface JobContext {
  readonly gateway: WorkbookGateway;
  /** The definitions a workbook starts with; its own go before. */
  readonly standard: Definitions;
  /** The time as people read it, e.g. "2025/4/7 9:30". */
  readonly now: () => string;
}

/** What a job did, in words a clerk reads. */
export interface JobReport {
  readonly job: JobName | 'import' | 'enter' | 'rank' | 'progress' | 'rollover' | 'accept' | 'unaccept' | 'fix';
  /** Whether anything was written. */
  readonly changed: boolean;
  /** Requests sent, reads and write. */
  readonly syncs: number;
  readonly summary: readonly string[];
  /** What was left alone and why. */
  readonly warnings: readonly string[];
}

/** Read (two requests at most), think, write one plan: the order of every job. Throws GatewayError. */
export async function runJob<T extends Thought>(
  job: JobReport['job'], context: JobContext, year: number | null, think: (state: WorkbookState) => T, reads: Reads = 'ours',
): Promise<{ readonly report: JobReport; readonly thought: T }> {
  const before = context.gateway.requests;
  const state = await openWorkbook(context, year, reads);
  const thought = think(state);
  checkPlan(thought.plan, state);
  await context.gateway.apply(thought.plan);
  return { report: reportOf(job, thought, state, context.gateway.requests - before), thought };
}

/**
 * Which sheets a job reads: those that may bear something of ours, the same with what was evaluated before, all, all that may
 * hold a table of months, with number formats; or ours and what else is named.
 */
export type Reads = 'ours' | 'history' | 'all' | 'tables' | ((index: WorkbookSnapshot) => readonly string[]);

/** Reads the workbook and thinks it through. `year`: for a workbook that names none. */
export async function openWorkbook(context: JobContext, year: number | null, reads: Reads = 'ours'): Promise<WorkbookState> {
  // Fetched when it is first wanted, as the jobs themselves are.
  if (reads === 'tables') return readState(await (await import('./readTables')).readForTables(context), context.standard, year);
  const withHistory = reads === 'history';
  const index = await context.gateway.readIndex(withHistory ? [...USUAL_SHEETS, ...HISTORY_SHEETS] : USUAL_SHEETS);
  const ours = (): string[] => sheetsToRead(index, context.standard.groups, withHistory);
  const rest = reads === 'all' ? index.sheets.flatMap((sheet) => (sheet.used === undefined ? [sheet.name] : [])) : [...ours(), ...(typeof reads === 'function' ? reads(index) : [])];
  const snapshot = await context.gateway.readSheets(index, rest);
  return readState(snapshot, context.standard, year);
}

/** What can be known before writing is refused before writing. Throws GatewayError. */
export function checkPlan(plan: WorkbookPlan, state: WorkbookState): void {
  if (plan.actions.length === 0) return;
  if (state.snapshot.readOnly) throw new GatewayError('readOnly', '');
  if (state.snapshot.structureProtected && plan.actions.some(({ kind }) => kind === 'addSheet' || kind === 'copySheet' || kind === 'renameSheet' || kind === 'deleteSheet')) throw new GatewayError('structureProtected', '');
  const touched = new Set(plan.actions.flatMap((action) => ('sheet' in action && action.sheet !== undefined ? [action.sheet] : [])));
  const locked = state.snapshot.sheets.find((sheet) => sheet.protected && touched.has(sheet.name));
  if (locked) throw new GatewayError('sheetProtected', locked.name);
}

/** What was thought, and now done, as a report. */
export function reportOf(job: JobReport['job'], thought: Thought, state: WorkbookState, syncs: number): JobReport {
  const changed = thought.plan.actions.length > 0;
  return { job, changed, syncs, summary: changed ? thought.done : [...thought.done, '変更はありません。'], warnings: warningsOf(thought, state) };
}

/** What is wrong with the definitions, then what the job leaves alone. */
export function warningsOf(thought: Thought, state: WorkbookState): string[] {
  return [...state.problems.map(problemWords), ...thought.warnings];
}
