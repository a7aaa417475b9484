import { isSerialIn } from '../fiscalYear';
import { isDuration } from '../formatFigure';
import { expectationOf } from '../readFigure';
import { printedDecimals, roundHalfAway } from '../rounding';
import { findingsOf, type CheckedSeries, type FigureRuleCheck, type FindingDetail } from './finding';
import { known, MONTHS, ownMonth } from './months';
import { listed, placeWord, subject, typedWord } from './words';

/**
 * Figures below the row's 下限 or above its 上限, in full precision as when they are typed. The total is looked at
 * only where it is a figure of the months' size: a sum may well exceed what a month can be. A date of another month is
 * told where it is typed, as what it is.
 */
export const checkBounds: FigureRuleCheck = (checked) => {
  const isDate = expectationOf(checked.row.definition, checked.year).form === 'date';
  const months = MONTHS.flatMap((month) => {
    const found = ownMonth(checked, month);
    return isDate && found !== null && !isSerialIn(found, checked.year, month) ? [] : outside(checked, month, found);
  });
  const total = isOfMonthsSize(checked) ? outside(checked, 'total', known(checked.series.total)) : [];
  return findingsOf('bounds', checked, [...months, ...total], (details) => {
    const places = details.map(({ at, expected, found }) => `${placeWord(checked, at)} ${typedWord(checked, shortened(checked, found, expected))}（${found < expected ? '下限' : '上限'} ${typedWord(checked, expected)}）`);
    return `${subject(checked)}の${listed(places)}は、この項目の範囲の外にあります。`;
  });
};

/** A rate that was worked out has no end of decimals: two more than are printed, as long as they too lie beyond the limit. */
function shortened(checked: CheckedSeries, found: number, limit: number): number {
  const { format } = checked.row.definition;
  const short = isDuration(format) ? found : roundHalfAway(found, printedDecimals(format) + 2);
  return Math.sign(short - limit) === Math.sign(found - limit) ? short : found;
}

function outside({ row }: CheckedSeries, at: FindingDetail['at'], found: number | null): FindingDetail[] {
  const { min, max } = row.definition;
  if (found === null) return [];
  const value = withoutNoise(found);
  if (min !== null && value < withoutNoise(min)) return [{ at, expected: min, found }];
  if (max !== null && value > withoutNoise(max)) return [{ at, expected: max, found }];
  return [];
}

/** A rate that was worked out may lie above 100 % by its binary error alone. */
const withoutNoise = (value: number): number => roundHalfAway(value, 12);

function isOfMonthsSize({ row }: CheckedSeries): boolean {
  if (row.total.kind === 'aggregate') return row.total.name === 'AVERAGE';
  return row.definition.kind !== '単月' && row.total.kind !== 'count';
}
