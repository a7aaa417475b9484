export const JOBS = ['layout', 'recompute', 'evaluate', 'summary'] as const;
export type Job = (typeof JOBS)[number];

/** What a job did, in sentences a clerk reads. */
export interface JobReport {
  readonly summary: readonly string[];
  readonly warnings: readonly string[];
}

/** The pane's only door to the workbook. */
export interface PanePort {
  /**
   * Runs one job; `asOf` is the month judged (0 = 4月 … 11 = 3月).
   * Rejects with a PaneError where there are words for the person; any other error is shown as a general message.
   */
  run(job: Job, asOf: number): Promise<JobReport>;
}

/** A failure whose `message` was written for the person at the pane. */
export class PaneError extends Error {
  override readonly name = 'PaneError';
}
