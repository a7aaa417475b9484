import { useCallback, useRef, useState } from 'react';
import type { JobReport } from '../../jobs/job';
import type { Proposal } from '../../jobs/proposal';
import type { Phase, Task, TaskKind } from '../../jobs/task';
import { PaneError, type PanePort } from '../port';

/** What is said of a task when it is over. */
export interface Outcome {
  /** nothing: all was right already. refused: nothing was written, and the warnings say why. */
  readonly kind: 'changed' | 'nothing' | 'refused';
  readonly summary: readonly string[];
  readonly warnings: readonly string[];
  /** The number by which it can be taken back; null: it cannot, or has changed nothing. */
  readonly restore: number | null;
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
const ASKS_FIRST: ReadonlySet<TaskKind> = new Set<TaskKind>(['layout', 'recompute', 'release', 'publish', 'submit', 'adopt', 'import', 'rank', 'progress', 'rollover', 'restore', 'forget', 'fix']);

/** A job that left everything as it was because all is right has said so in its summary; one that could not work has only warnings. */
function outcomeOf({ changed, summary, warnings, restore }: JobReport): Outcome {
  // Said in the title: said twice it would read like a fault.
  const said = summary.filter((line) => line !== NOTHING);
  if (changed) return { kind: 'changed', summary, warnings, restore };
  return { kind: said.length === 0 && warnings.length > 0 ? 'refused' : 'nothing', summary: said, warnings, restore: null };
}
const NOTHING = '変更はありません。';

/** One task at a time. `onOver` is called when a task is over or has failed: the workbook may be another than the one in view. */
export function useTask(port: PanePort, onOver: () => void): TaskRunner {
  const [state, setState] = useState<TaskState>({ kind: 'idle' });
  // A second press can come before React has drawn the first.
  const underWay = useRef(false);

  const carryOut = useCallback(async (task: Task, work: () => Promise<TaskState>): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ kind: 'running', task, phase: 'reading' });
    try {
      const next = await work();
      setState(next);
      // A proposal has written nothing, unless it comes instead of a writing.
      if (next.kind !== 'asking' || next.changed) onOver();
    } catch (error) {
      setState({ kind: 'failed', task, reason: error instanceof PaneError ? error.message : null });
      onOver();
    } finally {
      underWay.current = false;
    }
  }, [onOver]);

  const run = useCallback(async (task: Task, agreed: Proposal | null): Promise<TaskState> => {
    const outcome = await port.run(task, agreed, (phase) => setState({ kind: 'running', task, phase }));
    if (outcome.kind === 'changed') return { kind: 'asking', task, proposal: outcome.proposal, changed: true };
    return { kind: 'done', task, outcome: outcomeOf(outcome.report) };
  }, [port]);

  const start = useCallback((task: Task): void => {
    const work = async (): Promise<TaskState> => {
      if (!ASKS_FIRST.has(task.kind)) return run(task, null);
      const proposal = await port.propose(task);
      if (!proposal.empty) return { kind: 'asking', task, proposal, changed: false };
      return { kind: 'done', task, outcome: { kind: proposal.words.length === 0 && proposal.warnings.length > 0 ? 'refused' : 'nothing', summary: proposal.words, warnings: proposal.warnings, restore: null } };
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
