import type { FoundTables } from '../jobs/foundTables';
import type { JobReport } from '../jobs/job';
import type { Proposal } from '../jobs/proposal';
import type { Phase, Task } from '../jobs/task';
import type { TextPreview } from '../jobs/textPreview';
import type { Place, WorkbookLook } from '../jobs/workbookLook';

/** The views that the bar at the top leads to. */
export type PaneView = 'home' | 'entry' | 'tables' | 'make';
/** 表を認識, and 文章から取り込み: reached from a button in another view. */
export type SideView = 'adopt' | 'import';
/** What the ribbon, or a button in a view, asks of the open pane. */
export type PaneRequest = { readonly kind: 'show'; readonly view: PaneView | SideView } | { readonly kind: 'run'; readonly task: Task };

/** What Office looks like, to follow it. */
export interface OfficeLook {
  readonly dark: boolean;
  readonly highContrast: boolean;
}

/**
 * The pane's only door to the workbook. Rejects with a PaneError where there are words for the person;
 * any other error is shown as a general message.
 */
export interface PanePort {
  /** Reads the workbook; writes nothing. */
  look(): Promise<WorkbookLook>;
  /** Reads every sheet for the tables that stand there; writes nothing. */
  findTables(): Promise<FoundTables>;
  /** Reads a text against the workbook; writes nothing. */
  readText(text: string): Promise<TextPreview>;
  /** Thinks a task through and tells it in words; writes nothing. */
  propose(task: Task): Promise<Proposal>;
  /**
   * Runs a task. `agreed`: the proposal the person said yes to; null for tasks that ask nothing. Where the
   * workbook has changed since, so that something else would be done, nothing is written and the new proposal comes back.
   */
  run(task: Task, agreed: Proposal | null, onPhase: (phase: Phase) => void): Promise<RunOutcome>;
  /** Selects the cells and shows them. */
  goTo(place: Place): Promise<void>;
  /** Calls back when figures change by other hands than the pane's; gives the way to stop. */
  onFiguresChanged(listener: () => void): () => void;
  /** Requests of the ribbon while the pane is open, and the one it was opened for. */
  onRequest(listener: (request: PaneRequest) => void): () => void;
  /** Remembers on this machine that the first-run page was left. */
  readonly firstRun: { seen(): boolean; leave(): void };
}

export type RunOutcome = { readonly kind: 'done'; readonly report: JobReport } | { readonly kind: 'changed'; readonly proposal: Proposal };

/** A failure whose `message` was written for the person at the pane. */
export class PaneError extends Error {
  override readonly name = 'PaneError';
}
