import { useState } from 'react';
import type { OutputChoices } from '../../jobs/workbookLook';
import { Button, makeStyles, mergeClasses } from '../fluent';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { outputWords } from './outputWords';
import { Section } from './Section';
import { TickGroup } from './Ticks';
import { useToggled } from './useToggled';

const useStyles = makeStyles({
  groups: { display: 'flex', flexWrap: 'wrap', columnGap: '16px' },
  open: { flexDirection: 'column', flexWrap: 'nowrap' },
});

interface Props {
  readonly tables: OutputChoices['tables'];
}

const USUAL = (): boolean => true;

/** 公表用シート作成: all tables from the start, by group. */
export function Publish({ tables }: Props) {
  const page = usePage();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { strings, start } = usePane();
  const words = outputWords[strings.language];
  const { isTicked, toggle } = useToggled('publish');
  const chosen = tables.filter(({ id }) => isTicked(id, true)).map(({ id }) => id);
  const groups = [...new Set(tables.map(({ group }) => group))];
  const { label } = strings.tasks.publish;
  return (
    <Section title={label} text={words.publish}>
      {tables.length === 0
        ? <p className={mergeClasses(page.small, page.quiet)}>{words.noTables}</p>
        : (
          <div className={mergeClasses(styles.groups, open && styles.open)}>
            {groups.map((group) => {
              const ticks = tables.filter((table) => table.group === group).map(({ id, name }) => ({ id, label: name, ticked: isTicked(id, true) }));
              return <TickGroup key={group ?? ''} name={group ?? words.lists} ticks={ticks} open={open} onTick={(ids, ticked) => toggle(ids, ticked, USUAL)} />;
            })}
          </div>
        )}
      <div className={page.actions}>
        {tables.length > 0 && <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? words.byGroup : words.byTable}</Button>}
        <WriteButton small disabled={chosen.length === 0} hint={chosen.length === 0 ? words.chooseTables : ''} onClick={() => chosen.length > 0 && start({ kind: 'publish', tables: chosen.length === tables.length ? 'all' : chosen })}>
          {words.publishButton(chosen.length)}
        </WriteButton>
      </div>
    </Section>
  );
}
