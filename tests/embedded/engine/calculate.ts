import { UniverEngine, type CalculationProblem } from '../../../src/embedded/engine/calculation';
import { cellKey, type Book, type CellError, type Scalar } from '../../../src/embedded/model/book';
import { newBook } from '../../../src/embedded/model/newBook';

export const error = (text: CellError['error']): CellError => ({ error: text });

/** A workbook with constants to calculate on; see the table in functions.test.ts. */
export function exampleBook(): Book {
  const book = newBook('Book1.xlsx', ['業務', 'R6 実績', '業務２', '式']);
  put(book, 0, [[1, 10, error('#N/A'), ''], [2.5, 20], ['文字', 30], [true, 40], [undefined, 50]]);
  put(book, 1, [[100], [200]]);
  put(book, 2, [[7]]);
  book.names.push(
    { name: '年度目標', refersTo: '業務!$B$1', comment: '', visible: true },
    { name: '月次', refersTo: '業務!$A$1:$A$5', comment: '', visible: true },
    { name: '業務名', refersTo: '"業務"', comment: '', visible: true },
  );
  return book;
}

export function put(book: Book, sheet: number, rows: readonly (readonly (Scalar | undefined)[])[]): void {
  rows.forEach((row, r) => row.forEach((value, c) => {
    if (value !== undefined) book.sheets[sheet]?.cells.set(cellKey(r, c), { value });
  }));
}

/** Puts the formulas into column F of the first sheet and calculates. */
export async function calculate(formulas: readonly string[]): Promise<{ values: (Scalar | undefined)[]; problems: readonly CalculationProblem[] }> {
  const book = exampleBook();
  const cells = book.sheets[0]?.cells;
  formulas.forEach((formula, row) => cells?.set(cellKey(row, 5), { formula }));
  const engine = new UniverEngine();
  await engine.recalculate(book);
  return { values: formulas.map((_, row) => cells?.get(cellKey(row, 5))?.value), problems: engine.problems };
}
