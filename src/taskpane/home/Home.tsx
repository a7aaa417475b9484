import { useMemo } from 'react';
import { Button, makeStyles, tokens } from '../fluent';
import type { KpiCard, WorkbookLook } from '../../jobs/workbookLook';
import { Choice } from '../parts/Choice';
import { useControls } from '../parts/controls';
import { usePage } from '../parts/page';
import { usePane } from '../state/usePane';
import { Actions } from './Actions';
import { Filters } from './Filters';
import { NO_FILTER, passes, type KpiFilter } from './filter';
import { KpiRow } from './KpiRow';
import { Notices } from './Notices';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', columnGap: '8px', rowGap: '4px' },
  state: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px', minHeight: '24px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { listStyleType: 'none', margin: 0, padding: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  clear: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '24px' },
});

interface Props {
  readonly look: WorkbookLook;
  readonly asOf: number;
  readonly onAsOf: (month: number) => void;
  readonly filter: KpiFilter;
  readonly onFilter: (filter: KpiFilter) => void;
  /** Figures that should be there by now; null while not counted. */
  readonly missing: number | null;
  readonly onMissing: () => void;
  /** The KPI whose detail was closed just now: the keyboard goes on from its row. */
  readonly left: string | undefined;
  readonly onOpen: (card: KpiCard) => void;
}

/** The KPIs as they stand, and what can be done about them. */
export function Home({ look, asOf, onAsOf, filter, onFilter, missing, onMissing, left, onOpen }: Props) {
  const styles = useStyles();
  const controls = useControls();
  const page = usePage();
  const { strings } = usePane();
  const { home, months } = strings;
  const cards = useMemo(() => look.kpis(asOf), [look, asOf]);
  const shown = cards.filter((card) => passes(card, filter));
  const { evaluation } = look;
  return (
    <div className={page.column}>
      <header className={styles.head}>
        <h1 className={page.title}>{look.yearLabel === '' ? strings.product : look.yearLabel}</h1>
        <Choice label={home.asOf} value={String(asOf)} options={months.map((label, index) => ({ value: String(index), label }))} onChange={(value) => onAsOf(Number(value))} />
      </header>
      <Actions asOf={asOf} incomplete={look.condition === 'empty' || look.condition === 'partial'} />
      <Notices look={look} stale={cards.some((card) => card.stale)} />
      {cards.length > 0 && (
        <>
          <div className={styles.state}>
            <span className={styles.quiet}>{evaluation === null ? home.notEvaluated : home.evaluated(months[evaluation.asOf] ?? '', evaluation.at)}</span>
            {missing !== null && missing > 0 && <button type="button" className={controls.chip} onClick={onMissing}>{home.missing(missing)}</button>}
          </div>
          <Filters look={look} cards={cards} filter={filter} onChange={onFilter} />
          <section aria-label={home.list}>
            {filter !== NO_FILTER && (
              <div className={styles.clear}>
                <span className={styles.quiet} role="status">{shown.length === 0 ? home.noneShown : home.shown(shown.length, cards.length)}</span>
                <Button size="small" appearance="subtle" onClick={() => onFilter(NO_FILTER)}>{home.clear}</Button>
              </div>
            )}
            {shown.length > 0 && (
              <ul className={styles.list}>
                {shown.map((card) => (
                  <KpiRow key={card.id} card={card} month={months[asOf] ?? ''} focused={card.id === left} onOpen={() => onOpen(card)} />
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </div>
  );
}
