import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { copyArea, pasteCells } from '../../../src/embedded/grid/clipboard/copied';
import { readTabText, writeTabText } from '../../../src/embedded/grid/clipboard/tabText';
import { cellKey } from '../../../src/embedded/model/book';
import { newBook } from '../../../src/embedded/model/newBook';

describe('text with tabs', () => {
  test.each([
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['a\n"二\n行"\t"""x"""', [['a'], ['二\n行', '"x"']]],
    ['"12" 個\t3', [['"12" 個', '3']]],
    ['a\t\r\n', [['a', '']]],
    ['\r\nb', [[''], ['b']]],
    ['', []],
  ])('%j is read', (text, rows) => {
    expect(readTabText(text)).toEqual(rows);
  });

  test('what is written is read again', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '、', ' ') });
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      expect(readTabText(writeTabText(rows))).toEqual(rows);
    }));
  });
});

describe('a paste', () => {
  const target = (rows: number, columns: number): Parameters<typeof pasteCells>[1] => ({ row: 10, column: 5, rows, columns });

  test('fills a selection that is a multiple, and goes on over one that is not', () => {
    expect(pasteCells([['1'], ['2']], target(4, 1), undefined).map(({ row, text }) => [row, text])).toEqual([[10, '1'], [11, '2'], [12, '1'], [13, '2']]);
    expect(pasteCells([['1', '2']], target(3, 3), undefined)).toEqual([{ row: 10, column: 5, text: '1' }, { row: 10, column: 6, text: '2' }]);
  });

  test('moves formulas copied here, not those of elsewhere', () => {
    const texts = [['=A1+$B$1']];
    expect(pasteCells(texts, target(2, 1), { row: 0, column: 2 }).map(({ text }) => text)).toEqual(['=D11+$B$1', '=D12+$B$1']);
    expect(pasteCells(texts, target(1, 1), undefined).map(({ text }) => text)).toEqual(['=A1+$B$1']);
  });

  test('text that reads as a number stays text', () => {
    const book = newBook('b.xlsx');
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    for (const [column, value] of ['007', '令和', '=x', 0.5].entries()) sheet.cells.set(cellKey(0, column), { value });
    const copied = copyArea(book, sheet, { row: 0, column: 0, rows: 1, columns: 4 });
    expect(copied.contents).toEqual([["'007", '令和', "'=x", '0.5']]);
    expect(copied.text).toBe('007\t令和\t=x\t0.5\r\n');
  });
});
