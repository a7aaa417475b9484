import type { Area } from '../../plan/a1';
import type { ExcelHost } from '../host/host';
import type { Book, Sheet } from '../model/book';

/** What a person wants in a cell, as typed: "12", "4.5%", "=B2*2", "'007"; "" empties the cell. */
export interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What became of an edit; `refused` carries words for the person, and nothing was changed. */
export type EditOutcome = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly why: string };

/** What a listener must draw again. */
export type LiveChange =
  /** Contents, looks, rules, sheets, names: anything may differ. */
  | { readonly kind: 'content' }
  /** Another sheet is active or another area is selected, by a person or by the add-in. */
  | { readonly kind: 'selection' };

/** A workbook that a person at a grid and an add-in behind office.js work on at once. */
export interface LiveWorkbook {
  readonly book: Book;
  /** Answers office.js; every batch that changed something ends in a LiveChange. */
  readonly host: ExcelHost;
  /** Types into cells as Excel takes it, calculates, and raises the events Excel raises. */
  type(sheet: Sheet, cells: readonly TypedCell[]): Promise<EditOutcome>;
  /** Takes back, or makes again, the last thing a person typed; what an add-in did clears both, as in Excel on the web it may. */
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  /** Selects an area and activates its sheet; raises Excel's events. */
  select(sheet: Sheet, area: Area): void;
  /** Between these a cell is being edited: the host answers writes and reads as Excel does in that state. */
  beginEdit(): void;
  endEdit(): void;
  subscribe(listener: (change: LiveChange) => void): () => void;
  /** The file as it stands. */
  save(): Uint8Array;
}
