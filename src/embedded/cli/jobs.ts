import type { Definitions } from '../../domain/definitions';
import type { SeedFigures } from '../../domain/figures';
import { calendarMonth, calendarYear } from '../../domain/fiscalYear';
import type { Tally } from '../../domain/tally';
import { adopt, type AdoptReport } from '../../jobs/adopt';
import { checkFigures } from '../../jobs/check';
import { evaluate, type EvaluateReport } from '../../jobs/evaluate';
import { importText } from '../../jobs/importText';
import type { JobContext, JobReport } from '../../jobs/job';
import { layout } from '../../jobs/layout';
import { publish } from '../../jobs/publish';
import { progress } from '../../jobs/progress';
import { USUAL_PROGRESS } from '../../jobs/progressChoice';
import { rank, type RankReport } from '../../jobs/rank';
import { recompute } from '../../jobs/recompute';
import { release } from '../../jobs/release';
import { rollover } from '../../jobs/rollover';
import { submit } from '../../jobs/submit';
import { summary } from '../../jobs/summary';
import type { AdoptRequest } from '../../sheets/adopt/request';
import type { RankRequest } from '../../sheets/rankPlan';
import type { Evaluation } from '../../sheets/evaluatePlan';
import type { CliJob } from './options';
import { findingEntry, type FindingEntry } from './findingEntry';
import { progressEntry, type ProgressEntry } from './progressEntry';
import { textEntry, type TextEntry } from './textEntry';

/** What the wire carried for one job, counted by the host. */
export interface Traffic {
  /** ProcessQuery requests that are not a pure _RemoveReference. */
  readonly syncs: number;
  readonly requestBytes: number;
  readonly actions: number;
}

export interface JobEntry extends Traffic {
  readonly job: CliJob;
  readonly milliseconds: number;
  readonly summary: readonly string[];
  readonly warnings: readonly string[];
}

export interface JobsOutcome {
  readonly jobs: readonly JobEntry[];
  readonly evaluations: readonly Evaluation[];
  readonly indicators: EvaluateReport['indicators'];
  readonly tally: Tally | null;
  /** Of the job adopt; null: it was not run. */
  readonly tables: AdoptReport['tables'] | null;
  /** What the texts said, one an import. */
  readonly texts: readonly TextEntry[];
  /** Of the job progress; null: it was not run, or there were no records to read. */
  readonly progress: ProgressEntry | null;
  /** What the list of the branches said; null: none was read. */
  readonly rank: RankReport['rank'];
  /** Of the job check, the last time it ran; null: it was not run. */
  readonly findings: readonly FindingEntry[] | null;
}

export interface JobsInput {
  readonly context: JobContext;
  readonly standard: Definitions;
  readonly seed: SeedFigures | null;
  readonly fiscalYear: number;
  readonly asOf: number;
  readonly adopt: AdoptRequest;
  readonly text: string | null;
  readonly textTables: 'known' | 'all';
  /** Of the job rank. */
  readonly rank: RankRequest | null;
  /** Traffic since the last call. */
  readonly traffic: () => Traffic;
}

/** Runs the jobs in the order given. The command line restores every figure typed over a formula and keeps it in the record sheet. */
export async function runJobs(names: readonly CliJob[], input: JobsInput): Promise<JobsOutcome> {
  const jobs: JobEntry[] = [];
  const kept: Kept = { evaluations: [], indicators: [], tally: null, tables: null, texts: [], progress: null, rank: null, findings: null };
  for (const name of names) {
    input.traffic();
    const start = performance.now();
    const report = await runOne(name, input, kept);
    const traffic = input.traffic();
    jobs.push({ job: name, ...traffic, milliseconds: Math.round(performance.now() - start), summary: report.summary, warnings: report.warnings });
  }
  return { jobs, ...kept };
}

/** What a job's report has beyond its words. */
type Kept = { -readonly [K in Exclude<keyof JobsOutcome, 'jobs' | 'texts'>]: JobsOutcome[K] } & { readonly texts: TextEntry[] };

async function runOne(name: CliJob, input: JobsInput, kept: Kept): Promise<Pick<JobReport, 'summary' | 'warnings'>> {
  switch (name) {
    case 'layout':
      return layout(input.context, input.fiscalYear, input.seed);
    case 'recompute':
      return recompute(input.context, 'all');
    case 'evaluate': {
      const report = await evaluate(input.context, input.asOf);
      kept.evaluations = report.evaluations;
      kept.indicators = report.indicators;
      kept.tally = report.tally;
      return report;
    }
    case 'import': {
      const report = await importText(input.context, { text: input.text ?? '', tables: input.textTables, correct: [] }, input.fiscalYear);
      kept.texts.push(textEntry(report));
      return report;
    }
    case 'progress': {
      const report = await progress(input.context, USUAL_PROGRESS, new Date());
      kept.progress = report.progress && progressEntry(report.progress);
      return report;
    }
    case 'rank': {
      if (!input.rank) throw new Error('rank without its request');
      const report = await rank(input.context, input.rank, input.fiscalYear);
      kept.rank = report.rank;
      return report;
    }
    case 'check': {
      const report = await checkFigures(input.context, endOf(input, new Date()));
      kept.findings = report.findings.map(findingEntry);
      return report;
    }
    case 'summary':
      return summary(input.context);
    case 'rollover':
      return rollover(input.context, input.fiscalYear, new Date());
    case 'release':
      return release(input.context);
    case 'publish':
      return publish(input.context, 'all');
    case 'submit':
      return submit(input.context, 'usual');
    case 'adopt': {
      const report = await adopt(input.context, input.adopt, input.fiscalYear);
      kept.tables = report.tables;
      return report;
    }
  }
}

/** The day after the month judged, or today where that has not ended: what comes later is not missing yet. */
function endOf({ fiscalYear, asOf }: JobsInput, today: Date): Date {
  const end = new Date(calendarYear(fiscalYear, asOf), calendarMonth(asOf), 1);
  return end < today ? end : today;
}
