import { SURE } from '../../domain/recognition/confidence';

/** A known row, a row of its own, or left out. */
export type LineChoice = { readonly rowId: string } | 'own' | 'none';

/** What a person decided over the tables found; keys as tableKey and lineKey give them. */
export interface AdoptRequest {
  /** Tables to bind; 'sure': every one of at least `confidence`. */
  readonly accept: 'sure' | ReadonlySet<string>;
  readonly confidence: number;
  /** The workbook's fiscal year as a person says it; null: as the tables tell. A workbook with definitions has its own. */
  readonly fiscalYear: number | null;
  /** Lines that are to be another row than was found. */
  readonly assigned: ReadonlyMap<string, LineChoice>;
  /** Rows (IDs) whose derived cells are to get formulas for the typed figures; 'all'. */
  readonly formulas: 'all' | ReadonlySet<string>;
  /** Tables whose figures typed as text are to become numbers; 'all'. */
  readonly numbers: 'all' | ReadonlySet<string>;
}

export const BIND_SURE: AdoptRequest = { accept: 'sure', confidence: SURE, fiscalYear: null, assigned: new Map(), formulas: new Set(), numbers: new Set() };

/** Why a table is not bound. bound: it is already. below: not sure enough, and nobody asked for it. */
export type AdoptStatus = 'bind' | 'bound' | 'below' | 'refused';

export interface TableStatus {
  readonly status: AdoptStatus;
  /** Why it is not bound, a sentence; "" where it is. */
  readonly reason: string;
}
