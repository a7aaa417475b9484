import { useEffect, useId, useRef } from 'react';
import { makeStyles, mergeClasses, tokens } from '../fluent';
import type { KpiCard } from '../../jobs/workbookLook';
import { useControls } from '../parts/controls';
import { Mark } from '../parts/Mark';
import { Sparkline } from '../parts/Sparkline';
import type { HomeWords } from '../strings';
import { usePane } from '../state/usePane';

const useStyles = makeStyles({
  row: {
    position: 'relative', display: 'grid', gridTemplateColumns: '24px 1fr', columnGap: '8px', padding: '4px', margin: '0 -4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`, ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  body: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  name: {
    fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold,
    // The whole row can be pressed; its name is what the keyboard reaches.
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  figures: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', minWidth: 0 },
  condition: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  actual: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  chart: { flexShrink: 0 },
  hint: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly card: KpiCard;
  readonly month: string;
  /** The detail was left a moment ago: the keyboard goes on from here. */
  readonly focused: boolean;
  readonly onOpen: () => void;
}

/** A KPI in two lines; opens into its detail. */
export function KpiRow({ card, month, focused, onOpen }: Props) {
  const styles = useStyles();
  const controls = useControls();
  const { strings: { home } } = usePane();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!focused) return;
    button.current?.focus({ preventScroll: true });
    button.current?.scrollIntoView({ block: 'center' });
  }, [focused]);
  const charted = card.conditions.find((condition) => condition.trend !== null);
  const hint = hintOf(card, month, home);
  return (
    <li className={styles.row}>
      <Mark mark={card.mark} />
      <div className={styles.body}>
        <button ref={button} type="button" className={mergeClasses(controls.plain, styles.name)} aria-describedby={id} onClick={onOpen}>{card.name}</button>
        <div className={styles.line}>
          <div id={id} className={styles.figures}>
            {card.conditions.map((condition) => (
              <span key={condition.id} className={styles.condition}>
                {condition.actual === '' ? home.unknown : <span className={styles.actual}>{condition.actual}</span>}
                {condition.target !== '' && ` / ${home.target} ${condition.target}`}
              </span>
            ))}
            {card.manual !== null && <span className={styles.quiet}>{home.manual}</span>}
          </div>
          {charted?.trend && <Sparkline className={styles.chart} trend={charted.trend} target={charted.target} />}
        </div>
        {hint !== '' && <span className={mergeClasses(controls.label, card.stale ? styles.hint : styles.quiet)}>{hint}</span>}
      </div>
    </li>
  );
}

/** Why the mark in view may not be the last word. */
function hintOf(card: KpiCard, month: string, home: HomeWords): string {
  const differs = card.manual === null && card.mark !== card.current;
  if (card.stale) return differs ? home.staleNow(card.current) : home.staleRow;
  return differs && card.mark !== null ? home.inMonth(month, card.current) : '';
}
