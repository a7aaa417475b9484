import { findOutliers, type Outlier } from '../../domain/checks/outlier';
import { figureWord, placeWord, subject } from '../../domain/checks/words';
import { hasMonths } from '../../domain/due';
import { seriesKey, type SeriesKey } from '../../domain/series';
import { isSlip } from './inputs';
import { rowFinding, seenFigure, type CheckedRow, type Found } from './rows';

/** A rate to date rests on few cases in its first quarter. */
const FIRST_SURE_MONTH = 3;

/** Typed figures of a row that are far from those of its other months. Derived rows follow what is typed. */
export function outlierFindings(checked: CheckedRow, rows: ReadonlyMap<SeriesKey, CheckedRow>): Found[] {
  const { row, year } = checked;
  const { id, kind } = row.definition;
  if (row.monthly !== null || !hasMonths(row.definition) || kind === '実施日') return [];
  const before = rows.get(seriesKey(id, year - 1));
  const after = rows.get(seriesKey(id, year + 1));
  const found = findOutliers(monthsOf(checked), monthsOf(before ?? after ?? null), before ? 'before' : 'after').filter((one) => kind !== '年度累計' || one.month >= FIRST_SURE_MONTH);
  if (found.length === 0) return [];
  const places = found.map((one) => `${placeWord(checked, one.month)} ${figureWord(checked, one.month, one.found)}`);
  return [rowFinding('outlier', checked, found.map((one) => one.month), {
    text: `${subject(checked)}の${places.join('、')}は、ほかの月（中央値 ${figureWord(checked, 0, medianOf(found))}）、前後の月、前年か翌年の同じ月のどれからも大きく離れています。`,
    suggestion: 'けた数や入力した行を確認してください。', seen: found.map((one) => seenFigure(one.found)).join(' '),
  })];
}

const medianOf = ([first]: readonly Outlier[]): number => first?.median ?? 0;

/** Without times that lost their colon: those are told as such, and are no history. */
function monthsOf(checked: CheckedRow | null): (number | null)[] {
  return checked?.series.months.map((figure, month) => (figure !== null && isSlip(checked, month, figure) ? null : figure)) ?? [];
}
