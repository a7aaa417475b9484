import { makeStyles, mergeClasses } from '../fluent';
import type { StatusMark } from '../../domain/marks';
import type { KpiCard, WorkbookLook } from '../../jobs/workbookLook';
import { Choice } from '../parts/Choice';
import { useControls } from '../parts/controls';
import { usePane } from '../state/usePane';
import { tallyOf, type KpiFilter } from './filter';

const useStyles = makeStyles({
  tally: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  // Six of them fit the narrowest pane.
  chip: { padding: '0 6px' },
  choices: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: '12px' },
});

interface Props {
  readonly look: WorkbookLook;
  readonly cards: readonly KpiCard[];
  readonly filter: KpiFilter;
  readonly onChange: (filter: KpiFilter) => void;
}

/** How many KPIs bear each mark; pressing narrows the list to it. Below, by group and tag. */
export function Filters({ look, cards, filter, onChange }: Props) {
  const styles = useStyles();
  const controls = useControls();
  const { strings: { home, marks } } = usePane();
  const { counts, unmarked } = tallyOf(cards);
  const toggle = (mark: StatusMark): void =>
    onChange({ ...filter, marks: filter.marks.includes(mark) ? filter.marks.filter((other) => other !== mark) : [...filter.marks, mark] });
  const options = (names: readonly string[]) => [{ value: '', label: home.all }, ...names.map((name) => ({ value: name, label: name }))];
  return (
    <>
      <div className={styles.tally} role="group" aria-label={home.tally}>
        {counts.map(({ mark, count }) => (
          <button
            key={mark} type="button" className={mergeClasses(controls.chip, styles.chip)} title={`${mark} ${marks[mark]}`} aria-label={`${mark} ${marks[mark]} ${count}`}
            aria-pressed={filter.marks.includes(mark)} onClick={() => toggle(mark)}
          >
            <span>{mark}</span><span>{count}</span>
          </button>
        ))}
        {unmarked > 0 && <span className={controls.label}>{home.unmarked} {unmarked}</span>}
      </div>
      <div className={styles.choices}>
        <Choice label={home.owner} value={filter.owner} options={options(look.groups)} onChange={(owner) => onChange({ ...filter, owner })} />
        <Choice label={home.tag} value={filter.tag} options={options(look.tags)} onChange={(tag) => onChange({ ...filter, tag })} />
      </div>
    </>
  );
}
