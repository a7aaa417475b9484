import { useCallback, useEffect, useState } from 'react';
import { makeStyles } from '../fluent';
import type { MissingRow, WorkbookLook } from '../../jobs/workbookLook';
import { Choice } from '../parts/Choice';
import { useControls } from '../parts/controls';
import { Obstacles } from '../parts/Obstacles';
import { usePage } from '../parts/page';
import { ReadView } from '../parts/ReadView';
import { usePane } from '../state/usePane';
import { useRead } from '../state/useRead';
import type { TaskState } from '../state/useTask';
import { FormView, type Target } from './FormView';
import { MissingList } from './MissingList';
import { entryWords } from './words';

const useStyles = makeStyles({ bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' }, parts: { display: 'flex', gap: '4px', marginLeft: 'auto' } });

/** The group and month whose figures are typed. */
export interface EntryPlace {
  readonly group: string;
  readonly month: number;
}

interface Props {
  readonly look: WorkbookLook;
  readonly task: TaskState;
  readonly place: EntryPlace;
  readonly onPlace: (place: EntryPlace) => void;
  /** Opens at the list of what is missing. */
  readonly startMissing: boolean;
  readonly onUnsaved: (count: number) => void;
}

/** 毎月入力: the form of a month, and the list of what is missing. */
export default function Entry({ look, task, place, onPlace, startMissing, onUnsaved }: Props) {
  const styles = useStyles();
  const controls = useControls();
  const page = usePage();
  const { strings, leave } = usePane();
  const words = entryWords[strings.language];
  const { group, month } = place;
  const [listed, setListed] = useState(startMissing);
  const [target, setTarget] = useState<Target | null>(null);
  const missing = useRead(useCallback(() => look.missing(month), [look, month]));
  useEffect(() => setListed(startMissing), [startMissing]);

  if (look.groups.length === 0) return <p className={page.text}>{words.noGroups}</p>;
  const change = (next: EntryPlace): void => leave(() => {
    setTarget(null);
    onPlace(next);
  });
  const open = (nextGroup: string, nextMonth: number, row: MissingRow): void => {
    const goOn = (): void => {
      onPlace({ group: nextGroup, month: nextMonth });
      setListed(false);
      setTarget({ rowId: row.rowId });
    };
    if (nextGroup === group && nextMonth === month) goOn();
    else leave(goOn);
  };
  const count = missing.state.kind === 'read' ? missing.state.value.flatMap((each) => each.rows).reduce((sum, row) => sum + row.months.length, 0) : 0;
  return (
    <div className={page.column}>
      <h1 className={controls.hidden}>{strings.views.entry}</h1>
      <Obstacles />
      <div className={styles.bar}>
        <Choice bare label={words.group} value={group} options={look.groups.map((name) => ({ value: name, label: name }))} onChange={(next) => change({ group: next, month })} />
        <Choice bare label={words.month} value={String(month)} options={strings.months.map((label, index) => ({ value: String(index), label }))} onChange={(next) => change({ group, month: Number(next) })} />
        <div role="group" aria-label={words.parts} className={styles.parts}>
          <button type="button" className={controls.chip} aria-pressed={!listed} onClick={() => setListed(false)}>{words.form}</button>
          <button type="button" className={controls.chip} aria-pressed={listed} onClick={() => setListed(true)}>{count === 0 ? words.missing : words.missingCount(count)}</button>
        </div>
      </div>
      {listed && <ReadView read={missing}>{(groups) => <MissingList groups={groups} month={month} onOpen={open} />}</ReadView>}
      <div hidden={listed}>
        <FormView key={`${group} ${month}`} look={look} group={group} month={month} task={task} target={target} onUnsaved={onUnsaved} />
      </div>
    </div>
  );
}
