import type { WorkbookPlan } from '../plan/workbookPlan';

/** What a job thought out: the plan, what it will have done, and what it leaves alone and why, in words. */
export interface Thought {
  readonly plan: WorkbookPlan;
  readonly done: readonly string[];
  readonly warnings: readonly string[];
}
