import { Button, makeStyles, mergeClasses } from './fluent';
import { usePage } from './parts/page';
import { WriteButton } from './parts/WriteButton';
import { usePane } from './state/usePane';

const useStyles = makeStyles({
  page: { rowGap: '16px' },
  choices: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

interface Props {
  readonly onLayout: (sample: boolean) => void;
  readonly onLater: () => void;
}

/** An empty workbook, opened for the first time. */
export function FirstRun({ onLayout, onLater }: Props) {
  const page = usePage();
  const styles = useStyles();
  const { strings: { firstRun } } = usePane();
  return (
    <div className={mergeClasses(page.column, styles.page)}>
      <h1 className={page.large}>{firstRun.title}</h1>
      <p className={page.text}>{firstRun.text}</p>
      <div className={styles.choices}>
        <WriteButton primary onClick={() => onLayout(false)}>{firstRun.standard}</WriteButton>
        <WriteButton onClick={() => onLayout(true)}>{firstRun.sample}</WriteButton>
        <Button appearance="subtle" onClick={onLater}>{firstRun.later}</Button>
      </div>
      <p className={mergeClasses(page.small, page.quiet)}>{firstRun.note}</p>
    </div>
  );
}
