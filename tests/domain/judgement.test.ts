import { describe, expect, test } from '@jest/globals';
import { buildCatalog } from '../../src/domain/catalog';
import type { Figures } from '../../src/domain/actual';
import type { Definitions, KpiCondition } from '../../src/domain/definitions';
import { judgeFigure, judgeKpi } from '../../src/domain/judgement';
import type { Threshold } from '../../src/domain/midYear';
import { seriesKey, type SeriesFigures } from '../../src/domain/series';
import { rowOf as row } from './support';

const definitions: Definitions = {
  schemaVersion: 1, groups: ['業務'], kpis: [], planRows: [], indicators: [],
  yearly: [{ id: 'Y1', label: '受診率', item: 10, numeratorLabel: '', denominatorLabel: '', format: '0.0%' }],
  tables: [{
    id: 'T1', name: '郵送化率', aliases: [], group: '業務', arrangement: '年度ごとの表', totalLabel: '計', firstMonthLabel: null, note: null,
    rows: [
      row('rate', '郵送化率', { kind: '率', unit: '%', format: '0.0%', formula: '[郵送]/([窓口]+[郵送])', total: '計算式' }),
      row('post', '郵送'), row('counter', '窓口'),
      row('stock', '累計', { kind: '現在数', unit: '事業所', total: 'なし' }),
      row('typed', '率だけ', { kind: '率', total: 'なし' }),
    ],
  }],
};
const catalog = buildCatalog(definitions);
const condition = (more: Partial<KpiCondition> = {}): KpiCondition => ({
  id: 'K', label: '郵送化率', actual: '[郵送化率.郵送化率]', basis: '年度累計比率', direction: '以上', target: 0.95, targetUpper: null, targetRule: '固定値', targetSource: '計画', targetFollows: null, excellent: null, midYear: '年度末の目標', format: '0.0%', ...more,
});
const year = (months: readonly (number | null)[], total: number | null = null): SeriesFigures => ({ months: [...months, ...Array<null>(12 - months.length).fill(null)], total });
const figures = (series: Record<string, SeriesFigures>, yearly: Figures['yearly'] = new Map()): Figures => ({
  series: new Map(Object.entries(series).map(([id, one]) => [seriesKey(id, 2024), one])), yearly,
});
const judge = (one: KpiCondition | readonly KpiCondition[], known: Figures, asOf = 11) =>
  judgeKpi({ id: 'K', name: 'K', item: 1, conditions: Array.isArray(one) ? one : [one as KpiCondition] }, catalog, known, 2024, asOf);

const limit = (target: number, excellent: number | null = null): Threshold => ({ target, upper: null, excellent });

describe('judgement', () => {
  test('94.992 % is printed and judged as 95.0 %, and the reason names both', () => {
    const result = judge(condition(), figures({ post: year([94992]), counter: year([5008]) }), 0);
    expect(result.mark).toBe('○');
    expect(result.reason).toBe('郵送化率 95.0％（四捨五入前 94.992％） ＝ 目標 95.0％（±0.0ポイント）。令和6年4月末現在。');
  });

  test('year to date takes April to the month judged, not the total column', () => {
    const known = figures({ post: year([90, 99, 99], 999), counter: year([10, 1, 1], 1) });
    expect(judge(condition(), known, 0).mark).toBe('△');
    expect(judge(condition(), known, 2).conditions[0]?.actual.value).toBeCloseTo(288 / 300, 12);
  });

  test('a month that lacks an operand is not counted, and is awaited', () => {
    const known = figures({ post: year([96, 97]), counter: year([4]) });
    const { actual } = judge(condition(), known, 1).conditions[0] ?? { actual: null };
    expect(actual?.value).toBe(0.96);
    expect(actual?.asOf).toBe('4月');
    expect(actual?.awaited).toEqual({ rowIds: ['post', 'counter'], year: 2024, from: 1, through: 1 });
  });

  test('no figure is － at every month, never × or □', () => {
    for (let month = 0; month < 12; month++) {
      const result = judge(condition({ actual: '[郵送化率.累計]', basis: '最新月', target: 5, format: '#,##0' }), figures({}), month);
      expect(result.mark).toBe('－');
      expect(result.reason).toContain('実績が未確定のため判定していません');
    }
  });

  test('no target is －, and says why', () => {
    const known = figures({ stock: year([10]) });
    const unknown = condition({ actual: '[郵送化率.累計]', basis: '最新月', target: null, format: '#,##0' });
    expect(judge({ ...unknown, targetSource: '前年度の実績' }, known).reason).toContain('前年度の実績が登録されていないため、判定できません');
    expect(judge(unknown, known).mark).toBe('－');
    expect(judge(unknown, known).reason).toContain('目標値が登録されていない');
  });

  test('a figure that ends early is judged by its last month', () => {
    const result = judge(condition({ actual: '[郵送化率.累計]', basis: '最新月', target: 5, format: '#,##0' }), figures({ stock: year([1, 2, 9]) }));
    expect(result.mark).toBe('○');
    expect(result.reason).toContain('令和6年6月末現在');
  });

  test('several conditions: all must hold, one unknown gives －', () => {
    const good = condition({ id: 'a', actual: '[郵送化率.累計]', basis: '最新月', target: 5, format: '#,##0' });
    const known = figures({ stock: year([9]) });
    expect(judge([good, { ...good, id: 'b', target: 9 }], known).mark).toBe('○');
    expect(judge([good, { ...good, id: 'b', target: 10 }], known).mark).toBe('△');
    expect(judge([{ ...good, target: 10 }, { ...good, id: 'b', target: null }], known).mark).toBe('－');
  });

  test('◎ only with a second threshold; 以下 turns the comparison', () => {
    expect(judgeFigure(0.6671, limit(0.6069, null), { direction: '以上', format: '0.00%' })).toBe('○');
    expect(judgeFigure(0.6671, limit(0.6069, 0.66), { direction: '以上', format: '0.00%' })).toBe('◎');
    expect(judgeFigure(0.6571, limit(0.6069, 0.66), { direction: '以上', format: '0.00%' })).toBe('○');
    expect(judgeFigure(0.083, limit(0.15, null), { direction: '以下', format: '0.0%' })).toBe('○');
    expect(judgeFigure(0.1505, limit(0.15, null), { direction: '以下', format: '0.0%' })).toBe('△');
  });

  test('a yearly figure brings its own 時点', () => {
    const known = figures({}, new Map([[seriesKey('Y1', 2024), { rate: 0.571, asOf: 'R7.7', state: null }]]));
    const result = judge(condition({ label: '受診率', actual: '[実績値.受診率]', basis: '年1回', target: 0.612 }), known);
    expect(result.mark).toBe('△');
    expect(result.conditions[0]?.actual.asOf).toBe('R7.7');
    expect(result.reason).toContain('令和7年7月現在');
  });

  test('a definition that cannot give a figure is － with its fault', () => {
    expect(judge(condition({ actual: '[ない表.行]' }), figures({})).reason).toContain('表「ない表」がありません');
    expect(judge(condition({ actual: '[郵送化率.率だけ]' }), figures({})).reason).toContain('率だけが入力されている');
    expect(judge(condition({ actual: '[郵送化率.率だけ]' }), figures({})).mark).toBe('－');
  });

  test('a target that differs from last year’s own figure is warned of', () => {
    const one = condition({ actual: '[郵送化率.累計]', basis: '最新月', target: 5, targetFollows: '[郵送化率.累計:前年度]', format: '#,##0' });
    const known = (before: number): Figures => ({ ...figures({}), series: new Map([[seriesKey('stock', 2024), year([9])], [seriesKey('stock', 2023), year([...Array<number>(11).fill(3), before])]]) });
    expect(judge(one, known(5)).conditions[0]?.warnings).toEqual([]);
    expect(judge(one, known(6)).conditions[0]?.warnings[0]).toContain('前年度の実績 6事業所 と異なります');
  });
});

describe('catalog', () => {
  const withFormulas = (...formulas: string[]): ReturnType<typeof buildCatalog> =>
    buildCatalog({ ...definitions, tables: [{ ...(definitions.tables[0] as (typeof definitions.tables)[number]), rows: formulas.map((formula, index) => row(`r${index}`, `行${index}`, { formula: formula === '' ? null : formula })) }] });

  test('a circle is refused and named; what hangs on it is broken, the rest is not', () => {
    const found = withFormulas('[行1]', '[行0]', '[行0]+1', '', '[行3]*2');
    expect(found.problems.map((problem) => problem.id).sort()).toEqual(['r0', 'r1']);
    expect(found.problems[0]?.message).toContain('循環');
    expect(found.rows.get('r2')?.broken).toContain('計算式に誤り');
    expect(found.rows.get('r4')?.broken).toBeNull();
  });

  test('the year before never closes a circle', () => {
    expect(withFormulas('[行0:前年度]+1').problems).toEqual([]);
  });

  test('an unknown row is named', () => {
    expect(withFormulas('[行9]').problems).toEqual([{ id: 'r0', field: '計算式', message: '表「郵送化率」に項目「行9」がありません' }]);
  });
});

/** h:mm:ss in days, as Excel holds it. */
const days = (hours: number, minutes: number, seconds = 0): number => (hours * 3600 + minutes * 60 + seconds) / 86_400;

describe('a KPI over a duration', () => {
  const hours = row('hours', '超過勤務', { unit: '時間', format: '[h]:mm', total: '平均' });
  const timed = buildCatalog({ ...definitions, tables: definitions.tables.map((table) => ({ ...table, rows: [hours] })) });
  const overtime = (target: number, months: readonly number[], more: Partial<KpiCondition> = {}) => {
    const total = months.reduce((sum, month) => sum + month, 0) / months.length;
    const one = condition({ label: '超過勤務', actual: '[郵送化率.超過勤務]', basis: '計', direction: '以下', target, format: '[h]:mm', ...more });
    return judgeKpi({ id: 'K', name: 'K', item: 1, conditions: [one] }, timed, figures({ hours: year(months, total) }), 2024, 11);
  };

  test.each([
    [days(3, 0), days(2, 27), '以下', '△'], [days(2, 27), days(2, 27), '以下', '○'], [days(2, 28), days(2, 27), '以下', '△'], [days(2, 26), days(2, 27), '以下', '○'],
    [days(2, 26), days(2, 27), '以上', '△'], [days(23, 59), days(24, 0), '以上', '△'], [days(30, 1), days(30, 0), '以下', '△'],
    // Both print 2:27: the seconds are cut, never rounded up to a minute that nobody sees.
    [days(2, 27, 59), days(2, 27), '以下', '○'], [days(2, 27), days(2, 27, 59), '以上', '○'],
    // The same minute with the binary error of a mean.
    [days(2, 27) - 1e-15, days(2, 27), '以上', '○'], [days(2, 27) + 1e-15, days(2, 27), '以下', '○'],
  ] as const)('%d days against %d, %s: %s', (actual, target, direction, mark) => {
    expect(judgeFigure(actual, limit(target), { direction, format: '[h]:mm' })).toBe(mark);
  });

  test('is ◎ by the minute too', () => {
    const rule = { direction: '以下', format: '[h]:mm' } as const;
    expect([days(2, 0), days(2, 1)].map((actual) => judgeFigure(actual, limit(days(2, 27), days(2, 0)), rule))).toEqual(['◎', '○']);
  });

  test('the difference is told in minutes', () => {
    expect(overtime(days(2, 27), [days(3, 30)]).reason).toBe('超過勤務 3:30 ＞ 目標 2:27以下（＋63分）。令和6年4月末現在。');
    expect(overtime(days(2, 27), [days(2, 0)]).reason).toBe('超過勤務 2:00 ＜ 目標 2:27以下（▲27分）。令和6年4月末現在。');
  });

  test('where the seconds decide the reason names them; where there are none it does not', () => {
    expect(overtime(days(2, 27), [days(2, 27), days(2, 28)]).reason).toBe('超過勤務 2:27（秒の切り捨て前 2:27:30） ＝ 目標 2:27以下（±0分）。令和6年5月末現在。');
    expect(overtime(days(2, 27), [days(2, 26), days(2, 27), days(2, 28)]).reason).toBe('超過勤務 2:27 ＝ 目標 2:27以下（±0分）。令和6年6月末現在。');
  });

  test('a target that repeats last year is compared by the minute', () => {
    const one = condition({ label: '超過勤務', actual: '[郵送化率.超過勤務]', basis: '最新月', direction: '以下', target: days(2, 27), targetFollows: '[郵送化率.超過勤務:前年度]', format: '[h]:mm' });
    const warnings = (before: number): readonly string[] | undefined => judgeKpi({ id: 'K', name: 'K', item: 1, conditions: [one] }, timed, {
      ...figures({}), series: new Map([[seriesKey('hours', 2024), year([days(2, 0)])], [seriesKey('hours', 2023), year(Array<number>(12).fill(before))]]),
    }, 2024, 11).conditions[0]?.warnings;
    expect(warnings(days(2, 27, 30))).toEqual([]);
    expect(warnings(days(2, 28))?.[0]).toContain('目標値 2:27 は、前年度の実績 2:28 と異なります');
  });
});
