import { useId } from 'react';
import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { TableHealth } from '../../jobs/workbookLook';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { checkWords } from './checkWords';
import { TableLine } from './TableLine';
import type { ListedTable } from './told';
import { tablesWords } from './words';

const STATES = ['attention', 'missing', 'right'] as const satisfies readonly TableHealth['state'][];

const useStyles = makeStyles({
  counts: { display: 'flex', columnGap: '16px', rowGap: '4px', flexWrap: 'wrap', margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  tables: { margin: 0, padding: 0, listStyleType: 'none' },
});

interface Props {
  readonly tables: readonly ListedTable[];
}

/** The state of every table, group by group. */
export function TableList({ tables }: Props) {
  const styles = useStyles();
  const page = usePage();
  const { strings } = usePane();
  const words = tablesWords[strings.language];
  const id = useId();
  if (tables.length === 0) return <p className={page.text}>{words.none}</p>;
  const groups = [...new Set(tables.map((table) => table.group))];
  return (
    <section aria-labelledby={id} className={page.column}>
      <h2 id={id} className={page.section}>{checkWords[strings.language].tables}</h2>
      <ul className={styles.counts} aria-label={words.counts}>
        {STATES.map((state) => <li key={state}>{words.states[state]} <strong>{tables.filter((table) => table.state === state).length}</strong></li>)}
      </ul>
      {tables.every((table) => table.state === 'right') && <p className={mergeClasses(page.small, page.quiet)}>{words.allRight}</p>}
      {groups.map((group) => (
        <section key={group} aria-label={group}>
          <h3 className={mergeClasses(page.section, page.ofTable)}>{group}</h3>
          <ul className={styles.tables}>
            {tables.filter((table) => table.group === group).map((table) => <TableLine key={table.id} table={table} />)}
          </ul>
        </section>
      ))}
    </section>
  );
}
