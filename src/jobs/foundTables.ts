import type { AdoptThought } from '../sheets/adopt/adoptPlan';
import type { AdoptRequest } from '../sheets/adopt/request';

/** A row of the definitions that a line may be taken for. */
export interface RowChoice {
  readonly rowId: string;
  readonly label: string;
  /** Name of its table. */
  readonly table: string;
}

/** The tables that stand in the workbook, read once. */
export interface FoundTables {
  /** Every row of the definitions, in their order. */
  readonly rows: readonly RowChoice[];
  /** The workbook says its fiscal year itself: nobody else can. */
  readonly ownYear: boolean;
  /** Thinks a person's decisions through without reading again. */
  propose(request: AdoptRequest): AdoptThought;
}

// The pane knows the jobs, not the sheets: what it shows and decides comes through here.
export type { AdoptThought } from '../sheets/adopt/adoptPlan';
export type { FormulaChange, TextFigure } from '../sheets/adopt/changes';
export type { AdoptLine, AdoptTable } from '../sheets/adopt/describe';
export { BIND_SURE, type AdoptRequest, type LineChoice } from '../sheets/adopt/request';
