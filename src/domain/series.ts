import { operandsOf, type Catalog, type CatalogRow } from './catalog';
import type { RowDefinition } from './definitions';
import { hasEnded } from './due';
import { aggregate, evaluateExpression } from './evaluateFormula';

/** A row in one fiscal year. */
export type SeriesKey = `${string}@${number}`;
export const seriesKey = (rowId: string, year: number): SeriesKey => `${rowId}@${year}`;

/** The fiscal years a row has a line in, oldest first: none after it ended. */
export function yearsOf(row: Pick<RowDefinition, 'years' | 'endsAt'>, fiscalYear: number): number[] {
  return Array.from({ length: row.years }, (_, index) => fiscalYear - row.years + 1 + index).filter((year) => !hasEnded(row, year, 0));
}

/** Figures of one series: twelve months, April first, and the total. null: no figure. */
export interface SeriesFigures {
  readonly months: readonly (number | null)[];
  readonly total: number | null;
}

export type FigureBook = ReadonlyMap<SeriesKey, SeriesFigures>;

/** A row's twelve months in a year; empty where the book has none. */
export const monthsOf = (book: FigureBook, rowId: string, year: number): readonly (number | null)[] => book.get(seriesKey(rowId, year))?.months ?? [];

const figureOf = (figures: FigureBook, rowId: string, year: number, month: number): number | null =>
  figures.get(seriesKey(rowId, year))?.months[month] ?? null;

/** A derived month worked out from the figures of other rows; null where it is not derived or blank. */
export function deriveMonth(row: CatalogRow, year: number, month: number, figures: FigureBook): number | null {
  if (!row.monthly || row.broken !== null) return null;
  return evaluateExpression(row.monthly, (ref) => figureOf(figures, ref.rowId, year - ref.yearsBack, month));
}

/** A total worked out by the row's rule; null where it is typed, none or blank. */
export function deriveTotal(row: CatalogRow, year: number, figures: FigureBook): number | null {
  if (row.broken !== null) return null;
  const months = figures.get(seriesKey(row.definition.id, year))?.months ?? [];
  switch (row.total.kind) {
    case 'typed':
    case 'none':
      return null;
    case 'count':
      return months.filter((month) => month !== null).length;
    case 'aggregate':
      return aggregate(row.total.name, months);
    case 'formula':
      return evaluateExpression(row.total.expression, (ref) => figures.get(seriesKey(ref.rowId, year - ref.yearsBack))?.total ?? null);
  }
}

/**
 * Works out every derived month and total from the typed figures, in dependency order: the second
 * computation beside the workbook's own. Typed figures are taken over as they are.
 */
export function computeAll(catalog: Catalog, fiscalYear: number, typed: FigureBook): FigureBook {
  const result = new Map<SeriesKey, SeriesFigures>(typed);
  const done = new Set<SeriesKey>();
  const compute = (rowId: string, year: number): void => {
    const row = catalog.rows.get(rowId);
    const key = seriesKey(rowId, year);
    if (!row || done.has(key) || row.broken !== null || !yearsOf(row.definition, fiscalYear).includes(year)) return;
    done.add(key);
    for (const ref of operandsOf(row)) compute(ref.rowId, year - ref.yearsBack);
    const before = result.get(key) ?? { months: Array<null>(12).fill(null), total: null };
    const isTyped = row.definition.asTyped;
    const months = row.monthly && !isTyped ? before.months.map((_, month) => deriveMonth(row, year, month, result)) : before.months;
    result.set(key, { months, total: before.total });
    const total = isTyped || row.total.kind === 'typed' || row.total.kind === 'none' ? before.total : deriveTotal(row, year, result);
    result.set(key, { months, total });
  };
  for (const [rowId, row] of catalog.rows) for (const year of yearsOf(row.definition, fiscalYear)) compute(rowId, year);
  return result;
}
