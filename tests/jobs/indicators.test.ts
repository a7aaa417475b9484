import { describe, expect, test } from '@jest/globals';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { cellKey, isCellError, keyColumn, keyRow } from '../../src/embedded/model/book';
import { look } from '../../src/jobs/look';
import { layout } from '../../src/jobs/layout';
import { cellA1 } from '../../src/plan/a1';
import { INDICATOR_SHEET } from '../../src/sheets/indicatorLayout';
import type { IndicatorSheetKey } from '../../src/sheets/indicatorSheet';
import { ANCHORS } from '../../src/sheets/names';
import { PLAN_SHEET } from '../../src/sheets/planSheet';
import { finishedOnce } from '../support/finishedOnce';
import { Bench, GUNMA, MARCH, STANDARD } from '../support/laidOut';

/** 「業績評価」 in a workbook in use. */
const { fresh } = finishedOnce();
const SHEET = ANCHORS.indicators.sheet;
const SEPTEMBER = 5;
const columnOf = (key: IndicatorSheetKey): number => INDICATOR_SHEET.columns.findIndex((column) => column.key === key);
function address(bench: Bench, id: string, key: IndicatorSheetKey, sheet: string = SHEET): string {
  const found = [...bench.sheet(sheet).cells].find(([at, cell]) => keyColumn(at) === columnOf('id') && cell.value === id);
  if (!found) throw new Error(`no ${id}`);
  return cellA1(keyRow(found[0]), columnOf(key));
}
const cell = (bench: Bench, id: string, key: IndicatorSheetKey) => bench.cell(SHEET, address(bench, id, key));
/** What a cell shows, "" for none. */
const shown = (bench: Bench, id: string, key: IndicatorSheetKey) => cell(bench, id, key).value ?? '';
const nextRow = (bench: Bench): number => Math.max(...[...bench.sheet(SHEET).cells].flatMap(([at, one]) => (keyColumn(at) === 0 && one.value !== undefined ? [keyRow(at)] : []))) + 1;
async function addIndicator(bench: Bench, contents: Partial<Record<IndicatorSheetKey, string | number>>): Promise<void> {
  const row = nextRow(bench);
  for (const [key, value] of Object.entries(contents)) await bench.type(SHEET, cellA1(row, columnOf(key as IndicatorSheetKey)), { value });
}
function withoutSheet(bench: Bench): Bench {
  const { book } = bench;
  book.sheets.splice(0, book.sheets.length, ...book.sheets.filter((sheet) => sheet.name !== SHEET && sheet.name !== '年間まとめ'));
  book.names.splice(0, book.names.length, ...book.names.filter((name) => name.name !== ANCHORS.indicators.name && name.name !== ANCHORS.summary.name));
  return bench;
}
const see = (bench: Bench) => look(bench.context, 2024, new Date(2025, 3, 7));

describe('a new workbook', () => {
  test('gets the 28 indicators, what the sample typed, and their live marks; the figures come with the evaluation', async () => {
    const bench = new Bench();
    await bench.layout();
    for (const { id, label, formula } of STANDARD.indicators) expect([shown(bench, id, 'label'), shown(bench, id, 'formula'), shown(bench, id, 'current')]).toEqual([label, formula ?? '', '']);
    expect([shown(bench, 'G12', 'typed'), shown(bench, 'G12', 'typedPrevious'), shown(bench, 'G27', 'typed')]).toEqual([0.805, 0.666, '文書指摘2件、口頭指導1件']);
    expect([shown(bench, 'G25', 'effective'), shown(bench, 'G28', 'effective')]).toEqual(['△', '□']);
    const { changed, warnings } = await bench.layout();
    expect([changed, warnings]).toEqual([false, []]);
  });
});

describe('an evaluation', () => {
  test('writes the two rates of the source as live formulas, with what is compared beside them', () => {
    const bench = fresh();
    expect([cell(bench, 'G02', 'value').formula, cell(bench, 'G03', 'previous').formula]).toEqual([expect.stringContaining('-1'), expect.stringContaining('業務!')]);
    const row = (id: string) => (['value', 'current', 'previous', 'change', 'comparison', 'asOf'] as const).map((key) => shown(bench, id, key));
    expect(row('G02')).toEqual([expect.closeTo(-0.0102925, 7), expect.closeTo(4417.108, 3), expect.closeTo(4463.044, 3), -46, '改善', '令和7年3月末']);
    expect(row('G03')).toEqual([expect.closeTo(-0.0807428, 7), expect.closeTo(0.00917687, 8), expect.closeTo(0.00998292, 8), -0.08, '改善', '令和7年3月末']);
    expect(cell(bench, 'G02', 'value').style?.numberFormat).toBe('0.00%;"▲"0.00%');
    expect(shown(bench, 'G02', 'reading')).toBe('柔整療養費 1件当たり金額 4,417円（前年度 4,463円、▲1.03％）。令和7年3月末現在。');
  });

  test.each([0, 3, SEPTEMBER, 8, MARCH])('at month %i every cell shows what the report says, in three requests; a second run changes nothing', async (month) => {
    const bench = fresh();
    const { indicators, syncs, warnings } = await bench.evaluate(month);
    expect([indicators.length, warnings]).toEqual([28, []]);
    expect(syncs).toBeLessThanOrEqual(4);
    for (const one of indicators) {
      for (const key of ['value', 'current', 'previous', 'final'] as const) {
        const expected = one[key] ?? '';
        expect([one.id, key, shown(bench, one.id, key)]).toEqual([one.id, key, typeof expected === 'number' ? expect.closeTo(expected, 9) : expected]);
      }
      expect([shown(bench, one.id, 'reading'), shown(bench, one.id, 'stale')]).toEqual([one.text, '']);
    }
    expect((await bench.evaluate(month)).changed).toBe(false);
    expect([...bench.sheet(SHEET).cells.values()].filter(({ value }) => value !== undefined && isCellError(value))).toEqual([]);
  });

  test('what a KPI judges is looked up there, figure and mark alike', async () => {
    const bench = fresh();
    expect([shown(bench, 'G04', 'current'), shown(bench, 'G04', 'target'), shown(bench, 'G04', 'effective')]).toEqual([0.00069, 0.0008, '△']);
    const plan = (key: string): number => PLAN_SHEET.columns.findIndex((column) => column.key === key);
    const row = [...bench.sheet('事業計画').cells].find(([, one]) => one.value === 'P05-K1')?.[0] ?? NaN;
    await bench.type('事業計画', cellA1(keyRow(row), plan('manual')), { value: '○' });
    expect(shown(bench, 'G04', 'effective')).toBe('○');
  });

  test('figures that change afterwards show at once, and the words say that they are old', async () => {
    const bench = fresh();
    const row = bench.rowOf('業務', '支給金額(円)', 1);
    const before = shown(bench, 'G02', 'value');
    await bench.type('業務', cellA1(row, 2), { value: 1 });
    expect(shown(bench, 'G02', 'value')).not.toBe(before);
    expect([shown(bench, 'G02', 'stale'), shown(bench, 'G01', 'stale')]).toEqual(['評価後に数値が変更されました', '']);
    await bench.type(SHEET, address(bench, 'G27', 'typed'), { value: '文書指摘1件' });
    expect([shown(bench, 'G27', 'value'), shown(bench, 'G27', 'stale')]).toEqual(['文書指摘1件', '評価後に数値が変更されました']);
    await bench.evaluate();
    expect([shown(bench, 'G27', 'reading'), shown(bench, 'G27', 'stale')]).toEqual(['内部監査の指摘等件数: 文書指摘1件。令和6年9月現在。', '']);
  });

  test('a yearly figure finds the year before where people typed it', async () => {
    const bench = fresh();
    const heading = [...bench.sheet('実績値').cells].find(([, one]) => one.value === '前年度の率')?.[0] ?? NaN;
    await bench.type('実績値', cellA1(bench.rowOf('実績値', 'Y10-1'), keyColumn(heading)), { value: 0.55 });
    await bench.evaluate();
    expect([shown(bench, 'G10', 'previous'), shown(bench, 'G10', 'final'), shown(bench, 'G10', 'comparison')]).toEqual([0.55, 0.55, '改善']);
    expect(shown(bench, 'G10', 'reading')).toBe('健診実施率（生活習慣病予防健診） 57.1％（前年度 55.0％、＋2.1ポイント）。令和7年7月現在。');
  });

  test('a figure typed over a formula is kept and told', async () => {
    const bench = fresh();
    await bench.type(SHEET, address(bench, 'G02', 'value'), { value: -0.05 });
    const { warnings } = await bench.evaluate();
    expect(warnings).toEqual([`シート「${SHEET}」 ${address(bench, 'G02', 'value')} は計算式の欄ですが、「-0.05」が入力されています。変更していません。`]);
    expect(cell(bench, 'G02', 'value').value).toBe(-0.05);
  });
});

describe('definitions that staff edit', () => {
  test('an indicator of their own is read at the next evaluation', async () => {
    const bench = fresh();
    await addIndicator(bench, { id: 'G90', label: '患者照会率', planRow: 'P03-04', actual: '[患者照会.患者照会率]', format: '0.00%', direction: '増える方がよい' });
    const { indicators } = await bench.evaluate();
    expect(indicators.at(-1)?.text).toBe('患者照会率 3.17％（前年度 2.96％、＋0.21ポイント）。令和7年3月末現在。');
    expect([shown(bench, 'G90', 'current'), shown(bench, 'G90', 'comparison')]).toEqual([expect.closeTo(0.0317, 4), '改善']);
  });

  test.each<[string, IndicatorSheetKey, string, string, string]>([
    ['a formula that cannot be read', 'formula', 'G02', '[金額/件.金額/件(円)]/', '文字目: 計算式が途中で終わっています。この指標の数値は表示していません。'],
    ['a row that is not there', 'actual', 'G02', '[金額/件.ない]', '表「金額/件」に項目「ない」がありません。この指標の数値は表示していません。'],
    ['a KPI that is not there', 'kpi', 'G04', '99', 'KPI「99」がシート「KPI」にありません。この指標の数値は表示していません。'],
    ['a plan row that is not there', 'planRow', 'G02', 'P99', '行「P99」がシート「事業計画」にありません。この指標の実施状況は表示していません。'],
    ['a direction that is none', 'direction', 'G02', '上', '向き「上」は使えません（増える方がよい、減る方がよい）。この行は使っていません。'],
    ['a doubled ID', 'id', 'G03', 'G02', '指標ID「G02」が重複しています。この行は使っていません。'],
    ['a reference beside a KPI', 'actual', 'G04', '[査定率.査定率]', 'KPIのある指標では、実績の参照と計算式は使いません。KPIの数値を表示しています。'],
    ['a typed figure beside a reference', 'typed', 'G02', '5', 'KPIか実績の参照がある指標では、入力値は使いません。入力値は変更していません。'],
  ])('%s is told with its cell and stops that indicator alone', async (_, key, id, value, says) => {
    const bench = fresh();
    const at = address(bench, id, key);
    await bench.type(SHEET, at, { value });
    const { warnings, indicators, evaluations } = await bench.evaluate();
    expect(warnings).toEqual([expect.stringContaining(`シート「${SHEET}」 ${at}: `)]);
    expect(warnings[0]).toContain(says);
    expect(indicators.filter((one) => one.text.includes('定義に誤り')).length).toBeLessThanOrEqual(1);
    expect(indicators.find((one) => one.id === 'G07')?.current).toBe(0.6671);
    expect(evaluations).toHaveLength(16);
  });

  test('a heading that is lost stops the jobs before anything is written', async () => {
    const bench = fresh();
    const heading = cellA1(INDICATOR_SHEET.headerRow, columnOf('formula'));
    await bench.type(SHEET, heading, { value: '式' });
    const report = await bench.evaluate(SEPTEMBER);
    expect([report.changed, report.warnings[0]]).toEqual([false, `シート「${SHEET}」に見出し「計算式」がありません。見出しを元に戻してください。`]);
  });
});

describe('a workbook of an earlier version', () => {
  test('has no such sheet, goes on as before and is not called incomplete; 表を配置 adds it', async () => {
    const bench = withoutSheet(fresh());
    const report = await bench.evaluate(SEPTEMBER);
    expect([report.indicators, report.warnings, report.evaluations.length]).toEqual([[], [], 16]);
    expect(report.summary.join()).not.toContain('業績評価');
    expect((await see(bench)).condition).toBe('laidOut');
    await bench.summary();
    expect([...bench.sheet('年間まとめ').cells.values()].some((one) => one.value === '業績評価')).toBe(false);
    const added = await bench.layout();
    expect([added.changed, added.warnings, added.summary]).toEqual([true, [], [`シート「${SHEET}」を追加しました。`]]);
    await bench.evaluate();
    expect(shown(bench, 'G02', 'value')).toEqual(expect.closeTo(-0.0103, 4));
  });

  test('a table that it does not have leaves the indicator to be typed, and that is said once', async () => {
    const bench = withoutSheet(fresh());
    const own = { ...STANDARD, indicators: STANDARD.indicators.map((one) => (one.id === 'G02' ? { ...one, actual: '[別の表.金額]' } : one.id === 'G04' ? { ...one, kpi: '99' } : one)) };
    const added = await layout({ ...bench.context, standard: own }, 2024, GUNMA);
    expect(added.warnings).toEqual([`シート「${SHEET}」の指標 2件は、参照する表・KPI・事業計画の行がこのブックにないため、その欄を空けました。入力値を使えます。`]);
    expect([shown(bench, 'G02', 'actual'), shown(bench, 'G02', 'formula'), shown(bench, 'G04', 'kpi')]).toEqual(['', '', '']);
    expect((await bench.evaluate()).warnings).toEqual([]);
  });

  test('a sheet of the same name that is somebody else’s stays theirs', async () => {
    const bench = withoutSheet(fresh());
    bench.book.sheets.push(blankSheet(sheetIdText(91), SHEET));
    bench.sheet(SHEET).cells.set(cellKey(0, 0), { value: '指標' });
    bench.sheet(SHEET).cells.set(cellKey(0, 1), { value: '今年度' });
    await bench.layout();
    expect([...bench.sheet(SHEET).cells.keys()]).toHaveLength(2);
    expect(bench.cell(`${SHEET}（2）`, address(bench, 'G01', 'label', `${SHEET}（2）`)).value).toBe('サービススタンダード達成率');
  });
});

describe('the other jobs', () => {
  test('名前を外す leaves the sheet with what people typed; 表を配置 finds it again', async () => {
    const bench = fresh();
    await bench.release();
    expect([shown(bench, 'G12', 'typed'), bench.book.names]).toEqual([0.805, []]);
    await bench.layout();
    expect(bench.book.names.map((name) => name.name)).toContain(ANCHORS.indicators.name);
    expect(bench.book.sheets.filter((sheet) => sheet.name.startsWith(SHEET))).toHaveLength(1);
  });

  test('a renamed sheet is found by its name, and without names its old title is asked for', async () => {
    const bench = fresh();
    bench.sheet(SHEET).name = '評価指標';
    for (const name of bench.book.names) if (name.name === ANCHORS.indicators.name) name.refersTo = name.refersTo.replace(SHEET, '評価指標');
    expect((await bench.evaluate(SEPTEMBER)).indicators).toHaveLength(28);
    const { warnings } = await bench.release();
    expect(warnings.join()).toContain(`シート「評価指標」は、名前を外したあと「表を配置」で見つかりません。続けて使うときは、シート名を「${SHEET}」に直してから実行してください。`);
  });

  test('the annual summary shows every indicator by live look-ups', async () => {
    const bench = fresh();
    const row = bench.rowOf('年間まとめ', '業績:G02');
    const across = (columns: readonly number[]): unknown[] => columns.map((column) => bench.cell('年間まとめ', cellA1(row, column)).value ?? '');
    expect(across([1, 3, 4, 5, 6, 7, 8])).toEqual(['柔整療養費 1件当たり金額（対前年度減少率）', expect.closeTo(-0.0103, 4), expect.closeTo(4417.1, 1), expect.closeTo(4463, 1), -46, '改善', '令和7年3月末']);
    await bench.evaluate(SEPTEMBER);
    expect(across([8, 9])).toEqual(['令和6年9月末', shown(bench, 'G02', 'reading')]);
    const mark = bench.cell('年間まとめ', cellA1(bench.rowOf('年間まとめ', '業績:G04'), 2));
    expect([mark.value, mark.formula === undefined]).toEqual(['△', false]);
    expect((await bench.summary()).changed).toBe(false);
  });
});
