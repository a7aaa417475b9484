import type { Catalog } from '../domain/catalog';
import { derivedCells, derivedInspector } from './derivedCells';
import type { Grid } from './grid';
import type { PlanBuilder } from './planBuilder';
import { mendedTexts, type TableMap } from './tableMap';

/**
 * Sets right what every job needs to be right: names that are lost or point at another line and, in the
 * same plan, the formulas of ours that still speak of those lines; once the names are right nobody could
 * tell such a formula from a person's own. Gives what was mended, in words.
 */
export function mendPlaces(builder: PlanBuilder, map: TableMap, catalog: Catalog, grids: ReadonlyMap<string, Grid>): string[] {
  builder.add(...map.repairs);
  if (map.formerLines.size === 0) return mendedTexts(map.mended);
  const inspect = derivedInspector(grids);
  const outdated = derivedCells(map, catalog).filter((cell) => inspect(cell).kind === 'outdated');
  for (const cell of outdated) builder.put(cell.sheet, cell.row, cell.column, { formula: cell.formula });
  return outdated.length === 0 ? mendedTexts(map.mended) : [...mendedTexts(map.mended), `行の移動で合わなくなった計算式 ${outdated.length}件を直しました。`];
}
