import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findOutliers } from '../../../src/domain/checks/outlier';
import { seriesKey } from '../../../src/domain/series';
import { hasMonths } from '../../../src/domain/due';
import { sourceFigures, standardCatalog } from './support';

type Months = (number | null)[];
const STEADY: Months = [100, 104, 98, 101, 97, 103, 99, 102, 100, 96, 105, 101];
const BEFORE: Months = [99, 101, 100, 103, 98, 100, 102, 97, 104, 99, 101, 100];
const withFigure = (months: Months, month: number, figure: number | null): Months => months.map((one, at) => (at === month ? figure : one));
const monthsFound = (months: Months, partner: Months = BEFORE, is: 'before' | 'after' = 'before'): number[] => findOutliers(months, partner, is).map((one) => one.month);

describe('a figure far from its row', () => {
  test.each<readonly [string, Months, Months, number[]]>([
    ['a steady row', STEADY, BEFORE, []],
    ['a digit too many', withFigure(STEADY, 5, 1030), BEFORE, [5]],
    ['a digit too few', withFigure(STEADY, 5, 10), BEFORE, [5]],
    ['0 for a blank', withFigure(STEADY, 11, 0), BEFORE, [11]],
    ['two at once', withFigure(withFigure(STEADY, 2, 980), 7, 1020), BEFORE, [2, 7]],
    ['the first month, no year before', withFigure(STEADY, 0, 1000), [], [0]],
    ['a fifth more is no slip', withFigure(STEADY, 5, 124), BEFORE, []],
    ['the limit is 3.5 spreads, of a tenth of the median at least', withFigure(STEADY, 5, 134), BEFORE, []],
    ['just beyond the limit', withFigure(STEADY, 5, 137), BEFORE, [5]],
    ['a season: the same month stood out last year too', withFigure(STEADY, 5, 300), withFigure(BEFORE, 5, 310), []],
    ['a season in the year before is no reason for another month', withFigure(STEADY, 6, 300), withFigure(BEFORE, 5, 310), [6]],
    ['a new level: the months around are there too', [...STEADY.slice(0, 9), 210, 205, 208], BEFORE, []],
    ['a new level from the year before on', STEADY, BEFORE.map((figure) => (figure ?? 0) * 2), []],
    ['two slips beside each other', withFigure(withFigure(STEADY, 5, 1030), 6, 990), BEFORE, [5, 6]],
    ['eleven figures say nothing', [...STEADY.slice(0, 10), 1000, null], [], []],
    ['twelve do', [...STEADY.slice(0, 11), 1000], [], [11]],
    ['blank months are passed over', withFigure(withFigure(STEADY, 4, null), 5, 1030), BEFORE, [5]],
    ['a jumpy row is let alone', [10, 5, 16, 0, 14, 4, 17, 6, 380, 28, 15, 11], [10, 10, 3, 0, 3, 13, 14, 11, 9, 6, 5, 22], []],
    ['negatives and positives about 0', [9, 6, -1, 12, 4, 1, 4, 570, 29, 107, 14, -16], [], []],
    ['nothing but 0', Array<number>(12).fill(0), [], []],
    ['the same each month, and one more', withFigure(Array<number>(12).fill(5), 3, 50), [], [3]],
  ])('%s', (_, months, partner, expected) => {
    expect(monthsFound(months, partner)).toEqual(expected);
  });

  test('the year after serves as well', () => {
    expect(monthsFound(withFigure(BEFORE, 11, 1000), STEADY, 'after')).toEqual([11]);
    expect(monthsFound(withFigure(BEFORE, 5, 300), withFigure(STEADY, 5, 290), 'after')).toEqual([]);
  });

  test('tells figure and median', () => {
    expect(findOutliers(withFigure(STEADY, 5, 1030), BEFORE, 'before')).toEqual([{ month: 5, found: 1030, median: 100 }]);
  });

  test('nothing in any row of the source, typed or derived', () => {
    const [catalog, figures] = [standardCatalog(), sourceFigures()];
    const found = [...catalog.rows.values()].filter(({ definition }) => hasMonths(definition) && definition.kind !== '実施日').flatMap(({ definition: { id, kind } }) =>
      [2022, 2023, 2024].flatMap((year) => {
        const [months, before, after] = [0, -1, 1].map((step) => figures.get(seriesKey(id, year + step))?.months);
        const odd = months ? findOutliers(months, before ?? after ?? [], before ? 'before' : 'after') : [];
        return odd.filter((one) => kind !== '年度累計' || one.month >= 3).map((one) => `${id} ${year} ${one.month}`);
      }));
    expect(found).toEqual([]);
  });

  const months = fc.array(fc.option(fc.integer({ min: -5000, max: 5000 }), { freq: 8 }), { minLength: 12, maxLength: 12 });

  test('does not depend on the unit', () => {
    fc.assert(fc.property(months, months, fc.integer({ min: -6, max: 6 }), fc.boolean(), (own, partner, power, negative) => {
      // Powers of two leave no binary error.
      const factor = (negative ? -1 : 1) * 2 ** power;
      const scaled = (line: Months): Months => line.map((one) => (one === null ? null : one * factor));
      expect(monthsFound(scaled(own), scaled(partner))).toEqual(monthsFound(own, partner));
    }));
  });

  test('one more figure like the row’s median is never odd, and what is odd differs from it', () => {
    fc.assert(fc.property(months, months, (own, partner) => {
      for (const { month, found, median } of findOutliers(own, partner, 'before')) {
        expect(own[month]).toBe(found);
        expect(Math.abs(found - median)).toBeGreaterThan(0.35 * Math.abs(median));
        expect(monthsFound(withFigure(own, month, median), partner)).not.toContain(month);
      }
    }));
  });
});
