import { describe, expect, test } from '@jest/globals';
import { cellKey, keyColumn } from '../../src/embedded/model/book';
import { look } from '../../src/jobs/look';
import { readState, type WorkbookState } from '../../src/sheets/workbookState';
import { layout } from '../../src/jobs/layout';
import { finishedOnce } from '../support/finishedOnce';
import { Bench, STANDARD } from '../support/laidOut';
import { define, refersTo } from '../support/staffSheet';

/** Definitions of what the staff's own tables bring along: other spellings, cells that stay theirs, rows that have ended. */
const { fresh } = finishedOnce();
const stateOf = async (bench: Bench): Promise<WorkbookState> => readState(await bench.gateway.readIndex(bench.book.sheets.map((sheet) => sheet.name)), STANDARD, null);
const AFTER = new Date(2025, 4, 20);

describe('other spellings', () => {
  test('a renamed line is no surprise once its spelling is written down', async () => {
    const bench = fresh();
    await bench.type('業務', `A${bench.rowOf('業務', '窓口件数', 1) + 1}`, { value: '窓口での受付' });
    expect((await bench.recompute()).warnings.join()).toContain('項目名が「窓口での受付」に変わっています');
    define(bench, 'T02-02', '別名', '受付件数|窓口での受付');
    expect((await bench.recompute()).warnings).toEqual([]);
  });

  test.each([['郵送件数'], ['郵便の数']])('%s of another row is refused with its cell', async (alias) => {
    const bench = fresh();
    define(bench, 'T02-02', '別名', '郵便の数');
    const cell = define(bench, alias === '郵便の数' ? 'T02-03' : 'T02-02', '別名', `受付\n${alias}`);
    expect((await bench.recompute()).warnings.join()).toContain(`シート「表定義」 ${cell}: 別名「${alias}」は、表の中の別の項目の名前か別名です`);
  });

  test('a workbook from before these columns has none', async () => {
    const bench = fresh();
    const sheet = bench.sheet('表定義');
    const columns = [...sheet.cells].filter(([, cell]) => cell.value === '別名' || cell.value === '計算式の欄').map(([key]) => keyColumn(key));
    for (const key of [...sheet.cells.keys()]) if (columns.includes(keyColumn(key))) sheet.cells.delete(key);
    const rows = (await stateOf(bench)).definitions.tables.flatMap((table) => table.rows);
    expect(columns).toHaveLength(2);
    expect(rows.every((row) => row.aliases.length === 0 && !row.asTyped)).toBe(true);
  });
});

describe('cells that stay a person’s own', () => {
  test('are never given a formula nor told as typed over; the formula still judges', async () => {
    const bench = fresh();
    const row = bench.rowOf('業務', '郵送化率', 2);
    const cells = bench.sheet('業務').cells;
    const label = cells.get(cellKey(row, 0))?.value;
    expect(label).toBe('郵送化率');
    const before = (await bench.evaluate()).evaluations.find((one) => one.id === '2');
    define(bench, 'T02-01', '計算式の欄', '入力のまま');
    await bench.type('業務', `C${row + 1}`, { value: 0.5 });
    await bench.type('業務', `D${row + 1}`, {});
    await bench.type('業務', `E${row + 1}`, { formula: 'E1*2' });
    const report = await bench.recompute();
    expect([report.changed, report.warnings, report.typedOver]).toEqual([false, [], []]);
    const after = (await bench.evaluate()).evaluations.find((one) => one.id === '2');
    expect([after?.computed, after?.actual, after?.reason]).toEqual([before?.computed, before?.actual, before?.reason]);
    const view = await look(bench.context, 2024, AFTER);
    const asked = async (month: number): Promise<readonly string[]> => (await view.entry('業務', month)).tables.flatMap((table) => table.fields.map((field) => field.rowId)).filter((id) => id === 'T02-01');
    expect([await asked(0), await asked(1), await asked(2)]).toEqual([['T02-01'], ['T02-01'], []]);
    expect((await view.missing(11)).flatMap((group) => group.rows).find((one) => one.rowId === 'T02-01')?.months).toEqual([1]);
  });

  test('what is worked out from them takes them as they are', async () => {
    const bench = fresh();
    define(bench, 'T05-03', '計算式の欄', '入力のまま');
    define(bench, 'T03-02', '計算式の欄', '入力のまま');
    const at = (await stateOf(bench)).map.series.get('T03-02@2024')?.at ?? 0;
    await bench.type('業務', `F${at + 1}`, { value: 100 });
    expect((await bench.recompute()).warnings).toEqual([]);
  });
});

test('a row that ended before April has no line in the year, and sums go on without it', async () => {
  const bench = new Bench();
  await layout(bench.context, 2025, null);
  expect(refersTo(bench, '月次_サービススタンダード_家族出産一時金_2024')).toBeDefined();
  expect(refersTo(bench, '月次_サービススタンダード_家族出産一時金_2025')).toBeUndefined();
  const at = Number(/\$(\d+)$/.exec(refersTo(bench, '月次_サービススタンダード_合計_2025') ?? '')?.[1]);
  expect(bench.cell('業務', `C${at}`).formula).toBe(`IF(COUNT(C${at - 4}:C${at - 1})>0,SUM(C${at - 4}:C${at - 1}),"")`);
  for (const again of [await bench.recompute(), await bench.evaluate()]) expect(again.warnings).toEqual([]);
  expect((await bench.summary()).warnings).toEqual([]);
  const labels = [...bench.sheet('年間まとめ').cells.values()].map((cell) => cell.value);
  expect(labels).toContain('家族出産一時金　令和6年度');
  expect(labels).not.toContain('家族出産一時金　令和7年度');
});

test('a row added to the definitions by hand says what to do', async () => {
  const bench = fresh();
  const line = [...bench.sheet('表定義').cells].filter(([key, cell]) => keyColumn(key) === 1 && cell.value === 'T02-03').map(([key]) => Math.floor(key / 16384))[0] ?? 0;
  const cells = bench.sheet('表定義').cells;
  for (const [key, cell] of [...cells]) if (Math.floor(key / 16384) === line && key % 16384 < 20) cells.set(cellKey(300, key % 16384), cell);
  cells.set(cellKey(300, 1), { value: 'T02-04' });
  cells.set(cellKey(300, 2), { value: '電子申請件数' });
  expect((await bench.recompute()).warnings.join()).toContain('行を挿入して項目名「電子申請件数」を入力してから、もう一度実行してください');
});
