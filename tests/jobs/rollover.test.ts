import { beforeAll, describe, expect, test } from '@jest/globals';
import { cellKey, keyColumn, keyRow, type Book, type Cell } from '../../src/embedded/model/book';
import { newWorkbook, openWorkbook, type OpenedWorkbook } from '../../src/embedded/xlsx/open';
import { evaluate } from '../../src/jobs/evaluate';
import { layout } from '../../src/jobs/layout';
import { propose } from '../../src/jobs/perform';
import { recompute } from '../../src/jobs/recompute';
import { release } from '../../src/jobs/release';
import { rollover } from '../../src/jobs/rollover';
import { summary } from '../../src/jobs/summary';
import { cellA1 } from '../../src/plan/a1';
import { readSheetArea } from '../../src/plan/sheetReference';
import { Bench, GUNMA, MARCH, ownSheets } from '../support/laidOut';
import { withOffice } from '../support/office';

/** 年度更新 through the unmodified office.js: 令和6年度 → 令和7年度 → 令和8年度, on the sample year. */

const MAY_2025 = new Date(2025, 4, 8);
const MAY_2026 = new Date(2026, 4, 8);
const OLD_SHEETS = ['業務', 'レセプト', '保健', '企画総務', '全グループ'];

/** Column letter of a heading on a list sheet, and the row of an ID in its first columns. */
function place(bench: Bench, sheet: string, heading: string, id: string): string {
  const cells = [...bench.sheet(sheet).cells];
  const header = cells.find(([, cell]) => cell.value === heading)?.[0];
  const idHeader = sheet.startsWith('KPI') ? '条件ID' : '行ID';
  const idColumn = cells.find(([, cell]) => cell.value === idHeader)?.[0];
  const line = cells.find(([key, cell]) => idColumn !== undefined && keyColumn(key) === keyColumn(idColumn) && cell.value === id)?.[0];
  if (header === undefined || line === undefined) throw new Error(`no ${heading} or ${id} on ${sheet}`);
  return cellA1(keyRow(line), keyColumn(header));
}
const shown = (bench: Bench, sheet: string, heading: string, id: string): Cell['value'] => bench.cell(sheet, place(bench, sheet, heading, id)).value;

const namesOf = (book: Book): string[] => book.names.filter((name) => name.name.startsWith('月次_')).map((name) => `${name.name}=${name.refersTo}`).sort();
const cellsOf = (bench: Bench, sheets: readonly string[]): string => JSON.stringify(sheets.map((sheet) => [...bench.sheet(sheet).cells].sort(([a], [b]) => a - b).map(([key, { value, formula, style }]) => [key, value, formula, style])));

/** The cell that a series' name points at in a month. */
function monthOf(bench: Bench, name: string, month: number): { readonly sheet: string; readonly address: string } {
  const at = readSheetArea(`=${bench.book.names.find((one) => one.name === name)?.refersTo ?? ''}`);
  if (!at) throw new Error(name);
  return { sheet: at.sheet, address: cellA1(at.area.row, at.area.column + month) };
}
async function typeMonths(bench: Bench, name: string, figures: readonly number[]): Promise<void> {
  const first = monthOf(bench, name, 0);
  figures.forEach((value, month) => {
    const { address } = monthOf(bench, name, month);
    const key = cellKey(Number(/\d+$/.exec(address)?.[0]) - 1, 2 + month);
    const sheet = bench.sheet(first.sheet);
    sheet.cells.set(key, { ...sheet.cells.get(key), value });
  });
  await bench.engine.recalculate(bench.book);
}
const figure = (bench: Bench, name: string, month: number): Cell['value'] => {
  const { sheet, address } = monthOf(bench, name, month);
  return bench.cell(sheet, address).value;
};
const totalOf = (bench: Bench, name: string): Cell['value'] => {
  const at = readSheetArea(`=${bench.book.names.find((one) => one.name === name)?.refersTo ?? ''}`);
  return at ? bench.cell(at.sheet, cellA1(at.area.row, at.area.column)).value : undefined;
};

describe('令和6年度 → 令和7年度 → 令和8年度', () => {
  let opened: OpenedWorkbook;
  let bench: Bench;
  let context: ReturnType<typeof withOffice>['context'];
  let before: { readonly names: string[]; readonly cells: string; readonly summary: string[] };

  const values = (sheet: string): string[] => [...bench.sheet(sheet).cells].filter(([, { value }]) => value !== undefined && value !== '').sort(([a], [b]) => a - b)
    .map(([key, { value }]) => `${key}:${typeof value === 'object' ? 'error' : value ?? ''}`);

  beforeAll(async () => {
    opened = newWorkbook();
    bench = new Bench(opened.book);
    await bench.all();
    ({ context } = withOffice(opened));
    // What a person wrote in the course of the year.
    await bench.type('事業計画', place(bench, '事業計画', '進捗状況（計画を下回る場合は、今後改善すべき点等）', 'P01-02'), { value: '業務部月次報告会 4/24（水）実施' });
    await bench.type('事業計画', place(bench, '事業計画', '判定（手動）', 'P01-02'), { value: '○' });
    await bench.type('事業計画', place(bench, '事業計画', '手動の理由', 'P01-02'), { value: '年度末に達成見込みのため' });
    await bench.type('事業計画', place(bench, '事業計画', '実施概要', 'P01-03'), { value: '令和6年度アンケートの活用' });
    await bench.type('KPI', 'AI8', { value: '担当のメモ' });
    await evaluate(context, MARCH);
    await bench.type('年間まとめ', `Q${bench.rowOf('年間まとめ', '2') + 1}`, { value: 'まとめの備考' });
    before = { names: namesOf(opened.book), cells: cellsOf(bench, OLD_SHEETS), summary: values('年間まとめ') };
  });

  test('the preview says what is carried, renewed and dropped and what to look at, and writes nothing', async () => {
    const book = bench.contents();
    const proposal = await propose({ ...context, year: 2025, today: () => MAY_2025, sample: () => Promise.resolve(GUNMA) }, { kind: 'rollover', to: 2025 });
    expect(proposal.empty).toBe(false);
    expect(proposal.parts?.map((part) => part.title)).toEqual(['引き継ぐもの', '新しくするもの', '外すもの', '確かめること']);
    const [carried = [], renewed = [], dropped = [], checks = []] = (proposal.parts ?? []).map((part) => part.lines);
    expect(carried[0]).toBe('令和6年度までの表: 場所、名前、数値、計算式は変わらない。令和6年度が前年度になる');
    expect(renewed).toEqual(expect.arrayContaining([
      '年度: 令和6年度 → 令和7年度', '控え: 消す前の内容を、値でシート「事業計画_2024」「KPI_2024」「業績評価_2024」「年間まとめ_2024」に残す',
      '目標値 5-1 査定率: 0.080％ → 0.069％（令和6年度の実績）', '目標値 18-2 委嘱事業所数: 4,665事業所 → 4,778事業所（令和6年度の実績）',
      '事業計画の判定（手動） 8件、手動の理由 1件、進捗状況 1件: 空にする',
    ]));
    expect(dropped).toEqual([
      '終了した項目 3件: サービススタンダード／家族出産一時金（令和6年7月まで）、サービススタンダード／家族埋葬料（令和6年7月まで）、保険証回収率／保険証回収率（令和6年11月まで）。令和6年度までの欄は残る',
      'KPI 1件: 7-2 資格喪失後1か月以内の保険証回収率（令和6年11月まで）。シート「KPI」の行を空にする（行は削除できる）',
      '業績評価のG05 資格喪失後1か月以内の保険証回収率: 終了したKPIの指標のため、行を空にする',
      '事業計画の行 P07-01: 終了したKPIとの結び付きを外す。行の文言は残る',
    ]);
    expect(checks).toEqual(expect.arrayContaining([
      expect.stringMatching(/^令和6年度の数値が未入力の項目が1件あります（ジェネリック使用割合／使用割合 3月）/), expect.stringMatching(/^目標値が未確定のため空欄にする条件が1件あります（15 ジェネリック使用割合（令和6年度の実績が2月までです））/),
      expect.stringMatching(/^目標値 10件は令和6年度のままです/), expect.stringMatching(/^年度の記載: シート「事業計画」の「令和6年度」（E8）/), expect.stringMatching(/^年度の記載: シート「KPI」の「令和6年度」/),
    ]));
    expect(proposal.warnings).toEqual([]);
    expect(proposal.words).toContain('シート「年間まとめ」の名前を「年間まとめ_2024」に変えます。');
    expect(bench.contents() === book).toBe(true);
  });

  test('three requests; the old year stays where it is, cell by cell and name by name', async () => {
    const report = await rollover(context, 2025, MAY_2025);
    expect([report.changed, report.syncs]).toEqual([true, 4]);
    expect(report.summary[0]).toBe('令和7年度に更新しました。令和6年度の数値と名前は変わっていません。');
    expect(cellsOf(bench, OLD_SHEETS) === before.cells).toBe(true);
    const names = namesOf(opened.book);
    expect(names).toEqual(expect.arrayContaining(before.names));
    const added = names.filter((name) => !before.names.includes(name));
    expect(added.length).toBeGreaterThan(60);
    expect(added.filter((name) => !/_2025(_計)?=/.test(name))).toEqual([]);
    expect(names.filter((name) => /家族出産一時金_2025|保険証回収率_2025/.test(name))).toEqual([]);
    expect(ownSheets(opened.book).map((sheet) => sheet.name)).toEqual([
      '事業計画', 'KPI', '業績評価', '業務_2025', 'レセプト_2025', '保健_2025', '企画総務_2025', '全グループ_2025', ...OLD_SHEETS, '実績値', '表定義', '評価ログ', '評価時の数値', '年間まとめ_2024', '事業計画_2024', 'KPI_2024', '業績評価_2024',
    ]);
  });

  test('what people wrote is kept as values, and cleared in the lists', () => {
    const progress = '進捗状況（計画を下回る場合は、今後改善すべき点等）';
    expect([shown(bench, '事業計画_2024', progress, 'P01-02'), shown(bench, '事業計画_2024', '判定（手動）', 'P01-02'), shown(bench, '事業計画_2024', '実施状況', 'P01-02')]).toEqual(['業務部月次報告会 4/24（水）実施', '○', '○']);
    expect([shown(bench, '事業計画', progress, 'P01-02'), shown(bench, '事業計画', '判定（手動）', 'P01-02'), shown(bench, '事業計画', '手動の理由', 'P01-02'), shown(bench, '事業計画', '実施状況', 'P01-02')]).toEqual([undefined, undefined, undefined, '']);
    expect([bench.cell('KPI_2024', 'AI8').value, bench.cell('KPI', 'AI8').value]).toEqual(['担当のメモ', '担当のメモ']);
    expect(shown(bench, 'KPI_2024', '判定理由', '2')).toBe('郵送化率 94.3％ ＜ 目標 95.0％（▲0.7ポイント）。令和7年3月末現在。');
    for (const sheet of ['KPI_2024', '事業計画_2024']) expect([...bench.sheet(sheet).cells.values()].some((cell) => cell.formula !== undefined)).toBe(false);
  });

  test('年間まとめ keeps its figures, charts and remarks as 年間まとめ_2024', () => {
    expect(values('年間まとめ_2024')).toEqual(before.summary);
    expect([...bench.sheet('年間まとめ_2024').cells.values()].filter((cell) => cell.formula !== undefined && cell.formula !== 'NA()')).toEqual([]);
    const { charts } = bench.sheet('年間まとめ_2024');
    expect(charts.length).toBeGreaterThan(8);
    expect(charts.flatMap((chart) => chart.series.map((series) => series.values)).filter((values) => !values.startsWith('年間まとめ_2024!'))).toEqual([]);
  });

  test('targets are fixed numbers with their source, and the KPI list waits for its first evaluation', () => {
    const target = (id: string): unknown[] => [shown(bench, 'KPI', '目標値', id), shown(bench, 'KPI', '目標の根拠', id)];
    expect(target('5-1')).toEqual([0.00069, '前年度（令和6年度末）の実績']);
    expect(target('12')).toEqual([0.323, '前年度（令和6年度）の実績']);
    expect(target('15')).toEqual([undefined, '前年度（令和6年度末）の実績（未確定）']);
    expect(target('2')).toEqual([0.95, '令和6年度事業計画']);
    for (const heading of ['実績値', '判定（自動）', '実施状況', '全国順位', '順位の時点', '時点', '判定理由', '評価時の実績値', '評価後の変更']) expect([heading, shown(bench, 'KPI', heading, '2')]).toEqual([heading, undefined]);
    expect(shown(bench, 'KPI', '前年度実績', '5-1')).toBe(0.00069);
    expect(() => place(bench, 'KPI', '目標値', '7-2')).toThrow();
    expect([bench.cell('KPI', 'C4').value, bench.cell('KPI', 'C5').value]).toEqual(['未評価', '未評価']);
  });

  test('again for the same year: nothing, to the byte; no two years by accident', async () => {
    const saved = opened.save();
    const again = openWorkbook(saved, 'again.xlsx');
    const session = withOffice(again);
    const report = await rollover(session.context, 2025, MAY_2025);
    expect([report.changed, report.syncs, report.summary[0]]).toEqual([false, 2, 'このブックは令和7年度です。更新することはありません。']);
    expect((await rollover(session.context, 2024, MAY_2025)).warnings).toEqual(['このブックは令和7年度のため、令和6年度へは更新できません。何も変更していません。']);
    expect((await rollover(session.context, 2027, MAY_2025)).warnings).toEqual(['このブックは令和7年度です。年度更新は1年ずつ実行します（次は令和8年度）。何も変更していません。']);
    expect(Buffer.compare(Buffer.from(again.save()), Buffer.from(saved))).toBe(0);
    ({ context } = withOffice(opened));
  });

  test('the other jobs find all of it in its place', async () => {
    const [laid, right] = [await layout(context, 2025, null), await recompute(context, 'all')];
    expect([laid.changed, laid.warnings, right.changed, right.warnings]).toEqual([false, [], false, []]);
  });

  test('figures typed in the new year: rows and totals are live, a share of another table too', async () => {
    await typeMonths(bench, '月次_郵送化率_窓口件数_2025', [40, 60]);
    await typeMonths(bench, '月次_郵送化率_郵送件数_2025', [960, 940]);
    expect([figure(bench, '月次_郵送化率_郵送化率_2025', 0), totalOf(bench, '月次_郵送化率_郵送化率_2025_計')]).toEqual([0.96, 0.95]);
    await typeMonths(bench, '月次_多頻件_申請件数_2025', [2000]);
    await typeMonths(bench, '月次_多頻件_多頻件数_2025', [20]);
    await typeMonths(bench, '月次_患者照会_患者照会数_2025', [50]);
    expect([figure(bench, '月次_患者照会_患者照会率_2025', 0), figure(bench, '月次_患者照会_多頻件数_2025', 0)]).toEqual([0.025, 20]);
    // The sum goes on without the rows that ended.
    await typeMonths(bench, '月次_サービススタンダード_出産一時金_2025', [7]);
    expect(figure(bench, '月次_サービススタンダード_合計_2025', 0)).toBe(7);
    expect((await recompute(context, 'all')).warnings).toEqual([]);
  });

  test('KPI評価 in the new year: this year against last year', async () => {
    await typeMonths(bench, '月次_査定率_査定率_2025', [0.0006, 0.0007]);
    const report = await evaluate(context, 1);
    const of = (id: string) => report.evaluations.find((one) => one.id === id);
    expect(report.evaluations.map((one) => one.id)).not.toContain('7-2');
    expect(of('2')).toMatchObject({ computed: '○', actual: 0.95, target: 0.95, reason: '郵送化率 95.0％ ＝ 目標 95.0％（±0.0ポイント）。令和7年5月末現在。' });
    expect(of('5-1')).toMatchObject({ computed: '○', target: 0.00069, reason: '査定率 0.070％ ＞ 目標 0.069％（＋0.001ポイント）。令和7年5月末現在。' });
    expect(of('15')).toMatchObject({ computed: '－' });
    expect([shown(bench, 'KPI', '前年度実績', '2'), shown(bench, 'KPI', '前年度実績', '15')]).toEqual([expect.closeTo(0.9426, 4), 0.894]);
    expect(report.warnings).toEqual([]);
  });

  test('a target that waited takes the figure that came late', async () => {
    await typeMonths(bench, '月次_ジェネリック使用割合_使用割合_2024', [...Array.from({ length: 11 }, (_, month) => Number(figure(bench, '月次_ジェネリック使用割合_使用割合_2024', month))), 0.901]);
    const report = await rollover(context, 2025, MAY_2025);
    expect([report.changed, report.syncs, report.summary]).toEqual([true, 4, ['令和6年度の実績が確定した目標値 1件を書き込みました。', '目標値 15 ジェネリック使用割合: 90.1％（令和6年度の実績）。']]);
    expect([shown(bench, 'KPI', '目標値', '15'), shown(bench, 'KPI', '目標の根拠', '15')]).toEqual([0.901, '前年度（令和6年度末）の実績']);
    expect((await rollover(context, 2025, MAY_2025)).changed).toBe(false);
  });

  test('年間まとめ of the new year stands beside that of the old, with last year and the difference', async () => {
    const report = await summary(context);
    expect([report.warnings, report.summary]).toEqual([[], ['シート「年間まとめ」を追加しました。']]);
    expect(bench.cell('年間まとめ', 'B1').value).toBe('事業計画　年間まとめ　令和7年度（2025年度）　群馬支部');
    const row = bench.rowOf('年間まとめ', 'T02-01:差') + 1;
    expect(bench.cell('年間まとめ', `D${row}`).value).toBeCloseTo(2.5, 1);
    expect([bench.cell('年間まとめ', `D${row - 2}`).value, bench.cell('年間まとめ', `D${row - 1}`).value]).toEqual([figure(bench, '月次_郵送化率_郵送化率_2024', 0), 0.96]);
    expect(values('年間まとめ_2024')).toEqual(before.summary);
  });

  test('実績値: a line for each measure, with last year’s rate live', async () => {
    const cells = [...bench.sheet('実績値').cells];
    const rows = cells.filter(([key, cell]) => keyColumn(key) === 0 && cell.value === 'Y12').map(([key]) => keyRow(key));
    expect(rows).toHaveLength(2);
    const [old = 0, fresh = 0] = rows;
    const at = (row: number, column: string): Cell => bench.cell('実績値', `${column}${row + 1}`);
    expect([at(fresh, 'D').value, at(fresh, 'F').value, at(fresh, 'J').value, at(fresh, 'K').value]).toEqual([2025, undefined, '', undefined]);
    expect(at(fresh, 'M').value).toBeCloseTo(0.3232, 4);
    await bench.type('実績値', `F${old + 1}`, { value: 10063 });
    expect(at(fresh, 'M').value).toBe(0.5);
  });

  test('the next year: 2024 and 2025 stay, 2026 gets its own', async () => {
    await typeMonths(bench, '月次_査定率_査定率_2025', Array.from({ length: 12 }, (_, month) => 0.0006 + month * 0.00001));
    await evaluate(context, MARCH);
    const [names, cells] = [namesOf(opened.book), cellsOf(bench, [...OLD_SHEETS, ...OLD_SHEETS.map((sheet) => `${sheet}_2025`), 'KPI_2024', '事業計画_2024', '年間まとめ_2024'])];
    const report = await rollover(context, 2026, MAY_2026);
    expect([report.changed, report.syncs]).toEqual([true, 4]);
    expect(cellsOf(bench, [...OLD_SHEETS, ...OLD_SHEETS.map((sheet) => `${sheet}_2025`), 'KPI_2024', '事業計画_2024', '年間まとめ_2024']) === cells).toBe(true);
    expect(namesOf(opened.book)).toEqual(expect.arrayContaining(names));
    expect(opened.book.sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(['業務_2026', 'KPI_2025', '事業計画_2025', '年間まとめ_2025', 'KPI_2024']));
    expect([shown(bench, 'KPI', '目標値', '5-1'), shown(bench, 'KPI', '目標の根拠', '5-1')]).toEqual([0.00071, '前年度（令和7年度末）の実績']);
    expect([(await layout(context, 2026, null)).changed, (await recompute(context, 'all')).changed]).toEqual([false, false]);
    await typeMonths(bench, '月次_査定率_査定率_2026', [0.0007]);
    const judged = await evaluate(context, 0);
    expect(judged.evaluations.find((one) => one.id === '5-1')).toMatchObject({ computed: '△', actual: 0.0007, target: 0.00071 });
    expect((await summary(context)).warnings).toEqual([]);
  });

  test('名前を外す takes the names out, 表を配置 finds every year again', async () => {
    const names = namesOf(opened.book).filter((name) => /_2026(_計)?=|月次_(郵送化率|査定率)_.*_2025/.test(name));
    const cells = cellsOf(bench, ['業務_2026', '業務_2025', '業務']);
    const report = await release(context);
    expect(report.warnings).toEqual([]);
    expect(namesOf(opened.book)).toEqual([]);
    const laid = await layout(context, 2026, null);
    expect(laid.warnings).toEqual([]);
    expect(namesOf(opened.book)).toEqual(expect.arrayContaining(names));
    expect(cellsOf(bench, ['業務_2026', '業務_2025', '業務']) === cells).toBe(true);
    expect(opened.book.sheets.filter((sheet) => sheet.name.startsWith('業務')).map((sheet) => sheet.name)).toEqual(['業務_2026', '業務_2025', '業務']);
  });
});
