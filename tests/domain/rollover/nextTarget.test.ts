import { describe, expect, test } from '@jest/globals';
import { buildCatalog } from '../../../src/domain/catalog';
import type { KpiCondition, RowDefinition } from '../../../src/domain/definitions';
import { endOf, finalFigure, nextSource, nextTarget } from '../../../src/domain/rollover/nextTarget';
import { seriesKey } from '../../../src/domain/series';
import { CATALOG, condition, DEFINITIONS, figures, steps, YEAR } from '../rules';

const FOLLOWS = '[表.累計:前年度]';
const withRow = (label: string, change: Partial<RowDefinition>) => buildCatalog({
  ...DEFINITIONS, tables: DEFINITIONS.tables.map((table) => ({ ...table, rows: table.rows.map((row) => (row.label === label ? { ...row, ...change } : row)) })),
});

describe('the final figure of a year', () => {
  const full = steps(100, 1);
  const value = (one: KpiCondition, known: Parameters<typeof figures>[0]) => {
    const figure = finalFigure(one, CATALOG, figures(known), YEAR);
    return figure.ok ? figure.data : figure.reason;
  };

  test.each<[string, KpiCondition, Parameters<typeof figures>[0], number | string]>([
    ['March stands', condition('累計'), { 累計: { 2024: full } }, 111],
    ['at the printed precision, half away from zero', condition('回収率', { format: '0.00%' }), { 回収率: { 2024: steps(0.66705, 0) } }, 0.6671],
    ['a hair below the half', condition('回収率', { format: '0.00%' }), { 回収率: { 2024: steps(0.6670499, 0) } }, 0.667],
    ['negative', condition('累計'), { 累計: { 2024: steps(-12, 1) } }, -1],
    ['zero is a figure', condition('累計'), { 累計: { 2024: steps(0, 0) } }, 0],
    ['a duration is cut to the minute', condition('残業', { format: '[h]:mm' }), { 残業: { 2024: steps(2.4599 / 24, 0) } }, 147 / 1440],
    ['February is not the end', condition('累計'), { 累計: { 2024: full.slice(0, 11) } }, '令和6年度の実績が2月までです'],
    ['a ratio of the whole year', condition('割合', { basis: '年度累計比率', format: '0.0%' }), { 件数: { 2024: steps(10, 0) }, 母数: { 2024: steps(80, 0) } }, 0.125],
    ['a ratio with a month missing', condition('割合', { basis: '年度累計比率', format: '0.0%' }), { 件数: { 2024: [10, null, ...steps(10, 0, 10)] }, 母数: { 2024: steps(80, 0) } }, '令和6年度の5月の数値がありません'],
    ['a ratio over nothing', condition('割合', { basis: '年度累計比率', format: '0.0%' }), { 件数: { 2024: steps(10, 0) }, 母数: { 2024: steps(0, 0) } }, '令和6年度の実績がありません'],
    ['a total', condition('件数', { basis: '計' }), { 件数: { 2024: steps(10, 0) } }, 120],
    ['a total short of March', condition('件数', { basis: '計' }), { 件数: { 2024: steps(10, 0, 11) } }, '令和6年度の実績が2月までです'],
    ['four figures a year', condition('カバー率', { format: '0.0%' }), { カバー率: { 2024: [null, null, 0.5, null, null, 0.52, null, null, 0.54, null, null, 0.56] } }, 0.56],
    ['three of the four', condition('カバー率', { format: '0.0%' }), { カバー率: { 2024: [null, null, 0.5, null, null, 0.52, null, null, 0.54] } }, '令和6年度の実績が12月までです'],
    ['March alone is asked for', condition('累計', { basis: '年度末' }), { 累計: { 2024: full.slice(0, 11) } }, '令和6年度の実績がありません'],
    ['no figures at all', condition('累計'), {}, '令和6年度の実績がありません'],
  ])('%s', (_, one, known, wanted) => {
    expect(value(one, known)).toEqual(wanted);
  });

  test.each([['速報', '令和6年度の実績が速報です'], ['確定', 0.571]] as const)('a yearly figure called %s', (state, wanted) => {
    const one = condition('受診率', { actual: '[実績値.受診率]', basis: '年1回', format: '0.0%' });
    const known = { series: new Map(), yearly: new Map([[seriesKey('Y1', YEAR), { rate: 0.5712, asOf: 'R7.7', state }]]) };
    const figure = finalFigure(one, CATALOG, known, YEAR);
    expect(figure.ok ? figure.data : figure.reason).toBe(wanted);
    expect(finalFigure(one, CATALOG, { ...known, states: new Map([['K', '速報' as const]]) }, YEAR).ok).toBe(false);
  });

  test('a reference that leads nowhere says so', () => {
    expect(finalFigure(condition('件数', { actual: '[表.ない]' }), CATALOG, figures({}), YEAR)).toMatchObject({ ok: false });
  });
});

describe('how a target goes on', () => {
  const known = figures({ 累計: { 2024: steps(100, 1) } });
  test.each<[string, Partial<KpiCondition>, unknown]>([
    ['a number of the plan stays', { target: 90, targetSource: '令和6年度事業計画' }, { kind: 'kept', unsure: false }],
    ['it follows the year before', { target: 90, targetFollows: FOLLOWS, targetSource: '本部指示' }, { kind: 'previous', figure: { ok: true, data: 111 } }],
    ['its source says the year before', { target: null, targetSource: '前年度以上' }, { kind: 'previous', figure: { ok: true, data: 111 } }],
    ['it is reckoned from the year before', { target: 90, targetSource: '前年度実績＋1.0ポイント' }, { kind: 'kept', unsure: true }],
    ['it follows and is reckoned: the reference decides', { target: 90, targetFollows: FOLLOWS, targetSource: '前年度実績（増減なし）' }, { kind: 'previous', figure: { ok: true, data: 111 } }],
    ['by rule', { targetRule: '前年度・3か年平均の高い方', targetSource: '前年度と3か年平均' }, { kind: 'ruled' }],
    ['a band has two ends', { direction: '範囲内', target: 90, targetUpper: 100, targetSource: '前年度並み' }, { kind: 'kept', unsure: true }],
    ['a band of the plan', { direction: '範囲内', target: 90, targetUpper: 100 }, { kind: 'kept', unsure: false }],
    ['less is better', { direction: '以下', target: 90, targetSource: '前年度以下' }, { kind: 'previous', figure: { ok: true, data: 111 } }],
  ])('%s', (_, more, wanted) => {
    expect(nextTarget(condition('累計', more), CATALOG, known, YEAR)).toEqual(wanted);
  });

  test('without a final figure there is none, and why', () => {
    expect(nextTarget(condition('累計', { targetFollows: FOLLOWS }), CATALOG, figures({ 累計: { 2024: [1, 2] } }), YEAR)).toEqual({ kind: 'previous', figure: { ok: false, reason: '令和6年度の実績が5月までです' } });
  });

  test.each([
    ['前年度（令和5年度末）の実績', true, '前年度（令和6年度末）の実績'], ['前年度（令和5年度末）の実績', false, '前年度（令和6年度末）の実績（未確定）'],
    ['前年度の実績（未登録）', true, '前年度（令和6年度）の実績'], ['前年度（令和6年度末）の実績（未確定）', true, '前年度（令和6年度末）の実績'], ['前年度以上', true, '前年度（令和6年度）の実績'], ['', true, '前年度（令和6年度）の実績'],
  ])('its source: %s (%p) becomes %s', (source, isKnown, wanted) => {
    expect(nextSource(source, YEAR, isKnown)).toBe(wanted);
  });
});

describe('a figure that ended', () => {
  test.each([['2024-11', 2025, '2024-11'], ['2025-03', 2025, '2025-03'], ['2025-04', 2025, null], ['2024-11', 2024, null], ['2024-03', 2024, '2024-03'], [null, 2025, null]] as const)('%s, in %p: %s', (endsAt, year, wanted) => {
    expect(endOf(condition('回収率'), withRow('回収率', { endsAt }), year)).toBe(wanted);
  });

  test('a yearly figure, or one that cannot be found, goes on', () => {
    expect([endOf(condition('受診率', { actual: '[実績値.受診率]' }), CATALOG, 2025), endOf(condition('x', { actual: '[表.ない]' }), CATALOG, 2025)]).toEqual([null, null]);
  });
});
