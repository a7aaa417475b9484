import type { DerivedId } from '../overwrittenSheet';
import type { Place } from './place';

export const FINDING_KINDS = ['missing', 'nameLost', 'rowMoved', 'undecided', 'formulaLost', 'formulaMoved', 'otherFormula', 'typedOver'] as const;
/**
 * missing: not in the workbook. nameLost: a name is gone or points nowhere. rowMoved: found at another place by its label.
 * undecided: two places could be meant. formulaLost: a formula was emptied. formulaMoved: a formula no longer fits its place.
 * otherFormula: a person wrote a different formula. typedOver: a figure stands where a formula belongs.
 */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What is wrong at one place of a table. */
export interface Finding {
  readonly kind: FindingKind;
  /** A sentence for a clerk. */
  readonly text: string;
  readonly place: Place | null;
  /** typedOver only: what to tick so that the formula comes back, the figure typed and the one the formula gives, as shown. */
  readonly typedOver: { readonly id: DerivedId; readonly typed: string; readonly computed: string } | null;
}

/** A table of the workbook, or one that is not there yet. */
export interface TableHealth {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly state: 'right' | 'missing' | 'attention';
  readonly findings: readonly Finding[];
  readonly place: Place | null;
}
