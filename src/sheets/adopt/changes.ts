import { buildCatalog } from '../../domain/catalog';
import type { Definitions, RowDefinition } from '../../domain/definitions';
import { formatFigure } from '../../domain/formatFigure';
import { isTelling, readAs } from '../../domain/recognition/looseFigure';
import { expectationOf } from '../../domain/readFigure';
import { computeAll } from '../../domain/series';
import type { CellContent } from '../../plan/snapshot';
import { monthCell, totalCell, type SheetCell } from '../blockPlace';
import { derivedCells } from '../derivedCells';
import type { Grid } from '../grid';
import { readFigures, type TableMap } from '../tableMap';
import type { AdoptedBlock } from './places';
import { tableKey } from './tableKey';

/** A figure typed as text, with the number it means. */
export interface TextFigure {
  /** Key of the table it stands in. */
  readonly table: string;
  readonly cell: SheetCell;
  readonly rowId: string;
  readonly text: string;
  readonly value: number;
  /** The number as it will be shown. */
  readonly shown: string;
  readonly format: string;
  readonly notes: readonly string[];
}

/** A cell that a formula would take the place of; `before` and `after` are what it shows. */
export interface FormulaChange {
  readonly cell: SheetCell;
  readonly rowId: string;
  readonly formula: string;
  readonly before: string;
  readonly after: string;
  /** The figure itself is another then, and not only how it is written. */
  readonly differs: boolean;
}

/** As the cell shows it: sentences have a full-width ％, cells do not. */
const shown = (value: CellContent | null, format: string): string => (typeof value === 'number' ? formatFigure(value, format, '').replace('％', '%') : String(value ?? ''));
const cellsOf = (block: AdoptedBlock): { readonly cell: SheetCell; readonly row: RowDefinition; readonly year: number; readonly total: boolean }[] =>
  block.series.flatMap(({ place }) => {
    const months = place.block.monthPositions.map((_, month) => ({ cell: monthCell(place, month), total: false }));
    return [...months, { cell: totalCell(place), total: true }].flatMap(({ cell, total }) => (cell ? [{ cell, total, row: place.line.row, year: place.line.year }] : []));
  });

/** Every figure of a block that is text; what cannot be read for certain is not among them. */
export function textFigures(block: AdoptedBlock, grids: ReadonlyMap<string, Grid>): TextFigure[] {
  const table = tableKey(block.placement.table);
  return cellsOf(block).flatMap(({ cell, row, year, total }) => {
    const grid = grids.get(cell.sheet);
    if (!grid || grid.formula(cell.row, cell.column) !== null) return [];
    const count = total && row.total === '件数';
    const found = readAs(grid.value(cell.row, cell.column), count ? { form: 'number', unit: '', fiscalYear: year } : expectationOf(row, year));
    if (found.kind !== 'figure' || found.typed === null) return [];
    const own = grid.format(cell.row, cell.column);
    const format = isTelling(own) ? own : count ? '0' : total ? (row.totalFormat ?? row.format) : row.format;
    return [{ table, cell, rowId: row.id, text: found.typed, value: found.value, shown: shown(found.value, format), format, notes: found.notes }];
  });
}

/**
 * Typed cells of derived rows and totals with the formula that would take their place. `converted`: text figures that become numbers
 * in the same plan count as such. A formula of a person's own is left out: it stays.
 */
export function formulaChanges(blocks: readonly AdoptedBlock[], definitions: Definitions, fiscalYear: number, map: TableMap, grids: ReadonlyMap<string, Grid>, converted: readonly TextFigure[]): FormulaChange[] {
  const live: Definitions = { ...definitions, tables: definitions.tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, asTyped: false })) })) };
  const catalog = buildCatalog(live);
  const figures = new Map(readFigures(map, grids));
  const values = new Map(converted.map((one) => [cellKey(one.cell), one.value] as const));
  for (const [key, place] of map.series) {
    const known = figures.get(key);
    const take = (cell: SheetCell | null, value: number | null): number | null => (cell ? (values.get(cellKey(cell)) ?? value) : value);
    if (known) figures.set(key, { months: known.months.map((value, month) => take(monthCell(place, month), value)), total: take(totalCell(place), known.total) });
  }
  const computed = computeAll(catalog, fiscalYear, figures);
  const ours = new Set(blocks.flatMap((block) => block.series.map((one) => one.place)));
  return derivedCells(map, catalog).filter((cell) => ours.has(cell.place)).flatMap((cell): FormulaChange[] => {
    const grid = grids.get(cell.sheet);
    if (!grid || grid.formula(cell.row, cell.column) !== null) return [];
    const { row } = cell.place.line;
    const series = computed.get(cell.key);
    const value = (cell.month === null ? series?.total : series?.months[cell.month]) ?? null;
    const own = grid.format(cell.row, cell.column);
    const format = isTelling(own) ? own : cell.month === null ? (row.totalFormat ?? row.format) : row.format;
    const held = grid.value(cell.row, cell.column);
    const read = readAs(held, expectationOf(row, cell.place.line.year));
    const after = shown(value, format);
    const differs = (read.kind === 'figure' ? shown(read.value, format) : read.kind === 'blank' ? '' : read.text) !== after;
    return [{ cell: { sheet: cell.sheet, row: cell.row, column: cell.column }, rowId: row.id, formula: cell.formula, before: shown(held, format), after, differs }];
  });
}

const cellKey = (cell: SheetCell): string => `${cell.sheet}!${cell.row},${cell.column}`;
