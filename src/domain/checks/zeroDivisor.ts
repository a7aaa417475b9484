import type { CatalogRow, RowRef } from '../catalog';
import { evaluateExpression } from '../evaluateFormula';
import { referencesOf, type Expression } from '../rowFormula';
import { seriesKey, type FigureBook } from '../series';
import { MONTHS } from './months';

/** A month (0 = 4月) or the total whose formula divides by 0, and the rows that are the divisor. */
export interface ZeroDivision {
  readonly at: number | 'total';
  readonly divisor: readonly RowRef[];
}

/** Where a row's formulas divide something by 0. Nothing divided by nothing is no fault: a year without bids has no share of them. */
export function zeroDivisions({ monthly, total, broken }: CatalogRow, year: number, figures: FigureBook): ZeroDivision[] {
  if (broken !== null) return [];
  const at = (place: ZeroDivision['at'], expression: Expression<RowRef>): ZeroDivision[] => {
    const divisor = divisorOf(expression, (ref) => {
      const series = figures.get(seriesKey(ref.rowId, year - ref.yearsBack));
      return (place === 'total' ? series?.total : series?.months[place]) ?? null;
    });
    return divisor === null ? [] : [{ at: place, divisor }];
  };
  return [
    ...(monthly ? MONTHS.flatMap((month) => at(month, monthly)) : []),
    ...(total.kind === 'formula' ? at('total', total.expression) : []),
  ];
}

/** The rows of the first divisor that is 0 below something that is not; null: there is none. */
function divisorOf(expression: Expression<RowRef>, figure: (ref: RowRef) => number | null): readonly RowRef[] | null {
  switch (expression.kind) {
    case 'number':
    case 'row':
    case 'aggregate':
      return null;
    case 'negate':
    case 'round':
      return divisorOf(expression.of, figure);
    case 'binary': {
      const { operator, left, right } = expression;
      const inner = divisorOf(left, figure) ?? divisorOf(right, figure);
      if (inner !== null || operator !== '/' || evaluateExpression(right, figure) !== 0) return inner;
      const above = evaluateExpression(left, figure);
      return above === null || above === 0 ? null : referencesOf(right);
    }
  }
}
