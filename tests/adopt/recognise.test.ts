import { describe, expect, test } from '@jest/globals';
import { SURE } from '../../src/domain/recognition/confidence';
import { cellA1 } from '../../src/plan/a1';
import { alongLine } from '../../src/sheets/blockPlace';
import { findSheetTables, type SheetTable } from '../../src/sheets/adopt/sheetTables';
import { ARRANGEMENTS, type Arrangement } from './arrangements';
import { gridsOf } from './grids';
import { SHAPES, shapeBytes, type Shape } from './shapes';

/** A line by what it is and where its months stand; tables that stand together may be read as one or as several. */
const line = (sheet: string, label: string, year: number | null, cells: readonly string[]): string => `${sheet} ${label}@${year ?? '?'} ${cells.join(',')}`;

const expected = (shape: Shape, { moved }: Arrangement): string[] => shape.tables.flatMap((table) => table.lines.map((one) => line(table.sheet, one.label, one.year, one.cells.map(moved)))).sort();

function found(tables: readonly SheetTable[]): string[] {
  return tables.flatMap((table) => table.found.lines.map((one) => line(table.sheet, one.label || table.found.corner, one.year, cellsOf(table, one.line)))).sort();
}

function cellsOf(table: SheetTable, at: number): string[] {
  return table.found.header.months.map((position) => {
    const { row, column } = alongLine(table.axis, at, { from: position, to: position });
    return cellA1(row, column);
  });
}

describe.each(ARRANGEMENTS.map((arrangement) => [arrangement.name, arrangement] as const))('the sheets of real-life shapes, %s', (_, arrangement) => {
  const sureTables = async (shape: Shape): Promise<SheetTable[]> => (await gridsOf(shapeBytes(shape), shape.file)).map(arrangement.arrange).flatMap(findSheetTables).filter((table) => table.confidence >= SURE);

  test.each(SHAPES.filter((shape) => shape.tables.length > 0).map((shape) => [shape.file, shape] as const))('%s: every line is found where it stands, and no other', async (__, shape) => {
    expect(found(await sureTables(shape))).toEqual(expected(shape, arrangement));
  });

  test.each(SHAPES.filter((shape) => shape.tables.length === 0).map((shape) => [shape.file, shape] as const))('%s: nothing is taken for a table', async (__, shape) => {
    expect((await sureTables(shape)).map((table) => `${table.sheet} ${table.confidence} ${table.reasons.join('')}`)).toEqual([]);
  });
});
