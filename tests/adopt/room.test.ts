import { expect, test } from '@jest/globals';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellKey, type Sheet } from '../../src/embedded/model/book';
import { monthLabel } from '../../src/domain/fiscalYear';
import { adopt } from '../../src/jobs/adopt';
import { openWorkbook } from '../../src/jobs/job';
import { BIND_SURE } from '../../src/sheets/adopt/request';
import { MOST_LINES } from '../../src/sheets/cellReading';
import { Bench } from '../support/laidOut';

const YEAR = 2024;
const ROWS = 2_100;

/** A table with more rows than 表定義 is read to; the same figure all the year, so that no formula is sought. */
function longSheet(): Sheet {
  const sheet = blankSheet(sheetIdText(90), '一覧');
  const put = (row: number, column: number, value: string | number): unknown => sheet.cells.set(cellKey(row, column), { value });
  put(0, 0, '窓口の様子');
  put(1, 0, '令和6年度');
  for (let month = 0; month < 12; month++) put(1, 1 + month, monthLabel(month));
  for (let row = 0; row < ROWS; row++) {
    put(2 + row, 0, `項目${row}の件数`);
    for (let month = 0; month < 12; month++) put(2 + row, 1 + month, row % 997);
  }
  return sheet;
}

test('表を認識 names no more rows than 表定義 can read, says which are left, and every named row is found again', async () => {
  const bench = new Bench();
  bench.book.sheets.splice(0, bench.book.sheets.length, longSheet());
  const cells = JSON.stringify([...bench.sheet('一覧').cells]);
  const report = await adopt(bench.context, BIND_SURE, YEAR);
  const [table] = report.tables;
  const named = table?.lines.filter((line) => line.rowId !== null) ?? [];
  expect(table?.notes).toEqual([expect.stringMatching(/^「項目\d+の件数」など\d+項目は、「表定義」に書ける2,000行を超えるため、加えていません。/)]);
  const state = await openWorkbook(bench.context, null);
  expect(state.problems).toEqual([]);
  expect(state.definitions.tables.reduce((sum, { rows }) => sum + 1 + rows.length, 0)).toBe(MOST_LINES);
  expect(state.map.series.size).toBe(named.length);
  expect(JSON.stringify([...bench.sheet('一覧').cells])).toBe(cells);
});
