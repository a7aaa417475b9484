import { expect, test } from '@jest/globals';
import { cellKey, keyColumn, keyRow, type Scalar, type Sheet } from '../../src/embedded/model/book';
import type { JobReport } from '../../src/jobs/job';
import type { Task } from '../../src/jobs/task';
import { contentsOf, differences } from '../soak/contents';
import { SoakWorkbook } from '../soak/workbook';

/** What somebody wrote into the hidden record of what can be taken back: it is used as it was written, or not at all. */

const RECORD = '復元用の記録';
const workbook = new SoakWorkbook();

async function done(task: Task): Promise<JobReport> {
  const outcome = await workbook.press(task);
  if (outcome.kind !== 'done') throw new Error(outcome.fault);
  await workbook.workOut();
  return outcome.report;
}

/** The record and the row of its latest line. */
function latest(): { readonly sheet: Sheet; readonly row: number } {
  const sheet = workbook.book.sheets.find((one) => one.name === RECORD);
  if (!sheet) throw new Error(RECORD);
  return { sheet, row: Math.max(...[...sheet.cells].filter(([key, { value }]) => keyColumn(key) === 7 && value === '完了').map(([key]) => keyRow(key))) };
}

const COLUMNS = { number: 0, cells: 3, characters: 6, pieces: 8, piece: 9 } as const;
type Was = (was: string) => string;

test.each<[keyof typeof COLUMNS, Scalar | Was, boolean]>([
  ['pieces', 1e308, true], ['pieces', -5, true], ['pieces', 0.5, true], ['pieces', 1e9, true], ['pieces', 'x', true], ['pieces', 0, false], ['number', 1e300, false], ['number', -3, false], ['number', 1.5, false],
  ['cells', 1e300, true], ['cells', 'x', true], ['characters', 1e300, false], ['characters', -1, false], ['piece', '', false], ['piece', 3, false], ['piece', '|', false],
  ['piece', (was) => was.replace('"before"', '"beforE"'), false], ['piece', (was) => was.replace('"runs":[', '"runs":{'), false], ['piece', (was) => `${was} `, false],
])('%s as %s', async (where, content, goesBack) => {
  await workbook.begin('laidOut');
  const { restore: id } = await done({ kind: 'evaluate', asOf: 11 });
  if (id === null) throw new Error('no record');
  const { sheet, row } = latest();
  const key = cellKey(row, COLUMNS[where]);
  const was = sheet.cells.get(key)?.value;
  const value = typeof content === 'function' ? content(typeof was === 'string' ? was : '') : content;
  expect(value).not.toBe(was);
  sheet.cells.set(key, { value });
  const standing = contentsOf(workbook.book);
  const report = await done({ kind: 'restore', id });
  expect([report.changed, report.warnings.at(-1)]).toEqual(goesBack ? [true, undefined] : [false, '何も変更していません。']);
  if (!goesBack) expect(differences(standing, contentsOf(workbook.book))).toEqual([]);
  // The next writing finds its place all the same.
  expect((await done({ kind: 'evaluate', asOf: 5 })).restore).toBeGreaterThan(0);
});

test('where somebody shows the record and prints it, its lines come on one page, without what takes them back', async () => {
  await workbook.begin('laidOut');
  await done({ kind: 'evaluate', asOf: 11 });
  const { page, visibility } = latest().sheet;
  expect([visibility, page.printArea, page.fitToWidth]).toEqual(['Hidden', { row: 0, column: 0, rows: 15, columns: 9 }, 1]);
});
