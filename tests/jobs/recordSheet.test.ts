import { describe, expect, test } from '@jest/globals';
import { UniverEngine } from '../../src/embedded/engine/calculation';
import { cellKey, keyColumn, keyRow } from '../../src/embedded/model/book';
import { Bench } from '../support/laidOut';
import { progressOf, recordBench, run, STILL } from '../support/recordBench';
import { FIRST, serial, type TypedRecord } from '../support/sampleRecords';

const { withRecords } = recordBench();

describe('the sheet', () => {
  test('is made by the first press, in three requests, and only then', async () => {
    const bench = new Bench(undefined, STILL);
    await bench.layout();
    expect(bench.book.sheets.map((sheet) => sheet.name)).not.toContain('実施記録');
    const report = await run(bench);
    expect([report.changed, report.syncs <= 4, report.warnings]).toEqual([true, true, []]);
    const sheet = bench.sheet('実施記録');
    expect(Array.from({ length: 9 }, (_, column) => sheet.cells.get(cellKey(FIRST - 1, column))?.value)).toEqual(['日付', '行ID', '計画の項目', '区分', '件名', '件数', '応札者数', '備考', '確認']);
    expect(sheet.autoFilter).toEqual({ row: FIRST - 1, column: 0, rows: 61, columns: 9 });
    expect(sheet.freeze).toEqual({ rows: FIRST, columns: 0 });
    const lists = sheet.validations.map((one) => ('source' in one ? one.source : ''));
    expect(lists).toContain('会議,広報,研修,訪問,調達');
    expect(lists.some((source) => source.startsWith('=事業計画!$A$6:$A$'))).toBe(true);
    expect(bench.cell('実施記録', 'A9').style?.numberFormat).toBe('[$-411]m/d(aaa)');
    const before = bench.contents();
    const again = await run(bench);
    expect([again.changed, again.syncs, again.summary]).toEqual([false, 2, ['シート「実施記録」には、まだ記録がありません。', '変更はありません。']]);
    expect(bench.contents()).toBe(before);
  });

  test('shows the plan’s item and what is wrong with a line, without the add-in', async () => {
    const records: TypedRecord[] = [
      [serial('2024/4/24'), 'P02-01', '会議', '月次報告会'], [serial('2025/12/11'), 'P02-01', '会議', '月次報告会'], [serial('2024/1/25'), 'P21-01', '調達', '運搬', null, 2], [serial('2024/3/31'), 'P21-01', '会議', '会議'],
      ['', 'P99', '', '件名だけ'], [serial('2025/3/31'), '', '調達', ''], ['4/24', 'P02-01', '会議', '月次報告会'],
    ];
    const bench = withRecords(records, new UniverEngine());
    await bench.engine.recalculate(bench.book);
    const column = (name: 'C' | 'I'): unknown[] => records.map((_, line) => bench.cell('実施記録', `${name}${FIRST + 1 + line}`).value);
    expect(column('C')).toEqual(['2 （１）～（４） 業務の標準化と生産性の向上', '2 （１）～（４） 業務の標準化と生産性の向上', '21 （１）～（３） 調達における競争性の向上', '21 （１）～（３） 調達における競争性の向上', 'この行IDは事業計画にありません。', '', '2 （１）～（４） 業務の標準化と生産性の向上']);
    expect(column('I')).toEqual([
      '', '2025/12/11 は年度外です。年も入力してください。', '4月までの入札に数えます。', '2024/3/31 は年度外です。年も入力してください。',
      '日付を入力してください。区分を選んでください。', '行IDを選んでください。件名を入力してください。応札者数を入力すると、入札に数えます。', '',
    ]);
    expect(bench.cell('実施記録', `I${FIRST + 1 + records.length}`).value).toBe('');
  });

  test('gets more lines when they are used up, once', async () => {
    const bench = withRecords(Array.from({ length: 45 }, (_, line): TypedRecord => [serial('2024/4/1') + line, 'P18-01', '広報', `広報${line}`]));
    await run(bench);
    const sheet = bench.sheet('実施記録');
    expect(sheet.cells.get(cellKey(FIRST + 119, 8))?.formula).toBeDefined();
    expect(sheet.cells.get(cellKey(FIRST + 120, 8))?.formula).toBeUndefined();
    expect(sheet.cells.get(cellKey(FIRST + 119, 0))?.style?.numberFormat).toBe('[$-411]m/d(aaa)');
    expect((await run(bench)).changed).toBe(false);
  });

  test('columns may be moved and added to', async () => {
    const bench = withRecords([]);
    const { cells } = bench.sheet('実施記録');
    // 件名 and 備考 change places, and a column of the staff's own stands behind.
    for (const [key, cell] of [...cells]) if (keyRow(key) >= FIRST - 1 && keyColumn(key) === 4) { const other = cells.get(key + 3); cells.set(key + 3, cell); if (other) cells.set(key, other); }
    cells.set(cellKey(FIRST - 1, 9), { value: '担当' });
    cells.set(cellKey(FIRST, 9), { value: '総務' });
    [serial('2024/4/24'), 'P02-01', null, '会議', '備考です', null, null, '月次報告会'].forEach((value, column) => value !== null && cells.set(cellKey(FIRST, column), { value }));
    await run(bench);
    expect(progressOf(bench, 'P02-01')).toBe('月次報告会4/24（水）実施');
    expect(cells.get(cellKey(FIRST, 9))?.value).toBe('総務');
  });
});
