import { lastEndedMonth } from '../domain/due';
import { thinkRollover } from '../sheets/rollover/rolloverPlan';
import type { JobContext, JobReport } from './job';
import { runJob } from './runJob';

/** 年度更新: the step into the fiscal year `to`. `today` tells whether the year before is over. */
export async function rollover(context: JobContext, to: number, today: Date): Promise<JobReport> {
  const { report } = await runJob('rollover', context, null, (state) => thinkRollover(state, to, lastEndedMonth(today, to - 1)));
  return report;
}
