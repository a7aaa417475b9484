import { describe, expect, test } from '@jest/globals';
import type { Figures, YearlyFigure } from '../../src/domain/actual';
import { buildCatalog } from '../../src/domain/catalog';
import type { Definitions, IndicatorDefinition, KpiCondition } from '../../src/domain/definitions';
import { formatFigure } from '../../src/domain/formatFigure';
import { readIndicator, type IndicatorReading } from '../../src/domain/indicators';
import { referencesFault } from '../../src/domain/indicatorReferences';
import { judgeKpi } from '../../src/domain/judgement';
import { computeAll, seriesKey, type SeriesFigures, type SeriesKey } from '../../src/domain/series';
import { gunmaFigures, heldValue, rowOf as row, standardDefinitions } from './support';

const MARCH = 11;
const BLANK = { value: null, previous: null, asOf: '' };

describe('the source', () => {
  const definitions = standardDefinitions();
  const catalog = buildCatalog(definitions);
  const seed = gunmaFigures();
  const typed = new Map<SeriesKey, SeriesFigures>(seed.series.map(({ row, year, months, total }) => {
    const { monthly, total: rule } = catalog.rows.get(row)!;
    return [seriesKey(row, year), { months: months.map((month) => (monthly ? null : heldValue(month))), total: rule.kind === 'typed' ? heldValue(total) : null }];
  }));
  const figures: Figures = { series: computeAll(catalog, 2024, typed), yearly: new Map() };
  const indicator = (id: string): IndicatorDefinition => definitions.indicators.find((one) => one.id === id)!;
  const read = (id: string, asOf: number): IndicatorReading => readIndicator(indicator(id), {
    catalog, figures, year: 2024, asOf, typed: BLANK,
    judgement: (condition) => definitions.kpis.flatMap((kpi) => judgeKpi(kpi, catalog, figures, 2024, asOf).conditions).find((one) => one.condition.id === condition),
  });

  test('28 indicators, at least one for every plan row that is tagged so', () => {
    expect(definitions.indicators).toHaveLength(28);
    const tagged = definitions.planRows.filter((row) => row.tags.includes('業績評価')).map((row) => row.id);
    expect(new Set(definitions.indicators.map((one) => one.planRow))).toEqual(new Set(tagged));
    expect(tagged).toHaveLength(23);
  });

  test('the two reduction rates print as in the source, each in its own words', () => {
    expect(read('G02', MARCH).text).toBe('柔整療養費 1件当たり金額 4,417円（前年度 4,463円、▲1.03％）。令和7年3月末現在。');
    expect(read('G03', MARCH).text).toBe('柔整療養費 多部位・頻回の申請割合 0.92％（前年度 1.00％、▲8.1％。四捨五入前の数値から計算）。令和7年3月末現在。');
  });

  test('only figures before rounding give both: in print 0.92 against 1.00 were ▲8.0 %', () => {
    const rates = ['G02', 'G03'].map((id) => ({ value: read(id, MARCH).figures?.value.value, printed: read(id, MARCH).figures?.ofPrinted }));
    expect(rates.map(({ value }) => formatFigure(Number(value), '0.00%', ''))).toEqual(['▲1.03％', '▲8.07％']);
    expect(rates.map(({ printed }) => formatFigure(Number(printed), '0.00%', ''))).toEqual(['▲1.03％', '▲8.00％']);
  });

  test('in the middle of the year April to that month is held against the same months of the year before', () => {
    const amounts = (year: number, through: number): number => {
      const sum = (row: string): number => seed.series.find((one) => one.row === row && one.year === year)!.months.slice(0, through + 1).reduce<number>((all, month) => all + Number(month), 0);
      return sum('T04-03') / sum('T04-02');
    };
    for (let month = 0; month < 12; month++) {
      const { figures: found } = read('G02', month);
      expect(found?.current.value).toBeCloseTo(amounts(2024, month), 9);
      expect(found?.previous.value).toBeCloseTo(amounts(2023, month), 9);
      expect(found?.value.value).toBeCloseTo(amounts(2024, month) / amounts(2023, month) - 1, 12);
      // The year before as a whole is the same at every month.
      expect(found?.final.value).toBeCloseTo(896014077 / 200763, 9);
    }
  });

  test('overtime is the mean of the months, as its table has it, not their sum', () => {
    expect(read('G23', MARCH).text).toBe('超過勤務時間（月平均） 2:27（前年度 3:19、▲52分）。令和7年3月末現在。');
  });

  test('a KPI that ends early stands beside the same month of the year before', () => {
    expect(read('G05', MARCH).text).toBe('資格喪失後1か月以内の保険証回収率 83.62％（前年度 87.18％、▲3.56ポイント）。令和6年11月末現在。');
    expect(read('G05', MARCH).figures?.final.value).toBe(0.8515);
  });
});

const definitions: Definitions = {
  schemaVersion: 1, groups: ['業務'], kpis: [], planRows: [], indicators: [],
  yearly: [{ id: 'Y1', label: '受診率', item: 10, numeratorLabel: '', denominatorLabel: '', format: '0.0%' }],
  tables: [{
    id: 'T1', name: '療養費', aliases: [], group: '業務', arrangement: '年度ごとの表', totalLabel: '計', firstMonthLabel: null, note: null,
    rows: [
      row('rate', '単価', { kind: '率', unit: '円', formula: '[金額]/[件数]', total: '計算式' }), row('amount', '金額'), row('count', '件数'),
      row('stock', '累計', { kind: '現在数', total: 'なし' }), row('hours', '時間', { total: '平均', format: '[h]:mm', unit: '時間' }), row('date', '開催日', { kind: '実施日', total: '件数' }),
      row('broken', '誤り', { formula: '[ない]*2' }),
    ],
  }],
};
const catalog = buildCatalog(definitions);
type Months = readonly (number | null)[];
const book = (series: Record<string, { now?: Months; before?: Months }>, yearly: readonly (readonly [number, YearlyFigure])[] = []): Figures => ({
  series: new Map(Object.entries(series).flatMap(([id, { now, before }]) => [[2024, now], [2023, before]].flatMap(([year, months]) => (months === undefined ? [] : [[seriesKey(id, Number(year)), { months: months as Months, total: null }] as const])))),
  yearly: new Map(yearly.map(([year, figure]) => [seriesKey('Y1', year), figure])),
});
const RATE: Partial<IndicatorDefinition> = { actual: '[療養費.単価]', formula: '[療養費.単価]/[療養費.単価:前年度]-1', valueLabel: '対前年度減少率', unit: '円', format: '#,##0', valueFormat: '0.0%' };
const PLAIN: IndicatorDefinition = { id: 'G', label: '指標', valueLabel: null, planRow: null, item: null, kpi: null, actual: null, formula: null, unit: '', format: null, valueFormat: null, direction: null };
const CONDITION: KpiCondition = { id: 'K', label: '累計', actual: '[療養費.累計]', basis: '最新月', direction: '以下', target: 5, targetUpper: null, targetRule: '固定値', targetSource: '計画', targetFollows: null, excellent: null, midYear: '年度末の目標', format: '#,##0' };
const read = (more: Partial<IndicatorDefinition>, figures: Figures = book({}), asOf = MARCH, typed: Parameters<typeof readIndicator>[1]['typed'] = BLANK): IndicatorReading => readIndicator({ ...PLAIN, ...more }, {
  catalog, figures, year: 2024, asOf, typed,
  judgement: (id) => (id === 'K' ? judgeKpi({ id: 'K', name: 'K', item: 1, conditions: [CONDITION] }, catalog, figures, 2024, asOf).conditions[0] : id === 'unreadable' ? null : undefined),
});
const ten = (amount: number, months = 12): { amount: Months; count: Months } => ({ amount: Array<number>(months).fill(amount), count: Array<number>(months).fill(10) });
const rates = (now: { amount: Months; count: Months }, before?: { amount: Months; count: Months }): Figures =>
  book({ amount: { now: now.amount, ...(before ? { before: before.amount } : {}) }, count: { now: now.count, ...(before ? { before: before.count } : {}) } });

describe('a row formula that reaches the year before', () => {
  test.each<[string, Figures, number, string]>([
    ['falls', rates(ten(90), ten(100)), MARCH, '指標 9円（前年度 10円、▲10.0％）。令和7年3月末現在。'],
    ['rises', rates(ten(110), ten(100)), MARCH, '指標 11円（前年度 10円、＋10.0％）。令和7年3月末現在。'],
    ['stays', rates(ten(100), ten(100)), MARCH, '指標 10円（前年度 10円、0.0％）。令和7年3月末現在。'],
    ['is too small to print', rates(ten(100.001), ten(100)), MARCH, '指標 10円（前年度 10円、0.0％）。令和7年3月末現在。'],
    ['has a negative figure', rates(ten(-90), ten(100)), MARCH, '指標 ▲9円（前年度 10円、▲190.0％）。令和7年3月末現在。'],
    ['is in the middle of the year', rates(ten(90), ten(100)), 5, '指標 9円（前年度 10円、▲10.0％）。令和6年9月末現在。'],
    ['ends early: at the month it ends', rates(ten(90, 8), ten(100)), MARCH, '指標 9円（前年度 10円、▲10.0％）。令和6年11月末現在。'],
    ['has no year before', rates(ten(90)), MARCH, '指標 9円（前年度の数値はありません）。対前年度減少率は、比べる数値がないため示していません（－）。令和7年3月末現在。'],
    ['has a year before that ended sooner', rates(ten(90), ten(100, 6)), MARCH, '指標 9円（前年度の同じ月の数値はありません）。対前年度減少率は、比べる数値がないため示していません（－）。令和7年3月末現在。'],
    ['has nothing yet', rates({ amount: [], count: [] }, ten(100)), MARCH, '指標は、数値が未確定のため示していません（－）。'],
    ['has a year before of zero', rates(ten(90), ten(0)), MARCH, '指標 9円（前年度 0円）。対前年度減少率は、0で割る計算になるため示していません（－）。令和7年3月末現在。'],
    ['divides by zero this year', rates({ amount: [1], count: [0] }, ten(100)), MARCH, '指標は、0で割る計算になるため示していません（－）。'],
    ['divides by zero the year before', rates(ten(90), { amount: Array<number>(12).fill(1), count: Array<number>(12).fill(0) }), MARCH, '指標 9円（前年度は0で割る計算になるため示していません）。対前年度減少率は、0で割る計算になるため示していません（－）。令和7年3月末現在。'],
    ['decides by figures that are not printed', rates(ten(94), ten(101)), MARCH, '指標 9円（前年度 10円、▲6.9％。四捨五入前の数値から計算）。令和7年3月末現在。'],
  ])('%s', (_, figures, asOf, text) => expect(read(RATE, figures, asOf).text).toBe(text));

  test('a month that lacks a figure in either year is told', () => {
    const holed = { amount: ten(100).amount, count: ten(1).count.map((one, month) => (month === 2 ? null : one)) };
    expect(read(RATE, rates(ten(90), holed)).warnings).toEqual(['「指標」は、6月の数値がそろわないまま計算しています。入力を確認してください。']);
    expect(read(RATE, rates(ten(90), ten(100))).warnings).toEqual([]);
  });
});

describe('other measures', () => {
  test.each<[string, Partial<IndicatorDefinition>, Figures, number, string]>([
    ['months are added up', { actual: '[療養費.件数]', unit: '件', format: '#,##0' }, book({ count: { now: [1, -3, 5], before: [2, 2, 2, 9] } }), MARCH, '指標 3件（前年度 6件、▲3件）。令和6年6月末現在。'],
    ['a stock counts as it stands', { actual: '[療養費.累計]', unit: '件', format: '#,##0' }, book({ stock: { now: [5, 7], before: [3, 4, 9] } }), 1, '指標 7件（前年度 4件、＋3件）。令和6年5月末現在。'],
    ['a mean is a mean', { actual: '[療養費.時間]', unit: '時間', format: '[h]:mm' }, book({ hours: { now: [1 / 24, 2 / 24], before: [2 / 24, 2 / 24] } }), 1, '指標 1:30（前年度 2:00、▲30分）。令和6年5月末現在。'],
    ['two rows', { actual: '[療養費.件数]+[療養費.金額]', unit: '', format: '0' }, rates(ten(1), ten(2)), 0, '指標 11（前年度 12、▲1）。令和6年4月末現在。'],
    ['a yearly figure, after the year’s end', { actual: '[実績値.受診率]', format: '0.0%' }, book({}, [[2024, { rate: 0.5, state: '速報', asOf: 'R7.7' }], [2023, { rate: 0.48, state: null, asOf: null }]]), MARCH, '指標 50.0％（前年度 48.0％、＋2.0ポイント）。令和7年7月現在（速報）。'],
    ['a yearly figure that is not there', { actual: '[実績値.受診率]', format: '0.0%' }, book({}), 0, '指標は、数値が未確定のため示していません（－）。'],
    ['a KPI’s figure', { kpi: 'K' }, book({ stock: { now: [5, 7], before: [3, 4, 9] } }), MARCH, '指標 7件（前年度 4件、＋3件）。令和6年5月末現在。'],
    ['a KPI without a figure', { kpi: 'K' }, book({ stock: { before: [3] } }), MARCH, '指標は、数値が未確定のため示していません（－）。'],
    ['a KPI that is not there', { kpi: 'X' }, book({}), MARCH, '指標は、定義に誤りがあるため示していません（－）。KPI「X」がシート「KPI」にありません。'],
    ['a KPI with a fault', { kpi: 'unreadable' }, book({}), MARCH, '指標は、定義に誤りがあるため示していません（－）。KPI「unreadable」の定義に誤りがあります。'],
  ])('%s', (_, more, figures, asOf, text) => expect(read(more, figures, asOf).text).toBe(text));

  test('a KPI lends its direction and format', () => expect(read({ kpi: 'K' }).look).toEqual({ format: '#,##0', valueFormat: null, unit: '件', direction: '減る方がよい' }));
});

describe('what people type', () => {
  test.each<[string, Parameters<typeof readIndicator>[1]['typed'], Partial<IndicatorDefinition>, string]>([
    ['nothing', BLANK, {}, '指標は、入力値がまだありません（－）。'],
    ['a number', { value: 0.805, previous: 0.666, asOf: 'R6.9' }, { format: '0.0%' }, '指標 80.5％（前年度 66.6％、＋13.9ポイント）。令和6年9月現在。'],
    ['a number without a format', { value: 2.5, previous: 2, asOf: '' }, { unit: '点' }, '指標 2.5点（前年度 2.0点、＋0.5点）。'],
    ['zero, which is a figure', { value: 0, previous: null, asOf: '' }, { unit: '件' }, '指標 0件（前年度の数値はありません）。'],
    ['words', { value: '指摘2件', previous: null, asOf: '令和6年度第2四半期' }, {}, '指標: 指摘2件。令和6年度第2四半期現在。'],
    ['a number beside last year’s words', { value: 3, previous: 'なし', asOf: '' }, { unit: '件' }, '指標 3件（前年度 なし）。'],
    ['a 時点 alone', { value: null, previous: 5, asOf: 'R6.9' }, {}, '指標は、入力値がまだありません（－）。'],
  ])('%s', (_, typed, more, text) => expect(read(more, book({}), MARCH, typed).text).toBe(text));
});

test.each<[Partial<IndicatorDefinition>, 'actual' | 'formula', string]>([
  [{ actual: '[ない.件数]' }, 'actual', '表「ない」がありません'],
  [{ actual: '[療養費.ない]' }, 'actual', '表「療養費」に項目「ない」がありません'],
  [{ actual: '[実績値.ない]' }, 'actual', 'シート「実績値」に「ない」がありません'],
  [{ actual: '[療養費.件数' }, 'actual', '閉じられていません'],
  [{ actual: '[療養費.開催日]' }, 'actual', '年度累計を計算できません'],
  [{ actual: '[療養費.誤り]' }, 'actual', '項目「ない」がありません'],
  [{ actual: 'SUM([療養費.時間],[療養費.件数])' }, 'actual', '平均は年度累計を計算できません'],
  [{ actual: '[療養費.件数]', formula: '[療養費.件数]/' }, 'formula', '文字目'],
  [{ formula: '[療養費.件数]' }, 'formula', '実績の参照も入力してください'],
  [{ actual: '[実績値.受診率]', formula: '[療養費.件数]' }, 'formula', '年1回の実績値には計算式を使えません'],
  [{ actual: '[療養費.件数]', formula: '[実績値.受診率]' }, 'formula', '計算式に年1回の実績値は使えません'],
])('%j is a fault of its %s: %s', (more, key, reason) => {
  expect(referencesFault({ ...PLAIN, ...more }, catalog)).toMatchObject({ key, reason: expect.stringContaining(reason) });
  expect(read(more).text).toContain('定義に誤りがあるため示していません（－）');
});
