import { useEffect, useState } from 'react';
import { makeStyles, tokens } from '../fluent';

/** Excel waits without a word while a cell is being edited; after this the pane says what may be missing. */
const LONG_MS = 1000;

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  track: { height: '2px', overflow: 'hidden', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground6, '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
  bar: {
    height: '100%', width: '33%', backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    animationName: { from: { transform: 'translateX(-100%)' }, to: { transform: 'translateX(300%)' } },
    animationDuration: '2s', animationIterationCount: 'infinite', animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none', width: '100%' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly text: string;
  /** Where it stands, e.g. 読み取り中. */
  readonly phase?: string;
  /** Said after a while. */
  readonly whenLong?: string;
}

export function Running({ text, phase, whenLong }: Props) {
  const styles = useStyles();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.column}>
      <span>{text}… {phase !== undefined && <span className={styles.quiet}>{phase}</span>}</span>
      <div className={styles.track} role="progressbar" aria-label={phase === undefined ? text : `${text} ${phase}`}><div className={styles.bar} /></div>
      {long && whenLong !== undefined && <span className={styles.quiet}>{whenLong}</span>}
    </div>
  );
}
