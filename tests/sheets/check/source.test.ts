import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CheckFinding } from '../../../src/sheets/check/finding';
import { labelCell } from '../../../src/sheets/blockPlace';
import { seriesKey } from '../../../src/domain/series';
import { cellA1 } from '../../../src/plan/a1';
import { MONTHS } from '../../../src/domain/checks/months';
import { MARCH } from '../../support/laidOut';
import { CheckBench, shortly, type Content } from './checked';

const F1 = 'total T01-09@2024 計';
const F2_TO_F5 = [
  'follows T13-02@2023 6月,11月,12月',
  'follows T13-03@2024 12月',
  'follows T15-02@2024 3月',
  'falls T19-01@2024 6月,9月,10月,2月',
];
/** The total of 平均所要日数 as the source prints it. */
const PRINTED = ['T01-09', 2024, 'total', 6.3] as const;

let bench: CheckBench;
let clean: string;
beforeAll(async () => {
  bench = await CheckBench.make();
  clean = bench.bench.contents();
});

/** What a cell is about, found in the workbook: its sheet and address. */
type Cell = (bench: CheckBench) => { readonly sheet: string; readonly address: string };
const figure = (rowId: string, at: number | 'total', year = 2024): Cell => (one) => one.cell(rowId, year, at);
const label = (rowId: string, year = 2024): Cell => ({ state }) => {
  const place = state.map.series.get(seriesKey(rowId, year));
  if (!place) throw new Error(`no ${rowId}`);
  const { sheet, row, column } = labelCell(place.block, place.at);
  return { sheet, address: cellA1(row, column) };
};
const definition = (rowId: string, key: 'formula' | 'follows'): Cell => ({ state }) => {
  const list = state.lists.tables;
  const line = list?.content.lines.get(rowId);
  if (!list || !line) throw new Error(`no ${rowId}`);
  return { sheet: list.table.sheet, address: line.cell(key) };
};
const target = (conditionId: string): Cell => ({ state }) => {
  const list = state.lists.kpis;
  const line = list?.table.lines.find((one) => one.text('conditionId') === conditionId);
  if (!list || !line) throw new Error(`no ${conditionId}`);
  return { sheet: list.table.sheet, address: line.cell('target') };
};

/** One defect each: what is done to which cell, and what is found besides. */
const DEFECTS: readonly (readonly [string, Cell, Content, string])[] = [
  ['a total typed over that is not the sum', figure('T01-02', 'total'), 31_199, 'total T01-02@2024 計'],
  ['a figure typed over a formula that gives another', figure('T02-01', 3), 0.96, 'derived T02-01@2024 7月'],
  ['the figure of the formula typed over it', figure('T01-08', 8), 3128, 'typedOver T01-08@2024 12月'],
  ['a formula in place of a figure', figure('T02-02', 0), '=500+41', 'formulaTyped T02-02@2024 4月'],
  ['a formula emptied', figure('T04-01', 5), null, 'formulaLost T04-01@2024 9月'],
  ['another formula in place of ours', figure('T04-01', 5), '=4471', 'otherFormula T04-01@2024 9月'],
  ['full-width digits as text', figure('T02-02', 4), '４２９', 'textNumber T02-02@2024 8月'],
  ['a rate as text without its sign', figure('T01-01', 2), '100', 'textNumber T01-01@2024 6月'],
  ['a time typed with a point', figure('T17-01', 6), 3.33, 'timeSlip T17-01@2024 10月'],
  ['a time with a full-width colon', figure('T17-01', 6), '3：33', 'timeSlip T17-01@2024 10月'],
  ['△ typed before a figure', figure('T15-01', 0), '△ 2', 'markTyped T15-01@2024 4月'],
  ['a month left out', figure('T02-03', 4), null, 'monthMissing T02-03@2024 8月'],
  ['a month of blanks alone', figure('T02-03', 4), ' 　', 'monthMissing T02-03@2024 8月'],
  ['an error pasted as a value', figure('T02-03', 4), '#N/A', 'errorValue T02-03@2024 8月'],
  ['a figure with one digit too many', figure('T02-03', 8), 63_230, 'outlier T02-03@2024 12月'],
  ['a month of 累計 that 単月 does not lead to', figure('T13-02', 11), 1578, 'follows T13-02@2024 3月'],
  ['a rate above 100 %', figure('T01-01', 3), 1.01, 'bounds T01-01@2024 7月'],
  ['a date of another year', figure('T07-01', 8), 46_002, 'bounds T07-01@2024 12月'],
  ['the same series otherwise in another table', figure('T03-02', 2), 171, 'sameSeries T03-02@2024 6月'],
  ['a divisor of 0', figure('T05-02', 5), 0, 'zeroDivisor T05-02@2024 9月'],
  ['a label of another name', label('T02-02'), '来所件数', 'names labelChanged T02 「郵送化率／窓口件数（令和6年度（2024年度））」の項目名が「来所件数」に変わっています。名前はそのまま使います。'],
  ['a row formula that names no row', definition('T02-01', 'formula'), '[郵送件数]/[総件数]', 'definitions 表定義 T02-01 formula 表「郵送化率」に項目「総件数」がありません'],
  ['a target that is not last year’s figure', target('5-1'), 0.0009, 'target 5-1'],
];

describe('the sample year', () => {
  test('F2 to F5 and nothing more: the workbook works F1 out rightly', async () => {
    expect((await bench.findings()).map(shortly)).toEqual(F2_TO_F5);
  });

  test('F1 to F5 and nothing more with the total as the source prints it', async () => {
    const [id, year, at, printed] = PRINTED;
    const { sheet, address } = bench.cell(id, year, at);
    const found = await bench.with([{ sheet, address, content: printed }], () => bench.findings());
    expect(found.map(shortly)).toEqual([F1, ...F2_TO_F5]);
    expect(found[0]).toMatchObject({ group: '業務', cell: `${sheet} ${address}`, seen: '6.3/6.245', fix: { words: '「6.30」を計算式に戻す（計算値 6.25）' }, text: 'サービススタンダード「平均所要日数」（令和6年度）の計 6.30日は、各月の平均 6.25日と合いません。' });
  });

  test.each([[MARCH + 2, []], [MARCH + 3, ['monthMissing T14-01@2024 3月']], [MARCH + 20, ['monthMissing T14-01@2024 3月']], [-1, []]])('%d months after April: what is late besides', async (latest, late) => {
    expect((await bench.findings(latest)).map(shortly).filter((one) => !F2_TO_F5.includes(one))).toEqual(late);
  });

  test('nothing is written', () => {
    expect(bench.bench.contents() === clean).toBe(true);
  });
});

describe('one defect in the sample year', () => {
  test.each(DEFECTS)('%s', async (_, cell, content, expected) => {
    const { sheet, address } = cell(bench);
    const found = await bench.with([{ sheet, address, content }], () => bench.findings());
    const more = found.filter((one) => !F2_TO_F5.includes(one.id));
    expect(more.map(shortly)).toEqual([expected]);
    expect(found.length).toBe(F2_TO_F5.length + 1);
    expect(more[0]?.place).not.toBeNull();
    expect(more[0]?.cell).not.toBe('');
    expect(bench.bench.contents() === clean).toBe(true);
  });

  test('a name taken out', async () => {
    const { names } = bench.bench.book;
    const at = names.findIndex((one) => one.name === '月次_郵送化率_窓口件数_2024');
    const [name] = names.splice(at, 1);
    const found = await bench.findings();
    if (name) names.splice(at, 0, name);
    expect(found.map(shortly).filter((one) => !F2_TO_F5.includes(one))).toEqual(['names nameLost T02 名前「月次_郵送化率_窓口件数_2024」がなくなっています。']);
    expect(found.length).toBe(F2_TO_F5.length + 1);
  });

  test('covers twelve rules and more', () => {
    expect(new Set(DEFECTS.map(([, , , id]) => id.split(' ')[0])).size).toBeGreaterThanOrEqual(12);
  });
});

/** What is found besides F2 to F5 where each of several cells bears something else. */
async function foundIn(edits: readonly (readonly [Cell, Content])[]): Promise<CheckFinding[]> {
  const cells = edits.map(([cell, content]) => ({ ...cell(bench), content }));
  return (await bench.with(cells, () => bench.findings())).filter((one) => !F2_TO_F5.includes(one.id));
}

/** The year as it stood when only the months up to one had been typed. */
const untyped = (through: number): { readonly sheet: string; readonly address: string; readonly content: null }[] => [...bench.state.map.series.values()]
  .filter(({ line }) => line.year === 2024 && line.row.formula === null)
  .flatMap(({ line }) => MONTHS.filter((month) => month > through).map((month) => ({ ...bench.cell(line.row.id, 2024, month), content: null })));

describe('in the course of the year', () => {
  test.each(MONTHS)('%d months after April: nothing but what the whole year tells', async (through) => {
    const found = await bench.with(untyped(through), () => bench.findings(through));
    expect(found.map(shortly).filter((one) => !F2_TO_F5.includes(one) && !one.startsWith('falls T19-01@2024 '))).toEqual([]);
  });

  test('a digit too many in a row that took another in is told all the same', async () => {
    const slip = { ...bench.cell('T01-06', 2024, 4), content: 740 };
    expect((await bench.with([...untyped(4), slip], () => bench.findings(4))).map(shortly)).toContain('outlier T01-06@2024 8月');
  });

  test('the first time of the year is held against the year before', async () => {
    const found = await bench.with([...untyped(0), { ...bench.cell('T17-01', 2024, 0), content: 3.5 }], () => bench.findings(0));
    expect(found.map(shortly).filter((one) => !F2_TO_F5.includes(one))).toEqual(['timeSlip T17-01@2024 4月']);
  });

  test.each([4, 11])('0 in month %d of a row that has ended is not looked at', async (month) => {
    const found = await foundIn([[figure('T01-05', month), 0]]);
    expect(found.map(shortly)).toEqual([]);
  });
});

/** What stands in a cell, and what a fix would make of it; null: a person has to look. */
const FIXES: readonly (readonly [string, Cell, Content, number | string | null])[] = [
  ['full width', figure('T02-02', 4), '４２９', 429],
  ['its unit', figure('T04-02', 5), '16,840 件', 16_840],
  ['thousands, and spaces behind', figure('T02-03', 4), '6,227  ', 6227],
  ['no thousands', figure('T02-03', 5), '76,17', null],
  ['another unit', figure('T02-02', 6), '419日', null],
  ['full-width ％', figure('T09-01', 4), '０．０５９％', 0.00059],
  ['a rate without its sign', figure('T09-01', 5), '0.060', null],
  ['△', figure('T15-01', 0), '△ 2', -2],
  ['▲ in full width', figure('T16-01', 3), '▲１９', -19],
  ['a full-width colon', figure('T17-01', 6), '3：33', 213 / 1440],
  ['no whole minute is .46 hours', figure('T17-01', 1), 3.46, 226 / 1440],
  ['the same as text', figure('T17-01', 2), '3.46', 226 / 1440],
  ['.48 hours may be 29 minutes', figure('T17-01', 3), 4.48, null],
  ['the same as text, .48', figure('T17-01', 4), '4.48', null],
  ['3:50 or 3:30', figure('T17-01', 5), 3.5, null],
  ['no 75 minutes', figure('T17-01', 7), 3.75, null],
  ['a day as text', figure('T07-01', 8), '12/11', 45_637],
  ['a day of another month', figure('T07-01', 9), '2/15', null],
  ['the figure of the formula', figure('T01-08', 8), 3128, '=IF('],
  ['another figure than the formula’s, which is kept in the record', figure('T04-01', 8), 4400, '=IF('],
];

describe('what a finding says', () => {
  test('a fix only where it can do no harm, and nothing typed is lost', async () => {
    const found = await foundIn(FIXES.map(([, cell, content]) => [cell, content]));
    const fixes = FIXES.map(([what, cell, content]) => {
      const { sheet, address } = cell(bench);
      const fix = found.find((one) => one.cell === `${sheet} ${address}`)?.fix;
      if (fix === undefined) return [what, 'not found'];
      const [only] = fix?.cells ?? [];
      if (!only) return [what, null];
      const { after } = only;
      expect({ cells: fix?.cells.length, sheet: only.sheet, at: cellA1(only.row, only.column), before: only.before }).toEqual({ cells: 1, sheet, at: address, before: content });
      return [what, typeof after === 'object' && after !== null ? after.formula.slice(0, 4) : after];
    });
    expect(fixes).toEqual(FIXES.map(([what, , , fix]) => [what, fix === null ? null : typeof fix === 'string' ? fix : expect.closeTo(fix, 12)]));
  });

  test('a fix puts its finding right and brings no other up', async () => {
    const edits = FIXES.map(([, cell, content]) => ({ ...cell(bench), content }));
    await bench.with(edits, async () => {
      const found = await bench.findings();
      const fixed = found.filter((one) => one.fix !== null);
      expect(fixed.length).toBe(FIXES.filter(([, , , fix]) => fix !== null).length);
      await bench.write(fixed.flatMap((one) => one.fix?.cells ?? []));
      expect((await bench.findings()).map(shortly)).toEqual(found.filter((one) => one.fix === null).map(shortly));
    });
  });

  test('a row of texts is told at once, what can be read apart from what cannot', async () => {
    const found = await foundIn([
      [figure('T02-02', 3), '３８４'], [figure('T02-02', 4), '429 件'], [figure('T02-02', 5), '39,3'], [figure('T02-02', 7), '３７４'], [figure('T02-02', 8), '347名'],
      [figure('T15-01', 0), '△ 2'], [figure('T15-01', 3), '△ 1'],
    ]);
    expect(found[0]?.fix?.cells.map(({ words }) => words)).toEqual(['「３８４」を 384 に直す', '「429 件」を 429 に直す', '「３７４」を 374 に直す']);
    expect(found.map(({ id, text, seen, fix }) => [id, text, seen, fix?.words, fix?.cells.map(({ before, after }) => [before, after])])).toEqual([
      ['textNumber T02-02@2024 7月,8月,11月', '郵送化率「窓口件数」（令和6年度）の7月、8月、11月（「３８４」など）は文字として入っているため、計算に使われていません。', '３８４ 429 件 ３７４', '3個のセルの文字を数値に直す（「３８４」を 384 に直す など）', [['３８４', 384], ['429 件', 429], ['３７４', 374]]],
      ['textNumber T02-02@2024 9月,12月', '郵送化率「窓口件数」（令和6年度）の9月、12月（「39,3」など）は文字として入っているため、計算に使われていません。', '39,3 347名', undefined, undefined],
      ['markTyped T15-01@2024 4月,7月', 'メールマガジン「新規登録」（令和6年度）の4月、7月（「△ 2」など）は文字として入っているため、計算に使われていません。', '△ 2 △ 1', '2個のセルの文字を数値に直す（「△ 2」を -2 に直す など）', [['△ 2', -2], ['△ 1', -1]]],
    ]);
  });

  test.each<[Content, Cell]>([
    ['＋４２９', figure('T02-02', 4)], ['+429', figure('T02-02', 4)], ['約429件', figure('T02-02', 4)], ['.5', figure('T02-02', 4)], ['0.059パーセント', figure('T09-01', 4)], ['マイナス2', figure('T15-01', 0)], ['Δ2', figure('T15-01', 0)],
    ['⊿ 2', figure('T15-01', 0)], ['3;46', figure('T17-01', 6)], ['3h46m', figure('T17-01', 6)], ['12-11', figure('T07-01', 8)], ['12/11、12/25', figure('T07-01', 8)], ['12/11・25', figure('T07-01', 8)],
  ])('%s is told, and left to a person', async (text, cell) => {
    expect((await foundIn([[cell, text]])).map(({ kind, seen, fix }) => [kind, seen, fix])).toEqual([['textNumber', text, null]]);
  });

  test('errors of a row are told at once', async () => {
    const found = await foundIn([[figure('T02-03', 4), '#N/A'], [figure('T02-03', 5), '#DIV/0!'], [figure('T02-03', 7), '#番号']]);
    expect(found.map(({ id, seen, text }) => [id, seen, text])).toEqual([['errorValue T02-03@2024 8月,9月', '#N/A #DIV/0!', '郵送化率「郵送件数」（令和6年度）の8月、9月がエラー（#N/A）になっているため、計や率も計算できません。']]);
  });

  test('nothing of a note, a dash or a figure of its kind', async () => {
    expect(await foundIn([
      [figure('T02-02', 4), '集計中'], [figure('T02-02', 5), '－'], [figure('T02-02', 6), '8月から別の表に記入'], [figure('T17-01', 6), 1.5 / 24], [figure('T02-02', 7), 374.5], [figure('T01-01', 'total'), '=1'],
    ])).toEqual([]);
  });

  test('in words for a clerk', async () => {
    const found = await foundIn([[figure('T17-01', 6), 3.46], [figure('T05-02', 5), 0], [figure('T03-02', 2), 171], [figure('T02-03', 8), 63_230]]);
    expect(found.map(({ text }) => text)).toEqual([
      '郵送化率「郵送件数」（令和6年度）の12月 63,230件は、ほかの月（中央値 7,137件）、前後の月、前年か翌年の同じ月のどれからも大きく離れています。',
      '患者照会「多・頻件数」（令和6年度）の6月 171件（170件）は、同じ数値であるはずの多・頻/件「多・頻件数」（かっこ内）と異なります。',
      '多・頻/件「申請件数」（令和6年度）の9月が 0 のため、これで割る「患者照会率」「多・頻/件」を計算できません。',
      '超過勤務「超過勤務時間」（令和6年度）の10月は 3.46 と入力されているため、Excelでは 83:02 になります。',
    ]);
    expect(found.at(-1)).toMatchObject({ suggestion: '3:46 とみられますので、確認して「:」で入力し直してください。', seen: '3.46', fix: { words: '「3.46」を 3:46 に直す' } });
  });

  test('dates are told with their year, and a number that is none as such', async () => {
    const found = await foundIn([[figure('T07-01', 8), '12/11'], [figure('T07-01', 9), '1月15日'], [figure('T08-01', 8), 12.11], [figure('T08-01', 9), 45_306]]);
    expect(found.map(({ text, suggestion, fix }) => [text, suggestion, fix?.words])).toEqual([
      ['保険給付適正化ＰＴ会議「実施日」（令和6年度）の12月、1月（「12/11」など）は文字として入っているため、計算に使われていません。', '日付で入力し直してください。', '2個のセルの文字を日付に直す（「12/11」を 2024/12/11 に直す など）'],
      ['面接確認委員会「実施日」（令和6年度）の12月の12.11 は日付ではありません。', '日付を年から入力し直してください。', undefined],
      ['面接確認委員会「実施日」（令和6年度）の1月の日付は 2024/1/15 で、その年度の1月ではありません。', '日付を年から入力し直してください。', undefined],
    ]);
    expect((await foundIn([[figure('T07-01', 8), '12/11']]))[0]).toMatchObject({ suggestion: '2024/12/11 と読めるため、日付で入力し直してください。', fix: { words: '「12/11」を 2024/12/11 に直す' } });
  });

  test('a long formula is shown by its beginning', async () => {
    const long = `=${'0+'.repeat(80)}430`;
    const found = await foundIn([[figure('T02-02', 4), long], [figure('T04-01', 5), long]]);
    expect(found.map(({ text, fix }) => [text.includes('=0+0+'), text.length < 200, fix === null || fix.words.length < 200])).toEqual([[true, true, true], [true, true, true]]);
  });

  test('a text that looks like its figure is told apart from it', async () => {
    const found = await foundIn([[figure('T02-02', 4), '429'], [figure('T09-01', 4), '0.059%'], [figure('T07-01', 8), '2024/12/11']]);
    expect(found.map(({ fix }) => fix?.words)).toEqual(['文字の「429」を、数値の 429 に直す', '文字の「2024/12/11」を、日付の 2024/12/11 に直す', '文字の「0.059%」を、数値の 0.059% に直す']);
  });

  test('a formula that gives way is shown beside the rule of the definitions', async () => {
    const found = await foundIn([[figure('T04-01', 5), '=4471'], [figure('T04-01', 6), '=4472'], [figure('T02-02', 'total'), '=1+1'], [figure('T02-01', 'total'), '=0.9']]);
    expect(found.flatMap(({ fix }) => [fix?.words, ...(fix?.cells ?? []).map(({ words }) => words)])).toEqual([
      ...Array<string>(2).fill('計算式（=0.9）を、表定義の計算式「[郵送件数]/([窓口件数]+[郵送件数])」に置き換える'), ...Array<string>(2).fill('計算式（=1+1）を、表定義の計算式（各月の合計）に置き換える'),
      '2個のセルの計算式を、表定義の計算式「[支給金額(円)]/[支給件数]」に置き換える', ...['=4471', '=4472'].map((formula) => `計算式（${formula}）を、表定義の計算式「[支給金額(円)]/[支給件数]」に置き換える`),
    ]);
  });

  test('a time without its colon, in both readings', async () => {
    expect((await foundIn([[figure('T17-01', 6), 346], [figure('T17-01', 7), 3.5]])).map(({ suggestion, fix }) => [suggestion, fix])).toEqual([
      ['3:46 か 346:00 とみられますので、確認して「:」で入力し直してください。', null], ['3:50 か 3:30（時間の小数）とみられますので、確認して「:」で入力し直してください。', null],
    ]);
  });

  test('IDs tell findings apart', async () => {
    const found = await foundIn([...DEFECTS.slice(0, 3), ...DEFECTS.slice(6)].map(([, cell, content]) => [cell, content] as const));
    expect(new Set(found.map(shortly)).size).toBe(found.length);
    expect(found.length).toBeGreaterThanOrEqual(12);
  });
});
