import { buildCatalog } from '../domain/catalog';
import type { TableDefinition } from '../domain/definitions';
import { blocksOf } from './blocks';
import { completeStems } from './names';
import type { WorkbookState } from './workbookState';

/** The workbook as it is once further tables are defined in it, laid out nowhere yet. `fiscalYear`: the workbook's. */
export function withTables(state: WorkbookState, tables: readonly TableDefinition[], fiscalYear: number): WorkbookState {
  if (tables.length === 0) return state;
  const all = [...state.definitions.tables, ...tables];
  const definitions = { ...state.definitions, groups: [...new Set(all.map((table) => table.group))], tables: all };
  const stems = completeStems(definitions, state.stems);
  return {
    ...state, definitions, stems, catalog: buildCatalog(definitions, state.lists.tables?.content.spoiled),
    map: { ...state.map, missing: [...state.map.missing, ...tables.flatMap((table) => blocksOf(table, fiscalYear, stems))] },
  };
}
