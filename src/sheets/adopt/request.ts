import type { TableDefinition } from '../../domain/definitions';

/** What a person decided over the tables found; keys as tableKey and lineKey give them. */
export interface AdoptRequest {
  /** Tables to bind; 'sure': every one of at least `confidence`. */
  readonly accept: 'sure' | ReadonlySet<string>;
  readonly confidence: number;
  /** Lines that are to be another row than was found: a row's ID, or a row of its own, or left out. */
  readonly assigned: ReadonlyMap<string, string | 'own' | 'none'>;
  /** Rows (IDs) whose derived cells are to get formulas for the typed figures; 'all'. */
  readonly formulas: 'all' | ReadonlySet<string>;
  /** Tables whose figures typed as text are to become numbers; 'all'. */
  readonly numbers: 'all' | ReadonlySet<string>;
}

export const BIND_SURE: AdoptRequest = { accept: 'sure', confidence: 0.7, assigned: new Map(), formulas: new Set(), numbers: new Set() };

/** Why a table is not bound. bound: it is already. below: not sure enough, and nobody asked for it. */
export type AdoptStatus = 'bind' | 'bound' | 'below' | 'refused';

/** A line of a recognised table with the row it becomes. */
export interface PlacedLine {
  readonly line: number;
  readonly year: number;
  /** As written on the sheet. */
  readonly label: string;
  readonly rowId: string;
}

/** A definition as the workbook will have it. */
export interface AdoptedDefinition {
  readonly table: TableDefinition;
  /** It was not there before. */
  readonly isNew: boolean;
}
