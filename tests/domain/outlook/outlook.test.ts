import { describe, expect, test } from '@jest/globals';
import type { KpiCondition } from '../../../src/domain/definitions';
import type { Figures } from '../../../src/domain/actual';
import { unitOf } from '../../../src/domain/judgement';
import { outlookOf, type Outlook } from '../../../src/domain/outlook/outlook';
import { projectRow, type Course } from '../../../src/domain/outlook/project';
import { outlookWords } from '../../../src/domain/outlook/words';
import { CATALOG, condition, DEFINITIONS, figures, judge, steps, YEAR } from '../rules';

const NOVEMBER = 7;
const rowOf = (label: string) => {
  const row = DEFINITIONS.tables.flatMap(({ rows }) => rows).find((one) => one.label === label);
  if (!row) throw new Error(label);
  return row;
};
const outlook = (one: KpiCondition, known: Figures, asOf = NOVEMBER): Outlook | null => outlookOf(judge(one, known, asOf), CATALOG, known, YEAR);
function words(one: KpiCondition, known: Figures, asOf = NOVEMBER): string {
  const judged = judge(one, known, asOf);
  const found = outlookOf(judged, CATALOG, known, YEAR);
  return found ? outlookWords(found, judged, unitOf(one, CATALOG)) : '';
}

describe('months to come', () => {
  const filled = (label: string, course: Course, through: number, method: '前年度の推移' | '月の平均') => projectRow(rowOf(label), course, YEAR, through, method)?.slice(through + 1) ?? null;
  const before = [10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40];

  test.each([
    // Counts by last year's proportion, or their own mean.
    ['件数', { now: [20, 40, 60, 80, 20, 40, 60, 80], before }, '前年度の推移', [20, 40, 60, 80]],
    ['件数', { now: [20, 40, 60, 80, 20, 40, 60, 80], before }, '月の平均', [50, 50, 50, 50]],
    ['件数', { now: steps(-4, 0, 8), before: steps(-2, 0) }, '前年度の推移', [-4, -4, -4, -4]],
    // A running total by last year's growth, or the mean step.
    ['回収率', { now: steps(0.06, 0.06, 8), before: steps(0.05, 0.05) }, '前年度の推移', [0.54, 0.6, 0.66, 0.72]],
    ['回収率', { now: steps(0.06, 0.06, 8), before: [] }, '月の平均', [0.54, 0.6, 0.66, 0.72]],
    // A stock by last year's steps, or its own since March.
    ['累計', { now: steps(110, 0, 8), before: steps(50, 5) }, '前年度の推移', [115, 120, 125, 130]],
    ['累計', { now: steps(101, 1, 8), before: steps(100, 0) }, '月の平均', [109, 110, 111, 112]],
    // A level moves as last year, or stays at its mean.
    ['使用割合', { now: steps(0.8, 0, 8), before: steps(0.7, 0.01) }, '前年度の推移', [0.81, 0.82, 0.83, 0.84]],
    ['使用割合', { now: steps(0.8, 0, 8), before: [] }, '月の平均', [0.8, 0.8, 0.8, 0.8]],
    // Four figures a year stay four.
    ['カバー率', { now: [null, null, 0.5, null, null, 0.52, null, null], before: [null, null, 0.4, null, null, 0.41, null, null, 0.42, null, null, 0.44] }, '前年度の推移', [0.53, null, null, 0.55]],
  ] as const)('%s %p by %s', (label, course, method, expected) => {
    const found = filled(label, course, NOVEMBER, method);
    expect(found).toHaveLength(expected.length);
    expected.forEach((figure, at) => (figure === null ? expect(found?.[at]).toBeNull() : expect(found?.[at]).toBeCloseTo(figure, 9)));
  });

  test.each([
    ['no figure at all', '件数', { now: [], before }], ['nothing last year', '件数', { now: steps(1, 0, 8), before: [] }], ['zero last year', '件数', { now: steps(1, 0, 8), before: steps(0, 0) }],
  ] as const)('%s: nothing to go by', (_, label, course) => {
    expect(filled(label, course, NOVEMBER, '前年度の推移')).toBeNull();
  });

  test('a row that ends in the year is not carried on; figures stay within the row\'s bounds', () => {
    expect(projectRow({ ...rowOf('件数'), endsAt: '2024-11' }, { now: steps(1, 0, 8), before }, YEAR, NOVEMBER, '月の平均')).toBeNull();
    expect(projectRow({ ...rowOf('使用割合'), max: 1 }, { now: steps(0.97, 0, 8), before: steps(0.5, 0.02) }, YEAR, NOVEMBER, '前年度の推移')?.at(-1)).toBe(1);
  });
});

describe('a ratio to date', () => {
  const ratio = condition('割合', { basis: '年度累計比率', target: 0.5, format: '0.0%' });
  const known = (now: number): Figures => figures({ 件数: { 2023: steps(40, 0), 2024: steps(now, 0, 8) }, 母数: { 2023: steps(100, 0), 2024: steps(100, 0, 8) } });

  test('lands where its parts land, and tells what each month left must bring', () => {
    // 45 % so far; 4 months must bring 60 % of 100: (0.5 × 1200 − 360) ÷ 400.
    expect(words(ratio, known(45))).toBe('3月の見込み 45.0％（前年度と同じ推移とした場合。前々年度の数値がないため、幅は示せません）。目標に届かない見込みです。目標 50.0％には、残り4か月で月平均60.0％以上が必要です。');
  });

  test('what is told is enough when it is met to the last digit', () => {
    // (600 − 8 × 44.97) ÷ 400 = 60.06 %: 60.1, not 60.0.
    expect(words(ratio, known(44.97))).toContain('月平均60.1％以上');
    expect(words({ ...ratio, direction: '以下' }, known(54.97))).toContain('月平均40.0％以下');
  });

  test('beyond 100 % nothing reaches it; where it holds whatever comes, it says so', () => {
    const bounded = { ...CATALOG, rows: new Map([...CATALOG.rows].map(([id, row]) => [id, id === '割合' ? { ...row, definition: { ...row.definition, min: 0, max: 1 } } : row] as const)) };
    const needed = (now: number, more: Partial<KpiCondition> = {}) => outlookOf(judge({ ...ratio, ...more }, known(now), NOVEMBER), bounded, known(now), YEAR)?.needed?.kind;
    expect([needed(20), needed(76), needed(45)]).toEqual(['lost', 'reached', 'mean']);
    expect([needed(80, { direction: '以下' }), needed(20, { direction: '以下' })]).toEqual(['lost', 'reached']);
  });
});

describe('other measures', () => {
  test('a sum: what is left of it, month by month', () => {
    const total = condition('件数', { basis: '計', target: 1300 });
    expect(words(total, figures({ 件数: { 2022: steps(90, 0), 2023: steps(100, 0), 2024: steps(105, 0, 8) } }))).toBe('3月の見込み 1,260件（前年度と同じ推移とした場合。幅は1,260件〜1,260件）。目標に届かない見込みです。目標 1,300件には、残り4か月で月平均115件以上が必要です。');
  });

  test('a mean of hours: to the minute, downwards', () => {
    const hours = condition('残業', { basis: '計', direction: '以下', target: 2 / 24, format: '[h]:mm' });
    // 8 months of 1:30 leave 12 of the 24 hours: 3:00 a month.
    expect(words(hours, figures({ 残業: { 2023: steps(2 / 24, 0), 2024: steps(1.5 / 24, 0, 8) } }))).toContain('月平均3:00以下が必要です');
  });

  test('a stock: so many more', () => {
    expect(words(condition('累計', { target: 130 }), figures({ 累計: { 2022: steps(80, 0), 2023: steps(100, 1), 2024: steps(112, 1, 8) } }))).toBe('3月の見込み 123事業所（前年度と同じ推移とした場合。幅は119事業所〜127事業所）。目標に届かない見込みです。目標 130事業所まで、残り4か月で＋11事業所です（月平均＋3事業所）。');
    expect(words(condition('累計', { target: 115 }), figures({ 累計: { 2023: steps(100, 1), 2024: steps(112, 1, 8) } }))).toContain('目標 115事業所に達しています。');
  });

  test('a level: at the year\'s end', () => {
    expect(words(condition('使用割合', { target: 0.85, format: '0.0%' }), figures({ 使用割合: { 2023: steps(0.8, 0), 2024: steps(0.82, 0, 8) } }))).toContain('年度末に目標 85.0％以上であることが必要です。');
  });

  test('the range is how far the same method, at the same month, missed last year', () => {
    const known = figures({ 使用割合: { 2022: steps(0.7, 0.01), 2023: [...steps(0.8, 0, 8), 0.8, 0.8, 0.8, 0.82], 2024: steps(0.83, 0, 8) } });
    // Last year 0.84 was to be expected and 0.82 came.
    const { landing } = outlook(condition('使用割合', { target: 0.85, format: '0.0%' }), known) ?? {};
    expect([landing?.value, landing?.range?.low, landing?.range?.high].map((value) => Number(value?.toFixed(6)))).toEqual([0.85, 0.83, 0.87]);
    expect(landing?.meets).toBe(true);
  });

  test('without last year the mean of the months is taken, and named', () => {
    const found = outlook(condition('件数', { basis: '計', target: 1300 }), figures({ 件数: { 2024: steps(105, 0, 8) } }));
    expect([found?.landing?.method, found?.landing?.value]).toEqual(['月の平均', 1260]);
  });

  test('a band has no figure that is needed, an unknown target neither', () => {
    const known = figures({ 使用割合: { 2023: steps(0.8, 0), 2024: steps(0.82, 0, 8) } });
    expect(outlook(condition('使用割合', { direction: '範囲内', target: 0.8, targetUpper: 0.85, format: '0.0%' }), known)).toMatchObject({ needed: null, landing: { meets: true } });
    expect(outlook(condition('使用割合', { target: null, format: '0.0%' }), known)).toMatchObject({ needed: null, landing: { meets: null } });
  });

  test.each([
    ['in March', condition('累計', { target: 1 }), figures({ 累計: { 2024: steps(1, 0) } }), 11], ['without a figure', condition('累計', { target: 1 }), figures({}), NOVEMBER],
    ['of a yearly figure', condition('受診率', { actual: '[実績値.受診率]', basis: '年1回', target: 1 }), figures({}), NOVEMBER],
  ] as const)('%s there is none', (_, one, known, asOf) => {
    expect(outlook(one, known, asOf)).toBeNull();
  });
});
