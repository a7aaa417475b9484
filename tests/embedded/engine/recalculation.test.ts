import { expect, test } from '@jest/globals';
import { UniverEngine } from '../../../src/embedded/engine/calculation';
import { cellKey, type Book, type Scalar } from '../../../src/embedded/model/book';
import { newBook } from '../../../src/embedded/model/newBook';
import { calculate, error, exampleBook, put } from './calculate';

const engine = new UniverEngine();
function value(book: Book, row: number, column: number, sheet = 0): Scalar | undefined {
  return book.sheets[sheet]?.cells.get(cellKey(row, column))?.value;
}
function formula(book: Book, row: number, column: number, text: string, sheet = 0): void {
  book.sheets[sheet]?.cells.set(cellKey(row, column), { formula: text });
}

test('a name that is defined after the formula, pointed elsewhere, and deleted', async () => {
  const book = newBook('a.xlsx', ['業務']);
  put(book, 0, [[1, 2]]);
  formula(book, 0, 2, '目標*10');
  await engine.recalculate(book);
  expect(value(book, 0, 2)).toEqual(error('#NAME?'));
  expect(engine.problems).toEqual([]);
  const name = { name: '目標', refersTo: '業務!$A$1', comment: '', visible: true };
  book.names.push(name);
  await engine.recalculate(book);
  expect(value(book, 0, 2)).toBe(10);
  name.refersTo = '業務!$B$1';
  await engine.recalculate(book);
  expect(value(book, 0, 2)).toBe(20);
  book.names.length = 0;
  await engine.recalculate(book);
  expect(value(book, 0, 2)).toEqual(error('#NAME?'));
});

test('a cell that moved: the same formula text over other cells', async () => {
  const book = newBook('a.xlsx', ['業務']);
  put(book, 0, [[1], [2]]);
  formula(book, 5, 0, 'SUM(A1:A2)');
  await engine.recalculate(book);
  const cells = book.sheets[0]?.cells;
  cells?.set(cellKey(2, 0), { value: 30 });
  cells?.delete(cellKey(0, 0));
  cells?.delete(cellKey(5, 0));
  formula(book, 6, 0, 'SUM(A2:A3)');
  formula(book, 7, 0, 'SUM(A1:A2)');
  await engine.recalculate(book);
  expect([value(book, 6, 0), value(book, 7, 0)]).toEqual([32, 2]);
});

test('two workbooks in one process do not see each other', async () => {
  const one = exampleBook();
  const two = exampleBook();
  put(two, 0, [[500]]);
  for (const book of [one, two]) formula(book, 9, 9, 'SUM(月次)');
  await Promise.all([engine.recalculate(one), new UniverEngine().recalculate(two)]);
  expect([value(one, 9, 9), value(two, 9, 9)]).toEqual([3.5, 502.5]);
});

test('a name of a sheet goes before one of the workbook', async () => {
  const book = exampleBook();
  book.names.push({ name: '年度目標', scope: book.sheets[1]?.id ?? '', refersTo: "'R6 実績'!$A$2", comment: '', visible: true });
  formula(book, 9, 0, '年度目標');
  formula(book, 9, 0, '年度目標', 1);
  formula(book, 10, 0, "'R6 実績'!年度目標");
  await engine.recalculate(book);
  expect([value(book, 9, 0), value(book, 9, 0, 1), value(book, 10, 0)]).toEqual([10, 200, 200]);
});

test('only cells whose value changed are marked', async () => {
  const book = newBook('a.xlsx', ['業務']);
  put(book, 0, [[1, 5]]);
  formula(book, 0, 2, 'A1+1');
  formula(book, 0, 3, 'B1+1');
  await engine.recalculate(book);
  book.sheets[0]?.changedCells.clear();
  put(book, 0, [[2]]);
  await engine.recalculate(book);
  expect([...(book.sheets[0]?.changedCells ?? [])]).toEqual([cellKey(0, 2)]);
});

test.each([
  ['NOSUCHFUNCTION(1)', '#NAME?', 'function NOSUCHFUNCTION'], ['表1[列]', '#REF!', 'structured reference 表1[列]'], ['A1:A3', '#SPILL!', 'the result fills more than one cell'],
  ['[1]Sheet1!A1', '#REF!', 'reference to another workbook or to several sheets: [1]Sheet1!A1'],
] as const)('%s is reported and shows as an error', async (text, shown, reason) => {
  const { values, problems } = await calculate([text, 'F1+1']);
  expect(values).toEqual([error(shown), error(shown)]);
  expect(problems).toEqual([{ sheet: '業務', cell: 'F1', formula: `=${text}`, reason }]);
});

test('a circle of formulas is reported and gives no number', async () => {
  const { values, problems } = await calculate(['F2+1', 'F1+1']);
  expect(values.every((one) => typeof one === 'object')).toBe(true);
  expect(problems.length).toBeGreaterThan(0);
});

test('5,000 cells with 2,500 formulas', async () => {
  const book = newBook('a.xlsx', ['業務']);
  for (let row = 0; row < 500; row++) {
    for (let column = 0; column < 5; column++) book.sheets[0]?.cells.set(cellKey(row, column), { value: row * column + 1 });
    for (let column = 5; column < 10; column++) formula(book, row, column, `IF(COUNT(A${row + 1}:E${row + 1})=5,SUM(A${row + 1}:E${row + 1})/${column - 4},"")`);
  }
  await engine.recalculate(book);
  expect(value(book, 499, 5)).toBe(499 * 10 + 5);
});
