import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Decisions } from '../adopt/decisions';
import type { TextWork } from '../adopt/textWork';
import type { RecordWork } from '../make/recordWork';
import type { RankWork } from '../rank/rankWork';
import type { TaskState } from './useTask';

/** What was begun in a view, most of it by the task that writes it and until then; undefined: nothing. */
interface Kept {
  readonly adopt?: Decisions | undefined;
  readonly import?: TextWork | undefined;
  readonly progress?: RecordWork | undefined;
  /** By KPI; a rank that is written can still be looked at. */
  readonly ranks?: ReadonlyMap<string, RankWork>;
  /** Reasons being typed, by the ID of the finding they are for. */
  readonly reasons?: ReadonlyMap<string, string>;
  /** IDs ticked otherwise than they are from the start. */
  readonly publish?: ReadonlySet<string> | undefined;
  readonly submit?: ReadonlySet<string> | undefined;
}

interface Keeping {
  readonly kept: Kept;
  readonly keep: (part: Kept) => void;
}

const KeepingContext = createContext<Keeping | null>(null);

interface Props {
  readonly task: TaskState;
  readonly children: ReactNode;
}

/** Keeps what was begun while another view is looked at: in memory, until it is written or the pane is closed. */
export function Keeper({ task, children }: Props) {
  const [kept, setKept] = useState<Kept>({});
  const [seen, setSeen] = useState(task);
  if (task !== seen) {
    setSeen(task);
    if (task.kind === 'done' && task.outcome.kind === 'changed') setKept({ ...kept, [task.task.kind]: undefined, ...(task.task.kind === 'accept' ? { reasons: without(kept.reasons, task.task.findings) } : {}) });
  }
  const keeping = useMemo<Keeping>(() => ({ kept, keep: (part) => setKept((before) => ({ ...before, ...part })) }), [kept]);
  return <KeepingContext value={keeping}>{children}</KeepingContext>;
}

/** Reasons but for those that are written. */
function without(reasons: Kept['reasons'], written: readonly { readonly id: string }[]): ReadonlyMap<string, string> {
  const ids = new Set(written.map(({ id }) => id));
  return new Map([...(reasons ?? [])].filter(([id]) => !ids.has(id)));
}

export function useKept(): Keeping {
  const keeping = useContext(KeepingContext);
  if (keeping === null) throw new Error('A view stands outside the pane');
  return keeping;
}
