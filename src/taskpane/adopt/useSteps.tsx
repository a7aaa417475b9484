import { useState, type ReactNode } from 'react';
import { Button } from '../fluent';
import { usePane } from '../state/usePane';
import { adoptWords } from './words';

/** Lines that come at once: a pasted text can have thousands, and the pane must stay quick. */
export const STEP = 200;

interface Steps<T> {
  readonly shown: readonly T[];
  /** The button that brings the next ones; null where all are shown. */
  readonly more: ReactNode;
}

/** A long list from its beginning; the others come step by step when they are asked for. */
export function useSteps<T>(items: readonly T[], first: number): Steps<T> {
  const { strings } = usePane();
  const [most, setMost] = useState(first);
  const rest = items.length - most;
  const more = rest > 0
    ? <div><Button size="small" onClick={() => setMost(most + STEP)}>{adoptWords[strings.language].more(Math.min(rest, STEP), rest)}</Button></div>
    : null;
  return { shown: items.slice(0, most), more };
}
