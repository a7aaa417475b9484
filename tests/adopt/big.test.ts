import { expect, test } from '@jest/globals';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { cellAt, sheetOf } from '../embedded/xlsx/packages';
import { bigWorkbook } from './big';

test.each([[false, 0], [true, 3]])('the large workbook (tables: %s) holds what is said of it', (tables, count) => {
  const big = bigWorkbook(tables);
  const { book } = openWorkbook(big.bytes, 'big.xlsx');
  expect(book.sheets).toHaveLength(60);
  const used = book.sheets.reduce((sum, { cells }) => sum + [...cells.values()].filter(({ value }) => value !== undefined).length, 0);
  expect([used, big.cells]).toEqual([200_000, 200_000]);
  expect(big.tables).toHaveLength(count);
  for (const table of big.tables) {
    const sheet = sheetOf(book, table.sheet);
    expect(table.months.map((address) => cellAt(sheet, address)?.value)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => `${month}月`));
    expect(cellAt(sheet, table.total)?.value).toBe('計');
    for (const line of table.lines) {
      expect(cellAt(sheet, line.labelCell)?.value).toBe(line.label);
      const figures = line.cells.map((address) => Number(cellAt(sheet, address)?.value));
      expect(cellAt(sheet, line.total)?.value).toBe(figures.reduce((sum, value) => sum + value, 0));
    }
  }
});
