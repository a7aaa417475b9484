import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { readCell } from '../../src/plan/a1';
import { readSheetArea } from '../../src/plan/sheetReference';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { adopt } from '../../src/jobs/adopt';
import { findTables } from '../../src/jobs/adopt';
import { openWorkbook as readWorkbook } from '../../src/jobs/job';
import { BIND_SURE } from '../../src/sheets/adopt/request';
import { monthCell } from '../../src/sheets/blockPlace';
import { UniverEngine } from '../../src/embedded/engine/calculation';
import { Bench } from '../support/laidOut';
import { lostFrom } from './kept';
import { SHAPES, shapeBytes, type ExpectedLine, type Shape } from './shapes';

const YEAR = 2024;

function open(shape: Shape): { readonly bench: Bench; readonly save: () => Uint8Array } {
  const opened = openWorkbook(shapeBytes(shape), shape.file);
  return { bench: new Bench(opened.book, new UniverEngine()), save: () => opened.save() };
}

/** Parts that a sheet, names and styles of ours are added to; all others are a person's alone. */
const SHARED = /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/sharedStrings\.xml)$/;
const positives = SHAPES.filter((shape) => shape.tables.length > 0);
/** The same table on every sheet, as nobody has it: only one of each can be bound. */
const copies = (shape: Shape): boolean => /^0[89]/.test(shape.file);

/** Lines that nobody could tell apart: two measures of the same name under one header. */
const UNDECIDED: Readonly<Record<string, readonly string[]>> = { '21-targets.xlsx': ['計画', '実績'] };

describe('adopting real-life workbooks', () => {
  test.each(positives.map((shape) => [shape.file, shape] as const))('%s: every line gets a name, and nothing else is touched', async (_, shape) => {
    const { bench, save } = open(shape);
    const before = unzipSync(shapeBytes(shape));
    const report = await adopt(bench.context, BIND_SURE, YEAR);
    const bound = report.tables.flatMap((table) => table.lines.map((line) => ({ table, line })));
    const wanted = shape.tables.flatMap((table) => table.lines.map((line) => ({ sheet: table.sheet, line })));
    if (!copies(shape)) expect(bound.filter(({ line }) => line.rowId === null).map(({ line }) => line.label)).toEqual(UNDECIDED[shape.file] ?? []);
    for (const { table, line } of bound) {
      if (line.name === null) continue;
      const at = readSheetArea(`=${bench.book.names.find((name) => name.name === line.name)?.refersTo ?? ''}`);
      const expected = wanted.find((one) => one.sheet === table.sheet && (one.line.year ?? YEAR) === line.year && covers(at?.area, one.line));
      expect([line.name, expected === undefined]).toEqual([line.name, false]);
    }
    const after = unzipSync(save());
    for (const [part, bytes] of Object.entries(before)) {
      if (SHARED.test(part)) expect(lostFrom(part, bytes, after[part])).toEqual([]);
      else expect([part, Buffer.from(after[part] ?? []).equals(Buffer.from(bytes))]).toEqual([part, true]);
    }
  });

  test.each(positives.map((shape) => [shape.file, shape] as const))('%s: the names are found again, and every job leaves the figures as they are', async (_, shape) => {
    const { bench } = open(shape);
    const first = await adopt(bench.context, BIND_SURE, YEAR);
    const contents = bench.contents();
    const state = await readWorkbook(bench.context, null);
    expect(state.problems.map((problem) => `${problem.cell} ${problem.message}`)).toEqual([]);
    expect(state.map.warnings.map((note) => note.text)).toEqual([]);
    expect(state.map.repairs).toEqual([]);
    const lines = first.tables.flatMap((table) => table.lines.filter((line) => line.rowId !== null));
    expect(state.map.series.size).toBe(lines.length);
    for (const line of lines) expect(state.map.series.get(`${line.rowId ?? ''}@${line.year ?? 0}`)).toBeDefined();
    const again = await adopt(bench.context, BIND_SURE, YEAR);
    expect([again.changed, again.warnings]).toEqual([false, []]);
    const recomputed = await bench.recompute('all');
    expect([recomputed.changed, recomputed.warnings]).toEqual([false, []]);
    expect(bench.contents()).toBe(contents);
  });

  test.each(SHAPES.filter((shape) => shape.tables.length === 0).map((shape) => [shape.file, shape] as const))('%s: nothing is bound, and it is said', async (_, shape) => {
    const { bench } = open(shape);
    const contents = bench.contents();
    const report = await adopt(bench.context, BIND_SURE, YEAR);
    expect(report.changed).toBe(false);
    expect(bench.contents()).toBe(contents);
    if (report.tables.length === 0) expect(report.warnings.join()).toContain('見つかりません');
  });
});

const covers = (area: { row: number; column: number; rows: number; columns: number } | undefined, line: ExpectedLine): boolean =>
  area !== undefined && line.cells.every((cell) => {
    const at = readCell(cell);
    return at !== null && at.row >= area.row && at.row < area.row + area.rows && at.column >= area.column && at.column < area.column + area.columns;
  });

test('a person decides over what was found without another reading', async () => {
  const shape = positives.find((one) => one.file.startsWith('16'));
  if (!shape) throw new Error('no such shape');
  const { bench } = open(shape);
  const found = await findTables(bench.context, YEAR);
  const before = bench.gateway.requests;
  const all = found.propose(BIND_SURE);
  const none = found.propose({ ...BIND_SURE, accept: new Set() });
  expect(none.plan.actions).toEqual([]);
  const line = all.tables.flatMap((table) => table.lines).find((one) => one.label === '傷病手当金件数');
  expect(line?.near.map((row) => row.rowId)).toContain('T01-02');
  const chosen = found.propose({ ...BIND_SURE, assigned: new Map([[line?.key ?? '', { rowId: 'T01-02' }]]) });
  expect(chosen.tables.flatMap((table) => table.lines).find((one) => one.key === line?.key)?.rowId).toBe('T01-02');
  expect(bench.gateway.requests).toBe(before);
});

test('months keep their cells whichever way a table runs', async () => {
  const shape = positives.find((one) => one.file.startsWith('05'));
  if (!shape) throw new Error('no such shape');
  const { bench } = open(shape);
  await adopt(bench.context, BIND_SURE, YEAR);
  const { map } = await readWorkbook(bench.context, null);
  const [place] = map.series.values();
  expect(place && [monthCell(place, 0)?.column === monthCell(place, 1)?.column, place.block.axis]).toEqual([true, 'down']);
});
