import { pathOf, type Frame, type Point, type TrendLines } from './trendLines';
import { useTrendStyles } from './trendStyles';

interface Props {
  readonly lines: TrendLines;
  readonly frame: Frame;
  readonly dot: number;
}

/** The year before behind, the target dashed across, this year in front with its last figure marked. */
export function TrendDrawing({ lines, frame, dot }: Props) {
  const styles = useTrendStyles();
  const last = lines.months.at(-1)?.at(-1);
  return (
    <>
      <Year pieces={lines.previous} line={styles.previous} point={styles.previousDot} dot={dot * 0.75} />
      {lines.target !== null && <line className={styles.target} x1={frame.left} x2={frame.width - frame.right} y1={lines.target} y2={lines.target} />}
      <Year pieces={lines.months} line={styles.months} point={styles.dot} dot={dot} />
      {last !== undefined && <circle className={styles.dot} cx={last.x} cy={last.y} r={dot} />}
    </>
  );
}

interface YearProps {
  readonly pieces: readonly (readonly Point[])[];
  readonly line: string;
  readonly point: string;
  readonly dot: number;
}

/** A figure between two gaps has no line: it is drawn as a point. */
function Year({ pieces, line, point, dot }: YearProps) {
  return pieces.map((piece) => {
    const [first] = piece;
    if (first === undefined) return null;
    return piece.length > 1
      ? <path key={first.month} className={line} d={pathOf(piece)} />
      : <circle key={first.month} className={point} cx={first.x} cy={first.y} r={dot} />;
  });
}
