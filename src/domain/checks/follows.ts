import { resolveReference } from '../catalog';
import { asPrinted, formatDifference } from '../formatFigure';
import { findingsOf, type CheckedSeries, type FigureRuleCheck } from './finding';
import { known, monthFigure, MONTHS, ownMonth } from './months';
import { figureWord, listed, placeWord, subject } from './words';

/**
 * 積み上げの元: months that are not the month before and the other row's figure of the month. A month is looked at
 * only where all three are there, so each step stands for itself: after a slip the later months are not told again.
 */
export const checkFollows: FigureRuleCheck = (checked) => {
  const { catalog, row, year } = checked;
  const { follows, format, unit } = row.definition;
  const base = follows === null ? null : resolveReference(follows, row.table, catalog.resolve);
  if (!base?.ok) return [];
  const { rowId, yearsBack } = base.data;
  const details = MONTHS.flatMap((month) => {
    const [found, before, added] = [ownMonth(checked, month), startOf(checked, month), monthFigure(checked, rowId, year - yearsBack, month)];
    const expected = before === null || added === null ? null : known(before + added);
    return found === null || expected === null || asPrinted(found, format) === asPrinted(expected, format) ? [] : [{ at: month, expected, found }];
  });
  const baseLabel = catalog.rows.get(rowId)?.definition.label ?? '';
  return findingsOf('follows', checked, details, (odd) => {
    const places = odd.map(({ at, expected, found }) =>
      `${placeWord(checked, at)} ${figureWord(checked, at, found)}（${formatDifference(asPrinted(found, format) - asPrinted(expected, format), format, unit)}）`);
    return `${subject(checked)}の${listed(places)}は、前の月の数に「${baseLabel}」の数を足した値と合いません。`;
  });
};

/** What a month starts from. In April a 現在数 goes on from March, a 年度累計 begins at nothing; of other kinds it is not known. */
function startOf(checked: CheckedSeries, month: number): number | null {
  if (month > 0) return ownMonth(checked, month - 1);
  const { id, kind } = checked.row.definition;
  if (kind === '現在数') return monthFigure(checked, id, checked.year - 1, 11);
  return kind === '年度累計' ? 0 : null;
}
