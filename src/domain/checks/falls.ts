import { asPrinted } from '../formatFigure';
import { findingsOf, type CheckedSeries, type FigureRuleCheck, type FindingDetail } from './finding';
import { monthFigure, MONTHS, ownMonth } from './months';
import { figureWord, listed, placeWord, subject } from './words';

/**
 * Months in which a row that must not fall is lower than the last figure before, over blank months too. Across April
 * only a 現在数 is compared: every other kind begins anew.
 */
export const checkFalls: FigureRuleCheck = (checked) => {
  const { definition } = checked.row;
  if (definition.mayFall !== false) return [];
  const details: FindingDetail[] = [];
  let before = definition.kind === '現在数' ? monthFigure(checked, definition.id, checked.year - 1, 11) : null;
  for (const month of MONTHS) {
    const found = ownMonth(checked, month);
    if (found === null) continue;
    if (before !== null && asPrinted(found, definition.format) < asPrinted(before, definition.format)) details.push({ at: month, expected: before, found });
    before = found;
  }
  return findingsOf('falls', checked, details, (odd) => say(checked, odd));
};

function say(checked: CheckedSeries, details: readonly FindingDetail[]): string {
  const places = listed(details.map(({ at, expected, found }) => `${placeWord(checked, at)}（${figureWord(checked, at, expected)}→${figureWord(checked, at, found)}）`));
  const { heading, kind } = checked.row.definition;
  return kind === '単月' && heading?.includes('累計') === true
    ? `${subject(checked)}は見出しが「${heading}」ですが、${places}で減っているため、単月の数とみられます。`
    : `${subject(checked)}は減らない項目ですが、${places}で減っています。`;
}
