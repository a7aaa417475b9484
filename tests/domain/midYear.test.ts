import { describe, expect, test } from '@jest/globals';
import type { KpiCondition } from '../../src/domain/definitions';
import { condition, figures, judge, steps } from './rules';

const SEPTEMBER = 5;
const MARCH = 11;
const rate = (more: Partial<KpiCondition>): KpiCondition => condition('回収率', { target: 0.6, format: '0.00%', ...more });
/** Last year went up by five points a month to 60 %. */
const LAST = steps(0.05, 0.05);

describe('a measure that grows over the year', () => {
  test.each([
    // rule, September this year, threshold, mark
    ['年度末の目標', 0.35, 0.6, '△'],
    ['前年同月', 0.3, 0.3, '○'], ['前年同月', 0.29994, 0.3, '△'], ['前年同月', 0.299951, 0.3, '○'],
    ['前年度の推移', 0.33, 0.33, '○'], ['前年度の推移', 0.3299, 0.33, '△'],
    ['均等', 0.33, 0.33, '○'], ['均等', 0.32, 0.33, '△'],
  ] as const)('%s: 9月 %p against %p is %s', (midYear, now, threshold, mark) => {
    const judged = judge(rate({ midYear, target: midYear === '年度末の目標' || midYear === '前年同月' ? 0.6 : 0.66 }), figures({ 回収率: { 2023: LAST, 2024: [0.1, 0.1, 0.1, 0.1, 0.1, now] } }), SEPTEMBER);
    expect(judged.threshold?.target).toBeCloseTo(threshold, 12);
    expect(judged.mark).toBe(mark);
  });

  test('the reason says which way it was judged, with the numbers', () => {
    const known = figures({ 回収率: { 2023: LAST, 2024: [0.1, 0.1, 0.1, 0.1, 0.1, 0.35] } });
    const reason = (midYear: KpiCondition['midYear']): string => judge(rate({ midYear, target: 0.66 }), known, SEPTEMBER).reason;
    expect(reason('年度末の目標')).toBe('回収率 35.00％ ＜ 目標 66.00％（▲31.00ポイント）。令和6年9月末現在。');
    expect(reason('前年同月')).toBe('回収率 35.00％ ＞ 前年同月 30.00％（＋5.00ポイント。目標 66.00％への途中）。令和6年9月末現在。');
    expect(reason('前年度の推移')).toBe('回収率 35.00％ ＞ 9月の目安 33.00％（＋2.00ポイント。前年度と同じ進み方とした目標 66.00％への途中）。令和6年9月末現在。');
    expect(reason('均等')).toBe('回収率 35.00％ ＞ 9月の目安 33.00％（＋2.00ポイント。毎月同じだけ進むとした目標 66.00％への途中）。令和6年9月末現在。');
  });

  test('a threshold that was worked out is what it prints: 33.33 % meets a third', () => {
    const known = figures({ 回収率: { 2023: LAST, 2024: [0.1, 0.1, 0.1, 0.1, 0.1, 0.3333] } });
    expect(judge(rate({ midYear: '均等', target: 2 / 3 }), known, SEPTEMBER)).toMatchObject({ mark: '○', reason: '回収率 33.33％ ＝ 9月の目安 33.33％（±0.00ポイント。毎月同じだけ進むとした目標 66.67％への途中）。令和6年9月末現在。' });
  });

  test.each(['前年同月', '前年度の推移', '均等'] as const)('%s: in March the target itself is judged', (midYear) => {
    const judged = judge(rate({ midYear }), figures({ 回収率: { 2023: LAST, 2024: steps(0.04, 0.05) } }), MARCH);
    expect([judged.mark, judged.threshold?.name]).toEqual(['△', '目標']);
  });

  test('a figure that ends early is held against the threshold of its own last month', () => {
    const known = figures({ 回収率: { 2023: LAST, 2024: [0.06, 0.12, 0.16] } });
    expect(judge(rate({ midYear: '前年同月' }), known, MARCH)).toMatchObject({ mark: '○', threshold: { target: LAST[2], name: '前年同月' } });
  });

  test('◎ goes the same way', () => {
    const known = figures({ 回収率: { 2023: LAST, 2024: [0.1, 0.1, 0.1, 0.1, 0.1, 0.35] } });
    expect([0.69, 0.7, 0.72].map((excellent) => judge(rate({ midYear: '均等', target: 0.6, excellent }), known, SEPTEMBER).mark)).toEqual(['◎', '◎', '○']);
  });

  test('less is better: the way down is judged downwards', () => {
    const known = figures({ 回収率: { 2023: LAST, 2024: [0.1, 0.1, 0.1, 0.1, 0.1, 0.3] } });
    expect([0.6, 0.59].map((target) => judge(rate({ midYear: '均等', direction: '以下', target }), known, SEPTEMBER).mark)).toEqual(['○', '△']);
  });

  test.each([
    ['前年同月', {}, '前年同月（9月）の実績がないため、判定できません（－）。'],
    ['前年度の推移', {}, '前年度の9月までの推移がないため、途中の目安を求められず、判定できません（－）。'],
    ['前年度の推移', { 2023: steps(0, 0) }, '前年度に増減がなく、途中の目安を求められないため、判定できません（－）。'],
  ] as const)('%s without what it needs: －, and why', (midYear, before, why) => {
    const judged = judge(rate({ midYear }), figures({ 回収率: { ...before, 2024: steps(0.1, 0) } }), SEPTEMBER);
    expect([judged.mark, judged.reason]).toEqual(['－', `回収率 10.00％。${why}令和6年9月末現在。`]);
  });
});

describe('a stock goes from last March on', () => {
  const stock = (midYear: KpiCondition['midYear'], target: number): KpiCondition => condition('累計', { midYear, target });

  test('in equal steps', () => {
    const known = figures({ 累計: { 2023: steps(1000, 10), 2024: steps(1120, 0) } });
    // 1,110 in March; half of the 120 more by September.
    expect(judge(stock('均等', 1230), known, SEPTEMBER).threshold?.target).toBeCloseTo(1170, 9);
  });

  test('as last year went from its own March; without that, both from their April', () => {
    const uneven = [...steps(1000, 0, 6), ...steps(1100, 0, 6)];
    const now = steps(1110, 5);
    expect(judge(stock('前年度の推移', 1200), figures({ 累計: { 2022: steps(900, 0), 2023: uneven, 2024: now } }), SEPTEMBER).threshold?.target).toBeCloseTo(1100 + 100 * 0.5, 9);
    expect(judge(stock('前年度の推移', 1200), figures({ 累計: { 2023: uneven, 2024: now } }), SEPTEMBER).threshold?.target).toBe(1110);
    expect(judge(stock('前年度の推移', 1200), figures({ 累計: { 2023: uneven, 2024: now } }), 6).threshold?.target).toBe(1200);
  });

  test('without last March there is no even way', () => {
    expect(judge(stock('均等', 1200), figures({ 累計: { 2024: steps(1000, 1) } }), SEPTEMBER).reason).toBe('累計 1,005事業所。前年度末の実績がないため、途中の目安を求められず、判定できません（－）。令和6年9月末現在。');
  });
});

describe('other measures', () => {
  test('a total is added up to the month of last year, for its column holds the whole', () => {
    const total = condition('件数', { basis: '計', target: 1200, midYear: '前年同月' });
    const known = figures({ 件数: { 2023: steps(100, 0), 2024: steps(101, 0, 6) } });
    expect(judge(total, known, SEPTEMBER)).toMatchObject({ mark: '○', threshold: { target: 600 } });
    expect(judge({ ...total, midYear: '均等' }, known, SEPTEMBER).threshold?.target).toBe(600);
  });

  test('a ratio to date is held against last year\'s ratio to date', () => {
    const ratio = condition('割合', { basis: '年度累計比率', target: 0.5, format: '0.0%', midYear: '前年同月' });
    const known = figures({ 件数: { 2023: [10, 30], 2024: [20, 20] }, 母数: { 2023: [100, 100], 2024: [100, 100] } });
    expect(judge(ratio, known, 1)).toMatchObject({ mark: '○', threshold: { target: 0.2 } });
  });

  test('four figures a year: the same quarter', () => {
    const quarterly = condition('カバー率', { target: 0.56, format: '0.0%', midYear: '前年同月' });
    const known = figures({ カバー率: { 2023: [null, null, 0.5, null, null, 0.51], 2024: [null, null, 0.52] } });
    expect(judge(quarterly, known, 4)).toMatchObject({ mark: '○', threshold: { target: 0.5 }, actual: { month: 2 } });
  });

  test('what does not grow has no even way: the target is judged', () => {
    expect(judge(condition('使用割合', { target: 0.84, format: '0.0%', midYear: '均等' }), figures({ 使用割合: { 2024: steps(0.84, 0) } }), SEPTEMBER)).toMatchObject({ mark: '○', threshold: { name: '目標' } });
  });

  test('a figure of the year\'s end, and one a year, know no middle', () => {
    expect(judge(condition('累計', { basis: '年度末', target: 10, midYear: '前年同月' }), figures({ 累計: { 2024: steps(10, 0) } }), MARCH)).toMatchObject({ mark: '○', threshold: { name: '目標' } });
  });

  test('zero to divide by gives no figure, and so no mark', () => {
    const ratio = condition('割合', { basis: '年度累計比率', target: 0.5, format: '0.0%', midYear: '前年度の推移' });
    expect(judge(ratio, figures({ 件数: { 2024: [0] }, 母数: { 2024: [0] } }), 0).mark).toBe('－');
    expect(judge(ratio, figures({ 件数: { 2023: steps(0, 0), 2024: [1] }, 母数: { 2023: steps(0, 0), 2024: [2] } }), 0).mark).toBe('－');
  });
});
