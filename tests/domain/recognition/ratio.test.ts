import { describe, expect, test } from '@jest/globals';
import type { FoundLine } from '../../../src/domain/recognition/foundTable';
import { RATIO_REACH, ratioEvidence, SUM_REACH, sumEvidence } from '../../../src/domain/recognition/ratio';

let looks = 0;
/** A line of figures that counts how often they are looked at. */
function lineOf(line: number, figures: readonly number[]): FoundLine {
  const cells = figures.map((value) => ({ kind: 'figure', value, form: null, typed: null, notes: [] }) as const);
  return {
    line, label: `項目${line}`, group: '', unit: null, year: 2024, total: { kind: 'blank' }, marked: true,
    get cells() {
      looks++;
      return cells;
    },
  };
}
const months = (of: (month: number) => number): number[] => Array.from({ length: 12 }, (_, month) => of(month));
const others = (count: number): FoundLine[] => Array.from({ length: count }, (_, line) => lineOf(line, months((month) => 1 + ((line * 37 + month * 101) % 991))));
const looksAt = (work: () => unknown): number => {
  looks = 0;
  work();
  return looks;
};

describe('what a rate is made of', () => {
  const [top, bottom] = [lineOf(-1, months((month) => 200 + month * 7)), lineOf(-2, months((month) => 3 + month))];
  const rate = lineOf(-3, months((month) => Math.round((1e4 * (200 + month * 7)) / (3 + month)) / 1e4));

  test('is found as far as it may stand away, and no further', () => {
    const between = (count: number): FoundLine[] => [top, bottom, ...others(count), rate];
    expect(ratioEvidence(rate, between(RATIO_REACH - 2))).toMatchObject({ numerator: 0, denominator: [1], months: 12 });
    expect(ratioEvidence(rate, between(RATIO_REACH - 1))).toBeNull();
    expect(ratioEvidence(rate, [...others(500), top, rate, bottom, ...others(500)])).toMatchObject({ numerator: 500, denominator: [502] });
  });

  test('is looked for among as many lines, however long the list is', () => {
    const work = (count: number): number => {
      const lines = others(count);
      return looksAt(() => lines.forEach((line) => ratioEvidence(line, lines)));
    };
    expect(work(800) / work(400)).toBeLessThan(2.2);
  });
});

describe('what a sum is made of', () => {
  const parts = (count: number): FoundLine[] => Array.from({ length: count }, (_, line) => lineOf(line, months((month) => 1 + month)));
  const sumOf = (count: number): FoundLine => lineOf(count, months((month) => count * (1 + month)));

  test.each([[2, 2], [47, 47], [SUM_REACH, SUM_REACH]])('%p lines directly above', (count, expected) => {
    expect(sumEvidence(sumOf(count), [...others(3), ...parts(count)])?.lines).toHaveLength(expected);
  });

  test('beyond its reach nothing is looked for', () => {
    expect(sumEvidence(sumOf(SUM_REACH + 1), parts(SUM_REACH + 1))).toBeNull();
    expect(looksAt(() => sumEvidence(sumOf(9), others(4 * SUM_REACH)))).toBeLessThanOrEqual(SUM_REACH + 1);
  });
});
