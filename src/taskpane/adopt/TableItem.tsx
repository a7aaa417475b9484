import { useId, useState } from 'react';
import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { AdoptTable, LineChoice, RowChoice } from '../../jobs/foundTables';
import { usePane } from '../state/usePane';
import { CellLink } from './CellLink';
import { Opening } from './Opening';
import { Sureness } from './Sureness';
import { useAdoptStyles } from './styles';
import { TableDetail } from './TableDetail';
import { becomingOf, placeOf } from './told';
import { adoptWords } from './words';

const useStyles = makeStyles({ name: { fontWeight: tokens.fontWeightSemibold } });

interface Props {
  readonly table: AdoptTable;
  /** null: it cannot be chosen. */
  readonly ticked: boolean | null;
  readonly onTick: (ticked: boolean) => void;
  readonly rows: readonly RowChoice[];
  readonly choiceOf: (key: string) => LineChoice | undefined;
  readonly onChoose: (keys: readonly string[], choice: LineChoice) => void;
}

/** A table found: chosen or not, where it stands, how sure it is and what it becomes. It opens into its lines. */
export function TableItem({ table, ticked, onTick, rows, choiceOf, onChoose }: Props) {
  const styles = useStyles();
  const adopt = useAdoptStyles();
  const { strings } = usePane();
  const words = adoptWords[strings.language];
  const [open, setOpen] = useState(false);
  const id = useId();
  const becomes = table.status === 'bind' ? words.becomes(becomingOf(table)) : words.unchosen(table.lines.length);
  return (
    <li className={adopt.item}>
      <div className={adopt.head}>
        {ticked !== null && <input type="checkbox" className={adopt.box} checked={ticked} aria-label={words.choose(`${table.name}（${table.sheet} ${table.address}）`)} onChange={(event) => onTick(event.target.checked)} />}
        <span className={mergeClasses(adopt.grow, styles.name)} lang="ja"><Opening open={open} onOpen={setOpen} controls={id}>{table.name}</Opening></span>
        {ticked !== null && <Sureness confidence={table.confidence} />}
      </div>
      <div className={mergeClasses(adopt.facts, ticked !== null && adopt.indented)}>
        <CellLink place={placeOf(table)} />
        <span>{becomes}</span>
      </div>
      {table.status === 'refused' && <span lang="ja" className={adopt.facts}>{table.reason}</span>}
      {open && <div className={ticked === null ? undefined : adopt.indented}><TableDetail id={id} table={table} rows={rows} choiceOf={choiceOf} onChoose={onChoose} /></div>}
    </li>
  );
}
