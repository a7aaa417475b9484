import { describe, expect, test } from '@jest/globals';
import { UniverEngine } from '../../../src/embedded/engine/calculation';
import { conditionalPaint } from '../../../src/embedded/grid/view/conditionalPaint';
import { sheetView, type SheetView } from '../../../src/embedded/grid/view/sheetView';
import { StyleShelf } from '../../../src/embedded/grid/view/styleShelf';
import { needsRebuild, viewChanges } from '../../../src/embedded/grid/view/viewChanges';
import { cellKey, type Book, type Cell, type Sheet } from '../../../src/embedded/model/book';
import { newBook } from '../../../src/embedded/model/newBook';
import { readCell } from '../../../src/plan/a1';

const key = (address: string): number => {
  const at = readCell(address);
  if (!at) throw new Error(address);
  return cellKey(at.row, at.column);
};

function bookWith(cells: Readonly<Record<string, Cell>>, names: readonly string[] = ['S']): { book: Book; sheet: Sheet } {
  const book = newBook('b.xlsx', names);
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  for (const [address, cell] of Object.entries(cells)) sheet.cells.set(key(address), cell);
  return { book, sheet };
}

const shelves = new WeakMap<Book, StyleShelf>();
function viewOf(book: Book, sheet: Sheet): SheetView {
  const shelf = shelves.get(book) ?? new StyleShelf(book);
  shelves.set(book, shelf);
  return sheetView({ book, sheet, shelf, paints: new Map(), measure: (text) => text.length * 10 });
}

describe('the view of a sheet', () => {
  test('shows values as their cells do, whatever the format', () => {
    const { book, sheet } = bookWith({
      A1: { value: -0.7, style: { numberFormat: '#,##0.0"ポイント";"▲"#,##0.0"ポイント"' } }, A2: { value: 3, style: { numberFormat: '0"位"' } }, A3: { value: 0.13, style: { numberFormat: '[h]:mm' } },
      A4: { value: true }, A5: { value: { error: '#DIV/0!' } }, A6: { value: '', formula: '""' }, A7: { style: { fill: '#FFFF00' } }, A8: { value: 45383, style: { numberFormat: '[$-411]ggge"年"m"月"d"日"' } },
    });
    sheet.columns.set(0, { width: 30 });
    const { cells } = viewOf(book, sheet);
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((row) => cells.get(key(`A${row}`))?.text)).toEqual(['▲0.7ポイント', '3位', '3:07', 'TRUE', '#DIV/0!', '', '', '令和6年4月1日']);
    expect([6, 7].map((row) => cells.get(key(`A${row}`))?.filled)).toEqual([true, false]);
  });

  test('a figure that does not fit is not cut off; a text and a hidden column are left alone', () => {
    const { book, sheet } = bookWith({ A1: { value: 123_456_789 }, B1: { value: 'とても長いとても長い文' }, C1: { value: 123_456_789 } });
    sheet.columns.set(2, { hidden: true });
    const { cells, columns } = viewOf(book, sheet);
    expect(columns.slice(0, 3)).toEqual([72, 72, 0]);
    expect(['A1', 'B1', 'C1'].map((address) => cells.get(key(address))?.text)).toEqual(['######', 'とても長いとても長い文', '123456789']);
  });

  test('only what differs is written anew', () => {
    const { book, sheet } = bookWith({ A1: { value: 1 }, A2: { value: 2 }, A3: { value: 3 } });
    const before = viewOf(book, sheet);
    sheet.cells.set(key('A1'), { value: 1 });
    sheet.cells.set(key('A2'), { value: 2, style: { bold: true } });
    sheet.cells.delete(key('A3'));
    sheet.columns.set(1, { width: 20 });
    const after = viewOf(book, sheet);
    const changes = viewChanges(before, after);
    expect([...changes.cells].map(([at, cell]) => [at, cell?.text])).toEqual([[key('A2'), '2'], [key('A3'), undefined]]);
    expect([...changes.columns]).toEqual([[1, 160]]);
    expect(needsRebuild([before], [after])).toBe(false);
    sheet.merges = [{ row: 0, column: 0, rows: 1, columns: 2 }];
    expect(needsRebuild([after], [viewOf(book, sheet)])).toBe(true);
  });
});

describe('conditional formats', () => {
  test('follow the cells, other sheets and names; the first rule wins, and the book is left alone', async () => {
    const { book, sheet } = bookWith({ A1: { value: '◎' }, A2: { value: '△' }, A3: { value: 5, formula: 'B1+4' }, B1: { value: 1 } }, ['S', 'T 2']);
    book.sheets[1]?.cells.set(key('A1'), { value: '△' });
    book.names.push({ name: '基準', scope: sheet.id, refersTo: 'S!$B$1', comment: '', visible: true });
    const areas = [{ row: 0, column: 0, rows: 3, columns: 1 }];
    sheet.conditionalFormats = [
      { areas, type: 'custom', formula: 'A1="◎"', fill: '#0000FF', stopIfTrue: true },
      { areas, type: 'custom', formula: "A1='T 2'!$A$1", fill: '#FFFF00', bold: true },
      { areas, type: 'custom', formula: 'AND(ISNUMBER(A1),A1>基準)', color: '#FF0000' },
      { areas, type: 'custom', formula: 'TRUE', fill: '#EEEEEE', color: '#111111' },
      { areas, type: 'custom', formula: '1/0', fill: '#BAD000' },
    ];
    const before = JSON.stringify(book.sheets.map((one) => [...one.cells, ...one.changedCells]));
    expect([...await conditionalPaint(book, sheet, new UniverEngine())]).toEqual([
      [key('A1'), { fill: '#0000FF' }],
      [key('A2'), { fill: '#FFFF00', bold: true, color: '#111111' }],
      [key('A3'), { fill: '#EEEEEE', color: '#FF0000' }],
    ]);
    expect(JSON.stringify(book.sheets.map((one) => [...one.cells, ...one.changedCells]))).toBe(before);
  });
});
