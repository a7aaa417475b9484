import type { Catalog } from '../catalog';
import { seriesKey, yearsOf, type FigureBook } from '../series';
import { checkBounds } from './bounds';
import { checkDerivedMonths } from './derivedMonth';
import { checkFalls } from './falls';
import type { FigureFinding, FigureRuleCheck } from './finding';
import { checkFollows } from './follows';
import { checkTotal } from './totalRule';

/** The total last, as it stands last in its line. */
const RULES: readonly FigureRuleCheck[] = [checkBounds, checkDerivedMonths, checkFollows, checkFalls, checkTotal];

/**
 * What is odd in the figures of the fiscal years that the tables show, taken as they are typed or printed: totals and
 * derived rows are not worked out anew first. In the order of the tables, their rows and years, oldest first. Rows
 * that are not in the figures and blank months are not odd. Source: findings F1–F5 of the domain notes.
 */
export function checkFigures(catalog: Catalog, fiscalYear: number, figures: FigureBook): FigureFinding[] {
  return [...catalog.rows.values()].flatMap((row) => yearsOf(row.definition, fiscalYear).flatMap((year) => {
    const series = figures.get(seriesKey(row.definition.id, year));
    return series ? RULES.flatMap((check) => check({ catalog, figures, row, year, series })) : [];
  }));
}
