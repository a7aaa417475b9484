import { useId } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { JOBS, type Job } from './port';
import type { Strings } from './strings';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '12px', rowGap: '8px', alignItems: 'center' },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface Props {
  readonly strings: Strings;
  readonly busy: boolean;
  readonly onRun: (job: Job) => void;
}

/** One line a job: the button, and beside it what will happen and what will not. */
export function JobButtons({ strings, busy, onRun }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.list} role="group" aria-label={strings.actions}>
      {JOBS.flatMap((job) => {
        const { label, hint } = strings.jobs[job];
        // Busy buttons stay focusable, so that the keyboard does not lose its place.
        return [
          <Button key={job} disabledFocusable={busy} aria-describedby={`${id}${job}`} onClick={() => onRun(job)}>{label}</Button>,
          <span key={`${job}-hint`} id={`${id}${job}`} className={styles.hint}>{hint}</span>,
        ];
      })}
    </div>
  );
}
