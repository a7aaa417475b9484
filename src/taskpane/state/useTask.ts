import { useCallback, useRef, useState } from 'react';
import type { Proposal } from '../../jobs/proposal';
import type { Phase, Task } from '../../jobs/task';
import { PaneError, type PanePort } from '../port';

/** What is said of a task when it is over. */
export interface Outcome {
  /** There was nothing to do, so nobody was asked. */
  readonly nothing: boolean;
  readonly summary: readonly string[];
  readonly warnings: readonly string[];
}

export type TaskState =
  | { readonly kind: 'idle' }
  /** `phase` of a proposal being thought through is always reading. */
  | { readonly kind: 'running'; readonly task: Task; readonly phase: Phase }
  /** `changed`: the workbook is no longer what was agreed to. */
  | { readonly kind: 'asking'; readonly task: Task; readonly proposal: Proposal; readonly changed: boolean }
  | { readonly kind: 'done'; readonly task: Task; readonly outcome: Outcome }
  /** `reason` is null where the failure has no words for a person. */
  | { readonly kind: 'failed'; readonly task: Task; readonly reason: string | null };

export interface TaskRunner {
  readonly state: TaskState;
  readonly busy: boolean;
  /** Proposes or runs, as the task asks; does nothing while another is under way. */
  readonly start: (task: Task) => void;
  /** Yes to the proposal in view. */
  readonly agree: () => void;
  /** No to the proposal in view, or the outcome is read. */
  readonly clear: () => void;
}

/** These change what stands in the workbook beyond their own sheets: they are shown before they are done. */
const asksFirst = (task: Task): boolean => task.kind === 'layout' || task.kind === 'recompute';

/** One task at a time. `onWritten` is called when a task is over and the workbook may be another. */
export function useTask(port: PanePort, onWritten: () => void): TaskRunner {
  const [state, setState] = useState<TaskState>({ kind: 'idle' });
  // A second press can come before React has drawn the first.
  const underWay = useRef(false);

  const carryOut = useCallback(async (task: Task, work: () => Promise<TaskState>): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ kind: 'running', task, phase: 'reading' });
    try {
      setState(await work());
    } catch (error) {
      setState({ kind: 'failed', task, reason: error instanceof PaneError ? error.message : null });
    } finally {
      underWay.current = false;
    }
  }, []);

  const run = useCallback(async (task: Task, agreed: Proposal | null): Promise<TaskState> => {
    try {
      const outcome = await port.run(task, agreed, (phase) => setState({ kind: 'running', task, phase }));
      if (outcome.kind === 'changed') return { kind: 'asking', task, proposal: outcome.proposal, changed: true };
      return { kind: 'done', task, outcome: { ...outcome.report, nothing: false } };
    } finally {
      onWritten();
    }
  }, [port, onWritten]);

  const start = useCallback((task: Task): void => {
    const work = async (): Promise<TaskState> => {
      if (!asksFirst(task)) return run(task, null);
      const proposal = await port.propose(task);
      if (!proposal.empty) return { kind: 'asking', task, proposal, changed: false };
      return { kind: 'done', task, outcome: { nothing: true, summary: proposal.words, warnings: proposal.warnings } };
    };
    void carryOut(task, work);
  }, [port, run, carryOut]);

  const agree = (): void => {
    if (state.kind === 'asking') void carryOut(state.task, () => run(state.task, state.proposal));
  };
  const clear = (): void => {
    if (!underWay.current) setState({ kind: 'idle' });
  };
  return { state, busy: state.kind === 'running', start, agree, clear };
}
