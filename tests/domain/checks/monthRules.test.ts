import { describe, expect, test } from '@jest/globals';
import { checkFigures } from '../../../src/domain/checks/checkFigures';
import type { RowDefinition } from '../../../src/domain/definitions';
import { book, catalogOf, line, oddities } from './support';

type Months = readonly (number | null)[];
const minutes = (count: number): number => count / 1440;

describe('a derived month', () => {
  const rate: Partial<RowDefinition> & { readonly id: string } = { id: 'r', kind: '率', unit: '%', format: '0.0%', formula: '[a]/([a]+[b])' };
  const odd = (derived: Partial<RowDefinition> & { readonly id: string }, r: Months, a: Months, b: Months | null): string[] =>
    oddities(catalogOf([derived, { id: 'a' }, { id: 'b' }]), book({ [derived.id]: line(r), a: line(a), ...(b ? { b: line(b) } : {}) }));

  test.each<[string, Months, Months, Months, string[]]>([
    ['as the formula says', [0.943, 0.95], [943, 95], [57, 5], []],
    ['exactly half rounds up', [0.944], [9435], [565], []],
    ['exactly half rounded down', [0.943], [9435], [565], ['4月 -0.0005']],
    ['two months in one finding', [0.9, 0.95, 0.1], [943, 95, 1], [57, 5, 1], ['4月 -0.043, 6月 -0.4']],
    ['in full precision', [1 / 3], [1], [2], []],
    ['blank where it is derived', [null], [1], [2], []],
    ['a blank operand', [0.9, 0.9], [1, null], [null, 2], []],
    ['a denominator of zero', [0.9], [0], [0], []],
    ['figures that cancel to zero', [0.9], [-2], [2], []],
    ['negative figures', [-0.5, 0.5], [-1, -1], [3, 3], ['5月 1']],
    ['zero is a figure', [0], [1], [1], ['4月 -0.5']],
    ['what is no number', [NaN, 0.5], [1, NaN], [1, 1], []],
  ])('%s', (_name, r, a, b, expected) => {
    expect(odd(rate, r, a, b)).toEqual(expected.map((one) => `r 2024 derived: ${one}`));
  });

  test('a sum is held to rows that are all there', () => {
    const sum = { id: 's', formula: 'SUM([a],[b])' };
    expect(odd(sum, [5], [2], [3])).toEqual([]);
    expect(odd(sum, [5], [2], [4])).toEqual(['s 2024 derived: 4月 -1']);
    expect(odd(sum, [5], [2], [null])).toEqual([]);
    expect(odd(sum, [5], [2], null)).toEqual([]);
  });

  test('a row that has ended is no longer part of it, whether it stands there or not', () => {
    const rows = [{ id: 's', formula: 'SUM([a],[b])' }, { id: 'a' }, { id: 'b', endsAt: '2024-04', mergedInto: '[a]' }];
    expect(oddities(catalogOf(rows), book({ s: line([5, 6, 7]), a: line([2, 6, 8]), b: line([3]) }))).toEqual(['s 2024 derived: 6月 -1']);
    const ended = [{ id: 's', formula: 'SUM([a],[b])' }, { id: 'a' }, { id: 'b', endsAt: '2024-03' }];
    expect(oddities(catalogOf(ended), book({ s: line([5, 6]), a: line([5, 7]) }))).toEqual(['s 2024 derived: 5月 -1']);
  });

  test('an ended and a quarterly derived row are silent in their blank months', () => {
    expect(odd({ ...rate, endsAt: '2024-04' }, [0.9, 0], [1, 1], [1, 1])).toEqual(['r 2024 derived: 4月 0.4']);
    expect(odd({ ...rate, kind: '四半期' }, [0.9, null, 0.9], [1, 1, 1], [1, 1, 1])).toEqual(['r 2024 derived: 6月 0.4']);
  });

  test('minutes of a duration are cut', () => {
    const mean = { id: 'm', unit: '時間', format: '[h]:mm', formula: '([a]+[b])/2' };
    expect(odd(mean, [minutes(147), minutes(148)], [minutes(147), minutes(147)], [minutes(148), minutes(148)])).toEqual(['m 2024 derived: 5月 0.000347222']);
  });

  test('a broken formula and one over the year before that is not there are not checked', () => {
    expect(odd({ ...rate, formula: '[a]/[ない]' }, [0.9], [1], [1])).toEqual([]);
    expect(odd({ ...rate, formula: '[a:前年度]/[b]' }, [0.9], [1], [1])).toEqual([]);
    expect(odd({ ...rate, formula: 'SUM([a:前年度],[b])' }, [0.9], [1], [1])).toEqual([]);
  });

  test('in words', () => {
    const [found] = checkFigures(catalogOf([{ ...rate, label: '郵送化率' }, { id: 'a' }, { id: 'b' }]), 2024, book({ r: line([0.9, 0.5, 0.1]), a: line([943, 1, 1]), b: line([57, 1, 1]) }));
    expect(found).toMatchObject({ kind: 'derived', months: [0, 2], text: '表「郵送化率」（令和6年度）の4月 90.0％（計算では 94.3％）、6月 10.0％（計算では 50.0％）は、計算式「[a]/([a]+[b])」の結果と合いません。' });
  });
});

describe('積み上げの元', () => {
  const stock = { id: 's', kind: '現在数', follows: '[a]' } as const;
  const odd = (row: Partial<RowDefinition>, lines: Parameters<typeof book>[0]): string[] => oddities(catalogOf([{ ...stock, ...row }, { id: 'a', format: '0.0' }]), book(lines));

  test.each<[string, Partial<RowDefinition>, Months, Months, string[]]>([
    ['each month leads to the next', {}, [10, 12, 11], [9, 2, -1], []],
    ['April alone has nothing before it', {}, [10], [3], []],
    ['a slip is told once, not in every later month', {}, [10, 13, 14], [9, 2, 1], ['5月 1']],
    ['and again where it is put right', {}, [10, 13, 13], [9, 2, 1], ['5月 1, 6月 -1']],
    ['a minus was lost', {}, [10, 12], [0, -2], ['5月 4']],
    ['blank months', {}, [10, null, 12, 13], [1, 1, 1, 1], []],
    ['a blank month of the other row', {}, [10, 12], [1, null], []],
    ['zero is a figure', {}, [10, 0], [1, 1], ['5月 -11']],
    ['at the printed precision', {}, [10, 11], [1, 1.4], []],
    ['a hair over it', {}, [10, 11], [1, 1.5], ['5月 -0.5']],
    ['binary errors', { format: '0.0' }, [0.1, 0.3], [0, 0.2], []],
    ['after the row has ended', { endsAt: '2024-05' }, [10, 11, 0], [1, 1, 1], []],
    ['a quarterly row', { kind: '四半期' }, [null, null, 5, null, null, 9], [1, 1, 1, 1, 1, 1], []],
    ['a 年度累計 begins at nothing in April', { kind: '年度累計' }, [9, 11], [9, 2], []],
    ['a 年度累計 carried on by mistake', { kind: '年度累計' }, [109, 111], [9, 2], ['4月 100']],
    ['durations by the minute', { format: '[h]:mm', unit: '時間' }, [minutes(90), minutes(147), minutes(150)], [0, minutes(57), minutes(4)], ['6月 -0.000694444']],
    ['a row that is not there', { follows: '[ない]' }, [10, 13], [9, 2], []],
    ['no rule', { follows: null }, [10, 13], [9, 2], []],
    ['what is no number', {}, [10, Infinity, 5], [1, 1, NaN], []],
  ])('%s', (_name, row, months, added, expected) => {
    expect(odd(row, { s: line(months), a: line(added) })).toEqual(expected.map((one) => `s 2024 follows: ${one}`));
  });

  const march = (figure: number): Months => [...Array<null>(11).fill(null), figure];
  test('April goes on from March of the year before, where it is known', () => {
    expect(odd({}, { s: line([1491]), a: line([10]), 's@2023': line(march(1481)) })).toEqual([]);
    expect(odd({}, { s: line([1492]), a: line([10]), 's@2023': line(march(1481)) })).toEqual(['s 2024 follows: 4月 1']);
    expect(odd({}, { s: line([1492]), a: line([10]), 's@2023': line([1481]) })).toEqual([]);
  });

  test('April of any other kind is left alone', () => {
    for (const kind of ['単月', '率'] as const) expect(odd({ kind }, { s: line([1492]), a: line([10]), 's@2023': line(march(1481)) })).toEqual([]);
  });

  test('one finding a year', () => {
    const found = checkFigures(catalogOf([stock, { id: 'a' }]), 2024, book({ s: line([5, 7, 9]), a: line([1, 1, 1]), 's@2023': line([1, 2, 4]), 'a@2023': line([1, 1, 1]) }));
    expect(found.map(({ year, months }) => [year, months])).toEqual([[2023, [2]], [2024, [1, 2]]]);
  });

  test('the other row is missing', () => {
    expect(odd({}, { s: line([10, 13]) })).toEqual([]);
  });
});

describe('a row that must not fall', () => {
  const odd = (row: Partial<RowDefinition>, lines: Parameters<typeof book>[0]): string[] => oddities(catalogOf([{ id: 's', mayFall: false, ...row }]), book(lines));

  test.each<[string, Partial<RowDefinition>, Months, string[]]>([
    ['rises and stands still', {}, [1, 2, 2, 3], []],
    ['falls', {}, [1, 3, 2, 2, 1], ['6月 -1, 8月 -1']],
    ['falls to zero', {}, [1, 0], ['5月 -1']],
    ['falls below zero and further', {}, [0, -1, -2], ['5月 -1, 6月 -1']],
    ['falls over a blank month', {}, [3, null, 2], ['6月 -1']],
    ['by less than is printed', { format: '0.0' }, [1.04, 0.96], []],
    ['by just what is printed', { format: '0.0' }, [1.05, 1.04], ['5月 -0.01']],
    ['quarterly', { kind: '四半期', format: '0.00%' }, [null, null, 0.55, null, null, 0.5538, null, null, 0.55], ['12月 -0.0038']],
    ['a stray zero between quarters', { kind: '四半期' }, [null, null, 5, 0, null, 6], []],
    ['zeros after the row has ended', { endsAt: '2024-05' }, [1, 2, 0, 0], []],
    ['a minute', { format: '[h]:mm', unit: '時間' }, [minutes(148), minutes(147.5), minutes(147)], ['5月 -0.000347222']],
    ['may fall', { mayFall: true }, [3, 1], []],
    ['nothing is said of it', { mayFall: null }, [3, 1], []],
    ['what is no number', {}, [3, NaN, 4], []],
  ])('%s', (_name, row, months, expected) => {
    expect(odd(row, { s: line(months) })).toEqual(expected.map((one) => `s 2024 falls: ${one}`));
  });

  test('across April only a 現在数 is compared', () => {
    const lines = { s: line([4]), 's@2023': line([...Array<null>(11).fill(null), 5]) };
    expect(odd({ kind: '現在数' }, lines)).toEqual(['s 2024 falls: 4月 -1']);
    for (const kind of ['単月', '年度累計', '率', '四半期'] as const) expect(odd({ kind }, lines)).toEqual([]);
  });

  test('in words: a heading that calls single months 累計 is named', () => {
    const said = (row: Partial<RowDefinition>): string | undefined => checkFigures(catalogOf([{ id: 's', mayFall: false, label: '件数', ...row }]), 2024, book({ s: line([3, 1]) }))[0]?.text;
    expect(said({ heading: '累計' })).toBe('表「件数」（令和6年度）は見出しが「累計」ですが、5月（3件→1件）で減っているため、単月の数とみられます。');
    expect(said({ heading: '累計', kind: '現在数' })).toBe('表「件数」（令和6年度）は減らない項目ですが、5月（3件→1件）で減っています。');
    expect(said({})).toBe('表「件数」（令和6年度）は減らない項目ですが、5月（3件→1件）で減っています。');
  });
});

describe('lowest and highest', () => {
  const rate = { kind: '率', unit: '%', format: '0.0%', min: 0, max: 1, total: '入力' } as const;
  test.each<[string, Partial<RowDefinition>, Months, number | null, string[]]>([
    ['at the limits', rate, [0, 1], 1, []],
    ['a hair over', rate, [1.0001], null, ['4月 0.0001']],
    ['a hair under', rate, [1, -0.0001], null, ['5月 -0.0001']],
    ['by a binary error', rate, [1 + 2e-16, -2e-16], null, []],
    ['months and total apart', rate, [2, -1], 1.5, ['4月 1, 5月 -1', '計 0.5']],
    ['blanks', rate, [null], null, []],
    ['percent read as a number', rate, [55.38], null, ['4月 54.38']],
    ['no lowest', { ...rate, min: null }, [-5, 2], null, ['5月 1']],
    ['no highest', { ...rate, max: null }, [-5, 2], null, ['4月 -5']],
    ['no limits', { ...rate, min: null, max: null }, [-5, 2], 9, []],
    ['negative limits', { min: -10, max: -1 }, [-11, -10, -1, 0], null, ['4月 -1, 7月 1']],
    ['a sum is larger than a month may be', { max: 10, total: '合計' }, [10, 10], 20, []],
    ['a typed total of counts too', { max: 10, total: '入力' }, [10, 10], 20, []],
    ['a count of dates is no date', { kind: '実施日', format: 'm/d', totalFormat: '0', min: 45_383, max: 45_747, total: '件数' }, [45_400], 1, []],
    ['a mean is not', { max: 10, total: '平均' }, [10, 10, 11], 31 / 3, ['6月 1', '計 0.333333333']],
    ['after the row has ended', { ...rate, endsAt: '2024-04' }, [1, 9], null, []],
    ['between quarters', { ...rate, kind: '四半期' }, [9, 9, 9], null, ['6月 8']],
    ['what is no number', rate, [Infinity, NaN], null, []],
  ])('%s', (_name, row, months, total, expected) => {
    expect(oddities(catalogOf([{ id: 'A', ...row }]), book({ A: line(months, total) }), 'bounds')).toEqual(expected.map((one) => `A 2024 bounds: ${one}`));
  });

  test('in words, in full precision', () => {
    const said = (row: Partial<RowDefinition>, months: Months): string | undefined => checkFigures(catalogOf([{ id: 'A', label: '率', ...row }]), 2024, book({ A: line(months) }))[0]?.text;
    expect(said(rate, [1.0004, -0.01])).toBe('表「率」（令和6年度）の4月 100.04%（上限 100%）、5月 ▲1%（下限 0%）は、この項目の範囲の外にあります。');
    expect(said({ ...rate, format: '0.0%' }, [1.0739910313, 1.0000000004])).toBe('表「率」（令和6年度）の4月 107.399%（上限 100%）、5月 100.00000004%（上限 100%）は、この項目の範囲の外にあります。');
    expect(said({ unit: '時間', format: '[h]:mm', max: 3 / 24 }, [226 / 1440])).toBe('表「率」（令和6年度）の4月 3:46（上限 3:00）は、この項目の範囲の外にあります。');
    expect(said({ max: 1000 }, [1234])).toBe('表「率」（令和6年度）の4月 1,234件（上限 1,000件）は、この項目の範囲の外にあります。');
    expect(said({ kind: '実施日', unit: '日', format: 'm/d', max: 45_390 }, [45_400])).toBe('表「率」（令和6年度）の4月 4/18（上限 4/8）は、この項目の範囲の外にあります。');
  });
});

test('in one row the months come before the total, rows in the order of the table, years oldest first', () => {
  const catalog = catalogOf([{ id: 'A', max: 5, total: '合計' }, { id: 'B', mayFall: false }]);
  const lines = { B: line([2, 1]), 'B@2023': line([2, 1]), A: line([6], 7), 'A@2023': line([6], 7) };
  expect(oddities(catalog, book(lines)).map((one) => one.split(':')[0])).toEqual(['A 2023 bounds', 'A 2023 total', 'A 2024 bounds', 'A 2024 total', 'B 2023 falls', 'B 2024 falls']);
});
