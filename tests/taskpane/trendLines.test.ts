import { describe, expect, test } from '@jest/globals';
import { lastOf, pathOf, trendLines, type Frame } from '../../src/taskpane/parts/trendLines';

const FRAME: Frame = { width: 110, height: 20, left: 0, right: 0, top: 0, bottom: 0 };
const year = (...figures: (number | null)[]): (number | null)[] => [...figures, ...Array<null>(12 - figures.length).fill(null)];
const trend = (months: (number | null)[], previous: (number | null)[] = [], target: number | null = null) => ({ months, previous, shown: [], shownPrevious: [], target });

describe('the lines of a year', () => {
  test('a month without a figure is a gap', () => {
    const { months } = trendLines(trend(year(1, 3, null, 2)), FRAME);
    expect(months.map((piece) => piece.map(({ month, x, y }) => [month, Math.round(x), y]))).toEqual([[[0, 0, 20], [1, 10, 0]], [[3, 30, 10]]]);
  });
  test('one scale for both years and the target', () => {
    const lines = trendLines(trend(year(2), year(0), 4), FRAME);
    expect([lines.months[0]?.[0]?.y, lines.previous[0]?.[0]?.y, lines.target]).toEqual([10, 20, 0]);
  });
  test('figures that are all alike run through the middle', () => {
    expect(pathOf(trendLines(trend(year(5, 5)), FRAME).months[0] ?? [])).toBe('M0.0 10.0L10.0 10.0');
  });
  test('no figures, no lines', () => {
    expect(trendLines(trend(year()), FRAME)).toEqual({ months: [], previous: [], target: null });
  });
  test('the last month with a figure', () => {
    expect([lastOf(year()), lastOf(year(1, null, 0))]).toEqual([-1, 2]);
  });
});
