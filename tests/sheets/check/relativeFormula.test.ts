import { expect, test } from '@jest/globals';
import { readCell } from '../../../src/plan/a1';
import { shiftFormula } from '../../../src/plan/formulaText';
import { relativeFormula } from '../../../src/sheets/check/relativeFormula';

const at = (cell: string): { readonly row: number; readonly column: number } => {
  const found = readCell(cell);
  if (!found) throw new Error(cell);
  return found;
};

test.each([
  ['C5', '=C6/C7', '=R[1]C/R[2]C'], ['C5', '=B5', '=RC[-1]'], ['C5', '=$C$1+C$1+$B5', '=R1C3+R1C+RC2'], ['C5', '=SUM(D5:O5)', '=SUM(RC[1]:RC[12])'], ['C5', '=SUM(C:C)+SUM($C:$C)', '=SUM(C:C)+SUM(C3:C3)'],
  ['C5', '=SUM(4:6)+SUM($4:$6)', '=SUM(R[-1]:R[1])+SUM(R4:R6)'], ['C5', "='別 表'!C9*2", "='別 表'!R[4]C*2"], ['C5', '="C6"&月次_件数', '="C6"&月次_件数'], ['C5', '=#REF!+1', '=#REF!+1'], ['C5', 'c6', '=R[1]C'],
])('%s: %s reads %s', (cell, formula, expected) => {
  expect(relativeFormula(formula, at(cell))).toBe(expected);
});

test.each(['C6/C7', 'SUM(D5:O5)', 'B5+C$1', 'SUM(C4:D9)'])('=%s is the same where it was moved with what it speaks of, and another where it was not', (formula) => {
  const home = at('C5');
  const print = relativeFormula(`=${formula}`, home);
  expect(relativeFormula(`=${shiftFormula(formula, 7, 2)}`, { row: home.row + 7, column: home.column + 2 })).toBe(print);
  expect(relativeFormula(`=${formula}`, { row: home.row + 7, column: home.column + 2 })).not.toBe(print);
});
