import { useCallback, useState } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '../fluent';
import type { TableHealth, WorkbookLook } from '../../jobs/workbookLook';
import { useControls } from '../parts/controls';
import { Obstacles } from '../parts/Obstacles';
import { ReadAgainIcon } from '../parts/icons';
import { usePage } from '../parts/page';
import { ReadView } from '../parts/ReadView';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { useRead } from '../state/useRead';
import { tickable } from './FindingLine';
import { TableLine } from './TableLine';
import { tablesWords } from './words';

const STATES = ['attention', 'missing', 'right'] as const satisfies readonly TableHealth['state'][];

const useStyles = makeStyles({
  // Beside the counts, the first line of the list, which would lie above it.
  again: { position: 'relative', zIndex: 1, alignSelf: 'flex-end', marginBottom: '-32px' },
  counts: { display: 'flex', columnGap: '16px', rowGap: '4px', flexWrap: 'wrap', margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  tables: { margin: 0, padding: 0, listStyleType: 'none' },
});

interface Props {
  readonly look: WorkbookLook;
}

/** 表の点検: what is right, what is missing and what should be looked at, group by group. */
export default function Tables({ look }: Props) {
  const controls = useControls();
  const page = usePage();
  const styles = useStyles();
  const { strings, refresh, reading } = usePane();
  const read = useRead(useCallback(() => look.tables(), [look]));
  return (
    <div className={page.column}>
      <h1 className={controls.hidden}>{strings.views.tables}</h1>
      <Obstacles />
      <Button className={styles.again} size="small" appearance="subtle" icon={<ReadAgainIcon />} aria-label={strings.readAgain} title={strings.readAgain} disabledFocusable={reading} onClick={refresh} />
      <ReadView read={read}>{(tables) => <List tables={tables} />}</ReadView>
      <Adopt />
      {look.condition !== 'empty' && <Release />}
    </div>
  );
}

/** 名前を外す: the way out, at the end of the view. */
/** The tables that stand in the workbook already. */
function Adopt() {
  const page = usePage();
  const { strings, start } = usePane();
  const words = tablesWords[strings.language].adopt;
  return (
    <section aria-label={strings.tasks.adopt.label} className={page.column}>
      <p className={mergeClasses(page.small, page.quiet)}>{words.what}</p>
      <div className={page.actions}><WriteButton small onClick={() => start({ kind: 'adopt' })}>{words.button}</WriteButton></div>
    </section>
  );
}

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

function List({ tables }: { readonly tables: readonly TableHealth[] }) {
  const styles = useStyles();
  const page = usePage();
  const { strings, start } = usePane();
  const words = tablesWords[strings.language];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const restorable = tables.flatMap((table) => table.findings).flatMap(tickable);
  // What was restored meanwhile is no longer there to be ticked.
  const chosen = restorable.filter((id) => ticked.has(id));
  const tick = (ids: readonly string[], on: boolean): void => {
    const next = new Set(ticked);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setTicked(next);
  };
  if (tables.length === 0) return <p className={page.text}>{words.none}</p>;
  const groups = [...new Set(tables.map((table) => table.group))];
  return (
    <div className={page.column}>
      <ul className={styles.counts} aria-label={words.counts}>
        {STATES.map((state) => <li key={state}>{words.states[state]} <strong>{tables.filter((table) => table.state === state).length}</strong></li>)}
      </ul>
      {tables.every((table) => table.state === 'right') && <p className={mergeClasses(page.small, page.quiet)}>{words.allRight}</p>}
      {groups.map((group) => (
        <section key={group} aria-label={group}>
          <h2 className={mergeClasses(page.section, page.ofTable)}>{group}</h2>
          <ul className={styles.tables}>
            {tables.filter((table) => table.group === group).map((table) => <TableLine key={table.id} table={table} ticked={ticked} onTick={tick} />)}
          </ul>
        </section>
      ))}
      {restorable.length > 0 && (
        <div className={page.foot}>
          <WriteButton primary disabled={chosen.length === 0} hint={chosen.length === 0 ? words.restoreNote : ''} onClick={() => start({ kind: 'recompute', restore: chosen })}>
            {words.restore(chosen.length)}
          </WriteButton>
        </div>
      )}
    </div>
  );
}
