import { startTransition, useEffect, useState } from 'react';
import { useTimer } from '../state/useTimer';
import { UNDECIDED, type Decisions } from './decisions';
import type { Found } from './useFound';

/** Thinking dozens of tables through takes longer than a person waits for a tick to show: it begins when they pause. */
const PAUSE_MS = 150;

/** The decisions as they were when a person last paused; over another reading of the workbook, as they are: what no longer fits it is gone at once. */
export function useSettled(decisions: Decisions, found: Found | null): Decisions {
  const [settled, setSettled] = useState({ decisions, found });
  const timer = useTimer();
  useEffect(() => {
    timer.start(() => startTransition(() => setSettled({ decisions, found })), PAUSE_MS);
    return timer.stop;
  }, [decisions, found, timer]);
  // Nothing decided needs no thinking.
  return decisions === UNDECIDED || settled.found !== found ? decisions : settled.decisions;
}
