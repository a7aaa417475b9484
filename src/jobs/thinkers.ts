import type { SeedFigures } from '../domain/figures';
import type { Thought } from '../sheets/thought';
import type { WorkbookState } from '../sheets/workbookState';
import type { Task } from './task';

/** What a task needs besides the workbook. */
export interface ThinkerInput {
  /** The fiscal year of a workbook that names none. */
  readonly year: number;
  /** The time as people read it. */
  readonly at: string;
  /** The sample year, fetched only when a person asks for it. */
  readonly sample: () => Promise<SeedFigures>;
}

export type Think = (state: WorkbookState) => Thought;

/** The thinking behind a task. Each job's code is fetched when it is first wanted, so that the pane opens without it. */
export async function thinkerOf(task: Task, { year, at, sample }: ThinkerInput): Promise<Think> {
  switch (task.kind) {
    case 'layout': {
      const [{ thinkLayout }, seed] = await Promise.all([import('../sheets/layoutPlan'), task.sample ? sample() : null]);
      return (state) => thinkLayout(state, { seed, fiscalYear: state.fiscalYear ?? seed?.fiscalYear ?? year });
    }
    case 'recompute': {
      const { thinkRecompute } = await import('../sheets/recomputePlan');
      return (state) => thinkRecompute(state, new Set(task.restore), at);
    }
    case 'evaluate': {
      const { thinkEvaluation } = await import('../sheets/evaluatePlan');
      return (state) => thinkEvaluation(state, task.asOf, at);
    }
    case 'summary': {
      const { thinkSummary } = await import('../sheets/summaryPlan');
      return thinkSummary;
    }
    case 'enter': {
      const { thinkEntry } = await import('../sheets/enterPlan');
      return (state) => thinkEntry(state, task);
    }
  }
}
