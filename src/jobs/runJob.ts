import { problemWords } from '../sheets/cellReading';
import type { Thought } from '../sheets/thought';
import type { WorkbookState } from '../sheets/workbookState';
import { openWorkbook, type JobContext, type JobReport, type Reads } from './job';
import { writeSafely, type Written } from './writeSafely';

/** Read (two requests at most), think, compare and write one plan: the order of every job. Throws GatewayError. */
export async function runJob<T extends Thought>(
  job: JobReport['job'], context: JobContext, year: number | null, think: (state: WorkbookState) => T, reads: Reads = 'ours',
): Promise<{ readonly report: JobReport; readonly thought: T }> {
  const before = context.gateway.requests;
  const state = await openWorkbook(context, year, reads, true);
  const thought = think(state);
  const written = await writeSafely(context.gateway, { plan: thought.plan, job, at: context.now(), seen: state.whole, wayBack: context.wayBack !== false && thought.forGood !== true, consumes: thought.consumes });
  return { report: reportOf(job, thought, state, context.gateway.requests - before, written), thought };
}

/** What was thought, and now done, as a report. */
export function reportOf(job: JobReport['job'], thought: Thought, state: WorkbookState, syncs: number, written: Written): JobReport {
  const changed = thought.plan.actions.length > 0;
  return { job, changed, syncs, summary: changed ? thought.done : [...thought.done, '変更はありません。'], warnings: [...warningsOf(thought, state), ...written.notes], restore: written.restore };
}

/** What is wrong with the definitions, then what the job leaves alone. */
export function warningsOf(thought: Thought, state: WorkbookState): string[] {
  return [...state.problems.map(problemWords), ...thought.warnings];
}
