import { thinkProgress, type ProgressChoice, type ProgressThought } from '../sheets/records/progressPlan';
import type { JobContext, JobReport } from './job';
import { runJob } from './runJob';

export interface ProgressReport extends JobReport, Pick<ProgressThought, 'progress'> {}

/** 実施記録: lays the sheet out the first time, then writes drafts of 進捗状況, counts of tenders and days of meetings from it. `today`: later records are only planned. */
export async function progress(context: JobContext, choice: ProgressChoice, today: Date): Promise<ProgressReport> {
  const at = context.now();
  const { report, thought } = await runJob('progress', context, null, (state) => thinkProgress(state, choice, { today, at }));
  return { ...report, progress: thought.progress };
}
