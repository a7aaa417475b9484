import { useEffect, useState } from 'react';
import { makeStyles } from './fluent';
import { App } from './App';
import { Running } from './parts/Running';
import { StopPage } from './parts/StopPage';
import type { PanePort } from './port';
import { languageTag, stringsFor } from './strings';

/** Where the library's files are blocked it never reports at all. */
const WATCHDOG_MS = 10_000;

type Phase = 'waiting' | 'late' | 'notInExcel' | 'ready';

const useStyles = makeStyles({ wait: { padding: '40px 20px' } });

interface Props {
  readonly port: PanePort;
  /** True in Excel, false in a plain browser; may never settle. */
  readonly ready: () => Promise<boolean>;
  readonly language: () => string;
}

/** Waits for Office, and says so when it does not come. */
export function Start({ port, ready, language }: Props) {
  const styles = useStyles();
  const [phase, setPhase] = useState<Phase>('waiting');
  useEffect(() => {
    const watchdog = setTimeout(() => setPhase('late'), WATCHDOG_MS);
    const settle = (next: Phase): void => {
      clearTimeout(watchdog);
      setPhase(next);
    };
    // A late answer still counts: it takes the message away again.
    ready().then((inExcel) => settle(inExcel ? 'ready' : 'notInExcel'), () => settle('late'));
    return () => clearTimeout(watchdog);
  }, [ready]);

  const spoken = language();
  useEffect(() => {
    document.documentElement.lang = languageTag(spoken);
  }, [spoken]);

  const strings = stringsFor(spoken);
  if (phase === 'ready') return <App port={port} strings={strings} />;
  if (phase === 'waiting') return <div className={styles.wait}><Running text={strings.starting} /></div>;
  return <StopPage text={phase === 'late' ? strings.officeLate : strings.notInExcel} retry={strings.retry} />;
}
