import { describe, expect, test } from '@jest/globals';
import { cellKey, type Book } from '../../src/embedded/model/book';
import { newBook } from '../../src/embedded/model/newBook';
import { cellA1, readArea, readCell } from '../../src/plan/a1';
import { filledCells, said, typeInto } from './hand/cells';
import { cutPaste, moveRows } from './hand/cutPaste';
import { applyEdit, EDIT_KINDS } from './hand/edits';
import { sortRows } from './hand/sortRows';
import { SoakWorkbook } from './workbook';

/** What people do must be done as Excel does it, or the soak proves nothing. */

const [ONE, TWO] = ['表', '別'];

/** A workbook of two sheets; a text that begins with "=" is a formula. */
function bookOf(cells: Readonly<Record<string, string | number>>, others: Readonly<Record<string, string | number>> = {}, names: Readonly<Record<string, string>> = {}): Book {
  const book = newBook('試験.xlsx', [ONE, TWO]);
  [cells, others].forEach((contents, index) => Object.entries(contents).forEach(([address, content]) => {
    const [at, sheet] = [readCell(address), book.sheets[index]];
    if (at && sheet) typeInto(sheet, cellKey(at.row, at.column), typeof content === 'string' && content.startsWith('=') ? { formula: content.slice(1) } : { value: content });
  }));
  for (const [name, refersTo] of Object.entries(names)) book.names.push({ name, refersTo, comment: '', visible: true });
  return book;
}
const sheetOf = (book: Book, name: string) => {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(name);
  return sheet;
};
const shown = (book: Book, name = ONE): Record<string, string> => Object.fromEntries(filledCells(sheetOf(book, name)).map(({ row, column, cell }) => [cellA1(row, column), said(cell)]));
const area = (text: string) => {
  const found = readArea(text);
  if (!found) throw new Error(text);
  return found;
};

describe('cut and paste', () => {
  const cut = (book: Book, from: string, to: string, target = ONE): void => {
    const at = area(to);
    cutPaste(book, { from: sheetOf(book, ONE), area: area(from), to: sheetOf(book, target), row: at.row, column: at.column });
  };

  test('what spoke of the cells goes with them, names too, its dollar signs kept', () => {
    const book = bookOf({ A1: 5, B1: '=A1*2', C1: '=$A$1+A$1' }, { A1: `=${ONE}!A1` }, { 値: `${ONE}!$A$1` });
    cut(book, 'A1', 'A9');
    expect([shown(book), shown(book, TWO), book.names[0]?.refersTo]).toEqual([{ A9: '5', B1: '=A9*2', C1: '=$A$9+A$9' }, { A1: `=${ONE}!A9` }, `${ONE}!$A$9`]);
  });

  test('to another sheet the cells go on speaking of what they spoke of', () => {
    const book = bookOf({ A1: 5, A2: 7, B1: '=A1+A2', C1: '=B1' });
    cut(book, 'A1:B1', 'D4', TWO);
    expect([shown(book), shown(book, TWO)]).toEqual([{ A2: '7', C1: `=${TWO}!E4` }, { D4: '5', E4: `=D4+${ONE}!A2` }]);
  });

  test('what spoke of cells that are pasted over is lost', () => {
    const book = bookOf({ A1: 5, A2: 7, B1: '=A2', B2: '=SUM(A1:A2)' }, {}, { 値: `${ONE}!$A$2` });
    cut(book, 'A1', 'A2');
    expect([shown(book), book.names[0]?.refersTo]).toEqual([{ A2: '5', B1: '=#REF!', B2: '=SUM(A2:A2)' }, '#REF!']);
  });

  test.each([
    ['its last cell down: it grows', 'A3', 'A6', '=SUM(A1:A6)'], ['its first cell below it: it turns', 'A1', 'A6', '=SUM(A3:A6)'], ['a cell of its midst: it stays', 'A2', 'A6', '=SUM(A1:A3)'],
    ['its last cell aside: it stays', 'A3', 'D6', '=SUM(A1:A3)'], ['all of it', 'A1:A3', 'D6', '=SUM(D6:D8)'],
  ])('a range of which was cut %s', (_, from, to, formula) => {
    const book = bookOf({ A1: 1, A2: 2, A3: 3, B1: '=SUM(A1:A3)' });
    cut(book, from, to);
    expect(shown(book)['B1']).toBe(formula);
  });

  test.each([['down', 0, 4, ['b', 'c', 'd', 'a'], ['=A4', '=A1', '=A2', '=A3']], ['up', 3, 0, ['d', 'a', 'b', 'c'], ['=A2', '=A3', '=A4', '=A1']]])('a row cut and put in %s takes what speaks of it along', (_, first, before, order, formulas) => {
    const book = bookOf({ A1: 'a', A2: 'b', A3: 'c', A4: 'd' }, { A1: `=${ONE}!A1`, A2: `=${ONE}!A2`, A3: `=${ONE}!A3`, A4: `=${ONE}!A4` }, { 行: `${ONE}!$A$${first + 1}` });
    moveRows(book, sheetOf(book, ONE), first, 1, before);
    expect(Object.values(shown(book))).toEqual(order.map((text) => JSON.stringify(text)));
    expect(Object.values(shown(book, TWO)).map((text) => text.replace(`${ONE}!`, ''))).toEqual(formulas);
    expect(book.names[0]?.refersTo).toBe(`${ONE}!$A$${before === 0 ? 1 : 4}`);
  });
});

describe('sorting', () => {
  test('carries the cells of a row, formulas speaking of their new row; names and other formulas stay', () => {
    const book = bookOf({ A1: 'b', B1: 2, C1: '=B1*10', A2: 'a', B2: 1, C2: '=B2*10', A3: '=A1' }, {}, { 行: `${ONE}!$B$1` });
    sortRows(sheetOf(book, ONE), area('A1:C2'), 0, false);
    expect([shown(book), book.names[0]?.refersTo]).toEqual([{ A1: '"a"', B1: '1', C1: '=B1*10', A2: '"b"', B2: '2', C2: '=B2*10', A3: '=A1' }, `${ONE}!$B$1`]);
  });

  test('a reference with a sheet before it and a locked row stay', () => {
    const book = bookOf({ A1: 2, B1: `=${ONE}!A1`, C1: '=A$1', A2: 1 });
    sortRows(sheetOf(book, ONE), area('A1:C2'), 0, false);
    expect(shown(book)).toEqual({ A1: '1', A2: '2', B2: `=${ONE}!A1`, C2: '=A$1' });
  });

  test.each([['ascending', false, ['1', '2', '"a"', '"b"']], ['descending', true, ['"b"', '"a"', '2', '1']]])('numbers before texts, blanks last: %s', (_, descending, order) => {
    const book = bookOf({ A1: 'b', A3: 2, A4: 'a', A5: 1 });
    sortRows(sheetOf(book, ONE), area('A1:A5'), 0, descending);
    expect(shown(book)).toEqual(Object.fromEntries(order.map((content, index) => [`A${index + 1}`, content])));
  });
});

test('every kind of edit finds something to do in a workbook at work', async () => {
  const workbook = new SoakWorkbook();
  const idle = [];
  for (const kind of EDIT_KINDS) {
    await workbook.begin('worked');
    // A figure typed over a formula gave way, so that there is a record of it.
    if (kind === 'markKept') await overwrite(workbook);
    const words = Array.from({ length: 6 }, (_, nth) => applyEdit(workbook.book, { kind, sheet: nth * 5, at: nth * 31 + 7, more: nth * 13 + 3, content: 57 }));
    if (words.every((one) => one === null)) idle.push(kind);
  }
  expect(idle).toEqual([]);
});

async function overwrite(workbook: SoakWorkbook): Promise<void> {
  const sheet = sheetOf(workbook.book, '業務');
  const rate = filledCells(sheet).find(({ cell }) => cell.formula !== undefined);
  if (!rate) throw new Error('no formula');
  typeInto(sheet, rate.key, { value: 0.5 });
  workbook.changed();
  await workbook.press({ kind: 'recompute', restore: ['T02-01@2023:4月', 'T02-01@2024:4月'] });
}
