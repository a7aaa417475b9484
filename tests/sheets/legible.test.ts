import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Sheet } from '../../src/embedded/model/book';
import { differenceFormat } from '../../src/sheets/kpiSheet';
import { Bench } from '../support/laidOut';

/** What Excel shows as ####, or does not show at all, in a file that is otherwise sound. */
const bench = new Bench();
beforeAll(async () => {
  await bench.all();
});

/** Pixels of a text in 游ゴシック 10 points, at 96 dots an inch; Excel keeps 5 of the column's free. */
const EM = (10 * 96) / 72;
const needed = (text: string): number => [...text].reduce((sum, one) => sum + EM * (/[.,]/.test(one) ? 0.28 : /[\d-]/.test(one) ? 0.56 : 1), 5);
const pixels = (sheet: Sheet, column: number): number => Math.floor((sheet.columns.get(column)?.width ?? 0) * 8);

describe('what a person sees in Excel', () => {
  test.each([['KPI', 6], ['年間まとめ', 6]])('差 of a rate with three decimals fits its column on %s', (name, column) => {
    expect(differenceFormat('0.000%')).toContain('▲');
    expect(pixels(bench.sheet(name), column)).toBeGreaterThanOrEqual(needed('▲0.011ポイント'));
  });

  test('a line of figures that stand alone has markers', () => {
    const { charts } = bench.sheet('年間まとめ');
    const markers = (title: string): unknown[] => charts.filter((one) => one.title === title).map((one) => one.series.map((line) => line.marker));
    expect(markers('カバー率')).toEqual([['Circle', 'Circle', 'None']]);
    expect(markers('郵送化率')).toEqual([['Circle', 'None', 'None']]);
  });
});
