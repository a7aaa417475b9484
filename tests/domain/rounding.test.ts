import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printedDecimals, roundHalfAway } from '../../src/domain/rounding';

describe('ROUND as Excel does it', () => {
  test.each([
    [2.5, 0, 3], [-2.5, 0, -3], [1.005, 2, 1.01], [0.94992, 3, 0.95], [0.945, 2, 0.95], [1234.5678, -2, 1200], [1e-10, 3, 0], [0.00069, 5, 0.00069], [8.3333, 1, 8.3],
  ])('ROUND(%d, %d) is %d', (value, digits, expected) => {
    expect(roundHalfAway(value, digits)).toBe(expected);
  });

  test('a rounded figure stays what it is, and lies within half a step', () => {
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 5 }), (value, digits) => {
      const rounded = roundHalfAway(value, digits);
      expect(roundHalfAway(rounded, digits)).toBe(rounded);
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits * (1 + 1e-6) + 1e-6);
    }));
  });

  test.each([['0.0%', 3], ['0.000%', 5], ['0%', 2], ['#,##0', 0], ['0.00', 2], ['#,##0;"△ "#,##0', 0]])('%s prints %d decimals of the figure', (format, decimals) => {
    expect(printedDecimals(format)).toBe(decimals);
  });
});
