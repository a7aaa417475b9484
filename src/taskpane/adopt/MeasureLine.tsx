import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { LineChoice, RowChoice } from '../../jobs/foundTables';
import { useControls } from '../parts/controls';
import { usePane } from '../state/usePane';
import type { Measure } from './told';
import { useAdoptStyles } from './styles';
import { adoptWords } from './words';

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.2fr)', gap: '2px 8px', alignItems: 'start', paddingBottom: '8px' },
  label: { padding: '6px 0' },
  select: { width: '100%', minWidth: 0 },
  proof: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface Props {
  readonly measure: Measure;
  /** What a person chose; undefined: nothing. */
  readonly chosen: LineChoice | undefined;
  readonly rows: readonly RowChoice[];
  readonly onChoose: (choice: LineChoice) => void;
}

/** A line's label, the row it becomes, and what was inferred of it. */
export function MeasureLine({ measure: { label, years, line }, chosen, rows, onChoose }: Props) {
  const styles = useStyles();
  const adopt = useAdoptStyles();
  const controls = useControls();
  const { strings } = usePane();
  const words = adoptWords[strings.language];
  const value = chosen === undefined ? (line.own ? 'own' : (line.rowId ?? 'none')) : typeof chosen === 'string' ? chosen : chosen.rowId;
  const near = new Set(line.near.map((row) => row.rowId));
  const others = rows.filter((row) => !near.has(row.rowId));
  const choose = (text: string): void => onChoose(text === 'own' || text === 'none' ? text : { rowId: text });
  return (
    <li className={styles.line}>
      <span className={styles.label}>
        <span lang="ja">{label}</span>
        {years.length > 1 && <span className={adopt.quiet}> {words.spanOf(years)}</span>}
      </span>
      <select className={mergeClasses(controls.select, styles.select)} aria-label={words.becomesOf(label)} value={value} onChange={(event) => choose(event.target.value)}>
        {line.near.length > 0 && <optgroup label={words.near}>{line.near.map((row) => <option key={row.rowId} value={row.rowId}>{row.table}／{row.label}</option>)}</optgroup>}
        <option value="own">{words.own}</option>
        <option value="none">{words.leaveOut}</option>
        {[...new Set(others.map((row) => row.table))].map((table) => (
          <optgroup key={table} label={table}>{others.filter((row) => row.table === table).map((row) => <option key={row.rowId} value={row.rowId}>{row.label}</option>)}</optgroup>
        ))}
      </select>
      {value === 'own' && line.near.length > 0 && <span lang="ja" className={styles.proof}>{words.nearTo(line.near.map((row) => `${row.table}／${row.label}`))}</span>}
      {line.reasons.map((reason, index) => <span key={index} lang="ja" className={styles.proof}>{reason}</span>)}
    </li>
  );
}
