import { thinkRelease } from '../sheets/releasePlan';
import type { JobContext, JobReport } from './job';
import { runJob } from './runJob';

/** 名前を外す: takes our names, the definitions and the record out again. Every sheet is read, for formulas that use them. */
export async function release(context: JobContext): Promise<JobReport> {
  const { report } = await runJob('release', context, null, thinkRelease, 'all');
  return report;
}
