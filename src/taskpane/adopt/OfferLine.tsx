import { useId, useState } from 'react';
import { makeStyles, mergeClasses } from '../fluent';
import { ChangeList, type CellChange } from './ChangeList';
import { Opening } from './Opening';
import { useAdoptStyles } from './styles';

// Side by side where there is room.
const useStyles = makeStyles({ line: { flexGrow: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: '12px' } });

interface Props {
  readonly name: string;
  /** What it would change, in short. */
  readonly summary: string;
  /** Said above the cells, e.g. a formula. */
  readonly example?: string;
  readonly listLabel: string;
  readonly changes: readonly CellChange[];
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

/** Something that may be put right at the same time: off until it is ticked, with every cell that would show something else. */
export function OfferLine({ name, summary, example, listLabel, changes, ticked, onTick }: Props) {
  const styles = useStyles();
  const adopt = useAdoptStyles();
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useId();
  return (
    <li className={adopt.item}>
      <div className={adopt.head}>
        <input id={box} type="checkbox" className={adopt.box} checked={ticked} onChange={(event) => onTick(event.target.checked)} />
        <div className={styles.line}>
          <label htmlFor={box} className={adopt.label} lang="ja">{name}</label>
          <span className={adopt.facts}><Opening open={open} onOpen={setOpen} controls={id}>{summary}</Opening></span>
        </div>
      </div>
      {open && (
        <div id={id} className={mergeClasses(adopt.inner, adopt.indented)}>
          {example !== undefined && <span className={adopt.quiet}>{example}</span>}
          {changes.length > 0 && <ChangeList label={listLabel} changes={changes} />}
        </div>
      )}
    </li>
  );
}
