import { describe, expect, test } from '@jest/globals';
import { SURE } from '../../src/domain/recognition/confidence';
import { cellA1 } from '../../src/plan/a1';
import { alongLine } from '../../src/sheets/blockPlace';
import { findSheetTables, type SheetTable } from '../../src/sheets/adopt/sheetTables';
import { gridsOf } from './grids';
import { SHAPES, shapeBytes, type Shape } from './shapes';

/** A line by what it is and where its months stand; tables that stand together may be read as one or as several. */
const line = (sheet: string, label: string, year: number | null, cells: readonly string[]): string => `${sheet} ${label}@${year ?? '?'} ${cells.join(',')}`;

const expected = (shape: Shape): string[] => shape.tables.flatMap((table) => table.lines.map((one) => line(table.sheet, one.label, one.year, one.cells))).sort();

function found(tables: readonly SheetTable[]): string[] {
  return tables.flatMap((table) => table.found.lines.map((one) => line(table.sheet, one.label || table.found.corner, one.year, cellsOf(table, one.line)))).sort();
}

function cellsOf(table: SheetTable, at: number): string[] {
  return table.found.header.months.map((position) => {
    const { row, column } = alongLine(table.axis, at, { from: position, to: position });
    return cellA1(row, column);
  });
}

describe('tables on the sheets of real-life shapes', () => {
  test.each(SHAPES.filter((shape) => shape.tables.length > 0).map((shape) => [shape.file, shape] as const))('%s: every line is found where it stands, and no other', async (_, shape) => {
    const tables = (await gridsOf(shapeBytes(shape), shape.file)).flatMap(findSheetTables).filter((table) => table.confidence >= SURE);
    expect(found(tables)).toEqual(expected(shape));
  });

  test.each(SHAPES.filter((shape) => shape.tables.length === 0).map((shape) => [shape.file, shape] as const))('%s: nothing is taken for a table', async (_, shape) => {
    const tables = (await gridsOf(shapeBytes(shape), shape.file)).flatMap(findSheetTables);
    expect(tables.filter((table) => table.confidence >= SURE).map((table) => `${table.sheet} ${table.confidence} ${table.reasons.join('')}`)).toEqual([]);
  });
});
