import type { WorkbookPlan } from './workbookPlan';
import type { SheetArea } from './sheetReference';
import type { WorkbookSnapshot } from './snapshot';

/**
 * The workbook as the jobs see it. Each member costs one request.
 * Failures are GatewayError.
 */
export interface WorkbookGateway {
  /** All sheets and names, and the used ranges of the sheets that bear one of the given names; of others, one area a sheet with number formats. Sheets that are gone are left out. */
  readIndex(sheets: readonly string[], areas?: readonly SheetArea[]): Promise<WorkbookSnapshot>;
  /** The used ranges of the named sheets, added to the snapshot. Sheets that are gone are left out. */
  readSheets(snapshot: WorkbookSnapshot, sheets: readonly string[]): Promise<WorkbookSnapshot>;
  /** The used range of every sheet, without its cells. */
  readExtents(snapshot: WorkbookSnapshot): Promise<WorkbookSnapshot>;
  /** Cells with their number formats, one area a sheet, in place of what was read of those sheets. */
  readCells(snapshot: WorkbookSnapshot, areas: readonly SheetArea[]): Promise<WorkbookSnapshot>;
  /** Writes the plan in one batch; an empty plan sends nothing. */
  apply(plan: WorkbookPlan): Promise<void>;
  /** The same; gives what readIndex would have given just before the first step, in the same batch. */
  applyAfterReading(plan: WorkbookPlan, sheets: readonly string[], areas: readonly SheetArea[]): Promise<WorkbookSnapshot>;
  /** Requests sent since the gateway was made. */
  readonly requests: number;
}

export const GATEWAY_FAULTS = [
  'readOnly', 'sheetProtected', 'structureProtected', 'cellEditing', 'otherWorkbook', 'sheetMissing', 'sheetHidden', 'nameTaken', 'tooLarge', 'busy', 'unsupported', 'changed', 'unknown',
] as const;
export type GatewayFault = (typeof GATEWAY_FAULTS)[number];

/** How a workbook stands after a failed writing. untouched: nothing was written. broughtBack: as before, part of it having been written. unsure: part of it may still stand there. */
export type FailureOutcome = 'untouched' | 'broughtBack' | 'unsure';

/** A failure of reading or writing, as a closed set of codes; the words for a person are the jobs' matter. `outcome` null: it was no writing. */
export class GatewayError extends Error {
  constructor(readonly fault: GatewayFault, readonly detail: string, options: ErrorOptions = {}, readonly outcome: FailureOutcome | null = null, /** Where, in words. */ readonly places = '') {
    super(`${fault}: ${detail}`, options);
    this.name = 'GatewayError';
  }

  /** The same failure, with what became of the workbook. */
  after(outcome: FailureOutcome, places: string): GatewayError {
    return new GatewayError(this.fault, this.detail, { cause: this.cause }, outcome, places);
  }
}
