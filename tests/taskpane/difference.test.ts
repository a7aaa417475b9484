import { describe, expect, test } from '@jest/globals';
import { differenceOf, differenceUnit } from '../../src/taskpane/detail/difference';

describe('the difference to a target', () => {
  test.each([
    [0.9433, 0.95, '94.3%', '以上', '▲0.7', false],
    // Printed 95.0, so it is 95.0 that is compared.
    [0.94992, 0.95, '95.0%', '以上', '0.0', true],
    [0.00069, 0.0008, '0.069%', '以上', '▲0.011', false],
    [0.083, 0.15, '8.3%', '以下', '▲6.7', true],
    [0.2, 0.15, '20.0%', '以下', '+5.0', false],
    [3036, 3788, '3,036', '以上', '▲752', false],
    [6.25, 7, '6.25', '以下', '▲0.75', true],
    [4 / 24 + 3 / 1440, 3 / 24, '4:03', '以下', '+63', false],
    [-6, 0, '-6', '以上', '▲6', false],
  ] as const)('%p against %p, shown %p, %p', (actual, target, shown, direction, text, met) => {
    expect(differenceOf(actual, target, shown, direction)).toEqual({ text, met });
  });

  test.each([['94.3%', 'ポイント'], ['94.3％', 'ポイント'], ['3:46', '分'], ['3,036', '']])('%p is counted in %p', (shown, unit) => {
    expect(differenceUnit(shown)).toBe(unit);
  });
});
