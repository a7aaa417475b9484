import { useEffect, useRef, useState } from 'react';
import { Text, Title3, makeStyles, tokens } from '@fluentui/react-components';
import { JobButtons } from './JobButtons';
import { MonthField } from './MonthField';
import { lastEndedMonth } from './month';
import type { PanePort } from './port';
import { Report } from './Report';
import type { Strings } from './strings';
import { useJob } from './useJob';

const useStyles = makeStyles({
  // Japanese lines break between phrases where the browser knows how.
  page: { display: 'flex', flexDirection: 'column', rowGap: '12px', padding: '20px', wordBreak: 'auto-phrase' },
  // The top right corner belongs to Office's own menu: 34 × 32 px on a Mac.
  header: { display: 'flex', flexDirection: 'column', rowGap: '4px', paddingRight: '16px' },
  product: { margin: 0, fontSize: tokens.fontSizeBase500 },
  report: { scrollMarginBottom: '20px' },
  lead: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly port: PanePort;
  readonly strings: Strings;
}

export function App({ port, strings }: Props) {
  const styles = useStyles();
  const [month, setMonth] = useState(() => lastEndedMonth(new Date()));
  const { state, run } = useJob(port);
  const report = useRef<HTMLDivElement>(null);
  const busy = state.kind === 'running';

  // On the smallest pane the report lies below the fold.
  useEffect(() => {
    if (state.kind !== 'idle') report.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);

  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <Title3 as="h1" className={styles.product}>{strings.product}</Title3>
        <Text size={200} className={styles.lead}>{strings.lead}</Text>
      </header>
      <MonthField strings={strings} month={month} disabled={busy} onChange={setMonth} />
      <JobButtons strings={strings} busy={busy} onRun={(job) => run(job, month)} />
      <div ref={report} className={styles.report}><Report strings={strings} state={state} /></div>
    </main>
  );
}
