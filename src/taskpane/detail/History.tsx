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

interface Props {
  readonly look: WorkbookLook;
  readonly id: string;
}

/** What changed of a KPI since the evaluation before, and its earlier ones: read when the KPI is opened, not with the list. */
export function History({ look, id }: Props) {
  const page = usePage();
  const { strings } = usePane();
  const words = historyWords[strings.language];
  const read = useRead(useCallback(() => look.history(id), [look, id]));
  return (
    <section className={page.column} aria-label={words.title}>
      <h2 className={page.section}>{words.title}</h2>
      <ReadView read={read} text={words.reading}>{(history) => <Known history={history} />}</ReadView>
    </section>
  );
}

function Known({ history: { evaluations, corrections, writing, place } }: { readonly history: KpiHistory }) {
  const styles = useStyles();
  const page = usePage();
  const { strings, goTo } = usePane();
  const words = historyWords[strings.language];
  const [last, ...earlier] = evaluations;
  return (
    <>
      {writing !== null && <Message intent="warning" lines={[writing === 'missing' ? words.missing : words.draft(writing.of, writing.now)]} />}
      {last === undefined ? <p className={mergeClasses(page.small, page.quiet)}>{words.none}</p> : (
        <div>
          <p className={page.small} lang="ja">{last.changes}</p>
          <p className={mergeClasses(page.small, page.quiet)}>{words.logged(strings.months[last.month ?? -1] ?? '', last.at)}</p>
        </div>
      )}
      {earlier.length > 0 && (
        <>
          <h3 className={page.small}>{words.earlier}</h3>
          <ul className={styles.list}>{earlier.map((one, index) => <li key={index}><Evaluation evaluation={one} /></li>)}</ul>
        </>
      )}
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
