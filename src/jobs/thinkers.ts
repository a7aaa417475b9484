import type { Definitions } from '../domain/definitions';
import { lastEndedMonth } from '../domain/due';
import type { SeedFigures } from '../domain/figures';
import type { Thought } from '../sheets/thought';
import { suggestedMonth } from '../sheets/view/month';
import type { WorkbookState } from '../sheets/workbookState';
import type { Reads } from './job';
import type { Task } from './task';

/** What a task needs besides the workbook. */
export interface ThinkerInput {
  /** The fiscal year of a workbook that names none. */
  readonly year: number;
  /** The definitions a workbook starts with. */
  readonly standard: Definitions;
  /** The time as people read it. */
  readonly at: string;
  readonly today: Date;
  /** The sample year, fetched only when a person asks for it. */
  readonly sample: () => Promise<SeedFigures>;
}

export interface Thinker {
  /** For a workbook that names no year: it is read as one of this year. */
  readonly year: number;
  readonly think: (state: WorkbookState) => Thought;
  /** Without it: the sheets that may bear something of ours. */
  readonly reads?: Reads;
}

/** The thinking behind a task. Each job's code is fetched when it is first wanted, so that the pane opens without it. */
export async function thinkerOf(task: Task, { year, standard, at, today, sample }: ThinkerInput): Promise<Thinker> {
  switch (task.kind) {
    case 'layout': {
      const [{ thinkLayout }, seed] = await Promise.all([import('../sheets/layoutPlan'), task.sample ? sample() : null]);
      const fiscalYear = seed?.fiscalYear ?? year;
      return { year: fiscalYear, think: (state) => thinkLayout(state, { seed, fiscalYear: state.fiscalYear ?? fiscalYear }) };
    }
    case 'recompute': {
      const { thinkRecompute } = await import('../sheets/recomputePlan');
      return { year, think: (state) => thinkRecompute(state, new Set(task.restore), at) };
    }
    case 'evaluate': {
      const { thinkEvaluation } = await import('../sheets/evaluatePlan');
      return { year, think: (state) => thinkEvaluation(state, task.asOf ?? suggestedMonth(state, today), at), reads: 'history' };
    }
    case 'summary': {
      const { thinkSummary } = await import('../sheets/summaryPlan');
      return { year, think: thinkSummary };
    }
    case 'release': {
      const { thinkRelease } = await import('../sheets/releasePlan');
      return { year, think: thinkRelease, reads: 'all' };
    }
    case 'publish': {
      const { thinkPublication, publishedSheets } = await import('../sheets/publish/publishPlan');
      return { year, think: (state) => thinkPublication(state, task.tables), reads: publishedSheets };
    }
    case 'submit': {
      const { thinkSubmission, submittedSheets } = await import('../sheets/submit/submitPlan');
      return { year, think: (state) => thinkSubmission(state, task.sheets), reads: (index) => submittedSheets(index, standard) };
    }
    case 'rollover': {
      const { thinkRollover } = await import('../sheets/rollover/rolloverPlan');
      return { year, think: (state) => thinkRollover(state, task.to, lastEndedMonth(today, task.to - 1)) };
    }
    case 'adopt': {
      const { thinkAdoption } = await import('../sheets/adopt/adoptPlan');
      return { year, think: (state) => thinkAdoption(state, task.request, year), reads: 'tables' };
    }
    case 'import': {
      const { importThinker, importYear } = await import('./importText');
      const fiscalYear = importYear(task.text, standard, year);
      return { year: fiscalYear, think: importThinker(task, fiscalYear) };
    }
    case 'progress': {
      const { thinkProgress } = await import('../sheets/records/progressPlan');
      return { year, think: (state) => thinkProgress(state, task.choice, { today, at }) };
    }
    case 'enter': {
      const { thinkEntry } = await import('../sheets/enterPlan');
      return { year, think: (state) => thinkEntry(state, task) };
    }
    case 'restore': {
      const { thinkRestore } = await import('../sheets/restore/restorePlan');
      return { year, think: (state) => thinkRestore(state, task.id), reads: 'restore' };
    }
    case 'forget': {
      const { thinkForget } = await import('../sheets/restore/forgetPlan');
      return { year, think: thinkForget, reads: 'restore' };
    }
    case 'rank': {
      const { thinkRank } = await import('../sheets/rankPlan');
      return { year, think: (state) => thinkRank(state, task) };
    }
  }
}
