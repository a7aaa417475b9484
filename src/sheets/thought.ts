import type { WorkbookPlan } from '../plan/workbookPlan';
import type { WorkbookState } from './workbookState';

/** What a job thought out: the plan, what it will have done, and what it leaves alone and why, in words. */
export interface Thought {
  readonly plan: WorkbookPlan;
  readonly done: readonly string[];
  /** What it will do, before it is done; only of jobs that ask first. */
  readonly will?: readonly string[];
  /** The same at length, sorted; a line that is a warning too is told here alone before it is done. */
  readonly parts?: readonly ThoughtPart[];
  readonly warnings: readonly string[];
  /** The writing that it takes back, whose record gives way to its own. */
  readonly consumes?: number;
  /** It cannot be taken back, as the words say. */
  readonly forGood?: boolean;
}

/** Phrases under a heading, which fit both what is about to be done and what was done. */
export interface ThoughtPart {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The thought that does nothing, where a list of the workbook cannot be read; null where all can. */
export function stopIfDamaged(state: WorkbookState): Thought | null {
  return state.damaged.length === 0 ? null : { plan: { actions: [] }, done: [], warnings: [...state.damaged, '読み取れないため、処理を中止しました。何も変更していません。直してから、もう一度実行してください。'] };
}
