import { describe, expect, test } from '@jest/globals';
import type { RowDefinition } from '../../../src/domain/definitions';
import { zeroDivisions } from '../../../src/domain/checks/zeroDivisor';
import { book, catalogOf, line, sourceFigures, standardCatalog } from './support';

/** Where a row of this formula divides by 0 in April, and by which rows. */
function found(row: Partial<RowDefinition>, a: number | null, b: number | null, totals: readonly [number | null, number | null] = [null, null]): string[] {
  const catalog = catalogOf([{ id: 'A' }, { id: 'B' }, { id: 'R', kind: '率', ...row }]);
  const rate = catalog.rows.get('R');
  if (!rate) throw new Error('no row');
  return zeroDivisions(rate, 2024, book({ A: line([a], totals[0]), B: line([b], totals[1]) })).map(({ at, divisor }) => `${at} ${divisor.map((ref) => ref.rowId).join('+')}`);
}

describe('dividing by 0', () => {
  test.each<readonly [string, number | null, number | null, string[]]>([
    ['[A]/[B]', 5, 0, ['0 B']],
    ['[A]/[B]', 5, 2, []],
    ['[A]/[B]', 0, 0, []],
    ['[A]/[B]', 5, null, []],
    ['[A]/[B]', null, 0, []],
    ['[A]/([A]-[B])', 3, 3, ['0 A+B']],
    ['1-[A]/[B]', 5, 0, ['0 B']],
    ['ROUND([A]/[B],2)', 5, 0, ['0 B']],
    ['-([A]/[B])', 5, 0, ['0 B']],
    ['[A]/SUM([B])', 5, 0, ['0 B']],
    ['[B]/[A]', 5, 0, []],
    ['[A]+[B]', 5, 0, []],
    ['[A]/[無い]', 5, 0, []],
  ])('%s of %p and %p', (formula, a, b, expected) => {
    expect(found({ formula, total: 'なし' }, a, b)).toEqual(expected);
  });

  test('of totals by their own formula', () => {
    expect(found({ formula: '[A]/[B]', total: '計算式' }, 5, 2, [5, 0])).toEqual(['total B']);
    expect(found({ total: '=[A]/[B]' }, 5, 0, [5, 0])).toEqual(['total B']);
    expect(found({ total: '=[A]/[B]' }, 0, 0, [0, 0])).toEqual([]);
  });

  test('nothing in the source', () => {
    const [catalog, figures] = [standardCatalog(), sourceFigures()];
    expect([...catalog.rows.values()].flatMap((row) => [2023, 2024].flatMap((year) => zeroDivisions(row, year, figures)))).toEqual([]);
  });
});
