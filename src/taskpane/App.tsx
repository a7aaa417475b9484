import { useEffect, useMemo, useRef, useState } from 'react';
import { makeStyles } from './fluent';
import type { Task } from '../jobs/task';
import type { Place, WorkbookLook } from '../jobs/workbookLook';
import { Behind } from './Behind';
import { Confirm } from './Confirm';
import { FirstRun } from './FirstRun';
import { Frame } from './Frame';
import { LookFailed } from './parts/LookFailed';
import { Message } from './parts/Message';
import { usePage } from './parts/page';
import { Running } from './parts/Running';
import { PaneError, type PanePort, type PaneRequest } from './port';
import type { Strings } from './strings';
import { Keeper } from './state/Keeper';
import { PaneContext, type Pane } from './state/usePane';
import { useLeave } from './state/useLeave';
import { useLook } from './state/useLook';
import { useTask } from './state/useTask';
import { navView, Views, type Shown } from './Views';

const useStyles = makeStyles({ wait: { paddingTop: '24px' } });

const FREE: WorkbookLook['obstacles'] = { readOnly: null, locked: null };

interface Props {
  readonly port: PanePort;
  readonly strings: Strings;
}

/** The pane once Office is there: one reading in view, one task at a time. */
export function App({ port, strings }: Props) {
  const styles = useStyles();
  const page = usePage();
  const { look, failure, behind, reading, refresh, glance, hold } = useLook(port);
  const runner = useTask(port, refresh);
  const guard = useLeave();
  const [shown, setShown] = useState<Shown>({ view: 'home' });
  const [month, setMonth] = useState<number | null>(null);
  const [skipped, setSkipped] = useState(false);
  const [lost, setLost] = useState<string | null>(null);
  const { state, busy, start, clear } = runner;
  const { leave } = guard;

  /** Requests come at any time; each is answered by the pane as it is at that moment. */
  const latest = useRef<(request: PaneRequest) => void>(() => undefined);

  const pane = useMemo<Pane>(() => ({
    strings,
    busy,
    obstacles: look?.obstacles ?? FREE,
    refresh,
    reading,
    start: (task: Task) => {
      setLost(null);
      start(task);
    },
    goTo: (place: Place) => {
      setLost(null);
      port.goTo(place).catch((error: unknown) => setLost(error instanceof PaneError ? error.message : strings.failedUnknown));
    },
    open: (view) => latest.current({ kind: 'show', view }),
    leave,
  }), [strings, busy, look, refresh, reading, start, leave, port]);
  useEffect(() => hold(busy), [hold, busy]);

  const show = (next: Shown): void => {
    const goOn = (): void => {
      clear();
      setLost(null);
      setShown(next);
      if (next.view !== shown.view) glance();
    };
    // The form keeps what is typed in it while it stays.
    if (next.view === 'entry' && shown.view === 'entry') goOn();
    else leave(goOn);
  };
  const answer = (request: PaneRequest): void => {
    if (request.kind === 'show') show({ view: request.view });
    // As its button here would: at the month chosen here.
    else start(request.task.kind === 'evaluate' ? { ...request.task, asOf: request.task.asOf ?? month } : request.task);
  };
  useEffect(() => {
    latest.current = answer;
  });
  useEffect(() => port.onRequest((request) => latest.current(request)), [port]);
  // The month may have been chosen anew since.
  const retry = (task: Task): void => pane.start(task.kind === 'evaluate' ? { ...task, asOf: month ?? look?.suggestedMonth ?? task.asOf } : task);
  const first = look?.condition === 'empty' && shown.view === 'home' && !skipped && !port.firstRun.seen();
  const skip = (): void => {
    port.firstRun.leave();
    setSkipped(true);
  };

  return (
    <PaneContext value={pane}>
      <Keeper task={state}>
        <Frame view={navView(shown.view)} bare={first} runner={runner} onRetry={retry} guard={guard} onShow={(view) => show({ view })}>
          {lost !== null && <div role="alert"><Message intent="error" lines={[lost]} /></div>}
          {state.kind === 'asking' && <Confirm asking={state} onYes={runner.agree} onNo={clear} />}
          {/* What is typed in a view stays there while a question takes its place. */}
          <div hidden={state.kind === 'asking'}>
            {look === null && failure === null && <div className={styles.wait}><Running text={strings.reading} whenLong={strings.finishCell} /></div>}
            <div role="status">{behind && <Behind />}</div>
            {failure !== null && <><h1 className={page.title}>{strings.product}</h1><LookFailed reason={failure.reason} onRetry={refresh} /></>}
            {first && <FirstRun adoptable={look.adoptable} onLayout={(sample) => start({ kind: 'layout', sample })} onLater={skip} />}
            {look !== null && !first && (
              <Views port={port} look={look} shown={shown} chosen={month} onChosen={setMonth} onShow={show} task={state} onUnsaved={guard.onUnsaved} />
            )}
          </div>
        </Frame>
      </Keeper>
    </PaneContext>
  );
}
