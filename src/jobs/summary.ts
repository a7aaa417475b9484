import { thinkSummary } from '../sheets/summaryPlan';
import type { JobContext, JobReport } from './job';
import { runJob } from './runJob';

/** 年間まとめ: makes the annual summary, or brings it up to date; what people typed there stays. */
export async function summary(context: JobContext): Promise<JobReport> {
  const { report } = await runJob('summary', context, null, thinkSummary);
  return report;
}
