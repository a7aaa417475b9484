import type { SeedFigures } from '../domain/figures';
import { derivedCells } from './derivedCells';
import { drawBlocks, type PlannedBlock } from './monthlySheet';
import type { PlanBuilder } from './planBuilder';
import { keyOf, type TableMap } from './tableMap';
import type { WorkbookState } from './workbookState';

/** Writes new blocks with the formulas of their derived cells; operands may stand in blocks that are there already. */
export function writeBlocks(builder: PlanBuilder, planned: readonly PlannedBlock[], state: Pick<WorkbookState, 'map' | 'catalog' | 'stems'>, seed: SeedFigures | null): void {
  drawBlocks(builder, planned, state.catalog, state.stems, seed);
  const map = withPlanned(state.map, planned);
  const fresh = new Set(planned.flatMap((block) => block.series.map((place) => keyOf(place.line))));
  for (const cell of derivedCells(map, state.catalog)) {
    if (fresh.has(cell.key)) builder.put(cell.sheet, cell.row, cell.column, { formula: cell.formula });
  }
}

/** The map as it will be once the blocks stand. */
export function withPlanned(map: TableMap, planned: readonly PlannedBlock[]): TableMap {
  const series = new Map(map.series);
  for (const block of planned) for (const place of block.series) series.set(keyOf(place.line), place);
  return { ...map, series, blocks: [...map.blocks, ...planned.map((block) => block.place)], formerLines: new Map() };
}
