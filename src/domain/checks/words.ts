import { editText } from '../editText';
import { fiscalYearLabel, monthLabel } from '../fiscalYear';
import { formatFigure } from '../formatFigure';
import { expectationOf, type FigureExpectation } from '../readFigure';
import type { CheckedSeries, FindingDetail } from './finding';

/** "健康宣言「累計」（令和5年度）" */
export const subject = ({ row, year }: Pick<CheckedSeries, 'row' | 'year'>): string => `${row.table.name}「${row.definition.label}」（${fiscalYearLabel(year)}）`;

/** "6月", or the heading of the total column. */
export const placeWord = ({ row }: Pick<CheckedSeries, 'row'>, at: FindingDetail['at']): string => (at === 'total' ? (row.table.totalLabel ?? '計') : monthLabel(at));

/** The number format that prints a month or the total. */
export const formatAt = ({ row }: Pick<CheckedSeries, 'row'>, at: FindingDetail['at']): string => (at === 'total' ? (row.definition.totalFormat ?? row.definition.format) : row.definition.format);

/** A figure as it is printed there; a number of dates bears no unit. */
export function figureWord(checked: Pick<CheckedSeries, 'row'>, at: FindingDetail['at'], value: number): string {
  const { definition, total } = checked.row;
  return formatFigure(value, formatAt(checked, at), at === 'total' && total.kind === 'count' ? '' : definition.unit);
}

/** A figure as a person would type it, in full: where 100.04％ must not be shown as 100.0％. */
export const typedWord = ({ row, year }: Pick<CheckedSeries, 'row' | 'year'>, value: number): string => {
  const { form, unit } = expectationOf(row.definition, year);
  return `${editText(value, form)}${form === 'number' ? unit : ''}`;
};

/** What a person is asked to type. */
export const figureNoun = ({ form }: Pick<FigureExpectation, 'form'>): string => (form === 'date' ? '日付' : '数値');

export const listed = (words: readonly string[]): string => words.join('、');
