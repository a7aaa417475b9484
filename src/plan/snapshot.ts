import type { Area } from './a1';

/** A cell's content as Excel gives it: an empty cell is "", dates and durations are serial numbers. */
export type CellContent = string | number | boolean;

/** A rectangle of a sheet as read: `values` as shown to formulas, `formulas` with "=" where there is one. */
export interface ReadBlock {
  readonly area: Area;
  readonly values: readonly (readonly CellContent[])[];
  readonly formulas: readonly (readonly CellContent[])[];
  /** Number formats in Excel's own writing; undefined: not read. */
  readonly formats?: readonly (readonly string[])[];
  /** Where an error was typed or pasted as a value: it reads like a text of the same letters. Undefined: not read. */
  readonly errors?: readonly (readonly boolean[])[];
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  /** Names of the sheet's own scope. */
  readonly ownNames: readonly NameSnapshot[];
  /** The used range; null: the sheet is empty. Undefined: it was not read. */
  readonly used?: ReadBlock | null;
  /** The cells that are used at all, whether or not they were read; null: the sheet is empty. Undefined: not asked for. */
  readonly extent?: Area | null;
  /** What is printed; null: all. Undefined: not read. */
  readonly printArea?: Area | null;
  /** Names of the charts on the sheet; undefined: not read. */
  readonly charts?: readonly string[];
}

export interface NameSnapshot {
  readonly name: string;
  /** As in the Name Manager, e.g. "=業務!$C$5:$N$5"; contains #REF! where the target is gone. */
  readonly refersTo: string;
  readonly comment: string;
}

/** What was read of a workbook. Sheets stand in tab order; `names` are those of the whole workbook. */
export interface WorkbookSnapshot {
  readonly readOnly: boolean;
  /** Sheets can neither be added nor taken out, renamed or moved. */
  readonly structureProtected: boolean;
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly NameSnapshot[];
}
