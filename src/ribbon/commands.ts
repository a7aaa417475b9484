import type { JobName } from '../jobs/job';

/**
 * The functions that manifest.xml and assets/shortcuts.json name. They begin with "ribbon" because Office first looks for a
 * name among the page's globals, where an element with the id "summary" would be found.
 */
export const COMMAND_IDS = ['ribbonPane', 'ribbonMonthly', 'ribbonLayout', 'ribbonRecompute', 'ribbonEvaluate', 'ribbonSummary'] as const;
export type CommandId = (typeof COMMAND_IDS)[number];

/** A job that may run without a question. */
export type RibbonJob = Extract<JobName, 'recompute' | 'evaluate' | 'summary'>;

/** What the pane is to show: what it last showed, the monthly entry, or the question that comes before 表を配置. */
export type RibbonView = 'asItWas' | 'monthly' | 'layoutQuestion';

/** The ribbon's only door to pane and workbook. */
export interface RibbonDoor {
  paneVisible(): boolean;
  /** Opens the pane, where it is closed, at a view. */
  showPane(view: RibbonView): Promise<void>;
  /** Has the open pane run a job as if its button were pressed there, which does nothing while the pane is busy. Failures are the pane's to show. */
  handToPane(job: RibbonJob): Promise<void>;
  /** Runs a job while the pane is closed and leaves its report in the workbook. Rejects where the job could not run or its report not be written; a job that found nothing to do says so in the report. */
  runReporting(job: RibbonJob): Promise<void>;
  /** Opens the pane and says there why a job of `runReporting` failed. */
  showFailure(job: RibbonJob, error: unknown): Promise<void>;
}

/**
 * What each button of the ribbon does. Whatever leads to a job does nothing while another is running;
 * the pane can be opened at any time.
 */
export function createCommands(door: RibbonDoor): Readonly<Record<CommandId, () => Promise<void>>> {
  const alone = oneAtATime();
  const run = (job: RibbonJob) => alone(() => (door.paneVisible() ? door.handToPane(job) : runClosed(door, job)));
  return {
    ribbonPane: () => door.showPane('asItWas'),
    ribbonMonthly: () => door.showPane('monthly'),
    // It changes the workbook widely, so the pane asks first.
    ribbonLayout: alone(() => door.showPane('layoutQuestion')),
    ribbonRecompute: run('recompute'),
    ribbonEvaluate: run('evaluate'),
    ribbonSummary: run('summary'),
  };
}

/** A failure without a pane has nowhere to stand: the pane opens for it. */
async function runClosed(door: RibbonDoor, job: RibbonJob): Promise<void> {
  try {
    await door.runReporting(job);
  } catch (error) {
    await door.showFailure(job, error);
  }
}

function oneAtATime(): (work: () => Promise<void>) => () => Promise<void> {
  let running = false;
  return (work) => async () => {
    if (running) return;
    running = true;
    try {
      await work();
    } finally {
      running = false;
    }
  };
}
