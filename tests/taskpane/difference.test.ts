import { describe, expect, test } from '@jest/globals';
import { judgeFigure } from '../../src/domain/judgement';
import { differenceOf, differenceUnit } from '../../src/taskpane/detail/difference';

describe('the difference to a target', () => {
  test.each([
    [0.9433, 0.95, '0.0%', '以上', '▲0.7', false],
    // Printed 95.0, so it is 95.0 that is compared.
    [0.94992, 0.95, '0.0%', '以上', '0.0', true],
    [0.00069, 0.0008, '0.000%', '以上', '▲0.011', false],
    [0.083, 0.15, '0.0%', '以下', '▲6.7', true],
    [0.2, 0.15, '0.0%', '以下', '+5.0', false],
    [3036, 3788, '#,##0', '以上', '▲752', false],
    [6.25, 7, '0.00', '以下', '▲0.75', true],
    [-6, 0, '0', '以上', '▲6', false],
    // Fifteen digits are what Excel keeps: more would tell these apart where KPI評価 does not.
    [2.6749999999999998, 2.68, '0.00', '以上', '0.00', true],
  ] as const)('%p against %p, printed as %p, %p', (actual, target, format, direction, text, met) => {
    expect(differenceOf(actual, target, { format, direction, targetUpper: null })).toEqual({ text, met });
    expect(judgeFigure(actual, { target, upper: null, excellent: null }, { direction, format }) !== '△').toBe(met);
  });

  test('the KPI decides how exactly is compared, not the table: 55.96 is 56.0 there', () => {
    expect(differenceOf(0.5596, 0.56, { format: '0.00%', direction: '以上', targetUpper: null })).toEqual({ text: '▲0.04', met: false });
    expect(differenceOf(0.5596, 0.56, { format: '0.0%', direction: '以上', targetUpper: null })).toEqual({ text: '0.0', met: true });
  });

  test('durations differ by minutes', () => {
    expect(differenceOf(4 / 24 + 3 / 1440, 3 / 24, { format: '[h]:mm', direction: '以下', targetUpper: null }).text).toBe('+63');
    // 2:27:59 is printed 2:27, and is judged so.
    expect(differenceOf((2 * 3600 + 27 * 60 + 59) / 86_400, 2 / 24 + 27 / 1440, { format: '[h]:mm', direction: '以下', targetUpper: null })).toEqual({ text: '0', met: true });
    expect(differenceOf(2 / 24 + 28 / 1440, 2 / 24 + 27 / 1440, { format: '[h]:mm', direction: '以下', targetUpper: null })).toEqual({ text: '+1', met: false });
  });

  test.each([['0.0%', 'ポイント'], ['[h]:mm', '分'], ['#,##0', '']])('%p is counted in %p', (format, unit) => {
    expect(differenceUnit(format)).toBe(unit);
  });
});
