import { MessageBar, MessageBarBody, MessageBarTitle, Text, makeStyles, tokens } from '@fluentui/react-components';
import { Running } from './Running';
import type { Strings } from './strings';
import type { JobState } from './useJob';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, paddingLeft: '16px' },
  // Fluent keeps a bar's title and body on one line; sentences need to wrap.
  bar: { whiteSpace: 'normal', paddingTop: '8px', paddingBottom: '8px' },
});

interface Props {
  readonly strings: Strings;
  readonly state: JobState;
}

/** What the last job did. Screen readers hear it as it changes. */
export function Report({ strings, state }: Props) {
  const styles = useStyles();
  return (
    <section aria-label={strings.report} aria-live="polite" aria-busy={state.kind === 'running'} className={styles.column}>
      {state.kind === 'idle' && <Text size={200} className={styles.quiet}>{strings.noReport}</Text>}
      {state.kind === 'running' && <Running key={state.job} text={strings.jobs[state.job].running} whenLong={strings.finishCell} />}
      {state.kind === 'failed' && <Bar intent="error" title={strings.failed} lines={[state.reason ?? strings.failedUnknown]} />}
      {state.kind === 'done' && <Bar intent="success" title={strings.jobs[state.job].done} lines={state.report.summary} />}
      {state.kind === 'done' && state.report.warnings.length > 0
        && <Bar intent="warning" title={strings.warnings(state.report.warnings.length)} lines={state.report.warnings} />}
    </section>
  );
}

interface BarProps {
  readonly intent: 'success' | 'warning' | 'error';
  readonly title: string;
  readonly lines: readonly string[];
}

function Bar({ intent, title, lines }: BarProps) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {lines.length === 1 && <div>{lines[0]}</div>}
        {/* Two rows may well bring the same sentence, so the place is the key. */}
        {lines.length > 1 && <ul className={styles.list}>{lines.map((line, index) => <li key={index}>{line}</li>)}</ul>}
      </MessageBarBody>
    </MessageBar>
  );
}
