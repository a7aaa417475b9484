import { describe, expect, test } from '@jest/globals';
import { checkFigures } from '../../../src/domain/checks/checkFigures';
import type { RowDefinition } from '../../../src/domain/definitions';
import { book, catalogOf, line, oddities } from './support';

type Months = readonly (number | null)[];
const minutes = (count: number): number => count / 1440;

describe('a total of the months', () => {
  test.each<[string, Partial<RowDefinition>, Months, number | null, string[]]>([
    ['a sum', { total: '合計' }, [1, 2, 3], 6, []],
    ['a sum one off', { total: '合計' }, [1, 2, 3], 7, ['計 1']],
    ['a sum with minuses', { total: '合計' }, [10, -36, -19], -45, []],
    ['a sum whose minus was lost', { total: '合計' }, [10, -36, -19], 45, ['計 90']],
    ['blank months are passed over', { total: '合計' }, [1, null, 3], 4, []],
    ['no months: nothing to hold it to', { total: '合計' }, [], 4, []],
    ['no total', { total: '合計' }, [1, 2, 3], null, []],
    ['zero is a total', { total: '合計' }, [1, 2, 3], 0, ['計 -6']],
    ['binary errors of a sum', { total: '合計', format: '0.0' }, Array<number>(12).fill(0.1), 1.2, []],
    ['a mean that rounds half up', { total: '平均', format: '0.00' }, [6.24, 6.25], 6.25, []],
    ['a mean, rounded down instead', { total: '平均', format: '0.00' }, [6.24, 6.25], 6.24, ['計 -0.005']],
    ['a negative mean rounds away from zero', { total: '平均', format: '0' }, [-1, -2], -2, []],
    ['a mean passes over blanks, not over zeros', { total: '平均' }, [4, null, 0], 2, []],
    ['a total in full precision prints alike', { total: '平均', format: '0.00' }, [1, 1, 2], 4 / 3, []],
    ['and within the last place', { total: '平均', format: '0.00' }, [1, 1, 2], 1.3349, []],
    ['a hair off', { total: '平均', format: '0.00' }, [1, 1, 2], 1.335, ['計 0.001666667']],
    ['the total has its own format', { total: '平均', format: '0.00', totalFormat: '0' }, [1, 1, 2], 1.4, []],
    ['h:mm is cut', { total: '平均', format: '[h]:mm', unit: '時間' }, [minutes(147), minutes(148)], minutes(147), []],
    ['h:mm is not rounded up', { total: '平均', format: '[h]:mm', unit: '時間' }, [minutes(147), minutes(148)], minutes(148), ['計 0.000347222']],
    ['h:mm, binary error of a mean', { total: '平均', format: '[h]:mm', unit: '時間' }, [minutes(146), minutes(147), minutes(148)], minutes(147), []],
    ['h:mm, a sum beyond a day', { total: '合計', format: '[h]:mm', unit: '時間' }, [minutes(900), minutes(901)], minutes(1801), []],
    ['h:mm, a sum a minute off', { total: '合計', format: '[h]:mm', unit: '時間' }, [minutes(900), minutes(901)], minutes(1800), ['計 -0.000694444']],
    ['dates are counted', { total: '件数', kind: '実施日', format: 'm/d', totalFormat: '0' }, [45_400, null, 45_500], 2, []],
    ['a date too many', { total: '件数', kind: '実施日', format: 'm/d', totalFormat: '0' }, [45_400, null, 45_500], 3, ['計 1']],
    ['no date, none counted', { total: '件数', kind: '実施日', format: 'm/d', totalFormat: '0' }, [], 0, []],
    ['no date, one counted', { total: '件数', kind: '実施日', format: 'm/d', totalFormat: '0' }, [], 1, ['計 1']],
    ['typed totals are a person’s', { total: '入力' }, [1, 2, 3], 99, []],
    ['no total column', { total: 'なし' }, [1, 2, 3], 99, []],
    ['a row that ended keeps its total', { total: '合計', endsAt: '2024-05' }, [1, 2], 3, []],
    ['and is held to it', { total: '合計', endsAt: '2024-05' }, [1, 2], 4, ['計 1']],
    ['a quarterly mean', { total: '平均', kind: '四半期', format: '0.0' }, [null, null, 1, null, null, 2], 1.5, []],
    ['a quarterly mean one off', { total: '平均', kind: '四半期', format: '0.0' }, [null, null, 1, null, null, 2], 1.6, ['計 0.1']],
    ['figures beyond numbers', { total: '合計' }, [1e308, 1e308], 5, []],
    ['a total that is no number', { total: '合計' }, [1], NaN, []],
  ])('%s', (_name, row, months, total, odd) => {
    expect(oddities(catalogOf([{ id: 'A', ...row }]), book({ A: line(months, total) }))).toEqual(odd.map((one) => `A 2024 total: ${one}`));
  });
});

describe('a total by a formula on totals', () => {
  const rate = { id: '率', kind: '率', unit: '%', format: '0.0%', formula: '[a]/([a]+[b])', total: '計算式' } as const;
  const parts = [{ id: 'a', total: '入力' }, { id: 'b', total: '入力' }] as const;
  const odd = (figure: number, a: number | null, b: number | null): string[] => oddities(catalogOf([rate, ...parts]), book({ 率: line([], figure), a: line([], a), b: line([], b) }));

  test.each([
    [0.943, 943, 57, []], [0.943, 9434, 566, []], [0.943, 9435, 565, ['率 2024 total: 計 -0.0005']], [0.944, 9435, 565, []],
    [0.9, 0, 0, []], [0.9, null, 1, []], [0.9, 1, null, []], [-0.5, -1, 3, []], [0.5, -1, 3, ['率 2024 total: 計 1']],
  ] as const)('%d of %p and %p', (figure, a, b, expected) => {
    expect(odd(figure, a, b)).toEqual(expected);
  });

  test('only where the row’s own rule says so', () => {
    const own = { ...rate, formula: null, total: '=[a]/[b]' } as const;
    expect(oddities(catalogOf([own, ...parts]), book({ 率: line([], 0.082), a: line([], 1), b: line([], 12) }))).toEqual(['率 2024 total: 計 -0.001333333']);
    expect(oddities(catalogOf([own, ...parts]), book({ 率: line([], 0.083), a: line([], 1), b: line([], 12) }))).toEqual([]);
  });

  test('a row of the sum that is missing, blank or broken stops the check; one that ended before does not', () => {
    const sum = { id: 's', formula: 'SUM([a],[b])', total: '計算式' } as const;
    const [a] = parts;
    const figures = { s: line([], 9), a: line([], 5) };
    expect(oddities(catalogOf([sum, ...parts]), book(figures))).toEqual([]);
    expect(oddities(catalogOf([sum, ...parts]), book({ ...figures, b: line([]) }))).toEqual([]);
    expect(oddities(catalogOf([sum, ...parts]), book({ ...figures, b: line([], 3) }))).toEqual(['s 2024 total: 計 1']);
    expect(oddities(catalogOf([sum, a, { id: 'b', total: '入力', endsAt: '2024-03' }]), book(figures))).toEqual(['s 2024 total: 計 4']);
    expect(oddities(catalogOf([{ ...sum, formula: 'SUM([a],[ない])' }, ...parts]), book(figures))).toEqual([]);
  });

  test('the year before', () => {
    const change = { id: 'c', formula: '[a]-[a:前年度]', total: '計算式' } as const;
    expect(oddities(catalogOf([change, ...parts]), book({ c: line([], 3), a: line([], 5), 'a@2023': line([], 1) }))).toEqual(['c 2024 total: 計 -1']);
    expect(oddities(catalogOf([change, ...parts]), book({ c: line([], 3), a: line([], 5) }))).toEqual([]);
  });
});

test('each rule is told in words', () => {
  const said = (row: Partial<RowDefinition>, months: Months, total: number): string =>
    checkFigures(catalogOf([{ id: 'A', label: '件数', ...row }, { id: 'b', total: '入力' }], { totalLabel: '合計' }), 2024, book({ A: line(months, total), b: line([], 2000) }))[0]?.text ?? '';
  expect(said({ total: '合計' }, [1000, 2], 1003)).toBe('表「件数」（令和6年度）の合計 1,003件は、各月の合計 1,002件と合いません。');
  expect(said({ total: '平均', format: '[h]:mm', unit: '時間' }, [minutes(147)], minutes(150))).toBe('表「件数」（令和6年度）の合計 2:30は、各月の平均 2:27と合いません。');
  expect(said({ total: '件数', label: '実施日', kind: '実施日', unit: '日', format: 'm/d', totalFormat: '0' }, [45_400], 3)).toBe('表「実施日」（令和6年度）の合計 3は、実施日の数 1と合いません。');
  expect(said({ total: '=[b]*2' }, [], 5)).toBe('表「件数」（令和6年度）の合計 5件は、計どうしを計算式「[b]*2」で計算した 4,000件と合いません。');
  expect(said({ total: '計算式', formula: '-[b]' }, [], 5)).toBe('表「件数」（令和6年度）の合計 5件は、計どうしを計算式「-[b]」で計算した ▲2,000件と合いません。');
});
