import { Button } from './fluent';
import { CloseIcon } from './parts/icons';
import { Message } from './parts/Message';
import { usePage } from './parts/page';
import { Running } from './parts/Running';
import type { Strings } from './strings';
import { usePane } from './state/usePane';
import type { TaskRunner, TaskState } from './state/useTask';

interface Props {
  readonly runner: TaskRunner;
}

/** How the last task stands. Its outcome is read out; its phases are only seen. */
export function Status({ runner }: Props) {
  const page = usePage();
  const { strings, start } = usePane();
  const { state, clear } = runner;
  const close = <Button appearance="transparent" size="small" icon={<CloseIcon />} aria-label={strings.dismiss} title={strings.dismiss} onClick={clear} />;
  return (
    <section aria-label={strings.result} className={page.column}>
      {state.kind === 'running' && (
        <Running key={`${state.task.kind}${state.phase}`} text={strings.tasks[state.task.kind].running} phase={strings.phases[state.phase]} whenLong={strings.finishCell} />
      )}
      <div role="status" className={page.column}>
        {state.kind === 'done' && <Message intent={state.outcome.nothing ? 'info' : 'success'} title={titleOf(state, strings)} lines={linesOf(state)} lang="ja" end={close} />}
        {state.kind === 'done' && state.outcome.warnings.length > 0
          && <Message intent="warning" title={strings.warnings(state.outcome.warnings.length)} lines={state.outcome.warnings} lang="ja" />}
        {state.kind === 'failed' && (
          <Message
            intent="error" title={strings.failed} lines={[state.reason ?? strings.failedUnknown]} lang={state.reason === null ? undefined : 'ja'} end={close}
            actions={<Button size="small" onClick={() => start(state.task)}>{strings.retry}</Button>}
          />
        )}
      </div>
    </section>
  );
}

type Done = Extract<TaskState, { kind: 'done' }>;

const titleOf = ({ task, outcome }: Done, strings: Strings): string => (outcome.nothing ? strings.nothing : strings.tasks[task.kind].done);

/** A job with nothing to do says so itself; said twice it would read like a fault. */
const linesOf = ({ outcome }: Done): readonly string[] => (outcome.nothing ? outcome.summary.filter((line) => line !== NOTHING) : outcome.summary);
const NOTHING = '変更はありません。';
