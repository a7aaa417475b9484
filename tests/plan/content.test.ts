import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contentPrint, sameContent, standingAt, type Standing } from '../../src/plan/content';

const formula = (text: string): Standing => ({ formula: text });

describe('what stands in a cell', () => {
  test.each<[string, Standing, Standing, boolean]>([
    ['numbers to fourteen digits', 0.1 + 0.2, 0.3, true],
    ['another number', 94.3, 94.4, false],
    ['a number and its text', 1, '1', false],
    ['nothing and nothing', '', '', true],
    ['nothing and zero', '', 0, false],
    ['a formula in another spelling', formula('=sum( A1:A3 )'), formula('=SUM(A1:A3)'), true],
    ['another formula', formula('=SUM(A1:A3)'), formula('=SUM(A1:A4)'), false],
    ['a formula and a text that looks like it', formula('=A1'), '=A1', false],
    ['true and its word', true, 'TRUE', false],
  ])('%s', (_, a, b, same) => {
    expect(sameContent(a, b)).toBe(same);
    expect(contentPrint(a) === contentPrint(b)).toBe(same);
  });

  test('a text that begins with "=" is no formula', () => {
    const block = { area: { row: 2, column: 1, rows: 1, columns: 3 }, values: [['=cmd', 7, '']], formulas: [['=cmd', '=A1*7', '']] };
    expect([0, 1, 2, 3, 4].map((column) => standingAt(block, 2, column))).toEqual(['', '=cmd', formula('=A1*7'), '', '']);
  });

  test('a print is four letters, and tells any two figures of a table apart', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 2, maxLength: 40 }), (figures) => {
      const prints = figures.map(contentPrint);
      expect(prints.every((print) => /^[A-Za-z0-9_-]{4}$/.test(print))).toBe(true);
      // 24 bits: of forty figures no more than one pair may ever meet.
      expect(new Set(prints).size).toBeGreaterThanOrEqual(figures.length - 1);
    }), { seed: 6, numRuns: 200 });
  });
});
