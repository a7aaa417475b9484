import { asPrinted } from '../formatFigure';
import { deriveMonth } from '../series';
import { findingsOf, type FigureRuleCheck } from './finding';
import { hasMonthOperands, known, MONTHS, ownMonth } from './months';
import { figureWord, listed, placeWord, subject } from './words';

/** Months of a derived row that differ from its formula on the figures of the other rows, at the precision they print. */
export const checkDerivedMonths: FigureRuleCheck = (checked) => {
  const { row, year, figures } = checked;
  const { monthly } = row;
  if (monthly === null) return [];
  const details = MONTHS.flatMap((month) => {
    const found = ownMonth(checked, month);
    const expected = hasMonthOperands(checked, monthly, month) ? known(deriveMonth(row, year, month, figures)) : null;
    const { format } = row.definition;
    return found === null || expected === null || asPrinted(found, format) === asPrinted(expected, format) ? [] : [{ at: month, expected, found }];
  });
  return findingsOf('derived', checked, details, (odd) => {
    const places = odd.map(({ at, expected, found }) => `${placeWord(checked, at)} ${figureWord(checked, at, found)}（計算では ${figureWord(checked, at, expected)}）`);
    return `${subject(checked)}の${listed(places)}は、計算式「${row.definition.formula ?? ''}」の結果と合いません。`;
  });
};
