import { derivedCells, derivedInspector, type DerivedCell, type DerivedState } from './derivedCells';
import { derivedId, type DerivedId } from './overwrittenSheet';
import type { WorkbookState } from './workbookState';

/** A cell that does not bear the formula that belongs in it. */
export interface DerivedFault {
  readonly id: DerivedId;
  readonly cell: DerivedCell;
  readonly state: Exclude<DerivedState, { readonly kind: 'right' }>;
}

/** Every such cell of the workbook, in the order of its tables; figures and formulas of a person's that were marked 手入力のまま are none. */
export function derivedFaults({ map, catalog, grids, lists }: Pick<WorkbookState, 'map' | 'catalog' | 'grids' | 'lists'>): DerivedFault[] {
  const cells = derivedCells(map, catalog);
  const inspect = derivedInspector(grids, cells);
  const kept = lists.overwritten?.content.kept;
  return cells.flatMap((cell): DerivedFault[] => {
    const state = inspect(cell);
    const id = derivedId(cell.key, cell.month);
    const isOwn = state.kind === 'typedOver' || state.kind === 'foreign';
    return state.kind === 'right' || (isOwn && kept?.has(id)) ? [] : [{ id, cell, state }];
  });
}
