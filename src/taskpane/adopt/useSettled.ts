import { startTransition, useEffect, useState } from 'react';
import { useTimer } from '../state/useTimer';
import { UNDECIDED, type Decisions } from './decisions';

/** Thinking dozens of tables through takes longer than a person waits for a tick to show: it begins when they pause. */
const PAUSE_MS = 150;

/** The decisions as they were when a person last paused. */
export function useSettled(decisions: Decisions): Decisions {
  const [settled, setSettled] = useState(decisions);
  const timer = useTimer();
  useEffect(() => {
    timer.start(() => startTransition(() => setSettled(decisions)), PAUSE_MS);
    return timer.stop;
  }, [decisions, timer]);
  // Nothing decided needs no thinking.
  return decisions === UNDECIDED ? UNDECIDED : settled;
}
