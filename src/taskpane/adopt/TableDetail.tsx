import type { AdoptTable, LineChoice, RowChoice } from '../../jobs/foundTables';
import { usePane } from '../state/usePane';
import { MeasureLine } from './MeasureLine';
import { useAdoptStyles } from './styles';
import { measuresOf } from './told';
import { adoptWords } from './words';

interface Props {
  readonly id: string;
  readonly table: AdoptTable;
  readonly rows: readonly RowChoice[];
  readonly choiceOf: (key: string) => LineChoice | undefined;
  readonly onChoose: (keys: readonly string[], choice: LineChoice) => void;
}

/** A table's lines with what they become, and why it is taken for a table. */
export function TableDetail({ id, table, rows, choiceOf, onChoose }: Props) {
  const styles = useAdoptStyles();
  const { strings } = usePane();
  const words = adoptWords[strings.language];
  const measures = measuresOf(table);
  return (
    <div id={id} className={styles.inner}>
      {table.status === 'bind'
        ? (
          <ul className={styles.list} aria-label={words.lines}>
            {measures.map((measure) => (
              <MeasureLine key={measure.keys[0]} measure={measure} chosen={choiceOf(measure.keys[0] ?? '')} rows={rows} onChoose={(choice) => onChoose(measure.keys, choice)} />
            ))}
          </ul>
        )
        : (
          <>
            <span lang="ja">{[...new Set(measures.map((measure) => measure.label))].join('、')}</span>
            {table.status === 'below' && <span className={styles.quiet}>{words.notYet}</span>}
          </>
        )}
      <Texts title={words.leftOut} lines={table.notes} />
      <Texts title={words.whyFound(words.score(Math.round(table.confidence * 100)))} lines={table.reasons} />
    </div>
  );
}

function Texts({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const styles = useAdoptStyles();
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.texts} lang="ja">{lines.map((line, index) => <li key={index}>{line}</li>)}</ul>
    </div>
  );
}
