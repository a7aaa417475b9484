import { mendCopies, standingNames } from './copies';
import { derivedCells, derivedInspector, formulaInput } from './derivedCells';
import type { PlanBuilder } from './planBuilder';
import { mendedTexts, noteTexts } from './tableMap';
import type { WorkbookState } from './workbookState';

/** What was set right, and what was left as it is, in words. */
export interface Mending {
  readonly done: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Sets right what every job needs to be right: names that are lost or point at another row and, in the
 * same plan, the formulas of ours that still speak of those rows; once the names are right nobody could
 * tell such a formula from a person's own.
 */
export function mendPlaces(builder: PlanBuilder, state: WorkbookState, laidOut: readonly string[] = []): Mending {
  const names = mendNames(builder, state, laidOut);
  if (state.map.formerLines.size === 0) return names;
  const cells = derivedCells(state.map, state.catalog);
  const inspect = derivedInspector(state.grids, cells);
  const outdated = cells.filter((cell) => inspect(cell).kind === 'outdated');
  for (const cell of outdated) builder.put(cell.sheet, cell.row, cell.column, formulaInput(cell));
  return outdated.length === 0 ? names : { ...names, done: [...names.done, `行の移動で合わなくなった計算式 ${outdated.length}件を直しました。`] };
}

/** Names alone: those of rows and tables, their stems in 表定義, and those that copied sheets doubled or that the plan so far doubles. `laidOut`: IDs of tables and rows this plan lays out. */
export function mendNames(builder: PlanBuilder, state: WorkbookState, laidOut: readonly string[] = []): Mending {
  builder.add(...state.map.repairs);
  storeStems(builder, state, laidOut);
  const copies = mendCopies(state.snapshot, state.stems, standingNames(state.snapshot, builder.added));
  builder.add(...copies.actions);
  return { done: [...mendedTexts(state.map.mended), ...copies.found.map((note) => note.done)], warnings: [...noteTexts(state.map.warnings), ...copies.warnings] };
}

/** A row that somebody added gets its stem written beside its ID, so that its names stay whatever its label becomes. */
function storeStems(builder: PlanBuilder, state: WorkbookState, laidOut: readonly string[]): void {
  const { tables } = state.lists;
  const column = tables?.table.columns.get('stem');
  // A protected sheet must not stop the jobs: the stem follows when it can.
  if (!tables || column === undefined || tables.table.grid.sheet.protected) return;
  const places = [...state.map.series.values()];
  const named = new Set([...laidOut, ...places.map((place) => place.line.row.id), ...places.map((place) => place.block.block.table.id)]);
  for (const [id, line] of tables.content.lines) {
    const stem = state.stems.get(id);
    if (named.has(id) && !tables.content.stems.has(id) && stem !== undefined && tables.table.grid.isEmpty(line.row, column)) builder.put(tables.table.sheet, line.row, column, stem);
  }
}
