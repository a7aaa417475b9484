import { useCallback, useEffect, useRef, useState } from 'react';
import type { AdoptThought, FoundTables } from '../../jobs/foundTables';
import { BIND_SURE } from '../../jobs/foundTables';
import type { PanePort } from '../port';
import { useTimer } from '../state/useTimer';
import type { TaskState } from '../state/useTask';

/** The workbook's tables, and what would be done where nobody decides anything. */
export interface Found {
  readonly tables: FoundTables;
  readonly first: AdoptThought;
}

export type FoundState = { readonly kind: 'reading' } | { readonly kind: 'found'; readonly found: Found } | { readonly kind: 'failed'; readonly reason: unknown };

/** A person who types down a column makes many changes; every sheet is read, so they may pause longer than elsewhere. */
const PAUSE_MS = 1_500;

/** Reads the tables at once, again when figures were changed by hand, and when a task is over. The last reading stays in view meanwhile. */
export function useFound(port: Pick<PanePort, 'findTables' | 'onFiguresChanged'>, task: TaskState): { readonly state: FoundState; readonly reading: boolean; readonly read: () => void } {
  const [state, setState] = useState<FoundState>({ kind: 'reading' });
  const [reading, setReading] = useState(true);
  const latest = useRef(0);
  const timer = useTimer();
  const read = useCallback((): void => {
    const mine = ++latest.current;
    timer.stop();
    setReading(true);
    const settle = (next: FoundState): void => {
      if (mine !== latest.current) return;
      setState(next);
      setReading(false);
    };
    port.findTables().then((tables) => settle({ kind: 'found', found: { tables, first: tables.propose(BIND_SURE) } })).catch((reason: unknown) => settle({ kind: 'failed', reason }));
  }, [port, timer]);

  const over = task.kind === 'done' || task.kind === 'failed' ? task : null;
  useEffect(read, [read]);
  // A report that is closed changes nothing.
  useEffect(() => {
    if (over !== null) read();
  }, [read, over]);
  useEffect(() => {
    const stop = port.onFiguresChanged(() => timer.start(read, PAUSE_MS));
    return () => {
      stop();
      timer.stop();
    };
  }, [port, read, timer]);
  // An answer that comes when nobody looks any more changes nothing.
  useEffect(() => () => {
    latest.current++;
  }, []);
  return { state, reading, read };
}
