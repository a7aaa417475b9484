import { makeStyles, mergeClasses } from '../fluent';
import type { Place } from '../../jobs/workbookLook';
import { usePane } from '../state/usePane';
import { CellLink } from './CellLink';
import { useAdoptStyles } from './styles';
import { useSteps } from './useSteps';
import { adoptWords } from './words';

/** A long list is read from its beginning; the rest comes when it is asked for. */
const MOST = 12;

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', maxWidth: '360px' },
  figures: { marginLeft: 'auto', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  note: { flexBasis: '100%' },
});

/** A cell, what it shows now and what it would show. */
export interface CellChange {
  readonly place: Place;
  readonly before: string;
  readonly after: string;
  readonly notes: readonly string[];
}

interface Props {
  readonly label: string;
  readonly changes: readonly CellChange[];
}

export function ChangeList({ label, changes }: Props) {
  const styles = useStyles();
  const adopt = useAdoptStyles();
  const { strings } = usePane();
  const words = adoptWords[strings.language];
  const { shown, more } = useSteps(changes, MOST);
  const said = (text: string): string => (text === '' ? words.empty : text);
  return (
    <>
      <ul className={adopt.list} aria-label={label}>
        {shown.map(({ place, before, after, notes }, index) => (
          <li key={index} className={styles.line}>
            <CellLink place={place} bare />
            <span className={styles.figures}><span className={adopt.quiet}>{said(before)}</span> → <strong>{said(after)}</strong></span>
            {notes.length > 0 && <span lang="ja" className={mergeClasses(styles.note, adopt.quiet)}>{notes.join('')}</span>}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
