import { expect, test } from '@jest/globals';
import { cellId, compareFormulas } from '../../src/sheets/sameFormula';

const numbers = (...cells: string[]) => (cell: string): boolean => cells.includes(cell);
const none = numbers();

test('spelling makes no difference', () => {
  expect(compareFormulas("=if(COUNT('業務'!$C$5:n5)>0, sum(C5:N5),\"\")", '=IF(COUNT(C5:N5)>0,SUM(C5:N5),"")', '業務', none)).toBe('same');
});

test('text in quotes does', () => {
  expect(compareFormulas('=IF(A1="a",1,2)', '=IF(A1="A",1,2)', '業務', none)).toBe('different');
});

test('a range that grew over an empty column is the same, over numbers it is stretched', () => {
  const wanted = '=SUM(C5:E5,G5:N5)';
  expect(compareFormulas('=SUM(C5:N5)', wanted, '業務', none)).toBe('same');
  expect(compareFormulas('=SUM(C5:N5)', wanted, '業務', numbers(cellId('業務', 4, 5)))).toBe('stretched');
});

test('a missing month is a difference', () => {
  expect(compareFormulas('=SUM(C5:M5)', '=SUM(C5:N5)', '業務', none)).toBe('different');
});

test('cells of another sheet are other cells', () => {
  expect(compareFormulas('=SUM(保健!C5:N5)', '=SUM(C5:N5)', '業務', none)).toBe('different');
});
