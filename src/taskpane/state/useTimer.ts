import { useState } from 'react';

export interface Timer {
  /** Whether something is to be done. */
  readonly waits: () => boolean;
  /** Does `work` after `ms`, instead of what was to be done. */
  readonly start: (work: () => void, ms: number) => void;
  readonly stop: () => void;
}

/** One thing to be done later, the same through the life of a component. */
export function useTimer(): Timer {
  const [timer] = useState(createTimer);
  return timer;
}

function createTimer(): Timer {
  let pending: ReturnType<typeof setTimeout> | null = null;
  const stop = (): void => {
    if (pending !== null) clearTimeout(pending);
    pending = null;
  };
  const start = (work: () => void, ms: number): void => {
    stop();
    pending = setTimeout(() => {
      pending = null;
      work();
    }, ms);
  };
  return { waits: () => pending !== null, start, stop };
}
