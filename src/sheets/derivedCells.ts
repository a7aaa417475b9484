import type { Catalog, RowRef } from '../domain/catalog';
import type { Expression } from '../domain/rowFormula';
import { seriesKey, type SeriesKey } from '../domain/series';
import type { CellContent } from '../plan/snapshot';
import { areaList, columnAreas, compileExpression, type Operand } from './compile';
import type { Grid } from './grid';
import { cellId, compareFormulas, type CellId } from './sameFormula';
import type { SeriesPlace, TableMap } from './tableMap';

/** A cell that a formula of ours belongs in. */
export interface DerivedCell {
  readonly key: SeriesKey;
  readonly place: SeriesPlace;
  /** 0 = 4月 … 11 = 3月; null: the total. */
  readonly month: number | null;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** The formula as it read while the names still pointed at other rows; null: they did not. */
  readonly former: string | null;
}

/** Every derived month and total of the workbook with the formula that belongs there. Broken rows have none. */
export function derivedCells(map: TableMap, catalog: Catalog): DerivedCell[] {
  const moved = map.formerRows.size > 0;
  return [...map.series].flatMap(([key, place]) => {
    const row = catalog.rows.get(place.line.row.id);
    if (!row || row.broken !== null) return [];
    const cells: DerivedCell[] = [];
    const add = (month: number | null, column: number, compile: (rowOf: RowOf) => string | null): void => {
      const formula = compile((_, found) => found.row);
      if (formula === null) return;
      const former = moved ? compile((otherKey, found) => map.formerRows.get(otherKey) ?? found.row) : null;
      cells.push({ key, place, month, sheet: place.block.sheet, row: place.row, column, formula, former: former === formula ? null : former });
    };
    if (row.monthly) {
      const expression = row.monthly;
      place.block.monthColumns.forEach((column, month) => add(month, column, (rowOf) => compileMonth(expression, place, month, map, rowOf)));
    }
    if (place.block.totalColumn !== null) add(null, place.block.totalColumn, (rowOf) => compileTotal(place, catalog, map, rowOf));
    return cells;
  });
}

type RowOf = (key: SeriesKey, place: SeriesPlace) => number;

function compileMonth(expression: Expression<RowRef>, place: SeriesPlace, month: number, map: TableMap, rowOf: RowOf): string | null {
  return compileExpression(expression, place.block.sheet, (ref): Operand | null => {
    const key = seriesKey(ref.rowId, place.line.year - ref.yearsBack);
    const operand = map.series.get(key);
    const column = operand?.block.monthColumns[month];
    return operand && column !== undefined ? { kind: 'cell', sheet: operand.block.sheet, row: rowOf(key, operand), column } : null;
  });
}

function compileTotal(place: SeriesPlace, catalog: Catalog, map: TableMap, rowOf: RowOf): string | null {
  const rule = catalog.rows.get(place.line.row.id)?.total;
  const months = (): string => areaList(place.block.sheet, columnAreas(rowOf(seriesKey(place.line.row.id, place.line.year), place), place.block.monthColumns), place.block.sheet);
  switch (rule?.kind) {
    case undefined:
    case 'typed':
    case 'none':
      return null;
    case 'count':
      return `=COUNT(${months()})`;
    case 'aggregate': {
      const list = months();
      return `=IF(COUNT(${list})>0,${rule.name}(${list}),"")`;
    }
    case 'formula':
      return compileExpression(rule.expression, place.block.sheet, (ref): Operand | null => {
        const key = seriesKey(ref.rowId, place.line.year - ref.yearsBack);
        const operand = map.series.get(key);
        const column = operand?.block.totalColumn;
        return operand && column != null ? { kind: 'cell', sheet: operand.block.sheet, row: rowOf(key, operand), column } : null;
      });
  }
}

/** How a derived cell was found. */
export type DerivedState =
  | { readonly kind: 'right' }
  | { readonly kind: 'empty' }
  /** Ours, but speaking of rows or columns that have moved. */
  | { readonly kind: 'outdated'; readonly found: string }
  | { readonly kind: 'typedOver'; readonly value: CellContent }
  | { readonly kind: 'foreign'; readonly found: string };

/** Prepares the inspection of derived cells on the sheets as read. */
export function derivedInspector(grids: ReadonlyMap<string, Grid>): (cell: DerivedCell) => DerivedState {
  const bearsNumber = numberTest(grids);
  return (cell) => inspect(cell, grids, bearsNumber);
}

function inspect(cell: DerivedCell, grids: ReadonlyMap<string, Grid>, bearsNumber: (cell: CellId) => boolean): DerivedState {
  const grid = grids.get(cell.sheet);
  if (!grid) return { kind: 'empty' };
  const found = grid.formula(cell.row, cell.column);
  if (found === null) {
    const value = grid.value(cell.row, cell.column);
    return value === '' ? { kind: 'empty' } : { kind: 'typedOver', value };
  }
  const relation = compareFormulas(found, cell.formula, cell.sheet, bearsNumber);
  if (relation === 'same') return { kind: 'right' };
  const formerly = cell.former !== null && compareFormulas(found, cell.former, cell.sheet, bearsNumber) !== 'different';
  return { kind: relation === 'stretched' || formerly ? 'outdated' : 'foreign', found };
}

function numberTest(grids: ReadonlyMap<string, Grid>): (cell: CellId) => boolean {
  const byId = new Map([...grids].map(([name, grid]) => [cellId(name, 0, 0).split('!')[0] ?? '', grid]));
  return (cell) => {
    const at = cell.lastIndexOf('!');
    const [row, column] = cell.slice(at + 1).split(',').map(Number);
    return row !== undefined && column !== undefined && typeof byId.get(cell.slice(0, at))?.value(row, column) === 'number';
  };
}
