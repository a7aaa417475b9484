import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { Place } from '../../jobs/workbookLook';
import { useControls } from '../parts/controls';
import { usePane } from '../state/usePane';
import { tablesWords } from './words';

const useStyles = makeStyles({
  cell: { alignSelf: 'flex-start', fontWeight: tokens.fontWeightSemibold },
  link: { color: tokens.colorBrandForeground1, minHeight: '24px', ':hover': { textDecorationLine: 'underline' } },
});

interface Props {
  /** The cell in words; "" where it is not one cell. */
  readonly cell: string;
  readonly place: Place | null;
}

/** Where something is: leads to the cells. Nothing where there are none. */
export function PlaceLink({ cell, place }: Props) {
  const styles = useStyles();
  const controls = useControls();
  const { strings, goTo } = usePane();
  const { goTo: title } = tablesWords[strings.language];
  if (place === null) return cell === '' ? null : <span className={styles.cell} lang="ja">{cell}</span>;
  return (
    <button type="button" className={mergeClasses(controls.plain, styles.cell, styles.link)} title={title} onClick={() => goTo(place)}>
      {cell === '' ? title : <span lang="ja">{cell}</span>}
    </button>
  );
}
