import { expect, test } from '@jest/globals';
import { cellKey, keyRow } from '../../src/embedded/model/book';
import { loseSheetIn } from '../../src/embedded/model/references';
import { changeFormulas } from '../../src/embedded/model/bookFormulas';
import { changeLines } from '../../src/embedded/model/structure';
import { copySheetIn } from '../../src/embedded/model/sheetCopy';
import { adopt } from '../../src/jobs/adopt';
import { layout } from '../../src/jobs/layout';
import { readSheetArea } from '../../src/plan/sheetReference';
import { BIND_SURE } from '../../src/sheets/adopt/request';
import { TABLE_SHEET, type TableSheetKey } from '../../src/sheets/tableSheet';
import { Bench } from '../support/laidOut';
import { STILL } from '../support/recordBench';
import { SMALL, SMALL_FIGURES } from '../support/smallBranch';
import { putRows } from '../support/staffSheet';

/** A row that a person wrote into 表定義, below the last line. */
const WRITTEN: Partial<Record<TableSheetKey, string | number>> = { tableId: 'T09', rowId: '手1', label: '査定率（手書き）', kind: '単月', unit: '件', format: '#,##0', total: 'なし', years: 1 };
const MONTHS = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月'];
const RATES = MONTHS.map((_, month) => 0.0006 + month / 100_000);

async function withWrittenRow(): Promise<{ readonly bench: Bench; readonly written: () => unknown[] }> {
  const bench = new Bench(undefined, STILL);
  await bench.layout();
  const { cells } = bench.sheet('表定義');
  const row = Math.max(...[...cells].filter(([, { value }]) => value !== undefined).map(([key]) => keyRow(key))) + 1;
  TABLE_SHEET.columns.forEach(({ key }, column) => { const value = WRITTEN[key]; if (value !== undefined) cells.set(cellKey(row, column), { value }); });
  return { bench, written: () => TABLE_SHEET.columns.flatMap(({ key }, column) => (key in WRITTEN ? [cells.get(cellKey(row, column))?.value] : [])) };
}

test('a row written into the definitions does not make its table a strange one', async () => {
  const { bench, written } = await withWrittenRow();
  const before = bench.contents();
  const report = await adopt(bench.context, BIND_SURE, 2024);
  expect([report.changed, report.tables.filter((table) => table.status === 'bind'), bench.contents() === before]).toEqual([false, [], true]);
  expect(written()).toEqual(Object.values(WRITTEN));
});

test('nor does it go where the table is taken from a sheet of the staff’s own', async () => {
  const { bench, written } = await withWrittenRow();
  // The sheet of the group was deleted, its names with it.
  bench.book.sheets.splice(bench.book.sheets.indexOf(bench.sheet('レセプト')), 1);
  changeFormulas(bench.book, (formula) => loseSheetIn(formula, 'レセプト'));
  bench.book.names.splice(0, bench.book.names.length, ...bench.book.names.filter((name) => !name.refersTo.includes('#REF!')));
  putRows(bench, '内訳', 'A1', [['査定率'], ['年度', ...MONTHS], ['令和6年度', ...RATES], ['令和5年度', ...RATES]]);
  const report = await adopt(bench.context, BIND_SURE, 2024);
  expect([report.changed, report.tables.filter((table) => table.status === 'bind').map((table) => table.sheet)]).toEqual([true, ['内訳']]);
  expect(written()).toEqual(Object.values(WRITTEN));
});

test('a table of ours that lost its heading gets a heading’s name again; its definition stays', async () => {
  const bench = new Bench(undefined, STILL);
  const context = { ...bench.context, standard: SMALL };
  await layout(context, 2024, SMALL_FIGURES);
  const definitions = (): unknown => [...bench.sheet('表定義').cells].map(([key, { value, formula }]) => [key, formula ?? value]);
  const before = definitions();
  const sheet = bench.sheet('企画総務');
  const heading = bench.book.names.find((name) => name.name === '月次_入札_見出し_2024');
  // The heading over the months of the sheet stays.
  changeLines(bench.book, sheet, { axis: 'rows', at: (readSheetArea(`=${heading?.refersTo ?? ''}`)?.area.row ?? 0), count: -1 });
  expect(heading?.refersTo).toContain('#REF!');
  const report = await adopt(context, BIND_SURE, 2024);
  expect([report.changed, report.tables.filter((table) => table.status === 'bind').map((table) => table.sheet)]).toEqual([true, ['企画総務']]);
  expect(bench.book.names.find((name) => name.name === '月次_入札_見出し_2024')?.refersTo).toBe('企画総務!$A$3:$O$3');
  expect(definitions()).toEqual(before);
});

test('a copy of a sheet, whose names Excel doubled, bears no table of the staff’s own', async () => {
  const bench = new Bench(undefined, STILL);
  await bench.layout();
  copySheetIn(bench.book, bench.sheet('業務'), '業務 (2)', 1);
  const before = bench.contents();
  const report = await adopt(bench.context, BIND_SURE, 2024);
  expect([report.changed, report.tables.filter((table) => table.status !== 'bound'), bench.contents() === before]).toEqual([false, [], true]);
});
