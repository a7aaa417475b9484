import type { Direction } from '../../domain/definitions';
import type { StatusMark } from '../../domain/marks';
import type { Place } from './place';

/** A measure through the year, April first, beside the year before. */
export interface Trend {
  readonly months: readonly (number | null)[];
  readonly previous: readonly (number | null)[];
  /** As the table shows them; "" where there is no figure. */
  readonly shown: readonly string[];
  readonly shownPrevious: readonly string[];
  /** The target in the figure's own unit; null where the basis does not compare month by month. */
  readonly target: number | null;
}

/** A condition of a KPI as it stands now, at the month asked for. */
export interface ConditionCard {
  readonly id: string;
  readonly label: string;
  readonly mark: StatusMark;
  /** As printed, with the unit; "" where not known. */
  readonly actual: string;
  readonly target: string;
  readonly direction: Direction;
  readonly previous: string;
  /** "3月", "令和6年度"; "" where there is no actual. */
  readonly asOf: string;
  readonly reason: string;
  /** null: a yearly figure has no months. */
  readonly trend: Trend | null;
  /** Row of the measure in its table; null for a measure that is not in the workbook. */
  readonly place: Place | null;
}

/** A KPI as the pane lists it. */
export interface KpiCard {
  readonly id: string;
  readonly item: number;
  readonly name: string;
  /** Group answering for it and those sharing the work; "" where no plan row bears the KPI. */
  readonly owner: string;
  readonly others: readonly string[];
  readonly tags: readonly string[];
  /** 実施状況 as it stands: the manual mark, else the mark of the last evaluation; null: not evaluated yet. */
  readonly mark: StatusMark | null;
  readonly manual: { readonly mark: StatusMark; readonly reason: string } | null;
  /** The mark the figures give now at the month asked for. */
  readonly current: StatusMark;
  /** In words, of the figures now. */
  readonly reason: string;
  /** The figures it rests on differ from those evaluated. */
  readonly stale: boolean;
  readonly rank: { readonly rank: number; readonly asOf: string } | null;
  readonly conditions: readonly ConditionCard[];
  /** Its first line on the sheet KPI; null where there is no such sheet. */
  readonly place: Place | null;
}
