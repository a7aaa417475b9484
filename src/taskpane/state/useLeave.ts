import { useCallback, useRef, useState } from 'react';

export interface LeaveGuard {
  /** Typed figures that are not in the workbook. */
  readonly unsaved: number;
  readonly onUnsaved: (count: number) => void;
  /** Goes on at once, or keeps the step until the person has answered. */
  readonly leave: (goOn: () => void) => void;
  readonly asking: boolean;
  readonly discard: () => void;
  readonly stay: () => void;
}

/** Stands between typed figures and whatever would lose them. */
export function useLeave(): LeaveGuard {
  const [unsaved, setUnsaved] = useState(0);
  const [step, setStep] = useState<{ readonly goOn: () => void } | null>(null);
  // Requests of the ribbon come from outside React and need the count of this moment.
  const current = useRef(0);
  const onUnsaved = useCallback((count: number): void => {
    current.current = count;
    setUnsaved(count);
    // With nothing left to lose the question falls away.
    if (count === 0) setStep(null);
  }, []);
  const leave = useCallback((goOn: () => void): void => {
    if (current.current === 0) goOn();
    else setStep({ goOn });
  }, []);
  const discard = (): void => {
    onUnsaved(0);
    step?.goOn();
  };
  return { unsaved, onUnsaved, leave, asking: step !== null, discard, stay: () => setStep(null) };
}
