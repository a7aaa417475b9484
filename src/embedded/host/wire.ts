/** The body of a "ProcessQuery" request and its answer, as office.js 16.0.15407 sends and reads them. */

export const PATH = { global: 1, make: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;
export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, ensureUnchanged: 8, update: 9 } as const;

export type WireValue = null | boolean | number | string | readonly WireValue[] | { readonly [name: string]: WireValue };

export interface WireArguments {
  readonly Arguments?: readonly unknown[] | null;
  /** Object path ids in the shape of `Arguments`; 0 or null where the argument is a plain value. */
  readonly ReferencedObjectPathIds?: readonly unknown[] | null;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
}

export interface Query {
  readonly Select?: readonly string[] | null;
  readonly Expand?: readonly string[] | null;
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: Query;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: WireValue;
}

export interface ResponseBody {
  readonly Results?: readonly ActionResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: { readonly Code: string; readonly Message: string; readonly HttpStatusCode: number; readonly ActionIndex: number; readonly Location: string };
  /** What was done before the error; it stays done. */
  readonly ProcessedResults?: { readonly Results: readonly ActionResult[]; readonly TraceIds: readonly number[] };
}
