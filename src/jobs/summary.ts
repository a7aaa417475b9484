import { thinkSummary } from '../sheets/summaryPlan';
import { runJob, type JobContext, type JobReport } from './job';

/** 年間まとめ: makes the annual summary, or brings it up to date; what people typed there stays. */
export async function summary(context: JobContext): Promise<JobReport> {
  const { report } = await runJob('summary', context, null, thinkSummary);
  return report;
}
