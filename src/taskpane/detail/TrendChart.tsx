import { makeStyles, tokens } from '../fluent';
import type { Trend } from '../../jobs/workbookLook';
import { TrendDrawing } from '../parts/TrendDrawing';
import { lastOf, trendLines, type Frame } from '../parts/trendLines';
import { useTrendStyles } from '../parts/trendStyles';
import { usePane } from '../state/usePane';
import { detailWords } from './words';

const FRAME: Frame = { width: 310, height: 112, left: 8, right: 8, top: 8, bottom: 24 };

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: 'auto' },
  label: { fill: tokens.colorNeutralForeground2, fontSize: '10px', textAnchor: 'middle', '@media (forced-colors: active)': { fill: 'CanvasText' } },
  axis: { stroke: tokens.colorNeutralStroke2 },
  key: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  entry: { display: 'inline-flex', alignItems: 'center', columnGap: '4px' },
});

interface Props {
  readonly trend: Trend;
  readonly target: string;
}

/** The year month by month. The table below has its figures, so it is read out in one sentence. */
export function TrendChart({ trend, target }: Props) {
  const styles = useStyles();
  const lineStyles = useTrendStyles();
  const { strings } = usePane();
  const words = detailWords[strings.language];
  const last = lastOf(trend.months);
  const month = strings.months[last];
  const label = month === undefined
    ? strings.home.trendEmpty
    : strings.home.trend(month, trend.shown[last] ?? '', trend.shownPrevious[last] ?? '', trend.target === null ? '' : target);
  const step = (FRAME.width - FRAME.left - FRAME.right) / (strings.months.length - 1);
  const floor = FRAME.height - FRAME.bottom + 6;
  const entry = (line: string, text: string) => (
    <span className={styles.entry}><svg width="20" height="8" aria-hidden><line className={line} x1="1" x2="19" y1="4" y2="4" /></svg>{text}</span>
  );
  return (
    <div>
      <svg className={styles.chart} role="img" aria-label={label} viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}>
        <line className={styles.axis} x1="0" x2={FRAME.width} y1={floor} y2={floor} />
        {strings.months.map((name, index) => (
          <text key={name} className={styles.label} x={FRAME.left + index * step} y={FRAME.height - 4}>{name.replace('月', '').slice(0, 3)}</text>
        ))}
        <TrendDrawing lines={trendLines(trend, FRAME)} frame={FRAME} dot={2.5} />
      </svg>
      <div className={styles.key}>
        {entry(lineStyles.months, words.thisYear)}
        {lastOf(trend.previous) >= 0 && entry(lineStyles.previous, words.previousYear)}
        {trend.target !== null && entry(lineStyles.target, `${words.target} ${target}`)}
      </div>
    </div>
  );
}
