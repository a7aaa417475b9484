import { describe, expect, test } from '@jest/globals';
import { SURE } from '../../src/domain/recognition/confidence';
import { matchTables } from '../../src/domain/recognition/matching';
import { findSheetTables } from '../../src/sheets/adopt/sheetTables';
import type { Grid } from '../../src/sheets/grid';
import { STANDARD } from '../support/laidOut';
import { gridsOf } from './grids';
import { SHAPES, shapeBytes, type Shape } from './shapes';

const line = (sheet: string, label: string, year: number | null, match: string): string => `${sheet} ${label}@${year ?? '?'} → ${match}`;

const expected = (shape: Shape): string[] =>
  shape.tables.flatMap((table) => table.lines.map((one) => line(table.sheet, one.label, one.year, one.matches ? `${one.matches.table} ${one.matches.row}` : '－'))).sort();

async function matched(shape: Shape): Promise<string[]> {
  // These two have the same table on every sheet, which in one workbook would be one table and its copies.
  const grids = await gridsOf(shapeBytes(shape), shape.file);
  const alone = /^0[89]/.test(shape.file);
  return (alone ? grids.map((grid) => [grid]) : [grids]).flatMap(matchedOn).sort();
}

function matchedOn(grids: readonly Grid[]): string[] {
  const tables = grids.flatMap(findSheetTables).filter((table) => table.confidence >= SURE);
  const matches = matchTables(tables.map((table) => ({ found: table.found, name: table.sheet })), STANDARD.tables);
  return matches.flatMap((match, index) => match.lines.map((one) => {
    const table = tables[index];
    return line(table?.sheet ?? '', one.line.label || (table?.found.corner ?? ''), one.line.year, one.known ? `${one.known.table.id} ${one.known.row.id}` : '－');
  }));
}

describe('what recognised lines are taken for', () => {
  test.each(SHAPES.filter((shape) => shape.tables.length > 0).map((shape) => [shape.file, shape] as const))('%s', async (_, shape) => {
    expect(await matched(shape)).toEqual(expected(shape));
  });

  test('alike labels are proposed', async () => {
    const shape = SHAPES.find((one) => one.file.startsWith('16'));
    if (!shape) throw new Error('no such shape');
    const tables = (await gridsOf(shapeBytes(shape), shape.file)).flatMap(findSheetTables);
    const matches = matchTables(tables.map((table) => ({ found: table.found, name: table.sheet })), STANDARD.tables);
    const near = new Map(matches.flatMap((match) => match.lines.map((one) => [one.line.label, one.near.map((known) => known.row.id)] as const)));
    for (const one of shape.tables.flatMap((table) => table.lines).filter((row) => row.near)) expect([one.label, near.get(one.label)]).toEqual([one.label, expect.arrayContaining([one.near?.row])]);
  });
});
