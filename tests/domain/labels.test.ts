import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalizeLabel } from '../../src/domain/labels';
import { standardDefinitions } from './support';

describe('normalizeLabel', () => {
  test.each([
    ['多・頻／件', '多･頻/件'], ['金額/件（円）', '金額/件(円)'], ['サービススタンダード', 'ｻｰﾋﾞｽｽﾀﾝﾀﾞｰﾄﾞ'], ['サービス', 'サ－ビス'], ['サービス', 'サ―ビス'],
    ['（５）－１', '(5)ー1'], ['（５）－１', '（５）−１'], ['郵送 化　率', '郵送化率'], ['KPI', 'ｋｐｉ'], ['「業務」', '【業務】'], ['合計\n', '合計'], ['4〜6月', '4～6月'],
  ])('%s and %s are one', (one, other) => expect(normalizeLabel(one)).toBe(normalizeLabel(other)));

  test.each([['累計', '合計'], ['（５）－１', '（５）－２'], ['出産一時金', '家族出産一時金'], ['委嘱数', '委嘱数（単月）']])(
    '%s and %s stay two', (one, other) => expect(normalizeLabel(one)).not.toBe(normalizeLabel(other)));

  test('normalising twice changes nothing more', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(normalizeLabel(normalizeLabel(text))).toBe(normalizeLabel(text))), { numRuns: 2000 });
  });

  test('no two rows of a standard table fall together', () => {
    for (const table of standardDefinitions().tables) expect(new Set(table.rows.map((row) => normalizeLabel(row.label))).size).toBe(table.rows.length);
  });
});
