import { makeStyles } from '../fluent';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '4px' } });

interface Props {
  readonly asOf: number;
  /** Tables are missing: laying them out comes first. */
  readonly incomplete: boolean;
}

/** The jobs of the month, a button each. */
export function Actions({ asOf, incomplete }: Props) {
  const styles = useStyles();
  const { strings: { home, tasks }, start } = usePane();
  return (
    <div className={styles.row} role="group" aria-label={home.actions}>
      <WriteButton dense primary={!incomplete} hint={tasks.evaluate.hint} onClick={() => start({ kind: 'evaluate', asOf })}>{tasks.evaluate.label}</WriteButton>
      <WriteButton dense hint={tasks.recompute.hint} onClick={() => start({ kind: 'recompute', restore: [] })}>{tasks.recompute.label}</WriteButton>
      <WriteButton dense hint={tasks.summary.hint} onClick={() => start({ kind: 'summary' })}>{tasks.summary.label}</WriteButton>
      <WriteButton dense primary={incomplete} hint={tasks.layout.hint} onClick={() => start({ kind: 'layout', sample: false })}>{tasks.layout.label}</WriteButton>
    </div>
  );
}
