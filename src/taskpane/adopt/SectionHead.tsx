import { useId } from 'react';
import { Button, makeStyles, mergeClasses } from '../fluent';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { useAdoptStyles } from './styles';
import { adoptWords } from './words';

const useStyles = makeStyles({ head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px', minHeight: '32px' }, button: { flexShrink: 0, minWidth: 'auto' } });

interface Props {
  readonly title: string;
  /** Of the list below: how many can be ticked, and whether all are. */
  readonly count: number;
  readonly all: boolean;
  readonly onAll: (ticked: boolean) => void;
}

/** Above a list to tick: its title, and all or none at once. */
export function SectionHead({ title, count, all, onAll }: Props) {
  const styles = useStyles();
  const page = usePage();
  const adopt = useAdoptStyles();
  const id = useId();
  const { strings } = usePane();
  const words = adoptWords[strings.language];
  return (
    <div className={styles.head}>
      <h2 id={id} className={page.section}>{title}</h2>
      {count > 1 && <Button size="small" appearance="subtle" aria-describedby={id} className={mergeClasses(styles.button, adopt.edge)} onClick={() => onAll(!all)}>{all ? words.none : words.all}</Button>}
    </div>
  );
}
