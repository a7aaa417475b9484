import { describe, expect, test } from '@jest/globals';
import { seriesKey } from '../../src/domain/series';
import { condition, figures, judge, steps } from './rules';

const MARCH = 11;
/** A stock that stands at these figures in March of 2021 … 2023, and at `now` in March 2024. */
const stock = (before: readonly (number | null)[], now: number) => figures({ 累計: { ...Object.fromEntries(before.map((end, back) => [2021 + back, end === null ? [] : steps(end, 0)])), 2024: steps(now, 0) } });

describe('the higher of last year and the mean of three', () => {
  const rule = condition('累計', { targetRule: '前年度・3か年平均の高い方' });

  test.each([
    // R3, R4, R5, now, direction, target, mark
    [[100, 110, 120], 120, '以上', 120, '○'], [[100, 110, 120], 119, '以上', 120, '△'],
    [[140, 130, 120], 130, '以上', 130, '○'], [[140, 130, 120], 129, '以上', 130, '△'],
    // Where less is better the lower of the two is asked for.
    [[100, 110, 120], 110, '以下', 110, '○'], [[100, 110, 120], 111, '以下', 110, '△'],
    [[-30, -20, -10], -10, '以上', -10, '○'], [[0, 0, 0], 0, '以上', 0, '○'],
  ] as const)('%p, now %p, %s: target %p, %s', (before, now, direction, target, mark) => {
    const judged = judge({ ...rule, direction }, stock(before, now), MARCH);
    expect([judged.target.value, judged.mark]).toEqual([target, mark]);
  });

  test('is compared as printed, like every target', () => {
    const rates = figures({ 使用割合: { 2021: steps(0.8, 0), 2022: steps(0.81, 0), 2023: steps(0.82, 0), 2024: steps(0.81992, 0) } });
    expect(judge(condition('使用割合', { targetRule: '前年度・3か年平均の高い方', format: '0.0%' }), rates, MARCH)).toMatchObject({ mark: '○', reason: '使用割合 82.0％（四捨五入前 81.992％） ＝ 目標 82.0％（±0.0ポイント）。令和7年3月末現在。' });
  });

  test('lacks a year: －, and which', () => {
    const judged = judge(rule, stock([null, 110, 120], 130), MARCH);
    expect([judged.mark, judged.reason]).toEqual(['－', '累計 130事業所。令和3年度の実績がないため前年度と3か年平均を比べられず、判定できません（－）。目標値を入力すると判定できます。令和7年3月末現在。']);
  });

  test('a typed target goes before it, and is held against it', () => {
    expect(judge({ ...rule, target: 118 }, stock([100, 110, 120], 118), MARCH)).toMatchObject({ mark: '○', warnings: ['「累計」の目標値 118事業所 は、前年度と3か年平均から求めた 120事業所 と異なります。目標値を確認してください。'] });
    expect(judge({ ...rule, target: 120 }, stock([100, 110, 120], 118), MARCH).warnings).toEqual([]);
    expect(judge({ ...rule, target: 118 }, stock([null, null, null], 118), MARCH)).toMatchObject({ mark: '○', warnings: [] });
  });
});

describe('a band', () => {
  const band = condition('使用割合', { direction: '範囲内', target: 0.1, targetUpper: 0.2, format: '0.0%' });
  const at = (value: number, more = {}) => judge({ ...band, ...more }, figures({ 使用割合: { 2024: steps(value, 0) } }), MARCH);

  test.each([
    [0.1, '○', '使用割合 10.0％は、目標 10.0％〜20.0％の範囲内です。'], [0.2, '○', '使用割合 20.0％は、目標 10.0％〜20.0％の範囲内です。'],
    [0.0994, '△', '使用割合 9.9％は、目標 10.0％〜20.0％を下回っています（▲0.1ポイント）。'], [0.0996, '○', '使用割合 10.0％（四捨五入前 9.96％）は、目標 10.0％〜20.0％の範囲内です。'],
    [0.2004, '○', '使用割合 20.0％（四捨五入前 20.04％）は、目標 10.0％〜20.0％の範囲内です。'], [0.2006, '△', '使用割合 20.1％は、目標 10.0％〜20.0％を上回っています（＋0.1ポイント）。'],
  ] as const)('%p: %s', (value, mark, reason) => {
    expect(at(value)).toMatchObject({ mark, reason: `${reason}令和7年3月末現在。` });
  });

  test('knows no ◎, and without an upper end, or one below the lower, no mark', () => {
    expect(at(0.15, { excellent: 0.12 }).mark).toBe('○');
    expect(at(0.15, { targetUpper: null })).toMatchObject({ mark: '－', reason: '使用割合 15.0％。目標の上限が登録されていないため、判定できません（－）。令和7年3月末現在。' });
    expect(at(0.15, { targetUpper: 0.05 }).mark).toBe('－');
  });
});

describe('a target that repeats the year before', () => {
  const warned = (label: string, before: readonly (number | null)[], target: number): boolean =>
    judge(condition(label, { target, targetFollows: `[表.${label}:前年度]` }), figures({ [label]: { 2023: before, 2024: [1] } }), MARCH).warnings.length > 0;

  test('is held against that year’s last figure, and against none while it is still to come', () => {
    const year = steps(100, 1);
    expect([warned('累計', year, 111), warned('累計', year, 112), warned('累計', year.slice(0, 11), 112), warned('累計', [...year.slice(0, 11), null], 112), warned('累計', [], 112)]).toEqual([false, true, false, false, false]);
    expect([warned('カバー率', [null, null, 0.1, null, null, 0.2, null, null, 0.3, null, null, 0.4], 0.4), warned('カバー率', [null, null, 0.1, null, null, 0.2, null, null, 0.3], 5)]).toEqual([false, false]);
  });

  test('of a yearly figure too, unless that is 速報', () => {
    const one = condition('受診率', { actual: '[実績値.受診率]', basis: '年1回', target: 0.6, targetFollows: '[実績値.受診率:前年度]', format: '0.0%' });
    const yearly = (rate: number, state: '速報' | null) => ({ series: new Map(), yearly: new Map([[seriesKey('Y1', 2023), { rate, state, asOf: null }], [seriesKey('Y1', 2024), { rate: 0.6, state: null, asOf: null }]]) });
    expect(judge(one, yearly(0.58, null), MARCH).warnings).toEqual(['「受診率」の目標値 60.0％ は、前年度の実績 58.0％ と異なります。目標値を確認してください。']);
    expect([judge(one, yearly(0.6, null), MARCH).warnings, judge(one, yearly(0.58, '速報'), MARCH).warnings]).toEqual([[], []]);
  });
});
