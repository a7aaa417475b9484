import type { FindingKind as FigureFindingKind } from '../../domain/checks/finding';
import type { CellInput } from '../../plan/workbookPlan';
import type { Place } from '../view/place';

/**
 * Kinds of what stands in cells or definitions rather than in figures.
 * textNumber: a text that reads as a figure. errorValue: an error where a figure belongs. timeSlip: a time typed with a point or as a count. markTyped: △ or ▲ typed before a figure. typedOver: a figure where a formula belongs.
 * formulaTyped: a formula where a figure belongs. formulaLost: a formula was emptied, or no longer fits its place. otherFormula: a person's own formula in place of the definitions'.
 * monthMissing: a blank between figures, or where the figure was due. outlier: far from the figures of the row's other months. sameSeries: the same figures differ between two tables.
 * zeroDivisor: a formula divides by 0. definitions: what cannot be read of definitions. names: names and labels that are lost or changed. target: a target that differs from the previous year's figure.
 */
export type CellFindingKind =
  | 'textNumber' | 'errorValue' | 'timeSlip' | 'markTyped' | 'typedOver' | 'formulaTyped' | 'formulaLost' | 'otherFormula'
  | 'monthMissing' | 'outlier' | 'sameSeries' | 'zeroDivisor' | 'definitions' | 'names' | 'target';

/** What a check found: the kinds of the figures' rules, and those of cells. */
export type CheckKind = FigureFindingKind | CellFindingKind;

/** A change that puts one finding right: the cells, as they are and as they would be. What a person typed over a formula is kept in 「上書きの記録」. */
export interface CheckFix {
  readonly cells: readonly FixCell[];
  /** A phrase: what would be done, e.g. 「3.46」を 3:46 に直す. */
  readonly words: string;
}

export interface FixCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: string | number | boolean;
  readonly after: CellInput;
  /** The phrase of this cell alone: before anything is written each cell is shown. */
  readonly words: string;
}

export interface CheckFinding {
  /** Stable however rows move: kind and what it is about (row ID, fiscal year, months), or sheet and cell where nothing else names it. */
  readonly id: string;
  readonly kind: CheckKind;
  /** Heading under which it is listed: the table's group, or the sheet. */
  readonly group: string;
  /** The cell(s) to jump to; null where there is none. */
  readonly place: Place | null;
  /** The cell in words, e.g. "業務 G12". "" where there is none. */
  readonly cell: string;
  /** What is odd and why: one Japanese sentence. */
  readonly text: string;
  /** What to do: one Japanese sentence. */
  readonly suggestion: string;
  /** The figures it rests on, as a short text: an accepted finding stays quiet as long as this stays the same. */
  readonly seen: string;
  readonly fix: CheckFix | null;
}
