import { mergedRows, type Catalog } from '../../domain/catalog';
import { findOutliers, type Outlier } from '../../domain/checks/outlier';
import { figureWord, placeWord, subject } from '../../domain/checks/words';
import { hasMonths, isSilent } from '../../domain/due';
import { seriesKey, type SeriesKey } from '../../domain/series';
import { isSlip } from './inputs';
import { rowFinding, seenFigure, type CheckedRow, type Found } from './rows';

/** A rate to date rests on few cases in its first quarter. */
const FIRST_SURE_MONTH = 3;

/**
 * Typed figures of a row that are far from those of its other months. Derived rows follow what is typed. A row into which another was
 * merged is held against the sum of both as well: the new level is no slip.
 */
export function outlierFindings(checked: CheckedRow, rows: ReadonlyMap<SeriesKey, CheckedRow>, catalog: Catalog): Found[] {
  const { row } = checked;
  const { kind } = row.definition;
  if (row.monthly !== null || !hasMonths(row.definition) || kind === '実施日') return [];
  const merged = mergedRows(row.table, row.definition.id, catalog.resolve).map(({ id }) => id);
  const odd = outliersOf(checked, rows, []);
  const found = odd.length === 0 || merged.length === 0 ? odd : withMonthsOf(odd, outliersOf(checked, rows, merged));
  if (found.length === 0) return [];
  const places = found.map((one) => `${placeWord(checked, one.month)} ${figureWord(checked, one.month, one.found)}`);
  return [rowFinding('outlier', checked, found.map((one) => one.month), {
    text: `${subject(checked)}の${places.join('、')}は、ほかの月（中央値 ${figureWord(checked, 0, medianOf(found))}）、前後の月、前年か翌年の同じ月のどれからも大きく離れています。`,
    suggestion: 'けた数や入力した行を確認してください。', seen: found.map((one) => seenFigure(one.found)).join(' '),
  })];
}

const medianOf = ([first]: readonly Outlier[]): number => first?.median ?? 0;

const withMonthsOf = (found: readonly Outlier[], others: readonly Outlier[]): Outlier[] => found.filter(({ month }) => others.some((one) => one.month === month));

/** Odd months of a row, with the figures of `merged` rows added to its own. */
function outliersOf({ row, year }: CheckedRow, rows: ReadonlyMap<SeriesKey, CheckedRow>, merged: readonly string[]): Outlier[] {
  const { id, kind } = row.definition;
  const monthsIn = (of: number): (number | null)[] => sumOf([id, ...merged].map((one) => monthsOf(rows.get(seriesKey(one, of)) ?? null)));
  const hasBefore = rows.has(seriesKey(id, year - 1));
  return findOutliers(monthsIn(year), monthsIn(hasBefore ? year - 1 : year + 1), hasBefore ? 'before' : 'after').filter((one) => kind !== '年度累計' || one.month >= FIRST_SURE_MONTH);
}

/** Month by month; blank where the row itself, the first one, is. */
const sumOf = ([own = [], ...others]: readonly (readonly (number | null)[])[]): (number | null)[] =>
  own.map((figure, month) => (figure === null ? null : others.reduce((sum, one) => sum + (one[month] ?? 0), figure)));

/** Without months that bear no figure of the row, and times that lost their colon: those are told as such, and are no history. */
function monthsOf(checked: CheckedRow | null): (number | null)[] {
  if (!checked) return [];
  const { row, year, series } = checked;
  return series.months.map((figure, month) => (figure === null || isSilent(row.definition, year, month) || isSlip(checked, month, figure) ? null : figure));
}
