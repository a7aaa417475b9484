import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../src/embedded/model/book';
import { blankSheet, sheetIdText } from '../../src/embedded/model/blankSheet';
import { monthLabel } from '../../src/domain/fiscalYear';
import { cellA1 } from '../../src/plan/a1';
import { CORRECTION_SHEET, type CorrectionKey } from '../../src/sheets/history/correctionSheet';
import { MOST_LINES } from '../../src/sheets/history/growList';
import { LOG_SHEET, type LogKey } from '../../src/sheets/history/logSheet';
import { columnOf, FEBRUARY, JULY, judgedOnce, linesOf, MARCH, planCell, posted } from '../support/judgedOnce';
import { Bench } from '../support/laidOut';

const KPIS = 16;
const fresh = judgedOnce();
const logOf = (bench: Bench, sheet = '評価ログ'): Partial<Record<LogKey, unknown>>[] => linesOf(bench, sheet, LOG_SHEET);
const correctionsOf = (bench: Bench): Partial<Record<CorrectionKey, unknown>>[] => linesOf(bench, '訂正一覧', CORRECTION_SHEET);
const sheets = (bench: Bench): string[] => bench.book.sheets.map((sheet) => sheet.name);
const without = (bench: Bench, sheet: string): void => {
  bench.book.sheets.splice(bench.book.sheets.findIndex((one) => one.name === sheet), 1);
  for (const name of bench.book.names) if (name.refersTo.startsWith(`${sheet}!`)) name.refersTo = '#REF!$A$1';
};

describe('評価ログ', () => {
  test('begins with a line a KPI; the figures behind are kept on a hidden sheet; nothing is corrected yet', () => {
    const bench = fresh();
    const log = logOf(bench);
    expect(log).toHaveLength(KPIS);
    expect(log.find((line) => line.kpiId === '2')).toMatchObject({
      year: 2024, month: '2月', name: '郵送化率', target: 0.95, actual: expect.closeTo(0.943, 3), asOf: '令和7年2月末現在', automatic: '△', manual: undefined, changes: '初めての記録',
    });
    expect(log.find((line) => line.kpiId === '18')).toMatchObject({ target: 'カバー率 56.00％／委嘱事業所数 4,665事業所' });
    expect(bench.sheet('評価時の数値').visibility).toBe('Hidden');
    expect(sheets(bench)).not.toContain('訂正一覧');
  });

  test('a second evaluation of the same writes nothing', async () => {
    const bench = fresh();
    const before = bench.contents();
    const report = await bench.evaluate(FEBRUARY);
    expect([report.changed, report.syncs, report.warnings, bench.contents() === before]).toEqual([false, 2, [], true]);
  });

  test('the next month adds what changed, and the report names the marks that did', async () => {
    const bench = fresh();
    const report = await bench.evaluate(MARCH);
    expect(report.summary).toContain('健康宣言事業所数: △ → ○（実績 1,565事業所 → 1,587事業所）');
    expect(report.summary.join()).toContain(`前回から変わった${KPIS}件のKPIを、シート「評価ログ」に記録しました。`);
    expect(report.syncs).toBeLessThanOrEqual(4);
    const line = logOf(bench).slice(KPIS).find((one) => one.kpiId === '13');
    expect(line).toMatchObject({ number: expect.any(Number), changes: '判定月 2月 → 3月、判定（自動） △ → ○、実績 1,565事業所 → 1,587事業所' });
    expect((await bench.evaluate(MARCH)).changed).toBe(false);
  });

  test('a mark set by hand and its reason are a line of one KPI, and nothing else is', async () => {
    const bench = fresh();
    await bench.type('事業計画', planCell(bench, '2', 'manual'), { value: '□' });
    await bench.type('事業計画', planCell(bench, '2', 'manualReason'), { value: '年度末に行うため。' });
    const report = await bench.evaluate(FEBRUARY);
    expect(report.summary).toContain('郵送化率: △ → □（判定（手動） なし → □）');
    expect(logOf(bench).slice(KPIS)).toMatchObject([{ kpiId: '2', automatic: '△', manual: '□', manualReason: '年度末に行うため。', changes: '判定（手動） なし → □、手動の理由' }]);
    expect((await bench.evaluate(FEBRUARY)).changed).toBe(false);
  });

  test('sorted and renamed by people it is still known which line is the last', async () => {
    const bench = fresh();
    await bench.evaluate(MARCH);
    const { cells } = bench.sheet('評価ログ');
    const first = LOG_SHEET.headerRow + 1;
    const count = KPIS * 2;
    const rows = Array.from({ length: count }, (_, index) => LOG_SHEET.columns.map((_column, at) => cells.get(cellKey(first + index, at)) ?? {}));
    rows.reverse().forEach((row, index) => row.forEach((cell, at) => cells.set(cellKey(first + index, at), cell)));
    bench.sheet('評価ログ').name = '判定の記録';
    for (const name of bench.book.names) name.refersTo = name.refersTo.replace(/^評価ログ!/, '判定の記録!');
    const report = await bench.evaluate(MARCH);
    expect([report.changed, report.syncs]).toEqual([false, 2]);
    await bench.evaluate(FEBRUARY);
    expect(logOf(bench, '判定の記録')).toHaveLength(KPIS * 3);
    expect(sheets(bench)).not.toContain('評価ログ');
  });

  test('a KPI whose lines were deleted has a first line again', async () => {
    const bench = fresh();
    const { cells } = bench.sheet('評価ログ');
    for (const key of [...cells.keys()]) if (Math.floor(key / 16384) === LOG_SHEET.headerRow + 2) cells.delete(key);
    await bench.evaluate(FEBRUARY);
    expect(logOf(bench).at(-1)).toMatchObject({ kpiId: '2', changes: '初めての記録' });
  });

  test('deleted it begins anew and says so', async () => {
    const bench = fresh();
    without(bench, '評価ログ');
    const report = await bench.evaluate(MARCH);
    expect(report.summary.join()).toContain(`シート「評価ログ」を追加し、${KPIS}件のKPIの評価を記録しました。前回までの記録がないため、前回との比較は次の評価からです。`);
    expect(report.warnings).toEqual([]);
    expect(logOf(bench)).toHaveLength(KPIS);
    expect((await bench.evaluate(MARCH)).changed).toBe(false);
  });

  test('gone but for a copy of its sheet, the copy goes on, and its name is the workbook’s in one step', async () => {
    const bench = fresh();
    const copy = Object.assign(bench.sheet('評価ログ'), { name: '評価ログ (2)' });
    for (const name of bench.book.names) if (name.name === '事業計画_評価ログ') Object.assign(name, { scope: copy.id, refersTo: name.refersTo.replace('評価ログ!', "'評価ログ (2)'!") });
    expect((await bench.evaluate(FEBRUARY)).changed).toBe(true);
    expect(bench.book.names.filter((name) => name.name === '事業計画_評価ログ')).toEqual([expect.objectContaining({ refersTo: expect.stringMatching(/^'評価ログ \(2\)'!/) })]);
    expect(bench.book.names.filter((name) => name.scope !== undefined)).toEqual([]);
    expect(sheets(bench)).not.toContain('評価ログ');
    expect((await bench.evaluate(FEBRUARY)).changed).toBe(false);
  });

  test('its name lost, it is found where it usually is and named again', async () => {
    const bench = fresh();
    bench.book.names.splice(0, bench.book.names.length, ...bench.book.names.filter((name) => !/評価ログ|評価時の数値/.test(name.name)));
    expect((await bench.evaluate(FEBRUARY)).changed).toBe(true);
    expect(bench.book.names.filter((name) => /評価ログ|評価時の数値/.test(name.name))).toHaveLength(2);
    expect(logOf(bench)).toHaveLength(KPIS);
    expect((await bench.evaluate(FEBRUARY)).changed).toBe(false);
  });

  const heading = cellA1(LOG_SHEET.headerRow, columnOf(LOG_SHEET, 'month'));
  test.each<[string, (bench: Bench) => Promise<void> | void, string]>([
    ['that lost a heading', (bench) => bench.type('評価ログ', heading, { value: '月のこと' }), `シート「評価ログ」 ${heading} の見出し「判定月」がありません。今回の評価は「評価ログ」に記録していません。評価は行いました。`],
    ['that is protected', (bench) => { bench.sheet('評価ログ').protected = true; }, 'シート「評価ログ」は保護されています。今回の評価は「評価ログ」に記録していません。評価は行いました。'],
    ['that cannot be added', (bench) => { without(bench, '評価ログ'); Object.assign(bench.book, { structureProtected: true }); }, 'ブックの構成が保護されているため、シート「評価ログ」を追加できません。今回の評価は「評価ログ」に記録していません。評価は行いました。'],
  ])('a log %s is told of and left alone; the evaluation goes on', async (_, change, words) => {
    const bench = fresh();
    await change(bench);
    const log = (): string => JSON.stringify(bench.book.sheets.filter((sheet) => sheet.name === '評価ログ').map((sheet) => [...sheet.cells]));
    const before = log();
    const report = await bench.evaluate(MARCH);
    expect(report.warnings).toEqual([words]);
    expect(report.evaluations.find(({ id }) => id === '13')?.computed).toBe('○');
    expect(log()).toBe(before);
  });

  test('a sheet of the same name that is somebody else’s stays as it is', async () => {
    const bench = new Bench();
    await bench.layout();
    const theirs = blankSheet(sheetIdText(91), '評価ログ');
    theirs.cells.set(cellKey(0, 0), { value: '会議の評価' });
    bench.book.sheets.push(theirs);
    await bench.evaluate(MARCH);
    expect([...theirs.cells.values()].map((cell) => cell.value)).toEqual(['会議の評価']);
    expect(logOf(bench, '評価ログ（2）')).toHaveLength(KPIS);
  });

  test('a full sheet stays as it is, and a new one goes on from the last lines', async () => {
    const bench = fresh();
    const { cells } = bench.sheet('評価ログ');
    for (let index = KPIS; index < MOST_LINES; index++) cells.set(cellKey(LOG_SHEET.headerRow + 1 + index, columnOf(LOG_SHEET, 'kpiId')), { value: '古いKPI' });
    const full = JSON.stringify([...cells]);
    const report = await bench.evaluate(MARCH);
    expect(report.summary.join()).toContain('これまでの記録は、シート「評価ログ（旧）」にそのまま残しています。');
    expect(JSON.stringify([...bench.sheet('評価ログ（旧）').cells])).toBe(full);
    const log = logOf(bench);
    expect(log.map((line) => line.month)).toEqual([...Array<string>(KPIS).fill('2月'), ...Array<string>(KPIS).fill('3月')]);
    expect(log.at(-1)).toMatchObject({ number: KPIS * 2 });
    expect((await bench.evaluate(MARCH)).changed).toBe(false);
  });
});

describe('訂正一覧', () => {
  test('tells a figure that is another, with where it stands and which KPIs rest on it; once', async () => {
    const bench = fresh();
    const cell = posted(bench, JULY);
    const before = bench.cell('業務', cell).value;
    await bench.type('業務', cell, { value: 6_000 });
    const report = await bench.evaluate(FEBRUARY);
    expect(report.summary.join()).toContain('評価したあとに変わった数値が1個ありました（郵送化率／郵送件数 2024年度7月）。シート「訂正一覧」に記録しました。');
    expect(correctionsOf(bench)).toEqual([{
      number: 1, at: '2025/4/7 9:30', table: '郵送化率', label: '郵送件数', year: 2024, month: '7月', before, after: 6_000, sheet: '業務', cell, kpis: '郵送化率', rowId: expect.any(String),
    }]);
    expect(bench.cell('訂正一覧', cellA1(CORRECTION_SHEET.headerRow + 1, columnOf(CORRECTION_SHEET, 'after'))).style?.numberFormat).toBe('#,##0');
    const after = bench.contents();
    expect([(await bench.evaluate(FEBRUARY)).changed, bench.contents() === after]).toEqual([false, true]);
  });

  test('changed back, emptied and typed again are lines of their own', async () => {
    const bench = fresh();
    const cell = posted(bench, JULY);
    const first = Number(bench.cell('業務', cell).value);
    for (const content of [{ value: 6_000 }, { value: first }, {}, { value: first }]) {
      await bench.type('業務', cell, content);
      await bench.evaluate(FEBRUARY);
    }
    expect(correctionsOf(bench).map(({ number, before, after }) => [number, before, after])).toEqual([
      [1, first, 6_000], [2, 6_000, first], [3, first, '（空欄）'], [4, '（空欄）', first],
    ]);
  });

  test('a figure that was blank when it was evaluated comes late and is none; from then on it is known', async () => {
    const bench = new Bench();
    await bench.layout();
    const cell = posted(bench, JULY);
    const figure = Number(bench.cell('業務', cell).value);
    await bench.type('業務', cell, {});
    await bench.evaluate(FEBRUARY);
    await bench.type('業務', cell, { value: figure });
    await bench.evaluate(FEBRUARY);
    expect(sheets(bench)).not.toContain('訂正一覧');
    await bench.type('業務', cell, { value: figure + 1 });
    await bench.evaluate(FEBRUARY);
    expect(correctionsOf(bench)).toMatchObject([{ before: figure, after: figure + 1 }]);
  });

  test('a month after the one judged is none yet; a figure of the year before is one', async () => {
    const bench = fresh();
    await bench.type('業務', posted(bench, MARCH), { value: 1 });
    await bench.type('業務', cellA1(bench.rowOf('業務', '郵送件数', 0), 2 + MARCH), { value: 2 });
    await bench.evaluate(FEBRUARY);
    expect(correctionsOf(bench)).toMatchObject([{ year: 2023, month: monthLabel(MARCH), after: 2 }]);
  });

  test('a yearly figure that is another is one, by its rate', async () => {
    const bench = fresh();
    const row = bench.rowOf('実績値', 'Y10-1');
    const typed = [...bench.sheet('実績値').cells].find(([key, cell]) => Math.floor(key / 16384) === row && cell.value === 0.571);
    await bench.type('実績値', cellA1(row, (typed?.[0] ?? NaN) % 16384), { value: 0.6 });
    await bench.evaluate(FEBRUARY);
    expect(correctionsOf(bench)).toMatchObject([{ table: '実績値', month: '年1回', before: 0.571, after: 0.6 }]);
  });

  test('where nothing can be written, nothing is taken for known: the correction is told later', async () => {
    const bench = fresh();
    const cell = posted(bench, JULY);
    await bench.type('業務', cell, { value: 6_000 });
    await bench.evaluate(FEBRUARY);
    bench.sheet('訂正一覧').protected = true;
    await bench.type('業務', cell, { value: 6_001 });
    const report = await bench.evaluate(FEBRUARY);
    expect(report.warnings).toEqual(['シート「訂正一覧」は保護されています。評価したあとに変わった数値は記録していません。評価は行いました。']);
    bench.sheet('訂正一覧').protected = false;
    await bench.evaluate(FEBRUARY);
    expect(correctionsOf(bench).map(({ before, after }) => [before, after]).at(-1)).toEqual([6_000, 6_001]);
  });
});
