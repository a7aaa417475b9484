import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { standingOf, standingWords, type RankDirection } from '../../../src/domain/rank/standing';

const ranked = (...values: number[]) => values.map((value, index) => ({ branch: String(index), value }));
/** Ranks of all, in the order given. */
const ranks = (values: readonly number[], direction: RankDirection = '以上') => values.map((_, index) => standingOf(ranked(...values), String(index), direction)?.rank);

describe('ranks', () => {
  test.each<[string, number[], RankDirection, number[]]>([
    ['higher is better', [3, 1, 2], '以上', [1, 3, 2]],
    ['lower is better', [3, 1, 2], '以下', [3, 1, 2]],
    ['a tie at the top: 1, 1, 3', [5, 5, 4], '以上', [1, 1, 3]],
    ['a tie at the bottom', [5, 4, 4], '以上', [1, 2, 2]],
    ['a tie at the top where lower is better', [5, 4, 4], '以下', [3, 1, 1]],
    ['all equal', [2, 2, 2, 2], '以上', [1, 1, 1, 1]],
    ['negative and zero', [-1, 0, -3, 2], '以上', [3, 2, 4, 1]],
    ['negative, lower is better', [-1, 0, -3, 2], '以下', [2, 3, 1, 4]],
    ['not rounded: alike in print, no tie', [0.9431, 0.9434], '以上', [2, 1]],
    ['one alone', [7], '以下', [1]],
  ])('%s', (_, values, direction, expected) => {
    expect(ranks(values, direction)).toEqual(expected);
  });

  test('a branch that has no figure has none', () => {
    expect([standingOf(ranked(1, 2), '9', '以上'), standingOf([], '0', '以上')]).toEqual([null, null]);
  });

  const list = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1, max: 1, noNaN: true })), { minLength: 1, maxLength: 47 });
  const direction = fc.constantFrom<RankDirection>('以上', '以下');

  test('are 1 and the number of those strictly better; better, equal, worse and the branch itself are all', () => {
    fc.assert(fc.property(list, direction, (values, way) => {
      for (const [index, value] of values.entries()) {
        const standing = standingOf(ranked(...values), String(index), way);
        const better = values.filter((other) => (way === '以上' ? other > value : other < value)).length;
        const equal = values.filter((other) => other === value).length - 1;
        expect(standing).toMatchObject({ rank: better + 1, better, equal, worse: values.length - better - equal - 1, of: values.length });
      }
    }));
  });

  test('do not depend on the order of the list, and turn round with the direction where there are no ties', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 47 }), (values) => {
      const own = String(0);
      const up = standingOf(ranked(...values), own, '以上');
      expect(standingOf([...ranked(...values)].reverse(), own, '以上')?.rank).toBe(up?.rank);
      expect(standingOf(ranked(...values), own, '以下')?.rank).toBe(values.length + 1 - Number(up?.rank));
    }));
  });

  test('the median has as many above as below', () => {
    fc.assert(fc.property(list, direction, (values, way) => {
      const median = Number(standingOf(ranked(...values), '0', way)?.median);
      const [above, below] = [values.filter((value) => value > median).length, values.filter((value) => value < median).length];
      expect(Math.max(above, below)).toBeLessThanOrEqual(values.length / 2);
    }));
  });
});

describe('the distribution', () => {
  test.each<[RankDirection, number[], number, string[], string[]]>([
    ['以上', [1, 5, 3, 5, 1], 3, ['1', '3'], ['0', '4']],
    ['以下', [1, 5, 3, 5, 1], 3, ['0', '4'], ['1', '3']],
    ['以上', [1, 2, 3, 10], 2.5, ['3'], ['0']],
    ['以上', [4, 4], 4, ['0', '1'], ['0', '1']],
  ])('%s of %p', (direction, values, median, best, worst) => {
    const standing = standingOf(ranked(...values), '0', direction);
    expect([standing?.median, standing?.best.map((one) => one.branch), standing?.worst.map((one) => one.branch)]).toEqual([median, best, worst]);
  });

  test('in words', () => {
    expect(standingWords({ of: 47, rank: 27, equal: 0 })).toBe('47支部中27位（同順位なし）');
    expect(standingWords({ of: 46, rank: 1, equal: 3 })).toBe('46支部中1位（同順位ほか3支部）');
  });
});
