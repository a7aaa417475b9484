import { useId, useState } from 'react';
import { mergeClasses } from '../fluent';
import type { AdoptTable, AdoptThought, RowChoice } from '../../jobs/foundTables';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { isChoosable, isTicked, withChoice, withTick, type Decisions } from './decisions';
import { Opening } from './Opening';
import { SectionHead } from './SectionHead';
import { useAdoptStyles } from './styles';
import { TableItem } from './TableItem';
import { adoptWords } from './words';

interface Props {
  /** What was found where nothing was decided: the order and the lists do not change under the hand. */
  readonly first: AdoptThought;
  readonly thought: AdoptThought;
  readonly rows: readonly RowChoice[];
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
}

/** The tables found: those to be named, those in doubt, those that cannot be, and those that have names. */
export function TableLists({ first, thought, rows, decisions, onDecide }: Props) {
  const page = usePage();
  const adopt = useAdoptStyles();
  const { strings } = usePane();
  const words = adoptWords[strings.language];
  const [open, setOpen] = useState(false);
  const id = useId();
  const now = new Map(thought.tables.map((table) => [table.key, table] as const));
  const of = (...statuses: readonly AdoptTable['status'][]): AdoptTable[] => first.tables.filter((table) => statuses.includes(table.status));
  const sure = of('bind');
  const bound = of('bound');
  // A table that is not chosen has no row to be named after: it keeps the name it came with.
  const asNow = (table: AdoptTable): AdoptTable => {
    const later = now.get(table.key) ?? table;
    return later.status === 'bind' ? later : { ...later, name: table.name };
  };
  const list = (label: string | undefined, tables: readonly AdoptTable[]) => (
    <ul className={adopt.list} aria-label={label}>
      {tables.map((table) => (
        <TableItem
          key={table.key} table={asNow(table)} rows={rows} choiceOf={(key) => decisions.assigned.get(key)}
          ticked={isChoosable(table) ? isTicked(decisions, table) : null} onTick={(on) => onDecide(withTick(decisions, [table.key], on))}
          onChoose={(keys, choice) => onDecide(withChoice(decisions, keys, choice))}
        />
      ))}
    </ul>
  );
  const section = (title: string, tables: readonly AdoptTable[]) => tables.length > 0 && (
    <section>
      <h2 className={mergeClasses(page.section, page.ofTable)}>{title}</h2>
      {list(title, tables)}
    </section>
  );
  return (
    <>
      {sure.length > 0 && (
        <section>
          <SectionHead title={words.list} count={sure.length} all={sure.every((table) => isTicked(decisions, table))} onAll={(on) => onDecide(withTick(decisions, sure.map((table) => table.key), on))} />
          {list(words.list, sure)}
        </section>
      )}
      {section(words.doubtful, of('below'))}
      {section(words.refused, of('refused'))}
      {bound.length > 0 && (
        <section className={page.small}>
          <Opening open={open} onOpen={setOpen} controls={id}>{words.bound(bound.length)}</Opening>
          {open && <div id={id}>{list(words.bound(bound.length), bound)}</div>}
        </section>
      )}
    </>
  );
}
