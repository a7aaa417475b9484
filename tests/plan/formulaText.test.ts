import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalizeFormula, shiftFormula, tokenizeFormula } from '../../src/plan/formulaText';

const kinds = (text: string): string[] => tokenizeFormula(text).map(({ kind, text: piece }) => `${kind}:${piece}`);

describe('tokenizeFormula', () => {
  test.each<[string, string[]]>([
    ['SUM(B3:B14)/$C$1', ['function:SUM', 'open:(', 'reference:B3:B14', 'close:)', 'operator:/', 'reference:$C$1']],
    ["'R6 実績'!A1+業務!$B:$C", ["reference:'R6 実績'!A1", 'operator:+', 'reference:業務!$B:$C']],
    ["'It''s'!3:5", ["reference:'It''s'!3:5"]],
    ['LOG10(A1)', ['function:LOG10', 'open:(', 'reference:A1', 'close:)']],
    ['月次_件数_2024*1.5E-3', ['name:月次_件数_2024', 'operator:*', 'number:1.5E-3']],
    ['IF(A1>=0,"A1 ""x""",#N/A)', ['function:IF', 'open:(', 'reference:A1', 'operator:>=', 'number:0', 'separator:,', 'string:"A1 ""x"""', 'separator:,', 'error:#N/A', 'close:)']],
    ['表1[[#This Row],[件数]]', ['structured:表1[[#This Row],[件数]]']],
    ['[1]Sheet1!A1', ['reference:[1]Sheet1!A1']],
    ['業務!#REF!', ['error:業務!#REF!']],
    ['A1#', ['reference:A1', 'operator:#']],
    ['{1,2;3,4}', ['brace:{', 'number:1', 'separator:,', 'number:2', 'separator:;', 'number:3', 'separator:,', 'number:4', 'brace:}']],
    ['ABCD1+XFE1+A1.x', ['name:ABCD1', 'operator:+', 'name:XFE1', 'operator:+', 'name:A1.x']],
    ['TRUE', ['boolean:TRUE']],
    ['OFFSET(A1,1,0):B9', ['function:OFFSET', 'open:(', 'reference:A1', 'separator:,', 'number:1', 'separator:,', 'number:0', 'close:)', 'operator::', 'reference:B9']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  test('the tokens of any text join to that text', () => {
    const piece = fc.constantFrom('A1', '$B$2', ':', "'a b'!", '業務!', '(', ')', ' ', '"x"', '"', "'", '[', ']', '#REF!', '#', '1.5', '+', ',', '表', 'TRUE', '{', '!');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(piece).map((all) => all.join(''))), (text) => {
      expect(tokenizeFormula(text).map((token) => token.text).join('')).toBe(text);
    }));
  });
});

describe('shiftFormula', () => {
  test.each<[string, number, number, string]>([
    ['A1+$A1+A$1+$A$1', 2, 1, 'B3+$A3+B$1+$A$1'],
    ["SUM('R6 A1'!B2:C3,業務!$B2)", 1, 1, "SUM('R6 A1'!C3:D4,業務!$B3)"],
    ['SUM(C:D)+SUM(3:5)+SUM($C:D)+SUM($3:5)', 1, 1, 'SUM(D:E)+SUM(4:6)+SUM($C:E)+SUM($3:6)'],
    ['"A1"&LOG10(A1)&A1.x', 1, 0, '"A1"&LOG10(A2)&A1.x'],
    ['A1*2', -1, 0, '#REF!*2'],
    ['業務!A1', 0, -1, '業務!#REF!'],
    ['XFD1', 0, 1, '#REF!'],
  ])('%s by %i, %i', (text, rows, columns, expected) => {
    expect(shiftFormula(text, rows, columns)).toBe(expected);
  });

  test('shifting there and back changes nothing', () => {
    fc.assert(fc.property(fc.nat(50), fc.nat(50), (rows, columns) => {
      const formula = "IF($A1>B$2,'x y'!C3:D9,SUM(E:F,7:8))&\"C3\"";
      expect(shiftFormula(shiftFormula(formula, rows, columns), -rows, -columns)).toBe(formula);
    }));
  });
});

describe('normalizeFormula', () => {
  test.each([
    ['=sum( $a$1 : B2 )', 'SUM(A1:B2)'],
    ["'業務'!A1", '業務!$a$1'],
    ['((A1+B1))', 'A1+B1'],
    ['_xlfn.XLOOKUP(a1,b:b,c:c)', 'XLOOKUP(A1,B:B,C:C)'],
    ['A1*1.50', 'A1*1.5'],
  ])('%s is %s', (a, b) => {
    expect(normalizeFormula(a)).toBe(normalizeFormula(b));
  });

  test.each([
    ['"a"', '"A"'], ['"a b"', '"ab"'], ['A1+B1', 'B1+A1'], ['(A1)+(B1)', 'A1)+(B1'], ["'R6 実績'!A1", 'R6実績!A1'], ['A1:C3 B2:B9', 'A1:C3B2:B9'], ['A1', 'A2'],
  ])('%s is not %s', (a, b) => {
    expect(normalizeFormula(a)).not.toBe(normalizeFormula(b));
  });
});
