import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { MissingGroup, MissingRow } from '../../jobs/workbookLook';
import { useControls } from '../parts/controls';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { entryWords } from './words';

const useStyles = makeStyles({
  rows: { margin: 0, padding: 0, listStyleType: 'none' },
  row: { padding: '4px 0 8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, display: 'flex', flexDirection: 'column', rowGap: '4px' },
  months: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
});

interface Props {
  readonly groups: readonly MissingGroup[];
  readonly month: number;
  readonly onOpen: (group: string, month: number, row: MissingRow) => void;
}

/** 未入力一覧: what should be there by now, group by group; a month leads to its field. */
export function MissingList({ groups, month, onOpen }: Props) {
  const styles = useStyles();
  const controls = useControls();
  const page = usePage();
  const { strings: { language, months } } = usePane();
  const words = entryWords[language];
  const until = months[month] ?? '';
  const lacking = groups.filter((group) => group.rows.length > 0);
  if (lacking.length === 0) return <p className={page.text}>{words.nothingMissing(until)}</p>;
  return (
    <div className={page.column}>
      <p className={mergeClasses(page.small, page.quiet)}>{words.missingUntil(until)}</p>
      {lacking.map((group) => (
        <section key={group.group} aria-label={group.group}>
          <h2 className={mergeClasses(page.section, page.ofTable)}>{group.group}</h2>
          <ul className={styles.rows}>
            {group.rows.map((row) => (
              <li key={row.rowId} className={styles.row}>
                <span className={page.text}>{row.label} <span className={mergeClasses(page.small, page.quiet)}>{row.table}</span></span>
                <div className={styles.months}>
                  {row.months.map((missing) => (
                    <button key={missing} type="button" className={controls.chip} aria-label={words.typeIt(row.label, months[missing] ?? '')} onClick={() => onOpen(group.group, missing, row)}>
                      {months[missing]}
                    </button>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
