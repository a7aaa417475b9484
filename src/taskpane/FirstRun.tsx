import { useId } from 'react';
import { Button, makeStyles, mergeClasses } from './fluent';
import { useControls } from './parts/controls';
import { usePage } from './parts/page';
import { WriteButton } from './parts/WriteButton';
import { usePane } from './state/usePane';

const useStyles = makeStyles({
  page: { rowGap: '16px' },
  text: { paddingBottom: '8px' },
  choices: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

interface Props {
  /** There is something on the sheets: what a clerk has comes first. */
  readonly adoptable: boolean;
  readonly onLayout: (sample: boolean) => void;
  readonly onLater: () => void;
}

/** A workbook with nothing of ours, opened for the first time. */
export function FirstRun({ adoptable, onLayout, onLater }: Props) {
  const page = usePage();
  const styles = useStyles();
  const controls = useControls();
  const id = useId();
  const { strings: { firstRun }, open } = usePane();
  const adopt = (
    <>
      <Button appearance={adoptable ? 'primary' : 'subtle'} aria-describedby={id} onClick={() => open('adopt')}>{firstRun.adopt}</Button>
      <span id={id} className={adoptable ? mergeClasses(page.small, page.quiet, styles.text) : controls.hidden}>{firstRun.adoptText}</span>
    </>
  );
  return (
    <div className={mergeClasses(page.column, styles.page)}>
      <h1 className={page.large}>{firstRun.title}</h1>
      <p className={page.text}>{firstRun.text}</p>
      <div className={styles.choices}>
        {adoptable && adopt}
        <WriteButton primary={!adoptable} onClick={() => onLayout(false)}>{firstRun.standard}</WriteButton>
        <WriteButton onClick={() => onLayout(true)}>{firstRun.sample}</WriteButton>
        {!adoptable && adopt}
        <Button appearance="subtle" onClick={onLater}>{firstRun.later}</Button>
      </div>
      <p className={mergeClasses(page.small, page.quiet)}>{firstRun.note}</p>
    </div>
  );
}
