import { useCallback, useEffect, useRef, useState } from 'react';
import type { WorkbookLook } from '../../jobs/workbookLook';
import { PaneError, type PanePort } from '../port';
import { useTimer } from './useTimer';

/** Someone typing down a column makes many changes; the workbook is read once, when they pause. */
const PAUSE_MS = 800;
/** A glance waits until what caused it is over, and does not follow another reading closely. */
const GLANCE_MS = 200;
const BETWEEN_MS = 2_000;

export interface LookState {
  /** The last reading that came; null until the first. */
  readonly look: WorkbookLook | null;
  /** The first reading failed; `reason` is null where the failure has no words for a person. */
  readonly failure: { readonly reason: string | null } | null;
  /** A later reading failed: what is in view may be old. */
  readonly behind: boolean;
  readonly reading: boolean;
  /** Reads again at once; the old reading stays in view until the new one is there. */
  readonly refresh: () => void;
  /** Reads again soon, where Excel tells of no change: a sheet deleted, protected or freed. */
  readonly glance: () => void;
  /** While held, only `refresh` reads; what was asked for meanwhile is read when it is let go. */
  readonly hold: (held: boolean) => void;
}

type Seen = Pick<LookState, 'look' | 'failure' | 'behind' | 'reading'>;

/** Reads the workbook at once, and again quietly when it may have changed by other hands. */
export function useLook(port: PanePort): LookState {
  const [seen, setSeen] = useState<Seen>({ look: null, failure: null, behind: false, reading: true });
  const latest = useRef(0);
  const readAt = useRef(0);
  const held = useRef({ now: false, wanted: false });
  const timer = useTimer();

  const refresh = useCallback((): void => {
    const mine = ++latest.current;
    timer.stop();
    held.current.wanted = false;
    readAt.current = Date.now();
    setSeen((before) => ({ ...before, failure: null, reading: true }));
    port.look().then(
      (look) => {
        if (mine === latest.current) setSeen({ look, failure: null, behind: false, reading: false });
      },
      (error: unknown) => {
        const failure = { reason: error instanceof PaneError ? error.message : null };
        if (mine === latest.current) setSeen(({ look }) => (look === null ? { look, failure, behind: false, reading: false } : { look, failure: null, behind: true, reading: false }));
      },
    );
  }, [port, timer]);

  const readUnlessHeld = useCallback((): void => {
    if (held.current.now) held.current.wanted = true;
    else refresh();
  }, [refresh]);
  const glance = useCallback((): void => {
    if (!timer.waits()) timer.start(readUnlessHeld, Math.max(GLANCE_MS, readAt.current + BETWEEN_MS - Date.now()));
  }, [timer, readUnlessHeld]);
  const hold = useCallback((now: boolean): void => {
    held.current.now = now;
    if (!now && held.current.wanted) glance();
  }, [glance]);

  useEffect(() => {
    refresh();
    const stop = port.onFiguresChanged(() => timer.start(readUnlessHeld, PAUSE_MS));
    // Whoever worked in the sheets comes back to the pane by pressing something in it.
    window.addEventListener('focus', glance);
    return () => {
      timer.stop();
      stop();
      window.removeEventListener('focus', glance);
    };
  }, [port, refresh, readUnlessHeld, glance, timer]);

  return { ...seen, refresh, glance, hold };
}
