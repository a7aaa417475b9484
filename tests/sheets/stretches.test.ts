import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stretches, type LikeCells } from '../../src/sheets/stretches';

const cell = (row: number, column: number, look: string, columns = 1): LikeCells => ({ row, column, columns, look });
const area = (row: number, column: number, rows: number, columns = 1): object => ({ row, column, rows, columns });

describe('cells of one look under each other', () => {
  test.each<[string, LikeCells[], object[]]>([
    ['are one area', [cell(1, 2, 'a'), cell(2, 2, 'a'), cell(3, 2, 'a')], [{ look: 'a', area: area(1, 2, 3) }]],
    ['end at a gap', [cell(1, 2, 'a'), cell(3, 2, 'a')], [{ look: 'a', area: area(1, 2, 1) }, { look: 'a', area: area(3, 2, 1) }]],
    ['end at another look', [cell(1, 2, 'a'), cell(2, 2, 'b'), cell(3, 2, 'a')], [{ look: 'a', area: area(1, 2, 1) }, { look: 'b', area: area(2, 2, 1) }, { look: 'a', area: area(3, 2, 1) }]],
    ['are told apart by column and width', [cell(1, 2, 'a', 2), cell(1, 4, 'a'), cell(2, 2, 'a', 2), cell(2, 2, 'a')], [{ look: 'a', area: area(1, 2, 2, 2) }, { look: 'a', area: area(1, 4, 1) }, { look: 'a', area: area(2, 2, 1) }]],
    ['none', [], []],
  ])('%s', (_, cells, wanted) => {
    expect(stretches(cells)).toEqual(wanted);
  });

  test('every cell is in one area of its look, and no other is', () => {
    const some = fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(4), fc.constantFrom('a', 'b')), { selector: ([row, column]) => `${row},${column}` });
    fc.assert(fc.property(some, (cells) => {
      const sorted = [...cells].sort(([a], [b]) => a - b);
      const told = stretches(sorted.map(([row, column, look]) => cell(row, column, look)))
        .flatMap(({ look, area: { row, column, rows } }) => Array.from({ length: rows }, (_, index) => `${row + index},${column},${look}`));
      expect(told.sort()).toEqual(cells.map(([row, column, look]) => `${row},${column},${look}`).sort());
    }));
  });
});
