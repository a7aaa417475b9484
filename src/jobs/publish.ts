import { publishedSheets, thinkPublication, type PublishRequest } from '../sheets/publish/publishPlan';
import type { JobContext, JobReport } from './job';
import { runJob } from './runJob';

/** 公表用シート作成: a sheet of values for each table, after the ministry's rules. */
export async function publish(context: JobContext, request: PublishRequest): Promise<JobReport> {
  const { report } = await runJob('publish', context, null, (state) => thinkPublication(state, request), publishedSheets);
  return report;
}
