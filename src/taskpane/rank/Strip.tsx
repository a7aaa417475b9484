import { makeStyles, tokens } from '../fluent';
import type { RankStanding } from '../../jobs/workbookLook';
import { usePane } from '../state/usePane';
import { rankWords } from './words';

const WIDTH = 310;
const SIDE = 8;
const FLOOR = 38;
const FORCED = '@media (forced-colors: active)';

// Told apart by height, dashes and a dot as well as by colour.
const useStyles = makeStyles({
  strip: { display: 'block', width: '100%', height: 'auto' },
  axis: { stroke: tokens.colorNeutralStroke2, [FORCED]: { stroke: 'CanvasText' } },
  tick: { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: 1.5, strokeOpacity: 0.6, [FORCED]: { stroke: 'CanvasText' } },
  median: { stroke: tokens.colorNeutralForeground1, strokeDasharray: '3 2', [FORCED]: { stroke: 'CanvasText' } },
  own: { stroke: tokens.colorBrandForeground1, strokeWidth: 3, [FORCED]: { stroke: 'Highlight' } },
  dot: { fill: tokens.colorBrandForeground1, [FORCED]: { fill: 'Highlight' } },
});

interface Props {
  readonly standing: RankStanding;
}

/** Every branch as a line where its figure lies, the best on the right. The list beside it says the same. */
export function Strip({ standing }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const x = (at: number): number => Math.round((SIDE + at * (WIDTH - 2 * SIDE)) * 10) / 10;
  const own = standing.points.find((point) => point.own);
  return (
    <svg className={styles.strip} role="img" aria-label={rankWords[strings.language].strip(standing)} viewBox={`0 0 ${WIDTH} ${FLOOR + 4}`}>
      <line className={styles.axis} x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} />
      {standing.points.map((point) => !point.own && <line key={point.branch} className={styles.tick} x1={x(point.at)} x2={x(point.at)} y1={FLOOR - 14} y2={FLOOR}><title>{`${point.branch} ${point.shown}`}</title></line>)}
      <line className={styles.median} x1={x(standing.medianAt)} x2={x(standing.medianAt)} y1={6} y2={FLOOR} />
      {own !== undefined && (
        <>
          <line className={styles.own} x1={x(own.at)} x2={x(own.at)} y1={FLOOR - 22} y2={FLOOR} />
          <circle className={styles.dot} cx={x(own.at)} cy={FLOOR - 24} r={4} />
        </>
      )}
    </svg>
  );
}
