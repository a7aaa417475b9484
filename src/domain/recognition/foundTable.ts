import type { MonthCell } from './looseFigure';
import type { MonthHeader } from './monthHeader';

/** A line of a recognised table: one measure in one fiscal year. */
export interface FoundLine {
  /** The line of the matrix. */
  readonly line: number;
  /** As written, without year and unit; "" where the table's heading alone says what it is. */
  readonly label: string;
  /** What stands before the label in cells of its own, e.g. the group of lines it belongs to; "" for nothing. */
  readonly group: string;
  readonly unit: string | null;
  readonly year: number | null;
  /** Twelve cells, April first. */
  readonly cells: readonly MonthCell[];
  readonly total: MonthCell;
  /** Something besides its label shows that it is a line of figures, although it may bear none yet: "-" in a cell, a unit, a year of its own. */
  readonly marked: boolean;
}

/** Where a table's fiscal year was read. */
export type YearSource = 'header' | 'months' | 'title' | 'sheet' | 'lines' | 'none';

/** A table of months as it was recognised in a matrix. */
export interface FoundTable {
  readonly header: MonthHeader;
  /** The text of the heading over the labels, without year and unit; "" for none. */
  readonly corner: string;
  /** Texts above the table, the nearest first, without year and unit. */
  readonly titles: readonly string[];
  /** The fiscal year of lines that name none; null: nothing tells it. */
  readonly year: number | null;
  readonly yearSource: YearSource;
  readonly unit: string | null;
  /** What stands below every month, as 計画 where 実績 stands beside it in a column of its own; "" for nothing. */
  readonly below: string;
  /** Position of the total; null: the table has none. */
  readonly totalPosition: number | null;
  readonly totalLabel: string | null;
  readonly lines: readonly FoundLine[];
  /** Remarks and section texts between the lines, which belong to nobody. */
  readonly skipped: number;
}
