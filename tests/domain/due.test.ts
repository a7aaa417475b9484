import { describe, expect, test } from '@jest/globals';
import { bearsMonth, dueOf, endedMonthOf, hasEnded, hasMonths, lastEndedMonth } from '../../src/domain/due';
import { editText } from '../../src/domain/editText';
import { checkFigure, limitWords } from '../../src/domain/limits';
import { readFigure } from '../../src/domain/readFigure';
import { standardDefinitions } from './support';

describe('when a figure is due', () => {
  test('the last ended month counts from April of the year, over its end and before its start', () => {
    expect(lastEndedMonth(new Date(2024, 4, 1), 2024)).toBe(0);
    expect(lastEndedMonth(new Date(2024, 3, 30), 2024)).toBe(-1);
    expect(lastEndedMonth(new Date(2025, 3, 1), 2024)).toBe(11);
    expect(lastEndedMonth(new Date(2026, 3, 1), 2024)).toBe(23);
  });

  test('inside a fiscal year it stays between April and March', () => {
    expect(endedMonthOf(new Date(2024, 10, 8), 2024)).toBe(6);
    expect(endedMonthOf(new Date(2025, 7, 8), 2024)).toBe(11);
    expect(endedMonthOf(new Date(2024, 2, 8), 2024)).toBe(0);
    expect(endedMonthOf(new Date(2024, 3, 8), null)).toBe(11);
    expect(endedMonthOf(new Date(2025, 0, 8), null)).toBe(8);
  });

  test.each([
    ['2024-11', 7, false], ['2024-11', 8, true], ['2025-01', 9, false], ['2025-01', 10, true], [null, 11, false],
  ])('a series that ends with %s, month %i: ended is %s', (endsAt, month, ended) => {
    expect(hasEnded({ endsAt }, 2024, month)).toBe(ended);
  });

  test('quarterly figures stand in the last month of a quarter', () => {
    expect(Array.from({ length: 12 }, (_, month) => month).filter((month) => bearsMonth({ kind: '四半期' }, month))).toEqual([2, 5, 8, 11]);
    expect(bearsMonth({ kind: '単月' }, 3)).toBe(true);
  });

  test('a late series is expected when its lag has passed', () => {
    expect(dueOf({ endsAt: null, lag: 2 }, 2024, 5, 6)).toBe('later');
    expect(dueOf({ endsAt: null, lag: 2 }, 2024, 5, 7)).toBe('expected');
    expect(dueOf({ endsAt: '2024-08', lag: 0 }, 2024, 5, 7)).toBe('closed');
  });
});

describe('a figure as it would be typed', () => {
  test.each([
    [1234567, 'number', '1,234,567'], [-3.25, 'number', '▲3.25'], [0, 'number', '0'],
    [0.069, 'rate', '6.9%'], [0.5707, 'rate', '57.07%'], [1, 'rate', '100%'],
    [(3 * 60 + 46) / 1440, 'duration', '3:46'], [1.5, 'duration', '36:00'],
    [45_637, 'date', '12/11'],
  ] as const)('%d as a %s is %s, and reads back', (value, form, text) => {
    expect(editText(value, form)).toBe(text);
    const reading = readFigure(text, { form, unit: '件', fiscalYear: 2024 });
    expect(reading.ok && reading.value).toBeCloseTo(value, 9);
  });
});

test('of the standard rows, one rate alone has no months of its own', () => {
  const rows = standardDefinitions().tables.flatMap((table) => table.rows);
  expect(rows.filter((row) => !hasMonths(row)).map((row) => row.id)).toEqual(['T18-03']);
});

describe('limits', () => {
  const rule = { min: 0, max: 1, expected: { form: 'rate', unit: '%', fiscalYear: 2024 }, month: 3 } as const;
  test('what lies outside is told with the limit as it would be typed', () => {
    expect(limitWords(1.2, rule)).toBe('100%以下の数値を入力してください。');
    expect(limitWords(-0.1, rule)).toBe('0%以上の数値を入力してください。');
    expect(limitWords(1, rule)).toBeNull();
    expect(limitWords(-5, { ...rule, min: null })).toBeNull();
  });

  test('a date lies in its month; the total of a year has none', () => {
    const date = { min: null, max: null, expected: { form: 'date', unit: '回', fiscalYear: 2024 }, month: 0 } as const;
    expect(checkFigure('12/11', date)).toEqual({ ok: false, reason: '4月の日付を入力してください。' });
    expect(checkFigure('4/11', date)).toMatchObject({ ok: true });
    expect(checkFigure('2025-01-31', { ...date, month: 9 })).toMatchObject({ ok: true });
    expect(checkFigure('12/11', { ...date, month: null })).toMatchObject({ ok: true });
  });

  test('what cannot be read is told in a whole sentence', () => {
    expect(checkFigure('0.5', rule)).toEqual({ ok: false, reason: '「0.5」に％が付いていないため、百分率か割合か判断できません。' });
  });
});
