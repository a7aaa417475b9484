import type { OutputChoices } from '../../jobs/workbookLook';
import { mergeClasses } from '../fluent';
import { usePage } from '../parts/page';
import { WriteButton } from '../parts/WriteButton';
import { usePane } from '../state/usePane';
import { outputWords } from './outputWords';
import { Section } from './Section';
import { TickGroup } from './Ticks';
import { useToggled } from './useToggled';

interface Props {
  readonly tables: OutputChoices['tables'];
}

const USUAL = (): boolean => true;

/** 公表用シート作成: all tables from the start, by group. */
export function Publish({ tables }: Props) {
  const page = usePage();
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
        : groups.map((group) => {
          const ticks = tables.filter((table) => table.group === group).map(({ id, name }) => ({ id, label: name, ticked: isTicked(id, true) }));
          return <TickGroup key={group ?? ''} name={group ?? words.lists} ticks={ticks} onTick={(ids, ticked) => toggle(ids, ticked, USUAL)} />;
        })}
      <div className={page.actions}>
        <WriteButton small disabled={chosen.length === 0} hint={chosen.length === 0 ? words.chooseTables : ''} onClick={() => chosen.length > 0 && start({ kind: 'publish', tables: chosen.length === tables.length ? 'all' : chosen })}>
          {words.publishButton(chosen.length)}
        </WriteButton>
      </div>
    </Section>
  );
}
