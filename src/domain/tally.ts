import { STATUS_MARKS, type StatusMark } from './marks';

/** How often each mark was given, － included. */
export type MarkCounts = Readonly<Record<StatusMark, number>>;

/** The tally of the plan: all counted rows, and the KPI rows a second time. */
export interface Tally {
  readonly all: MarkCounts;
  readonly kpi: MarkCounts;
}

/** A row's mark for the tally; null: none was given. */
export interface MarkedRow {
  readonly mark: StatusMark | null;
  readonly counted: boolean;
  readonly kpi: boolean;
}

/** Marks that make up the printed sum; － is shown but not added. */
export const SUMMED_MARKS = STATUS_MARKS.filter((mark) => mark !== '－');

export function tallyMarks(rows: readonly MarkedRow[]): Tally {
  const count = (among: readonly MarkedRow[]): MarkCounts => {
    const counts: Record<StatusMark, number> = { '◎': 0, '○': 0, '△': 0, '×': 0, '□': 0, '－': 0 };
    for (const row of among) if (row.mark) counts[row.mark]++;
    return counts;
  };
  const counted = rows.filter((row) => row.counted);
  return { all: count(counted), kpi: count(counted.filter((row) => row.kpi)) };
}

/** 実施状況: the manual mark where a person set one, else the automatic. */
export function effectiveMark(manual: StatusMark | null, automatic: StatusMark | null): StatusMark | null {
  return manual ?? automatic;
}
