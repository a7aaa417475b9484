import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  asOfLabel, calendarMonth, calendarYear, dateOfSerial, fiscalMonthOf, fiscalYearLabel, fiscalYearLabelFull, fiscalYearOf,
  isCalendarDate, monthEndLabel, monthLabel, parseMonthWord, readFiscalYear, readMonthWord, serialInFiscalYear, serialOfDate, westernYear,
} from '../../src/domain/fiscalYear';

describe('labels', () => {
  test.each([
    [2024, '令和6年度'], [2019, '令和元年度'], [2018, '平成30年度'], [1989, '平成元年度'], [1988, '昭和63年度'],
  ])('%i is %s', (year, label) => expect(fiscalYearLabel(year)).toBe(label));

  test('the full label shows the Western year beside it', () => expect(fiscalYearLabelFull(2024)).toBe('令和6年度（2024年度）'));

  test('the twelve months run from April to March', () => {
    const labels = Array.from({ length: 12 }, (_, month) => monthLabel(month));
    expect(labels).toEqual(['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月']);
  });

  test.each([
    [2024, 11, '令和7年3月末'], [2024, 0, '令和6年4月末'], [2019, 0, '平成31年4月末'], [2019, 1, '令和元年5月末'], [1988, 9, '平成元年1月末'],
  ])('the end of FY%i month %i is %s', (year, month, label) => expect(monthEndLabel(year, month)).toBe(label));
});

describe('months', () => {
  test('fiscal and calendar months are inverse', () => {
    for (let month = 0; month < 12; month++) expect(fiscalMonthOf(calendarMonth(month))).toBe(month);
    expect([calendarMonth(0), calendarMonth(8), calendarMonth(9), calendarMonth(11)]).toEqual([4, 12, 1, 3]);
  });

  test('January to March lie in the next calendar year', () => {
    expect([0, 8, 9, 11].map((month) => calendarYear(2024, month))).toEqual([2024, 2024, 2025, 2025]);
    expect([fiscalYearOf(2025, 3), fiscalYearOf(2025, 4), fiscalYearOf(2024, 12)]).toEqual([2024, 2025, 2024]);
  });

  test.each([
    ['4月', 4, null], ['４月', 4, null], [' 4 月', 4, null], ['4', 4, null], ['四月', 4, null], ['十二月', 12, null], ['Apr', 4, null], ['APR.', 4, null],
    ['april', 4, null], ['Sept.', 9, null], ['4月まで', 4, null], ['3月末', 3, null], ['2024/4', 4, 2024], ['2024-04', 4, 2024], ['2024年4月', 4, 2024],
    ['R6.4', 4, 2024], ['令和6年4月', 4, 2024], ['令和７年３月末現在', 3, 2025], ['平成31年4月', 4, 2019], ['令和元年5月', 5, 2019], ['H1.2', 2, 1989],
  ])('%s is a month', (text, month, year) => expect(parseMonthWord(text)).toEqual({ month, year }));

  test.each(['', '13月', '0月', '計', '合計', '平均', '①', '②月', '四', '4月5月', '2024/13', 'R0.4', 'H32.4', 'S65.1', 'Mark', 'decision', '1.5', '-4'])(
    '%s is none', (text) => expect(parseMonthWord(text)).toBeNull());

  test('headings may be text, numbers or dates', () => {
    expect([readMonthWord('1月'), readMonthWord(4), readMonthWord(serialOfDate(2025, 3, 1))]).toEqual([9, 0, 11]);
    expect([readMonthWord(13), readMonthWord(true), readMonthWord(serialOfDate(2025, 3, 15)), readMonthWord('計')]).toEqual([null, null, null, null]);
  });
});

describe('fiscal years in words', () => {
  test.each([
    ['令和６年度', 2024], ['R6', 2024], ['r6年度', 2024], ['2024年度', 2024], ['2024', 2024], ['２０２４', 2024], ['平成31年度', 2019], ['令和元年度', 2019],
    ['令和6年度（2024年度）', 2024], ['令和元年度(平成31年度)', 2019], ['昭和63年度', 1988],
  ])('%s is %i', (text, year) => expect(readFiscalYear(text)).toBe(year));

  test.each(['', '令和6年', '6年度', '24', '平成32年度', '令和0年度', '令和6年度（2023年度）', '令和6年度（案）', '②年度', '大正15年度', '20245'])(
    '%s is none', (text) => expect(readFiscalYear(text)).toBeNull());

  test('both labels of every year are read back', () => {
    fc.assert(fc.property(fc.integer({ min: 1927, max: 2099 }), (year) => {
      expect(readFiscalYear(fiscalYearLabel(year))).toBe(year);
      expect(readFiscalYear(fiscalYearLabelFull(year))).toBe(year);
    }));
  });

  test('era years', () => expect([westernYear('令和', '元'), westernYear('h', '31'), westernYear('平成', '32'), westernYear('X', '1')]).toEqual([2019, 2019, null, null]));

  test.each([['R7.7', '令和7年7月'], ['2025-07', '令和7年7月'], ['令和7年7月', '令和7年7月'], ['7月', '7月'], ['未定', '未定']])(
    '時点 %s is shown as %s', (text, label) => expect(asOfLabel(text)).toBe(label));
});

describe('dates', () => {
  test('serials are those of Excel', () => {
    expect([serialOfDate(1900, 3, 1), serialOfDate(2024, 4, 1), serialOfDate(2025, 1, 15)]).toEqual([61, 45383, 45672]);
    expect(dateOfSerial(45672.75)).toEqual({ year: 2025, month: 1, day: 15 });
  });

  test('a day without a year lies in the fiscal year', () => expect([serialInFiscalYear(2024, 1, 15), serialInFiscalYear(2024, 12, 11)]).toEqual([45672, serialOfDate(2024, 12, 11)]));

  test('only days of the calendar are dates', () => {
    expect([isCalendarDate(2024, 2, 29), isCalendarDate(2023, 2, 29), isCalendarDate(2024, 4, 31), isCalendarDate(2024, 13, 1)]).toEqual([true, false, false, false]);
  });

  test('serial and date are inverse', () => {
    fc.assert(fc.property(fc.integer({ min: 61, max: 90_000 }), (serial) => {
      const { year, month, day } = dateOfSerial(serial);
      expect(serialOfDate(year, month, day)).toBe(serial);
    }));
  });
});
