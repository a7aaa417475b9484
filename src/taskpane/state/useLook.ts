import { useCallback, useEffect, useRef, useState } from 'react';
import type { WorkbookLook } from '../../jobs/workbookLook';
import { PaneError, type PanePort } from '../port';

/** Someone typing down a column makes many changes; the workbook is read once, when they pause. */
const PAUSE_MS = 800;

export interface LookState {
  /** The last reading that came; null until the first. */
  readonly look: WorkbookLook | null;
  /** The first reading failed; `reason` is null where the failure has no words for a person. */
  readonly failure: { readonly reason: string | null } | null;
  /** Figures changed after this reading. */
  readonly outdated: boolean;
  /** Reads again; the old reading stays in view until the new one is there. */
  readonly refresh: () => void;
}

type Seen = Pick<LookState, 'look' | 'failure' | 'outdated'>;

/** Reads the workbook at once, and again quietly after figures changed by other hands. */
export function useLook(port: PanePort): LookState {
  const [seen, setSeen] = useState<Seen>({ look: null, failure: null, outdated: false });
  const latest = useRef(0);

  const refresh = useCallback((): void => {
    const mine = ++latest.current;
    setSeen((before) => (before.failure === null ? before : { ...before, failure: null }));
    port.look().then(
      (look) => {
        if (mine === latest.current) setSeen({ look, failure: null, outdated: false });
      },
      (error: unknown) => {
        // With an older reading in view there is nothing to say: the next one will tell.
        const failure = { reason: error instanceof PaneError ? error.message : null };
        if (mine === latest.current) setSeen((before) => (before.look === null ? { ...before, failure } : before));
      },
    );
  }, [port]);

  useEffect(() => {
    refresh();
    let pause: ReturnType<typeof setTimeout> | undefined;
    const stop = port.onFiguresChanged(() => {
      setSeen((before) => (before.outdated ? before : { ...before, outdated: true }));
      clearTimeout(pause);
      pause = setTimeout(refresh, PAUSE_MS);
    });
    return () => {
      clearTimeout(pause);
      stop();
    };
  }, [port, refresh]);

  return { ...seen, refresh };
}
