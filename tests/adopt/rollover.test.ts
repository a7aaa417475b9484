import { describe, expect, test } from '@jest/globals';
import { hasEnded } from '../../src/domain/due';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { adopt } from '../../src/jobs/adopt';
import { openWorkbook as readWorkbook } from '../../src/jobs/job';
import { rollover } from '../../src/jobs/rollover';
import { BIND_SURE } from '../../src/sheets/adopt/request';
import { Bench, ownSheets } from '../support/laidOut';
import { SHAPES, shapeBytes } from './shapes';

/** 年度更新 in workbooks whose tables are the staff's own. */

/** Formulas are not worked out: nothing here rests on them. */
const STILL = { recalculate: () => Promise.resolve() };
const positives = SHAPES.filter((shape) => shape.tables.length > 0);

describe('the next year of adopted tables', () => {
  test.each(positives.map((shape) => [shape.file, shape] as const))('%s: two years on, the staff’s sheets and names stay as they are', async (_, shape) => {
    const bench = new Bench(openWorkbook(shapeBytes(shape), shape.file).book, STILL);
    await adopt(bench.context, BIND_SURE, 2024);
    const year = (await readWorkbook(bench.context, null)).fiscalYear ?? 0;
    const staff = ownSheets(bench.book).filter((sheet) => sheet.name !== '表定義');
    const cells = JSON.stringify(staff.map((sheet) => [sheet.name, [...sheet.cells]]));
    for (const to of [year + 1, year + 2]) {
      const names = bench.book.names.map((name) => `${name.name}=${name.refersTo}`);
      const before = await readWorkbook(bench.context, null);
      const report = await rollover(bench.context, to, new Date(to, 4, 8));
      expect([to, report.changed, report.syncs <= 4, report.warnings.filter((line) => /何も変更していません/.test(line))]).toEqual([to, true, true, []]);
      expect(JSON.stringify(staff.map((sheet) => [sheet.name, [...sheet.cells]])) === cells).toBe(true);
      expect(bench.book.names.map((name) => `${name.name}=${name.refersTo}`)).toEqual(expect.arrayContaining(names));
      const after = await readWorkbook(bench.context, null);
      // Tables of the standard definitions that these staff do not have are not laid out now either.
      const missing = (state: typeof after): string[] => [...new Set(state.map.missing.map((block) => block.table.id))].sort();
      expect([after.fiscalYear, after.problems, after.map.repairs, missing(after).filter((id) => !missing(before).includes(id)), after.map.warnings.map((note) => note.text)]).toEqual([to, before.problems, [], [], before.map.warnings.map((note) => note.text)]);
      const rowsOf = (state: typeof after, of: number): string[] => [...state.map.series.values()].filter(({ line }) => line.year === of).map(({ line }) => line.row.id).sort();
      const ended = new Set([...before.catalog.rows].flatMap(([id, row]) => (hasEnded(row.definition, to, 0) ? [id] : [])));
      expect(rowsOf(after, to)).toEqual(rowsOf(before, to - 1).filter((id) => !ended.has(id)));
      expect(rowsOf(after, to - 1)).toEqual(rowsOf(before, to - 1));
      expect((await rollover(bench.context, to, new Date(to, 4, 8))).changed).toBe(false);
    }
  });
});
