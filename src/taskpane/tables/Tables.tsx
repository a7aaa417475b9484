import { useCallback } from 'react';
import { Button, makeStyles, mergeClasses } from '../fluent';
import type { WorkbookLook } from '../../jobs/workbookLook';
import { useControls } from '../parts/controls';
import { Obstacles } from '../parts/Obstacles';
import { ReadAgainIcon } from '../parts/icons';
import { usePage } from '../parts/page';
import { ReadView } from '../parts/ReadView';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { useRead } from '../state/useRead';
import { Odd } from './Odd';
import { Others } from './Others';
import { Reminders } from './Reminders';
import { Restore } from './Restore';
import { TableList } from './TableList';
import { toldOnce, type Told } from './told';
import { tablesWords } from './words';

const useStyles = makeStyles({
  // Beside the first heading, which would lie above it.
  again: { position: 'relative', zIndex: 1, alignSelf: 'flex-end', marginBottom: '-32px' },
});

interface Props {
  readonly look: WorkbookLook;
}

/** 点検: what is odd in the figures, the state of the tables, and what is still to be typed. */
export default function Tables({ look }: Props) {
  const controls = useControls();
  const page = usePage();
  const styles = useStyles();
  const { strings, refresh, reading } = usePane();
  const read = useRead(useCallback(async (): Promise<Told> => toldOnce(...await Promise.all([look.tables(), look.checks()])), [look]));
  return (
    <div className={page.column}>
      <h1 className={controls.hidden}>{strings.views.tables}</h1>
      <Obstacles />
      {look.adoptable && <Others />}
      <Button className={styles.again} size="small" appearance="subtle" icon={<ReadAgainIcon />} aria-label={strings.readAgain} title={strings.readAgain} disabledFocusable={reading} onClick={refresh} />
      <ReadView read={read}>
        {({ checks, tables }) => {
          // Where nothing of ours stands, or nothing can be read, there is nothing to be said of figures.
          const isChecked = checks.rows > 0 || checks.open.length > 0;
          return (
            <>
              {isChecked && <Odd checks={checks} />}
              <TableList tables={tables} />
              {isChecked && <Reminders reminders={checks.reminders} />}
            </>
          );
        }}
      </ReadView>
      <Restore lines={look.restore} />
      {!look.adoptable && <Others />}
      {look.condition !== 'empty' && <Release />}
    </div>
  );
}

/** 名前を外す: the way out, at the end of the view. */
function Release() {
  const page = usePage();
  const { strings, start } = usePane();
  const words = tablesWords[strings.language].release;
  return (
    <section aria-label={strings.tasks.release.label} className={page.column}>
      <p className={mergeClasses(page.small, page.quiet)}>{words.what}</p>
      <div className={page.actions}><WriteButton small onClick={() => start({ kind: 'release' })}>{words.button}</WriteButton></div>
    </section>
  );
}
