import type { Task } from '../jobs/task';
import type { RibbonDoor, RibbonJob } from '../ribbon/commands';
import type { PaneRequest } from './port';

/** Requests to the pane; those that come before it listens wait for it. */
export class RequestQueue {
  private waiting: PaneRequest[] = [];
  private listener: ((request: PaneRequest) => void) | null = null;

  readonly ask = (request: PaneRequest): void => {
    if (this.listener) this.listener(request);
    else this.waiting.push(request);
  };

  /** Gives the way to stop. */
  readonly listen = (listener: (request: PaneRequest) => void): (() => void) => {
    this.listener = listener;
    for (const request of this.waiting.splice(0)) listener(request);
    return () => {
      if (this.listener === listener) this.listener = null;
    };
  };
}

/** The pane as a window of Office. */
interface PaneWindow {
  visible(): boolean;
  show(): Promise<void>;
}

/** What the ribbon's buttons reach: the pane where it is open, else the workbook itself. `unseen` is false where the workbook has no cell for a report. */
export function ribbonDoor(pane: PaneWindow, ask: (request: PaneRequest) => void, unseen: (task: Task) => Promise<boolean>): RibbonDoor {
  const run = (job: RibbonJob): void => ask({ kind: 'run', task: taskOf(job) });
  return {
    paneVisible: () => pane.visible(),
    showPane: async (view) => {
      await pane.show();
      if (view === 'monthly') ask({ kind: 'show', view: 'entry' });
      if (view === 'layoutQuestion') ask({ kind: 'run', task: { kind: 'layout', sample: false } });
    },
    handToPane: (job) => {
      run(job);
      return Promise.resolve();
    },
    runReporting: async (job) => {
      if (await unseen(taskOf(job))) return;
      await pane.show();
      run(job);
    },
    // Nothing was written: run again where it can be seen, it fails with its words, or succeeds.
    showFailure: async (job) => {
      await pane.show();
      run(job);
    },
  };
}

function taskOf(job: RibbonJob): Task {
  switch (job) {
    case 'recompute':
      return { kind: 'recompute', restore: [] };
    case 'evaluate':
      return { kind: 'evaluate', asOf: null };
    case 'summary':
      return { kind: 'summary' };
  }
}
