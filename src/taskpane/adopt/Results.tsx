import { useMemo } from 'react';
import { mergeClasses } from '../fluent';
import { Message } from '../parts/Message';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { decide, isChoosable, isTicked, type Decisions } from './decisions';
import { Options } from './Options';
import { TableLists } from './TableLists';
import type { Found } from './useFound';
import { useSettled } from './useSettled';
import { adoptWords } from './words';

interface Props {
  /** null: not read yet. */
  readonly found: Found | null;
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
}

/** What was found and what would become of it, with the button that does it. */
export function Results({ found, decisions, onDecide }: Props) {
  const page = usePage();
  const { strings, start } = usePane();
  const words = adoptWords[strings.language];
  // A press is answered at once; what follows from it is thought through after.
  const settled = useSettled(decisions, found);
  const decided = useMemo(() => found && decide(found.tables, found.first, settled), [found, settled]);
  const tables = found?.first.tables ?? [];
  const free = tables.filter((table) => table.status !== 'bound');
  const chosen = tables.filter((table) => isTicked(decisions, table)).length;
  const nameable = tables.filter((table) => table.status === 'bind').length;
  const choosable = tables.some(isChoosable);
  return (
    <>
      <p role="status" className={page.text}>{found !== null && tables.length > 0 && (free.length === 0 ? words.allNamed : words.found(free.length, nameable))}</p>
      {found !== null && decided !== null && (
        <>
          {tables.length === 0 && <><Message intent="info" lines={found.first.warnings} lang="ja" /><p className={mergeClasses(page.small, page.quiet)}>{words.soughtFor}</p></>}
          {tables.length > 0 && free.length === 0 && <p className={mergeClasses(page.small, page.quiet)}>{words.next}</p>}
          <TableLists first={found.first} thought={decided.thought} rows={found.tables.rows} decisions={decisions} onDecide={onDecide} />
          <Options thought={decided.thought} decisions={decisions} onDecide={onDecide} />
          {choosable && (
            <div className={page.foot}>
              <span className={mergeClasses(page.small, page.quiet)}>{words.chosen(chosen)}</span>
              <WriteButton primary disabled={chosen === 0} hint={chosen === 0 ? words.chooseFirst : ''} onClick={() => start({ kind: 'adopt', request: (settled === decisions ? decided : decide(found.tables, found.first, decisions)).request })}>{words.bind}</WriteButton>
            </div>
          )}
        </>
      )}
    </>
  );
}
