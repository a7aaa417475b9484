import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluateExpression } from '../../src/domain/evaluateFormula';
import { parseRowFormula, printRowFormula, type Expression, type RowReference } from '../../src/domain/rowFormula';

const parsed = (text: string): Expression => {
  const result = parseRowFormula(text);
  if (!result.ok) throw new Error(result.reason.message);
  return result.data;
};
const problem = (text: string): { message: string; at: number } => {
  const result = parseRowFormula(text);
  if (result.ok) throw new Error(`${text} was accepted`);
  return result.reason;
};
const figures: Record<string, number> = { 郵送件数: 81607, 窓口件数: 4969, ゼロ: 0 };
const value = (text: string): number | null => evaluateExpression(parsed(text), (ref) => figures[ref.row] ?? null);

describe('row formulas', () => {
  test('read the formula of 郵送化率', () => {
    expect(value('[郵送件数]/([窓口件数]+[郵送件数])')).toBeCloseTo(0.94260534, 8);
  });

  test('a row of another table, and the year before', () => {
    expect(parsed('[患者照会数]/[多・頻/件.申請件数]')).toEqual({
      kind: 'binary', operator: '/',
      left: { kind: 'row', ref: { table: null, row: '患者照会数', yearsBack: 0 } },
      right: { kind: 'row', ref: { table: '多・頻/件', row: '申請件数', yearsBack: 0 } },
    });
    expect(parsed('[金額/件:前年度]')).toEqual({ kind: 'row', ref: { table: null, row: '金額/件', yearsBack: 1 } });
  });

  test('signs of a Japanese keyboard are read', () => {
    expect(value('（[郵送件数]－[窓口件数]）÷2')).toBe((81607 - 4969) / 2);
  });

  test('products bind before sums, signs before products, from the left', () => {
    expect(value('2+3*4-6/3')).toBe(12);
    expect(value('-2*-3')).toBe(6);
    expect(value('8/4/2')).toBe(1);
    expect(value('10-3-2')).toBe(5);
  });

  test('a blank operand and a zero denominator give blank', () => {
    expect(value('[郵送件数]+[なし]')).toBeNull();
    expect(value('[郵送件数]/[ゼロ]')).toBeNull();
  });

  test('SUM passes over blanks; all blank is blank', () => {
    expect(value('SUM([郵送件数],[なし],[窓口件数])')).toBe(86576);
    expect(value('SUM([なし])')).toBeNull();
    expect(value('AVERAGE([郵送件数],[なし],[窓口件数])')).toBe(43288);
  });

  test('ROUND is Excel’s', () => {
    expect(value('ROUND(2.5,0)')).toBe(3);
    expect(value('ROUND(-2.5,0)')).toBe(-3);
  });

  test.each([
    ['[郵送件数', '閉じられていません', 1],
    ['[郵送件数]+', '途中で終わっています', 8],
    ['VLOOKUP([a])', '関数「VLOOKUP」は使えません', 1],
    ['[a]]', '読み取れません', 4],
    ['([a]+[b]', '「(」が閉じられていません', 1],
    ['[a:来年度]', '使えるもの: :前年度', 1],
    ['[]', '項目名がありません', 1],
    ['SUM([a]+[b])', '「(」が閉じられていません', 1],
    ['', '途中で終わっています', 1],
  ])('%s is refused with its place', (text, message, at) => {
    expect(problem(text)).toEqual({ message: expect.stringContaining(message), at });
  });

  test('deep nesting is refused, not crashed on', () => {
    expect(problem(`${'('.repeat(500)}1${')'.repeat(500)}`).message).toContain('深すぎます');
  });

  const name = fc.string({ unit: fc.constantFrom('郵', '送', 'A', '・', '/', '（', '）', '.', ':', "'", '[', ']'), minLength: 1, maxLength: 6 });
  const reference: fc.Arbitrary<RowReference> = fc.record({ table: fc.option(name), row: name, yearsBack: fc.constantFrom(0 as const, 1 as const) });
  const expression = fc.letrec<{ any: Expression }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.record({ kind: fc.constant('number' as const), value: fc.integer({ min: 0, max: 9999 }) }),
      fc.record({ kind: fc.constant('row' as const), ref: reference }),
      fc.record({ kind: fc.constant('negate' as const), of: tie('any') }),
      fc.record({ kind: fc.constant('binary' as const), operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), left: tie('any'), right: tie('any') }),
      fc.record({ kind: fc.constant('aggregate' as const), name: fc.constantFrom('SUM' as const, 'AVERAGE' as const), refs: fc.array(reference, { minLength: 1, maxLength: 3 }) }),
      fc.record({ kind: fc.constant('round' as const), of: tie('any'), digits: fc.integer({ min: -3, max: 5 }) }),
    ),
  })).any;

  test('whatever is printed reads back as the same expression', () => {
    fc.assert(fc.property(expression, (one) => {
      expect(parsed(printRowFormula(one))).toEqual(one);
    }));
  });

  test('no text crashes the parser, and every refusal names a place inside the text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => {
      const result = parseRowFormula(text);
      if (!result.ok) expect(result.reason.at).toBeLessThanOrEqual(text.length + 1);
    }));
  });
});
