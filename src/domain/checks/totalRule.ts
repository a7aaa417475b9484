import type { CatalogRow } from '../catalog';
import type { RowDefinition } from '../definitions';
import { asPrinted } from '../formatFigure';
import { deriveTotal } from '../series';
import { findingsOf, type FigureRuleCheck } from './finding';
import { hasTotalOperands, known } from './months';
import { figureWord, formatAt, placeWord, subject } from './words';

/**
 * A total that differs from what the row's rule gives, both at the precision the total prints. Months that are blank
 * are passed over, as the workbook's own formula does, so a total of part of a year is held to the months it has.
 * Typed totals and rows without one are not looked at; nor is a formula whose operands are not all there.
 */
export const checkTotal: FigureRuleCheck = (checked) => {
  const { row, year, series, figures } = checked;
  if (row.total.kind === 'formula' && !hasTotalOperands(checked, row.total.expression)) return [];
  const found = known(series.total);
  const expected = known(deriveTotal(row, year, figures));
  const format = formatAt(checked, 'total');
  if (found === null || expected === null || asPrinted(found, format) === asPrinted(expected, format)) return [];
  return findingsOf('total', checked, [{ at: 'total', expected, found }], () =>
    `${subject(checked)}の${placeWord(checked, 'total')} ${figureWord(checked, 'total', found)}は、${ruleWord(row)} ${figureWord(checked, 'total', expected)}と合いません。`);
};

/** What the total should be. */
export function ruleWord({ definition, total }: CatalogRow): string {
  if (total.kind === 'count') return `${definition.label}の数`;
  if (total.kind === 'aggregate') return total.name === 'AVERAGE' ? '各月の平均' : '各月の合計';
  return `計どうしを計算式「${totalFormula(definition)}」で計算した`;
}

/** The formula by which the totals are worked out of one another. */
export const totalFormula = ({ total, formula }: RowDefinition): string => (total.startsWith('=') ? total.slice(1) : (formula ?? ''));
