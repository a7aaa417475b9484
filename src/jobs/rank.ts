import { thinkRank, type RankRequest, type RankThought } from '../sheets/rankPlan';
import type { JobContext, JobReport } from './job';
import { runJob } from './runJob';

export interface RankReport extends JobReport {
  readonly rank: RankThought['view'];
}

/** Ranks the own branch by a list of the branches' figures. `year`: of a workbook that names none. */
export async function rank(context: JobContext, request: RankRequest, year: number): Promise<RankReport> {
  const { report, thought } = await runJob('rank', context, year, (state) => thinkRank(state, request));
  return { ...report, rank: thought.view };
}
