import type { FigureExpectation } from '../../domain/readFigure';
import type { Place } from './place';

/** One figure to be typed: an input row of the current fiscal year in one month. */
export interface EntryField {
  /** Row ID; unique in the form. */
  readonly rowId: string;
  readonly label: string;
  readonly unit: string;
  /** How text typed here is read, see readFigure. */
  readonly expected: FigureExpectation;
  /** Lowest and highest figure that can be right, in the figure's own unit; null: not checked. */
  readonly min: number | null;
  readonly max: number | null;
  /** What stands in the cell now, as it would be typed again; "" for an empty cell. */
  readonly text: string;
  /** The cell holds text or a formula a person wrote: shown, never written over from the form. */
  readonly locked: string | null;
  readonly previousMonth: string;
  readonly previousYear: string;
  /** expected: should be there by now. later: within the lag of its series. closed: the series has ended. */
  readonly due: 'expected' | 'later' | 'closed';
  readonly place: Place;
}

export interface EntryTable {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly EntryField[];
}

/** 毎月入力: the figures of one group for one month (0 = 4月 … 11 = 3月). */
export interface EntryForm {
  readonly group: string;
  readonly month: number;
  /** "令和6年度 3月". */
  readonly title: string;
  /** "2月" and "令和5年度 3月": headings of the two columns beside the fields; "" for none. */
  readonly previousMonthLabel: string;
  readonly previousYearLabel: string;
  readonly tables: readonly EntryTable[];
}

/** A figure from the form; `before` is the field's text when the form was read. */
export interface EnteredFigure {
  readonly rowId: string;
  readonly before: string;
  readonly text: string;
}

/** A row with months that should be there by now. */
export interface MissingRow {
  readonly rowId: string;
  readonly table: string;
  readonly label: string;
  /** 0 = 4月. */
  readonly months: readonly number[];
  readonly place: Place;
}

/** 未入力一覧 of one group. */
export interface MissingGroup {
  readonly group: string;
  readonly rows: readonly MissingRow[];
}
