import { Button, makeStyles, mergeClasses } from '../fluent';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { entryWords } from './words';

const useStyles = makeStyles({
  // A long message wraps rather than push the button away.
  news: { flexGrow: 1, flexBasis: '80px', minWidth: 0 },
  button: { minWidth: 'auto', padding: '4px 8px', whiteSpace: 'nowrap' },
});

interface Props {
  readonly changed: number;
  readonly refused: number;
  /** The last thing that happened, e.g. a paste; "" for nothing to tell. */
  readonly news: string;
  readonly onWrite: () => void;
  readonly onDiscard: () => void;
}

/** What is not in the workbook yet, and the one button that puts it there. */
export function WriteBar({ changed, refused, news, onWrite, onDiscard }: Props) {
  const styles = useStyles();
  const page = usePage();
  const { strings } = usePane();
  const words = entryWords[strings.language];
  const typed = changed + refused > 0;
  const count = refused > 0 ? words.refused(refused) : words.unsaved(changed);
  return (
    <div className={page.foot}>
      <span role="status" className={mergeClasses(page.small, page.quiet, styles.news)}>{news === '' ? count : `${news}${refused > 0 ? count : ''}`}</span>
      {typed && <Button className={styles.button} onClick={onDiscard}>{words.discard}</Button>}
      <div><WriteButton primary disabled={!typed} hint={typed ? '' : words.nothing} onClick={onWrite}>{words.write(changed)}</WriteButton></div>
    </div>
  );
}
