import { describe, expect, test } from '@jest/globals';
import { cellKey, keyColumn, keyRow } from '../../src/embedded/model/book';
import { perform, propose, type TaskContext } from '../../src/jobs/perform';
import { USUAL_PROGRESS } from '../../src/jobs/progressChoice';
import { Bench, GUNMA } from '../support/laidOut';
import { progressCell, progressOf, recordBench, run, STILL, TODAY } from '../support/recordBench';
import { BIDS, FIRST, RECORDS, serial, typeRecords, type TypedRecord } from '../support/sampleRecords';

const { withRecords } = recordBench();

/** Months of the nth line with a label on a sheet of tables. */
const months = (bench: Bench, sheet: string, label: string, nth = 0): unknown[] => {
  const row = bench.rowOf(sheet, label, nth);
  return Array.from({ length: 12 }, (_, month) => bench.sheet(sheet).cells.get(cellKey(row, 2 + month))?.value ?? null);
};
function clearMonths(bench: Bench, sheet: string, label: string, nth = 0): void {
  const row = bench.rowOf(sheet, label, nth);
  for (let month = 0; month < 12; month++) bench.sheet(sheet).cells.delete(cellKey(row, 2 + month));
}
/** The line of the year, of a table that has one line a year. */
function lineOf(bench: Bench, table: string): number {
  const title = bench.rowOf('業務', table);
  const years = [...bench.sheet('業務').cells].filter(([key, { value }]) => keyColumn(key) === 0 && typeof value === 'string' && value.startsWith('令和6年度')).map(([key]) => keyRow(key));
  return Math.min(...years.filter((row) => row > title));
}
const meetings = (records: readonly TypedRecord[]): readonly TypedRecord[] => records.filter(([, , category]) => category === '会議');

describe('drafts', () => {
  test('go into empty cells in the source’s manner, with a note of what was written, and a second time nothing is written', async () => {
    const bench = withRecords(RECORDS);
    const report = await run(bench);
    expect([report.syncs <= 4, report.warnings]).toEqual([true, []]);
    expect(progressOf(bench, 'P02-01')).toBe('業務部月次報告会4/24（水）5/29（水）6/26（水）9/11（水）10/9（水）11/13（水）12/11（水）1/15（水）2/12（水）3/12（水）実施\n業務グループ全体会議9/12（木）実施');
    expect(progressOf(bench, 'P18-01')).toBe('メールマガジン（4,5,6月）');
    expect(progressOf(bench, 'P13-01')).toBe('健康宣言事業所訪問6/7（金）7/5（金）実施　12件');
    expect(String(progressOf(bench, 'P21-01'))).toMatch(/^一般競争入札12件（うち一者応札1件）\n・1\/25　業務委託A　2者\n/);
    expect(bench.cell('進捗の下書き', 'C5').value).toBe(progressOf(bench, 'P02-01'));
    const before = bench.contents();
    const again = await run(bench);
    expect([again.changed, bench.contents() === before]).toEqual([false, true]);
  });

  test('of last time give way to new ones; a text of a person’s own stays, and a ticked one gets the draft below', async () => {
    const bench = withRecords([[serial('2024/4/24'), 'P02-01', '会議', '報告会'], [serial('2024/4/24'), 'P18-01', '広報', 'メルマガ'], [serial('2024/4/24'), 'P19-02', '研修', '研修']]);
    await bench.type('事業計画', progressCell(bench, 'P19-02'), { value: '計画通り進めている。' });
    expect((await run(bench)).warnings).toEqual(['進捗状況が入力済みの1行（P19-02）は、変更していません。']);
    await bench.type('事業計画', progressCell(bench, 'P18-01'), { value: 'メルマガ（4月）のほか、随時' });
    typeRecords(bench.sheet('実施記録'), [[serial('2024/5/29'), 'P02-01', '会議', '報告会'], [serial('2024/5/10'), 'P18-01', '広報', 'メルマガ'], [serial('2024/5/8'), 'P19-02', '研修', '研修']], 3);
    const report = await run(bench);
    expect(report.summary).toEqual(['前に書き込んだ下書き 1行を、いまの記録に合わせて書き直しました（P02-01）。']);
    expect(report.warnings).toEqual(['進捗状況が入力済みの2行（P18-01、P19-02）は、変更していません。']);
    expect(['P02-01', 'P18-01', 'P19-02'].map((id) => progressOf(bench, id))).toEqual(['報告会4/24（水）5/29（水）実施', 'メルマガ（4月）のほか、随時', '計画通り進めている。']);
    const chosen = await run(bench, { rows: ['P19-02'], figures: [] });
    expect(chosen.summary).toEqual(['入力済みの進捗状況 1行の下に、下書きを書き足しました（P19-02）。']);
    expect(progressOf(bench, 'P19-02')).toBe('計画通り進めている。\n研修4/24（水）5/8（水）実施');
    expect((await run(bench, { rows: ['P19-02'], figures: [] })).changed).toBe(false);
    // A further record: asked again, and only the draft within the text changes.
    typeRecords(bench.sheet('実施記録'), [[serial('2024/6/5'), 'P19-02', '研修', '研修']], 6);
    expect((await run(bench)).changed).toBe(false);
    await run(bench, { rows: ['P19-02'], figures: [] });
    expect(progressOf(bench, 'P19-02')).toBe('計画通り進めている。\n研修4/24（水）5/8（水）6/5（水）実施');
  });

  test('a person is asked first, and asked again where the text changed meanwhile', async () => {
    const bench = withRecords([[serial('2024/4/24'), 'P02-01', '会議', '報告会']]);
    const context: TaskContext = { ...bench.context, year: 2024, today: () => TODAY, sample: () => Promise.resolve(GUNMA) };
    await bench.type('事業計画', progressCell(bench, 'P02-01'), { value: '順調' });
    const task = { kind: 'progress', choice: { rows: ['P02-01'], figures: [] } } as const;
    const proposal = await propose(context, task);
    expect(proposal.words[0]).toBe('入力済みの進捗状況 1行の下に、下書きを書き足します（P02-01）。');
    await bench.type('事業計画', progressCell(bench, 'P02-01'), { value: '順調です' });
    expect((await perform(context, task, proposal, () => undefined)).kind).toBe('changed');
    expect(progressOf(bench, 'P02-01')).toBe('順調です');
  });

  test('stay where their records are gone, and planned days come later', async () => {
    const bench = withRecords([[serial('2024/4/24'), 'P02-01', '会議', '報告会'], [serial('2024/7/10'), 'P18-01', '広報', 'メルマガ']]);
    expect((await run(bench, USUAL_PROGRESS, new Date(2024, 5, 30))).warnings).toEqual(['今日より後の記録 1件は予定とみて、下書きにも件数にも入れていません。']);
    expect([progressOf(bench, 'P02-01'), progressOf(bench, 'P18-01')]).toEqual(['報告会4/24（水）実施', undefined]);
    for (const column of [0, 1, 3, 4]) bench.sheet('実施記録').cells.delete(cellKey(FIRST, column));
    const report = await run(bench, USUAL_PROGRESS, new Date(2024, 6, 10));
    expect(report.warnings).toEqual(['記録がなくなった1行（P02-01）の下書きは、進捗状況に残しています。要らないときは消してください。']);
    expect([progressOf(bench, 'P02-01'), progressOf(bench, 'P18-01')]).toEqual(['報告会4/24（水）実施', 'メルマガ（7月）']);
  });

  test('texts like formulas are texts; a formula of a person’s own stays', async () => {
    const bench = withRecords([['4/24', 'P02-01', '会議', '=HYPERLINK("x")'], ['4/24', 'P18-01', '広報', '@cmd'], ['4/24', 'P19-02', '研修', '研修']]);
    await bench.type('事業計画', progressCell(bench, 'P19-02'), { formula: '"手"&"作業"', value: '手作業' });
    const report = await run(bench, { rows: ['P02-01', 'P18-01', 'P19-02'], figures: [] });
    expect([progressOf(bench, 'P02-01'), progressOf(bench, 'P18-01')]).toEqual(['=HYPERLINK("x")4/24（水）実施', '@cmd（4月）']);
    expect(bench.cell('事業計画', progressCell(bench, 'P02-01')).formula).toBeUndefined();
    expect(bench.cell('事業計画', progressCell(bench, 'P19-02')).formula).toBe('"手"&"作業"');
    expect(report.warnings).toEqual(['進捗状況に計算式のある1行（P19-02）は、変更していません。']);
  });

  test('records with faults are told by their cells; the others go on', async () => {
    const bench = withRecords([
      ['4/24', 'ｐ02-01', '会議', '報告会'], ['5月末', 'P02-01', '会議', '報告会'], [serial('2025/12/11'), 'P02-01', '会議', '報告会'], ['6/26', 'P77', '会議', '報告会'], ['6/26', 'P02-01', '打合せ', '報告会'], ['6/26', 'P02-01', '会議', ''],
      ['7/3（火）', 'P02-01', '会議', '報告会'], ['7/10', 'P02-01', '会議', '報告会', '十件'], ['2024/4/24', 'P02-01', '会議', '報告会'],
    ]);
    const report = await run(bench);
    expect(progressOf(bench, 'P02-01')).toBe('報告会4/24（水）7/3（水）7/10（水）実施');
    expect(report.warnings).toEqual([
      'シート「実施記録」 A10: 「5月末」は日付（例: 12/11）として読み取れません。この記録は使っていません。',
      'シート「実施記録」 A11: 「2025/12/11」は令和6年度の日付ではありません（年も入力してください。例 2024/12/11）。この記録は使っていません。',
      'シート「実施記録」 B12: 行ID「P77」は、シート「事業計画」にありません。この記録は使っていません。',
      'シート「実施記録」 D13: 区分「打合せ」は使えません（会議、広報、研修、訪問、調達）。この記録は使っていません。',
      'シート「実施記録」 E14: 件名が空です。この記録は使っていません。',
      'シート「実施記録」 A15: 「7/3（火）」の曜日は（水）です。日付のとおりに読みました。',
      'シート「実施記録」 F16: 「十件」は数値として読み取れません。件数は下書きに入れていません。',
      'シート「実施記録」 A17: 9行目と同じ記録です。この記録は使っていません。',
    ]);
  });
});

describe('counts and days', () => {
  const OPEN = [3, 1, 1, 1, 2, 0, 2, 0, 1, 0, 1, 0];
  const SINGLE = [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0];

  test('the source’s tenders and meetings fill its empty tables; what stands there already is left', async () => {
    const bench = withRecords(RECORDS);
    const same = await run(bench);
    expect(same.progress?.figures.map((figure) => figure.kind)).toEqual(Array<string>(24 + 5).fill('same'));
    clearMonths(bench, '企画総務', '一般競争');
    clearMonths(bench, '企画総務', '一者応札');
    const dates = [lineOf(bench, '保険給付適正化ＰＴ会議'), lineOf(bench, '面接確認委員会')];
    for (const row of dates) for (let month = 0; month < 12; month++) bench.sheet('業務').cells.delete(cellKey(row, 2 + month));
    const report = await run(bench);
    expect(report.summary).toEqual(['記録から数えた件数と実施日 29個を、空欄に書き込みました（入札、保険給付適正化ＰＴ会議、面接確認委員会）。']);
    expect([months(bench, '企画総務', '一般競争'), months(bench, '企画総務', '一者応札')]).toEqual([OPEN, SINGLE]);
    expect(dates.map((row) => Array.from({ length: 12 }, (_, month) => bench.sheet('業務').cells.get(cellKey(row, 2 + month))?.value ?? null))).toEqual([
      [...Array<null>(8).fill(null), serial('2024/12/11'), serial('2025/1/15'), serial('2025/2/12'), serial('2025/3/12')], [null, serial('2024/5/16'), ...Array<null>(10).fill(null)],
    ]);
    expect((await run(bench)).changed).toBe(false);
  });

  test('a typed figure is told and stays; it is replaced where it is ticked', async () => {
    const bench = withRecords(BIDS);
    const cell = `E${bench.rowOf('企画総務', '一般競争') + 1}`;
    await bench.type('企画総務', cell, { value: 4 });
    const report = await run(bench, { rows: [], figures: 'usual' });
    expect([report.changed, bench.cell('企画総務', cell).value]).toEqual([false, 4]);
    expect(report.warnings).toContain('入札「一般競争」（令和6年度）の6月は、記録では 1件、表では 4件です。変更していません。');
    const [wrong] = report.progress?.figures.filter((figure) => figure.kind === 'differs') ?? [];
    const corrected = await run(bench, { rows: [], figures: wrong ? [wrong.id] : [] });
    expect(corrected.summary).toEqual(['訂正: 入札「一般競争」（令和6年度）の6月 4件 → 1件']);
    expect(bench.cell('企画総務', cell).value).toBe(1);
  });

  test('a month that goes on is not counted yet; procurements without bidders are no tenders', async () => {
    const bench = withRecords([...BIDS, [serial('2024/8/1'), 'P21-01', '調達', '消耗品']]);
    clearMonths(bench, '企画総務', '一般競争');
    clearMonths(bench, '企画総務', '一者応札');
    const report = await run(bench, USUAL_PROGRESS, new Date(2024, 7, 10));
    expect(months(bench, '企画総務', '一般競争')).toEqual([3, 1, 1, 1, ...Array<null>(8).fill(null)]);
    expect(report.warnings).toEqual(expect.arrayContaining(['応札者数のない調達 1件（A21）は、入札の件数に数えていません。', '8月はまだ終わっていないため、その入札は件数に入れていません。']));
  });

  test('without tenders no zeros are written; a table that is not there is told', async () => {
    const none = withRecords(meetings(RECORDS));
    clearMonths(none, '企画総務', '一般競争');
    await run(none);
    expect(months(none, '企画総務', '一般競争')).toEqual(Array<null>(12).fill(null));
    const bench = withRecords(BIDS);
    await bench.type('実施記録', 'C5', { value: '[契約.一般競争]' });
    expect((await run(bench)).warnings).toContain('シート「実施記録」の「入札の件数」[契約.一般競争] の表と行がないため、入札の件数を記入していません。');
  });

  test('two meetings of a month: the first day, unless the other one stands there', async () => {
    const name = '保険給付適正化ＰＴ会議';
    const records: TypedRecord[] = [['12/25', 'P03-03', '会議', name], ['12/11', 'P03-03', '会議', name], ['12/3', 'P03-03', '会議', `${name}の準備`]];
    const bench = withRecords(records);
    const at = cellKey(lineOf(bench, name), 2 + 8);
    const { cells } = bench.sheet('業務');
    cells.delete(at);
    const report = await run(bench);
    expect([cells.get(at)?.value, report.warnings]).toEqual([serial('2024/12/11'), [`「${name}」は、12月に2回あります（12/11、12/25）。表の日付は初回です。`]]);
    cells.set(at, { value: serial('2024/12/25') });
    const second = await run(bench);
    expect([second.changed, second.warnings]).toEqual([false, []]);
    cells.set(at, { value: serial('2024/12/3') });
    expect((await run(bench)).warnings).toContain(`${name}「実施日」（令和6年度）の12月は、記録では 12/11、表では 12/3です。変更していません。`);
  });
});

describe('what stands in the way', () => {
  test('a protected sheet and a workbook opened read-only: nothing is written', async () => {
    const bench = withRecords(RECORDS);
    const before = bench.contents();
    bench.sheet('事業計画').protected = true;
    await expect(run(bench)).rejects.toMatchObject({ fault: 'sheetProtected', detail: '事業計画' });
    bench.sheet('事業計画').protected = false;
    bench.book.readOnly = true;
    await expect(run(bench)).rejects.toMatchObject({ fault: 'readOnly' });
    expect(bench.contents()).toBe(before);
  });

  test('a heading that is gone is told; a sheet of the staff’s own with that name is none of ours', async () => {
    const bench = withRecords(RECORDS);
    await bench.type('実施記録', 'E8', { value: '名称' });
    const stopped = await run(bench);
    expect([stopped.changed, stopped.warnings[0]]).toEqual([false, 'シート「実施記録」に見出し「件名」がありません。見出しを元に戻してください。']);
    const own = new Bench(undefined, STILL);
    await own.layout();
    own.book.sheets.push({ ...structuredClone(own.sheet('業務')), id: '{00000099-0001-0000-0000-000000000000}', name: '実施記録', cells: new Map([[cellKey(0, 0), { value: '日付' }], [cellKey(0, 1), { value: '件名' }]]) });
    const report = await run(own);
    expect([report.changed, report.summary[0]?.includes('「実施記録（2）」')]).toEqual([true, true]);
    expect(own.sheet('実施記録').cells.size).toBe(2);
  });

  test('without 事業計画 there is nothing to record for', async () => {
    const bench = new Bench(undefined, STILL);
    expect(await run(bench)).toMatchObject({ changed: false, warnings: ['シート「事業計画」がありません。「表を配置」を実行してから、もう一度お試しください。'] });
  });

  test('名前を外す takes the note of drafts out and leaves the records; 表を配置 and the next press find them again', async () => {
    const bench = withRecords(RECORDS);
    await run(bench);
    const typed = JSON.stringify([...bench.sheet('実施記録').cells]);
    const report = await bench.release();
    expect(report.summary).toContain('シート「表定義」「進捗の下書き」を削除しました。ほかのシートの値と計算式は変わっていません。');
    expect(bench.book.names.filter((name) => name.name.startsWith('事業計画_'))).toEqual([]);
    expect(JSON.stringify([...bench.sheet('実施記録').cells])).toBe(typed);
    await bench.layout();
    expect(await run(bench)).toMatchObject({ changed: false });
  });
});
