import type { WorkbookState } from '../workbookState';
import { acceptedList, earlierAcceptance, inForce, readAcceptances, type Acceptance } from './acceptedSheet';
import type { CheckFinding } from './finding';

/** A finding that speaks. `earlier`: it was accepted before its figures changed, or before it told of some of its months. */
export interface OpenFinding extends CheckFinding {
  readonly earlier: Pick<Acceptance, 'at' | 'reason'> | null;
}

/** A finding that somebody accepted, and that stays quiet. */
export interface QuietFinding extends CheckFinding, Pick<Acceptance, 'at' | 'reason'> {}

/** Findings by what 「点検の記録」 says of them. */
export interface Findings {
  readonly open: readonly OpenFinding[];
  readonly quiet: readonly QuietFinding[];
}

/** Parts what speaks from what somebody accepted. Where the record cannot be read all findings speak: rather once too often. */
export function withAcceptances(state: Pick<WorkbookState, 'snapshot' | 'grids'>, findings: readonly CheckFinding[]): Findings {
  const acceptances = readAcceptances(acceptedList(state).table);
  const found = findings.map((finding) => ({ finding, accepted: inForce(finding, acceptances).at(-1) }));
  return {
    open: found.flatMap(({ finding, accepted }) => (accepted ? [] : [{ ...finding, earlier: earlierOf(earlierAcceptance(finding, acceptances)) }])),
    quiet: found.flatMap(({ finding, accepted }) => (accepted ? [{ ...finding, at: accepted.at, reason: accepted.reason }] : [])),
  };
}

const earlierOf = (acceptance: Acceptance | null): OpenFinding['earlier'] => acceptance && { at: acceptance.at, reason: acceptance.reason };
