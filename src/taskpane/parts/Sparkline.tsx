import type { Trend } from '../../jobs/workbookLook';
import { usePane } from '../state/usePane';
import { TrendDrawing } from './TrendDrawing';
import { lastOf, trendLines, type Frame } from './trendLines';

const FRAME: Frame = { width: 80, height: 20, left: 2, right: 3, top: 3, bottom: 3 };

interface Props {
  readonly trend: Trend;
  /** As printed; "" for none. */
  readonly target: string;
  readonly className?: string;
}

/** A year at a glance. Its words say the last figure, and the same month of the year before. */
export function Sparkline({ trend, target, className }: Props) {
  const { strings: { home, months } } = usePane();
  const last = lastOf(trend.months);
  const month = months[last];
  const words = month === undefined ? home.trendEmpty : home.trend(month, trend.shown[last] ?? '', trend.shownPrevious[last] ?? '', trend.target === null ? '' : target);
  return (
    <svg className={className} role="img" aria-label={words} width={FRAME.width} height={FRAME.height} viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}>
      <TrendDrawing lines={trendLines(trend, FRAME)} frame={FRAME} dot={2} />
    </svg>
  );
}
