import { useCallback } from 'react';
import { Button, makeStyles, mergeClasses } from '../fluent';
import type { KpiHistory, LoggedEvaluation, WorkbookLook } from '../../jobs/workbookLook';
import { Mark } from '../parts/Mark';
import { Message } from '../parts/Message';
import { usePage } from '../parts/page';
import { ReadView } from '../parts/ReadView';
import { usePane } from '../state/usePane';
import { useRead } from '../state/useRead';
import { historyWords } from './historyWords';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyleType: 'none' },
  line: { display: 'flex', columnGap: '8px' },
  plain: { margin: 0, paddingLeft: '16px' },
});

type HistoryRead = ReturnType<typeof useRead<KpiHistory>>;

/** The history of a KPI: read when the KPI is opened, not with the list. */
export const useHistory = (look: WorkbookLook, id: string): HistoryRead => useRead(useCallback(() => look.history(id), [look, id]));

interface Props {
  readonly read: HistoryRead;
}

/** What the last evaluation found changed, in a few words beside the mark; nothing until it is known. */
export function LastChange({ read: { state } }: Props) {
  const page = usePage();
  const { strings } = usePane();
  const words = historyWords[strings.language];
  const last = state.kind === 'read' ? state.value.evaluations[0] : undefined;
  if (last === undefined) return null;
  return (
    <section aria-label={words.title} className={page.small}>
      <span className={page.quiet}>{words.title}</span> <span lang="ja">{last.changes}</span>
    </section>
  );
}

/** The last few evaluations, the figures corrected since, and what is still to be written. */
export function History({ read }: Props) {
  const page = usePage();
  const { strings } = usePane();
  const words = historyWords[strings.language];
  return (
    <section className={page.column} aria-label={words.record}>
      <h2 className={page.section}>{words.record}</h2>
      <ReadView read={read} text={words.reading}>{(history) => <Known history={history} />}</ReadView>
    </section>
  );
}

function Known({ history: { evaluations, corrections, writing, place } }: { readonly history: KpiHistory }) {
  const styles = useStyles();
  const page = usePage();
  const { strings, goTo } = usePane();
  const words = historyWords[strings.language];
  return (
    <>
      {writing !== null && <Message intent="warning" lines={[writing === 'missing' ? words.missing : words.draft(writing.of, writing.now)]} />}
      {evaluations.length === 0
        ? <p className={mergeClasses(page.small, page.quiet)}>{words.none}</p>
        : <ul className={styles.list}>{evaluations.map((one, index) => <li key={index}><Evaluation evaluation={one} /></li>)}</ul>}
      {corrections.length > 0 && (
        <>
          <h3 className={page.small}>{words.corrections}</h3>
          <ul className={mergeClasses(page.small, styles.plain)} lang="ja">{corrections.map((one, index) => <li key={index}>{one.text}（{one.at}）</li>)}</ul>
        </>
      )}
      {place !== null && <div className={page.actions}><Button size="small" onClick={() => goTo(place)}>{words.goToLog}</Button></div>}
    </>
  );
}

function Evaluation({ evaluation: { mark, month, at, actual, target } }: { readonly evaluation: LoggedEvaluation }) {
  const styles = useStyles();
  const page = usePage();
  const { strings } = usePane();
  const words = historyWords[strings.language];
  return (
    <div className={styles.line}>
      <Mark mark={mark} />
      <div>
        <p className={page.small}>{words.figures(actual, target)}</p>
        <p className={mergeClasses(page.small, page.quiet)}>{words.logged(strings.months[month ?? -1] ?? '', at)}</p>
      </div>
    </div>
  );
}
