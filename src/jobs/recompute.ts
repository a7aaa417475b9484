import { thinkRecompute, type RecomputeThought, type Restore } from '../sheets/recomputePlan';
import type { JobContext, JobReport } from './job';
import { runJob } from './runJob';

export interface RecomputeReport extends JobReport {
  readonly typedOver: RecomputeThought['typedOver'];
}

/** 再計算: puts formulas back where they belong. Typed figures give way only where `restore` says so, and are recorded. */
export async function recompute(context: JobContext, restore: Restore): Promise<RecomputeReport> {
  const { report, thought } = await runJob('recompute', context, null, (state) => thinkRecompute(state, restore, context.now()));
  return { ...report, typedOver: thought.typedOver };
}
