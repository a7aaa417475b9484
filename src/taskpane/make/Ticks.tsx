import { useId } from 'react';
import { makeStyles, tokens } from '../fluent';

export interface Tick {
  readonly id: string;
  readonly label: string;
  readonly ticked: boolean;
}

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', margin: 0, padding: 0, listStyleType: 'none' },
  label: { display: 'flex', alignItems: 'flex-start', columnGap: '8px', minHeight: '24px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, '& > span': { paddingTop: '4px' } },
  box: { width: '16px', height: '16px', margin: '4px 0', flexShrink: 0, accentColor: tokens.colorCompoundBrandBackground },
  group: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, border: 'none', minWidth: 0 },
  inner: { marginLeft: '24px' },
});

interface Props {
  readonly ticks: readonly Tick[];
  readonly onTick: (ids: readonly string[], ticked: boolean) => void;
}

/** What can be chosen, side by side as far as there is room. The labels are the workbook's own words. */
export function Ticks({ ticks, onTick }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {ticks.map(({ id, label, ticked }) => (
        <li key={id}>
          <label className={styles.label}>
            <input type="checkbox" className={styles.box} checked={ticked} onChange={(event) => onTick([id], event.target.checked)} />
            <span lang="ja">{label}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** A group: ticking it ticks all its members, and it is half ticked where some are. `open` shows them below. */
export function TickGroup({ name, ticks, open, onTick }: Props & { readonly name: string; readonly open: boolean }) {
  const styles = useStyles();
  const id = useId();
  const all = ticks.every((tick) => tick.ticked);
  const some = ticks.some((tick) => tick.ticked);
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <label className={styles.label}>
        <input
          type="checkbox" className={styles.box} checked={all}
          ref={(box) => { if (box) box.indeterminate = some && !all; }}
          onChange={(event) => onTick(ticks.map((tick) => tick.id), event.target.checked)}
        />
        <span id={id} lang="ja">{name}</span>
      </label>
      {open && ticks.length > 1 && <div className={styles.inner}><Ticks ticks={ticks} onTick={onTick} /></div>}
    </div>
  );
}
