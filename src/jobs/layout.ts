import type { SeedFigures } from '../domain/figures';
import { thinkLayout } from '../sheets/layoutPlan';
import type { JobContext, JobReport } from './job';
import { runJob } from './runJob';

/** 表を配置: lays out what the workbook lacks. `seed`: figures for what is laid out now; null leaves it blank. */
export async function layout(context: JobContext, fiscalYear: number, seed: SeedFigures | null): Promise<JobReport> {
  const { report } = await runJob('layout', context, fiscalYear, (state) => thinkLayout(state, { seed, fiscalYear: state.fiscalYear ?? fiscalYear }));
  return report;
}
