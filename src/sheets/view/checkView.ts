import { withAcceptances, type Findings } from '../check/accepted';
import { checkWorkbook } from '../check/checkWorkbook';
import { reminders, withoutReminded, type Reminder } from '../check/reminders';
import type { WorkbookState } from '../workbookState';

/** 点検: what is odd in the workbook, what was accepted of it, and what is still to be typed. */
export interface CheckView extends Findings {
  readonly reminders: readonly Reminder[];
  /** What was looked at. */
  readonly tables: number;
  readonly rows: number;
}

/** Checks the workbook as read; writes nothing. `latest`: see dueOf. While a list cannot be read, that alone is told. */
export function checkView(state: WorkbookState, latest: number): CheckView {
  const reminded = state.damaged.length > 0 ? [] : reminders(state, latest);
  const lines = [...state.map.series.values()];
  return {
    ...withAcceptances(state, withoutReminded(checkWorkbook(state, { latest }), reminded)),
    reminders: reminded,
    tables: new Set(lines.map((place) => place.block.block.table.id)).size,
    rows: new Set(lines.map((place) => place.line.row.id)).size,
  };
}
