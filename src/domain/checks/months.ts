import type { CatalogRow, RowRef } from '../catalog';
import { hasEnded, isSilent } from '../due';
import { referencesOf, type Expression } from '../rowFormula';
import { seriesKey } from '../series';
import type { CheckedSeries } from './finding';

export const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, month) => month);

/** The figure of a row's month; null where there is none, or none that counts. */
export function monthFigure({ catalog, figures }: CheckedSeries, rowId: string, year: number, month: number): number | null {
  const row = catalog.rows.get(rowId);
  if (!row || isSilent(row.definition, year, month)) return null;
  return known(figures.get(seriesKey(rowId, year))?.months[month]);
}

/** The series' own figure of a month. */
export const ownMonth = (checked: CheckedSeries, month: number): number | null => monthFigure(checked, checked.row.definition.id, checked.year, month);

/** A figure to compare: neither blank nor beyond all numbers. */
export const known = (figure: number | null | undefined): number | null => (figure != null && Number.isFinite(figure) ? figure : null);

/**
 * Whether a formula can be held against a month. An aggregate passes over blanks, as Excel does, so a row that is
 * missing or not yet filled would make every sum look wrong: only rows that have ended or are quarterly may be blank.
 */
export function hasMonthOperands(checked: CheckedSeries, expression: Expression<RowRef>, month: number): boolean {
  return everyOperand(checked, expression, (row, year) => isSilent(row.definition, year, month) || monthFigure(checked, row.definition.id, year, month) !== null);
}

/** The same of a formula on the totals: only rows that ended before the year may be blank. */
export function hasTotalOperands(checked: CheckedSeries, expression: Expression<RowRef>): boolean {
  return everyOperand(checked, expression, (row, year) => hasEnded(row.definition, year, 0) || known(checked.figures.get(seriesKey(row.definition.id, year))?.total) !== null);
}

function everyOperand({ catalog, year }: CheckedSeries, expression: Expression<RowRef>, holds: (row: CatalogRow, year: number) => boolean): boolean {
  return referencesOf(expression).every((ref) => {
    const row = catalog.rows.get(ref.rowId);
    return row !== undefined && holds(row, year - ref.yearsBack);
  });
}
