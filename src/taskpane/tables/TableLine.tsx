import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { TableHealth } from '../../jobs/workbookLook';
import { useControls } from '../parts/controls';
import { InfoIcon, SuccessIcon, WarningIcon } from '../parts/icons';
import { usePane } from '../state/usePane';
import { checkWords } from './checkWords';
import { FindingLine } from './FindingLine';
import type { ListedTable } from './told';
import { tablesWords } from './words';

const ICONS = { right: SuccessIcon, missing: InfoIcon, attention: WarningIcon } as const satisfies Record<TableHealth['state'], unknown>;

const useStyles = makeStyles({
  table: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, display: 'flex', flexDirection: 'column', rowGap: '8px' },
  head: { display: 'flex', alignItems: 'center', columnGap: '8px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  name: { flexGrow: 1, minWidth: 0, ':hover': { textDecorationLine: 'underline' } },
  state: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  right: { color: tokens.colorStatusSuccessForeground1 },
  missing: { color: tokens.colorNeutralForeground2 },
  attention: { color: tokens.colorStatusWarningForeground3 },
  icon: { display: 'inline-flex', flexShrink: 0 },
  above: { marginLeft: '24px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  findings: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: '0 0 0 24px', padding: 0, listStyleType: 'none' },
});

interface Props {
  readonly table: ListedTable;
}

/** A table, its state and what was found in it. Its name leads to its cells. */
export function TableLine({ table }: Props) {
  const styles = useStyles();
  const controls = useControls();
  const { strings, goTo } = usePane();
  const words = tablesWords[strings.language];
  const Icon = ICONS[table.state];
  const { place } = table;
  return (
    <li className={styles.table}>
      <div className={styles.head}>
        <span className={mergeClasses(styles.icon, styles[table.state])}><Icon /></span>
        {place === null
          ? <span className={styles.name}>{table.name}</span>
          : <button type="button" className={mergeClasses(controls.plain, styles.name)} title={words.goTo} onClick={() => goTo(place)}>{table.name}</button>}
        <span className={styles.state}>{words.states[table.state]}</span>
      </div>
      {table.above && <span className={styles.above}>{checkWords[strings.language].above}</span>}
      {table.findings.length > 0 && (
        <ul className={styles.findings}>
          {table.findings.map((finding, index) => <FindingLine key={index} finding={finding} />)}
        </ul>
      )}
    </li>
  );
}
