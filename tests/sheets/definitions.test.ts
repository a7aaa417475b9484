import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../src/embedded/model/book';
import { columnLetters } from '../../src/plan/a1';
import { TABLE_SHEET, type TableSheetKey } from '../../src/sheets/tableSheet';
import { KPI_SHEET, type KpiSheetKey } from '../../src/sheets/kpiSheet';
import { finishedOnce } from '../support/finishedOnce';
import { type Bench } from '../support/laidOut';

/** Staff edit 「表定義」 and 「KPI」; what they write takes effect at the next job, and a mistake stops only what hangs on it. */
const { fresh } = finishedOnce();
const tableColumn = (key: TableSheetKey): string => columnLetters(TABLE_SHEET.columns.findIndex((column) => column.key === key));
const kpiColumn = (key: KpiSheetKey): string => columnLetters(KPI_SHEET.columns.findIndex((column) => column.key === key));

function lineOf(bench: Bench, sheet: string, column: string, id: string): number {
  const index = [...column].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const found = [...bench.sheet(sheet).cells].find(([key, cell]) => key % 16384 === index && cell.value === id);
  if (!found) throw new Error(`${id} is not on ${sheet}`);
  return Math.floor(found[0] / 16384) + 1;
}

describe('definitions by hand', () => {
  test('an unknown row in a formula is told with its reason; other rows go on', async () => {
    const bench = fresh();
    const cell = `${tableColumn('formula')}${lineOf(bench, '表定義', tableColumn('rowId'), 'T02-01')}`;
    await bench.type('表定義', cell, { value: '[郵送件数]/[ない項目]' });
    const before = bench.contents();
    const report = await bench.recompute();
    expect(report.warnings.join()).toContain(`シート「表定義」 ${cell}: 表「郵送化率」に項目「ない項目」がありません。この項目は計算していません。`);
    expect(bench.contents()).toBe(before);
    const evaluation = await bench.evaluate();
    expect(evaluation.evaluations.find((one) => one.id === '2')?.computed).toBe('－');
    expect(evaluation.evaluations.find((one) => one.id === '5-1')?.computed).toBe('△');
  });

  test('text for a number is told with its cell, and only that KPI cannot be judged', async () => {
    const bench = fresh();
    const row = lineOf(bench, 'KPI', kpiColumn('conditionId'), '2');
    await bench.type('KPI', `${kpiColumn('target')}${row}`, { value: '九五％' });
    const report = await bench.evaluate();
    expect(report.warnings.join()).toContain(`シート「KPI」 ${kpiColumn('target')}${row}: 目標値「九五％」は数ではありません`);
    expect(report.evaluations.find((one) => one.id === '2')?.reason).toContain('定義に誤りがあるため判定していません');
    expect(report.evaluations.filter((one) => one.computed === '－').map((one) => one.id)).toEqual(['2', '12']);
  });

  test('a doubled ID is told with its cell', async () => {
    const bench = fresh();
    const row = lineOf(bench, '表定義', tableColumn('rowId'), 'T02-03');
    await bench.type('表定義', `${tableColumn('rowId')}${row}`, { value: 'T02-02' });
    expect((await bench.recompute()).warnings.join()).toContain(`シート「表定義」 ${tableColumn('rowId')}${row}: ID「T02-02」が${row - 1}行目と重複しています`);
  });

  test('a new target is judged at once, and the mark says so until then', async () => {
    const bench = fresh();
    const row = lineOf(bench, 'KPI', kpiColumn('conditionId'), '2');
    expect(bench.cell('KPI', `${kpiColumn('stale')}${row}`).value).toBe('');
    await bench.type('KPI', `${kpiColumn('target')}${row}`, { value: 0.94 });
    expect(bench.cell('KPI', `${kpiColumn('stale')}${row}`).value).toBe('評価後に数値が変更されました');
    const report = await bench.evaluate();
    expect(report.evaluations.find((one) => one.id === '2')?.computed).toBe('○');
    expect(bench.cell('KPI', `${kpiColumn('stale')}${row}`).value).toBe('');
  });

  test('a changed figure raises the flag, and so does an awaited month that comes in', async () => {
    const bench = fresh();
    const flag = (id: string): unknown => bench.cell('KPI', `${kpiColumn('stale')}${lineOf(bench, 'KPI', kpiColumn('conditionId'), id)}`).value;
    await bench.type('業務', `N${bench.rowOf('業務', '窓口件数', 1) + 1}`, { value: 900 });
    expect(flag('2')).toBe('評価後に数値が変更されました');
    expect(flag('15')).toBe('');
    // ジェネリック was judged by February; March now comes in.
    const row = [...bench.sheet('企画総務').cells].filter(([key, cell]) => key % 16384 === 0 && cell.value === '令和6年度（2024年度）').map(([key]) => Math.floor(key / 16384)).sort((a, b) => a - b)[0] ?? 0;
    bench.sheet('企画総務').cells.set(cellKey(row, 13), { value: 0.9 });
    await bench.engine.recalculate(bench.book);
    expect(flag('15')).toBe('評価後に数値が変更されました');
  });

  test('a manual mark wins, both stay visible, and a reason is asked for', async () => {
    const bench = fresh();
    const plan = bench.sheet('事業計画');
    const at = [...plan.cells].find(([key, cell]) => key % 16384 === 14 && cell.value === '2')?.[0] ?? 0;
    const row = Math.floor(at / 16384);
    plan.cells.set(cellKey(row, 6), { value: '○' });
    await bench.engine.recalculate(bench.book);
    const report = await bench.evaluate();
    const two = report.evaluations.find((one) => one.id === '2');
    expect([two?.status, two?.computed]).toEqual(['○', '△']);
    expect(plan.cells.get(cellKey(row, 5))?.value).toBe('△');
    expect(plan.cells.get(cellKey(row, 8))?.value).toBe('○');
    expect(report.warnings.join()).toContain('手動で判定を変更するには、理由を入力してください');
    expect(report.tally.all['○']).toBe(10);
  });

  test('at September the ratio is April to September, and later months are awaited', async () => {
    const bench = fresh();
    const report = await bench.evaluate(5);
    const two = report.evaluations.find((one) => one.id === '2');
    expect(two?.actual).toBeCloseTo(41662 / 44221, 10);
    expect(two?.reason).toContain('令和6年9月末現在');
    expect(report.evaluations.every((one) => one.computed !== '×' && one.computed !== '□')).toBe(true);
  });

  test.each<[string, KpiSheetKey]>([['目標', 'target'], ['自動判定', 'automatic']])('a heading reworded to %s stops the jobs in words; no second list is made', async (word, key) => {
    const bench = fresh();
    await bench.type('KPI', `${kpiColumn(key)}${KPI_SHEET.headerRow + 1}`, { value: word });
    const before = bench.contents();
    for (const report of await bench.all()) expect(report.warnings.join()).toContain('読み取れないため、処理を中止しました');
    expect(bench.contents()).toBe(before);
  });

  test('one unreadable condition: the KPI is －, not judged by the other alone', async () => {
    const bench = fresh();
    await bench.type('KPI', `${kpiColumn('target')}${lineOf(bench, 'KPI', kpiColumn('conditionId'), '18-2')}`, { value: '4,665社' });
    expect((await bench.evaluate()).evaluations.find((one) => one.id === '18')?.computed).toBe('－');
  });

  test('a figure typed over 実績値 stays and is told', async () => {
    const bench = fresh();
    const cell = `${kpiColumn('actual')}${lineOf(bench, 'KPI', kpiColumn('conditionId'), '2')}`;
    await bench.type('KPI', cell, { value: 0.961 });
    expect((await bench.evaluate()).warnings.join()).toContain(`${cell} は計算式の欄ですが、「0.961」が入力されています`);
    expect(bench.cell('KPI', cell).value).toBe(0.961);
  });

  test('a month missing among the operands of a ratio is told', async () => {
    const bench = fresh();
    await bench.type('業務', `F${bench.rowOf('業務', '窓口件数', 1) + 1}`, {});
    expect((await bench.evaluate()).warnings.join()).toContain('「郵送化率」は、7月の数値がそろわないまま計算しています');
  });
});
