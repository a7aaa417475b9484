import type { Catalog, CatalogRow } from '../catalog';
import type { FigureBook, SeriesFigures } from '../series';

/**
 * total: not what the row's rule gives. derived: a month that its formula does not give. follows: a month that the
 * month before does not lead to. falls: a row that must not fall does. bounds: outside the row's lowest and highest.
 */
export type FindingKind = 'total' | 'derived' | 'follows' | 'falls' | 'bounds';

/** One odd figure. All numbers are in the figure's own unit: a rate as a fraction, a duration in days. */
export interface FindingDetail {
  /** 0 = 4月 … 11 = 3月, or the total. */
  readonly at: number | 'total';
  /** What the rule gives, unrounded. falls: the figure it fell from. bounds: the limit that is overstepped. */
  readonly expected: number;
  readonly found: number;
}

/** What one rule finds odd in one row of one fiscal year. */
export interface FigureFinding {
  readonly kind: FindingKind;
  readonly rowId: string;
  readonly year: number;
  /** The months (0 = 4月), in order, or the total; never both in one finding. */
  readonly months: readonly number[] | 'total';
  /** As many as there are months, in their order; one for the total. */
  readonly details: readonly FindingDetail[];
  /** One Japanese sentence for a clerk: what is odd, and why. */
  readonly text: string;
}

/** A row in one fiscal year as a rule looks at it, with the figures of all others as they are typed or printed. */
export interface CheckedSeries {
  readonly catalog: Catalog;
  readonly figures: FigureBook;
  readonly row: CatalogRow;
  readonly year: number;
  readonly series: SeriesFigures;
}

/** A rule: empty where nothing is odd, or where what it needs is not there. */
export type FigureRuleCheck = (checked: CheckedSeries) => readonly FigureFinding[];

/** Details of one kind, gathered: the months in one finding, the total in one of its own. */
export function findingsOf(
  kind: FindingKind, { row, year }: CheckedSeries, details: readonly FindingDetail[], say: (details: readonly FindingDetail[]) => string,
): FigureFinding[] {
  const base = { kind, rowId: row.definition.id, year };
  const inMonths = details.flatMap((detail) => (detail.at === 'total' ? [] : [{ ...detail, at: detail.at }]));
  const onTotal = details.filter((detail) => detail.at === 'total');
  return [
    ...(inMonths.length > 0 ? [{ ...base, months: inMonths.map((detail) => detail.at), details: inMonths, text: say(inMonths) }] : []),
    ...(onTotal.length > 0 ? [{ ...base, months: 'total' as const, details: onTotal, text: say(onTotal) }] : []),
  ];
}
