import { thinkEvaluation, type EvaluateThought } from '../sheets/evaluatePlan';
import type { JobContext, JobReport } from './job';
import { runJob } from './runJob';

export interface EvaluateReport extends JobReport, Pick<EvaluateThought, 'evaluations' | 'indicators' | 'tally'> {}

/** KPI評価 at the end of a month (0 = 4月 … 11 = 3月). */
export async function evaluate(context: JobContext, asOf: number): Promise<EvaluateReport> {
  const { report, thought } = await runJob('evaluate', context, null, (state) => thinkEvaluation(state, asOf, context.now()), 'history');
  return { ...report, evaluations: thought.evaluations, indicators: thought.indicators, tally: thought.tally };
}
