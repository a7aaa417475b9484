import type { ReactNode } from 'react';
import type { Task } from '../jobs/task';
import { Button } from './fluent';
import { CloseIcon } from './parts/icons';
import { Message } from './parts/Message';
import { WriteButton } from './parts/WriteButton';
import { usePage } from './parts/page';
import { Running } from './parts/Running';
import { usePane } from './state/usePane';
import type { Outcome, TaskRunner } from './state/useTask';

interface Props {
  readonly runner: TaskRunner;
  /** Tries again what failed, as it would be asked for now. */
  readonly onRetry: (task: Task) => void;
}

/** How the last task stands. Its outcome is read out; its phases are only seen. */
export function Status({ runner, onRetry }: Props) {
  const page = usePage();
  const { strings } = usePane();
  const { state, clear } = runner;
  const close = <Button appearance="transparent" size="small" icon={<CloseIcon />} aria-label={strings.dismiss} title={strings.dismiss} onClick={clear} />;
  return (
    <section aria-label={strings.result} className={page.column}>
      {state.kind === 'running' && (
        <Running key={`${state.task.kind}${state.phase}`} text={strings.tasks[state.task.kind].running} phase={strings.phases[state.phase]} whenLong={strings.finishCell} />
      )}
      <div role="status" className={page.column}>
        {state.kind === 'done' && <Done task={state.task} outcome={state.outcome} close={close} />}
        {state.kind === 'failed' && (
          <Message
            intent="error" title={strings.failed} lines={[state.reason ?? strings.failedUnknown, ...(isEntry(state.task) ? [strings.writeAgain] : [])]}
            lang={state.reason === null ? undefined : 'ja'} end={close}
            actions={isEntry(state.task) ? undefined : <Button size="small" onClick={() => onRetry(state.task)}>{strings.retry}</Button>}
          />
        )}
      </div>
    </section>
  );
}

/** The fields may say something else by now than the task that failed: only the form can write again. */
const isEntry = (task: Task): boolean => task.kind === 'enter';

interface DoneProps {
  readonly task: Task;
  readonly outcome: Outcome;
  readonly close: ReactNode;
}

/** What was done, or why not; green only where something was. */
function Done({ task, outcome: { kind, summary, warnings, restore }, close }: DoneProps) {
  const { strings, start } = usePane();
  const words = strings.tasks[task.kind];
  if (kind === 'refused') return <Message intent="warning" title={words.refused} lines={warnings} lang="ja" end={close} />;
  return (
    <>
      <Message
        intent={kind === 'changed' ? 'success' : 'info'} title={kind === 'changed' ? words.done : strings.nothing} lines={summary} lang="ja" end={close}
        actions={restore === null ? undefined : <WriteButton small onClick={() => start({ kind: 'restore', id: restore })}>{strings.takeBack}</WriteButton>}
      />
      {warnings.length > 0 && <Message intent="warning" title={strings.warnings(warnings.length)} lines={warnings} lang="ja" />}
    </>
  );
}
