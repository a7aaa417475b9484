import type { Catalog, RowRef, TotalPlan } from '../domain/catalog';
import { hasEnded } from '../domain/due';
import type { Expression } from '../domain/rowFormula';
import { seriesKey, type SeriesKey } from '../domain/series';
import type { CellContent } from '../plan/snapshot';
import type { FormulaInput } from '../plan/workbookPlan';
import { monthAreas, monthCell, totalCell, type SeriesPlace, type SheetCell } from './blockPlace';
import { areaList, compileExpression, type Operand } from './compile';
import type { Grid } from './grid';
import { cellId, compareFormulas, type NumberTest } from './sameFormula';
import type { TableMap } from './tableMap';

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
  /** The formula as it read while the names still pointed at other lines; null: they did not. */
  readonly former: string | null;
}

/** The number format that a derived cell's row defines for it. */
export const formatOf = ({ month, place: { line: { row } } }: DerivedCell): string => (month === null ? (row.totalFormat ?? row.format) : row.format);

/** What is written to put a derived cell right. */
export const formulaInput = (cell: DerivedCell): FormulaInput => ({ formula: cell.formula, format: formatOf(cell) });

/** Every derived month and total of the workbook with the formula that belongs there. Broken rows have none. */
export function derivedCells(map: TableMap, catalog: Catalog): DerivedCell[] {
  const moved = map.formerLines.size > 0;
  const now: PlaceOf = (key) => map.series.get(key);
  const formerly: PlaceOf = (key) => {
    const place = map.series.get(key);
    return place && { ...place, at: map.formerLines.get(key) ?? place.at };
  };
  return [...map.series].flatMap(([key, place]) => {
    const row = catalog.rows.get(place.line.row.id);
    // A person's own cells: the row's formula serves judgement and checks only.
    if (!row || row.broken !== null || row.definition.asTyped) return [];
    const cells: DerivedCell[] = [];
    const add = (month: number | null, cell: SheetCell | null, compile: (placeOf: PlaceOf) => string | null): void => {
      const formula = cell && compile(now);
      if (!cell || formula === null) return;
      const former = moved ? compile(formerly) : null;
      cells.push({ key, place, month, ...cell, formula, former: former === formula ? null : former });
    };
    const { monthly, total } = row;
    if (monthly) place.block.monthPositions.forEach((_, month) => add(month, monthCell(place, month), (placeOf) => compileRow(monthly, place, (operand) => monthCell(operand, month), placeOf, catalog)));
    add(null, totalCell(place), (placeOf) => compileTotal(total, key, place, placeOf, catalog));
    return cells;
  });
}

/** Where the formulas speak of a series: as it stands now, or as it stood. */
type PlaceOf = (key: SeriesKey) => SeriesPlace | undefined;

/** What stands for a row without cells; null: it should have some. */
export function endedOperand(catalog: Catalog, rowId: string, year: number): Operand | null {
  const row = catalog.rows.get(rowId)?.definition;
  return row && hasEnded(row, year, 0) ? { kind: 'ended' } : null;
}

/** The formula of a cell of `place` over the cells that `pick` takes of each operand. */
function compileRow(expression: Expression<RowRef>, place: SeriesPlace, pick: (operand: SeriesPlace) => SheetCell | null, placeOf: PlaceOf, catalog: Catalog): string | null {
  return compileExpression(expression, place.block.sheet, (ref): Operand | null => {
    const year = place.line.year - ref.yearsBack;
    const operand = placeOf(seriesKey(ref.rowId, year));
    const cell = operand ? pick(operand) : null;
    return cell ? { kind: 'cell', ...cell } : endedOperand(catalog, ref.rowId, year);
  });
}

function compileTotal(rule: TotalPlan, key: SeriesKey, place: SeriesPlace, placeOf: PlaceOf, catalog: Catalog): string | null {
  const months = (): string => areaList(place.block.sheet, monthAreas(placeOf(key) ?? place), place.block.sheet);
  switch (rule.kind) {
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
      return compileRow(rule.expression, place, totalCell, placeOf, catalog);
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

/** Prepares the inspection of derived cells on the sheets as read; `cells` are all there are. */
export function derivedInspector(grids: ReadonlyMap<string, Grid>, cells: readonly DerivedCell[]): (cell: DerivedCell) => DerivedState {
  const isNumber = numberTest(grids);
  // A range that has grown over one that is empty would count it as soon as its formula is there.
  let toCome: ReadonlySet<string> | null = null;
  const bearsNumber: NumberTest = (id) => {
    toCome ??= new Set(cells.filter((cell) => grids.get(cell.sheet)?.isEmpty(cell.row, cell.column) !== false).map((cell) => cellId(cell.sheet, cell.row, cell.column)));
    return isNumber(id) || toCome.has(id);
  };
  return (cell) => inspect(cell, grids, bearsNumber);
}

function inspect(cell: DerivedCell, grids: ReadonlyMap<string, Grid>, bearsNumber: NumberTest): DerivedState {
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

/** Which cells of the sheets as read bear numbers. */
export function numberTest(grids: ReadonlyMap<string, Grid>): NumberTest {
  // Most comparisons end before they ask.
  let byId: ReadonlyMap<string, Grid> | null = null;
  return (cell) => {
    byId ??= new Map([...grids].map(([name, grid]) => [cellId(name, 0, 0).split('!')[0] ?? '', grid]));
    const at = cell.lastIndexOf('!');
    const [row, column] = cell.slice(at + 1).split(',').map(Number);
    return row !== undefined && column !== undefined && typeof byId.get(cell.slice(0, at))?.value(row, column) === 'number';
  };
}
