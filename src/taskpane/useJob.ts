import { useState } from 'react';
import { PaneError, type Job, type JobReport, type PanePort } from './port';

/** What the report region shows. */
export type JobState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly job: Job }
  | { readonly kind: 'done'; readonly job: Job; readonly report: JobReport }
  /** `reason` is null where the failure has no words for a person. */
  | { readonly kind: 'failed'; readonly reason: string | null };

export interface JobRunner {
  readonly state: JobState;
  readonly run: (job: Job, asOf: number) => void;
}

/** One job at a time; a press while another runs does nothing. */
export function useJob(port: PanePort): JobRunner {
  const [state, setState] = useState<JobState>({ kind: 'idle' });
  const run = (job: Job, asOf: number): void => {
    if (state.kind === 'running') return;
    setState({ kind: 'running', job });
    port.run(job, asOf).then(
      (report) => setState({ kind: 'done', job, report }),
      (error: unknown) => setState({ kind: 'failed', reason: error instanceof PaneError ? error.message : null }),
    );
  };
  return { state, run };
}
