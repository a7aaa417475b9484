import { acceptedList, earlierAcceptance, inForce, readAcceptances, type Acceptance } from '../check/acceptedSheet';
import { checkWorkbook } from '../check/checkWorkbook';
import type { CheckFinding } from '../check/finding';
import { reminders, withoutReminded, type Reminder } from '../check/reminders';
import type { WorkbookState } from '../workbookState';

/** A finding that speaks. `earlier`: it was accepted before its figures changed. */
export interface OpenFinding extends CheckFinding {
  readonly earlier: Pick<Acceptance, 'at' | 'reason'> | null;
}

/** A finding that somebody accepted, and that stays quiet. */
export interface QuietFinding extends CheckFinding, Pick<Acceptance, 'at' | 'reason'> {}

/** 点検: what is odd in the workbook, what was accepted of it, and what is still to be typed. */
export interface CheckView {
  readonly open: readonly OpenFinding[];
  readonly quiet: readonly QuietFinding[];
  readonly reminders: readonly Reminder[];
  /** What was looked at. */
  readonly tables: number;
  readonly rows: number;
}

/** Checks the workbook as read; writes nothing. `latest`: see dueOf. While a list cannot be read, that alone is told. */
export function checkView(state: WorkbookState, latest: number): CheckView {
  const reminded = state.damaged.length > 0 ? [] : reminders(state, latest);
  // Where the record cannot be read all findings speak: rather once too often.
  const acceptances = readAcceptances(acceptedList(state).table);
  const found = withoutReminded(checkWorkbook(state, { latest }), reminded).map((finding) => ({ finding, accepted: inForce(finding, acceptances).at(-1) }));
  const lines = [...state.map.series.values()];
  return {
    open: found.flatMap(({ finding, accepted }) => (accepted ? [] : [{ ...finding, earlier: earlierOf(earlierAcceptance(finding, acceptances)) }])),
    quiet: found.flatMap(({ finding, accepted }) => (accepted ? [{ ...finding, at: accepted.at, reason: accepted.reason }] : [])),
    reminders: reminded,
    tables: new Set(lines.map((place) => place.block.block.table.id)).size,
    rows: new Set(lines.map((place) => place.line.row.id)).size,
  };
}

const earlierOf = (acceptance: Acceptance | null): OpenFinding['earlier'] => acceptance && { at: acceptance.at, reason: acceptance.reason };
