import { submittedSheets, thinkSubmission, type SubmitRequest } from '../sheets/submit/submitPlan';
import type { JobContext, JobReport } from './job';
import { runJob } from './runJob';

/** 提出用コピー作成: frozen copies of sheets, as of the month judged. */
export async function submit(context: JobContext, request: SubmitRequest): Promise<JobReport> {
  const { report } = await runJob('submit', context, null, (state) => thinkSubmission(state, request), (index) => submittedSheets(index, context.standard));
  return report;
}
