import standard from '../../seeds/standard.json';
import { ExcelGateway } from '../excel/gateway';
import { evaluate } from '../jobs/evaluate';
import type { JobContext, JobReport } from '../jobs/job';
import { layout } from '../jobs/layout';
import { recompute } from '../jobs/recompute';
import { summary } from '../jobs/summary';
import { failureWords } from '../jobs/words';
import { PaneError, type Job, type PanePort } from './port';

export { displayLanguage, whenOfficeReady } from '../excel/officePort';

/** The port the pane runs on: the jobs, over the workbook of the running Excel. */
export function createPort(): PanePort {
  const gateway = new ExcelGateway(true);
  const context: JobContext = { gateway, standard, now: () => new Date().toLocaleString('ja-JP') };
  return {
    run: async (job, asOf) => {
      try {
        return await runOne(job, asOf, context);
      } catch (error) {
        throw new PaneError(failureWords(error), { cause: error });
      }
    },
  };
}

function runOne(job: Job, asOf: number, context: JobContext): Promise<JobReport> {
  switch (job) {
    case 'layout':
      return layout(context, fiscalYearOf(new Date()), null);
    case 'recompute':
      // Nothing typed by a person gives way unasked; the report lists what stands over a formula.
      return recompute(context, new Set());
    case 'evaluate':
      return evaluate(context, asOf);
    case 'summary':
      return summary(context);
  }
}

/** A new workbook starts with the fiscal year of today. */
const fiscalYearOf = (date: Date): number => (date.getMonth() >= 3 ? date.getFullYear() : date.getFullYear() - 1);
