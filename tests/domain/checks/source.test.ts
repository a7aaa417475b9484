import { describe, expect, test } from '@jest/globals';
import { checkFigures } from '../../../src/domain/checks/checkFigures';
import type { FindingKind } from '../../../src/domain/checks/finding';
import { asPrinted } from '../../../src/domain/formatFigure';
import { seriesKey } from '../../../src/domain/series';
import { oddities, seriesOf, short, sourceFigures, standardCatalog } from './support';

const catalog = standardCatalog();
const F1_TO_F5 = [
  'T01-09 2024 total: 計 0.055',
  'T13-02 2023 follows: 6月 -6, 11月 -9, 12月 1',
  'T13-03 2024 follows: 12月 90',
  'T15-02 2024 follows: 3月 -10',
  'T19-01 2024 falls: 6月 -1, 9月 -1, 10月 -1, 2月 -2',
];

describe('the source, months and totals as printed', () => {
  const found = checkFigures(catalog, 2024, sourceFigures());

  test('F1 to F5 and nothing more, in the order of the tables', () => {
    expect(found.map(short)).toEqual(F1_TO_F5);
  });

  test('in words for a clerk', () => {
    expect(found.map(({ text }) => text)).toEqual([
      'サービススタンダード「平均所要日数」（令和6年度）の計 6.30日は、各月の平均 6.25日と合いません。',
      '健康宣言「累計」（令和5年度）の6月 1,356事業所（▲6事業所）、11月 1,388事業所（▲9事業所）、12月 1,427事業所（＋1事業所）は、前の月の数に「新規（単月）」の数を足した値と合いません。',
      '健康宣言「標準化」（令和6年度）の12月 1,400事業所（＋90事業所）は、前の月の数に「新規（単月）」の数を足した値と合いません。',
      'メールマガジン「累計」（令和6年度）の3月 3,795件（▲10件）は、前の月の数に「新規登録」の数を足した値と合いません。',
      '事務処理誤り「発生件数」（令和6年度）は見出しが「累計」ですが、6月（1件→0件）、9月（2件→1件）、10月（1件→0件）、2月（2件→0件）で減っているため、単月の数とみられます。',
    ]);
  });

  test('with the places as data', () => {
    expect(found.map(({ months }) => months)).toEqual(['total', [2, 7, 8], [8], [11], [2, 5, 6, 10]]);
    expect(found[3]?.details).toEqual([{ at: 11, expected: 3805, found: 3795 }]);
  });

  test('a year that is not laid out is not looked at', () => {
    expect(oddities(catalog, new Map([...sourceFigures()].filter(([key]) => key.endsWith('@2022'))))).toEqual([]);
    expect(checkFigures(catalog, 2030, sourceFigures())).toEqual([]);
    expect(checkFigures(catalog, 2024, new Map())).toEqual([]);
  });

  test('any rows alone raise nothing that they do not raise together', () => {
    const all = sourceFigures();
    for (const table of catalog.definitions.tables) {
      const own = new Map([...all].filter(([key]) => table.rows.some((row) => key.startsWith(`${row.id}@`))));
      expect(oddities(catalog, own)).toEqual(F1_TO_F5.filter((one) => table.rows.some((row) => one.startsWith(`${row.id} `))));
      for (const row of table.rows) {
        const without = new Map([...own].filter(([key]) => !key.startsWith(`${row.id}@`)));
        expect(oddities(catalog, without).filter((one) => !F1_TO_F5.includes(one))).toEqual([]);
      }
    }
  });

  test('nor does any part of the year: months that are still blank, totals not yet printed', () => {
    for (let until = 0; until < 12; until++) {
      const part = new Map([...sourceFigures()].map(([key, { months }]) => [key, { months: months.map((figure, month) => (month <= until ? figure : null)), total: null }] as const));
      const steps = oddities(catalog, part).map((one) => one.split(':')[0]);
      expect(F1_TO_F5.map((one) => one.split(':')[0])).toEqual(expect.arrayContaining(steps));
    }
  });
});

/** Row, year, place (0 = 4月, or the total), the figure that stands there wrongly, and the kind of the finding. */
const DEFECTS: readonly (readonly [string, number, number | 'total', number, FindingKind])[] = [
  ['T01-02', 2024, 'total', 31_199, 'total'],
  ['T01-05', 2024, 'total', 159, 'total'],
  ['T01-01', 2024, 3, 1.01, 'bounds'],
  ['T01-01', 2023, 'total', 1.2, 'bounds'],
  ['T01-09', 2023, 'total', 6.35, 'total'],
  ['T02-01', 2024, 5, 0.915, 'derived'],
  ['T02-01', 2023, 'total', 0.949, 'total'],
  ['T03-02', 2024, 'total', 1824, 'total'],
  ['T03-04', 2023, 'total', 2232, 'total'],
  ['T04-01', 2024, 0, 4282, 'derived'],
  ['T05-01', 2023, 11, 0.0098, 'derived'],
  ['T06-01', 2022, 'total', 21_800, 'total'],
  ['T07-01', 2024, 'total', 3, 'total'],
  ['T08-01', 2023, 'total', 1, 'total'],
  ['T11-01', 2024, 7, 8.362, 'bounds'],
  ['T12-01', 2023, 0, -0.09, 'bounds'],
  ['T13-01', 2024, 'total', 107, 'total'],
  ['T13-02', 2024, 11, 1578, 'follows'],
  ['T15-01', 2024, 'total', 203, 'total'],
  ['T16-03', 2024, 5, 55.38, 'bounds'],
  ['T17-01', 2024, 'total', 148 / 1440, 'total'],
  ['T18-03', 2024, 'total', 0.082, 'total'],
];

describe('one defect in the source', () => {
  test.each(DEFECTS)('%s %d at %p: %p is found as %s, besides F1 to F5 nothing else', (id, year, at, wrong, kind) => {
    const figures = sourceFigures();
    const before = seriesOf(figures, id, year);
    figures.set(seriesKey(id, year), at === 'total' ? { ...before, total: wrong } : { ...before, months: before.months.map((figure, month) => (month === at ? wrong : figure)) });
    const found = checkFigures(catalog, 2024, figures);
    const added = found.filter((one) => !F1_TO_F5.includes(short(one)));
    expect(found.length).toBe(F1_TO_F5.length + 1);
    expect(added).toMatchObject([{ kind, rowId: id, year, months: at === 'total' ? at : [at], details: [{ at, found: wrong }] }]);
    // What should stand there is what the source prints there.
    const { format = '', totalFormat } = catalog.rows.get(id)?.definition ?? {};
    const printed = at === 'total' ? before.total : before.months[at];
    const print = (at === 'total' ? totalFormat : null) ?? format;
    if (kind !== 'bounds') expect(asPrinted(added[0]?.details[0]?.expected ?? NaN, print)).toBe(asPrinted(printed ?? NaN, print));
  });

  test('a month typed wrongly is told by all that rests on it', () => {
    const figures = sourceFigures();
    const before = seriesOf(figures, 'T02-03', 2024);
    figures.set(seriesKey('T02-03', 2024), { ...before, months: before.months.map((figure, month) => (month === 0 ? 7242 : figure)) });
    expect(oddities(catalog, figures).filter((one) => !F1_TO_F5.includes(one)).map((one) => one.split(':')[0])).toEqual(['T02-01 2024 derived', 'T02-03 2024 total']);
  });

  test('a figure that is mended is found no more', () => {
    const figures = sourceFigures();
    figures.set(seriesKey('T01-09', 2024), { ...seriesOf(figures, 'T01-09', 2024), total: 6.25 });
    expect(oddities(catalog, figures)).toEqual(F1_TO_F5.slice(1));
  });
});
