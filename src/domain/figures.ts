import type { StatusMark } from './marks';

/**
 * A printed figure in a seed file. Rates are fractions (94.6 % is 0.946), durations "h:mm",
 * dates "2024-12-11", a missing figure null.
 */
export type SeedFigure = number | string | null;

/** The twelve months, April first, and the total as printed. */
export interface SeedSeries {
  readonly row: string;
  readonly year: number;
  readonly months: readonly SeedFigure[];
  readonly total: SeedFigure;
}

export interface SeedYearly {
  readonly id: string;
  readonly year: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** As printed, a fraction; null: to be worked out from numerator and denominator. */
  readonly rate: number | null;
  /** 時点 as printed, e.g. "R7.7"; null: not printed. */
  readonly asOf: string | null;
}

/** What people type for an indicator that no table holds: a number or a few words. */
export interface SeedIndicator {
  readonly id: string;
  readonly value: number | string;
  /** The comparable figure of the year before; null: not printed. */
  readonly previous: number | string | null;
  readonly asOf: string | null;
}

/** Figures of one branch and year. */
export interface SeedFigures {
  readonly schemaVersion: number;
  readonly fiscalYear: number;
  readonly branch: string;
  readonly series: readonly SeedSeries[];
  readonly yearly: readonly SeedYearly[];
  readonly ranks: readonly { readonly kpi: string; readonly rank: number; readonly asOf: string | null }[];
  /** Marks that the source certainly gives to a row without a KPI. */
  readonly marks: readonly { readonly planRow: string; readonly mark: StatusMark }[];
  readonly indicators: readonly SeedIndicator[];
}
