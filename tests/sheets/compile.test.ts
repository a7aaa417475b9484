import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluateExpression } from '../../src/domain/evaluateFormula';
import { parseRowFormula, type Expression } from '../../src/domain/rowFormula';
import { UniverEngine } from '../../src/embedded/engine/calculation';
import { cellKey } from '../../src/embedded/model/book';
import { newWorkbook } from '../../src/embedded/xlsx/open';
import { compileExpression, type Operand } from '../../src/sheets/compile';

type Index = number;
const operand = (index: Index): Operand => ({ kind: 'cell', sheet: '業務', row: index, column: 2 });
const compiled = (text: string): string | null => {
  const parsed = parseRowFormula(text);
  if (!parsed.ok) throw new Error(parsed.reason.message);
  return compileExpression(parsed.data, '業務', (ref) => (ref.row === 'なし' ? null : { kind: 'cell', sheet: ref.table ?? '業務', row: 'abcdef'.indexOf(ref.row), column: 2 }));
};

test('a ratio is guarded against blanks and a zero denominator', () => {
  expect(compiled('[b]/([a]+[b])')).toBe('=IF(COUNT(C1:C2)=2,IF(C1+C2<>0,C2/(C1+C2),""),"")');
});

test('a row of another sheet is quoted where it must be', () => {
  expect(compiled('[a]/[R6 実績.b]')).toBe(`=IF(COUNT('R6 実績'!C2,C1)=2,IF('R6 実績'!C2<>0,C1/'R6 実績'!C2,""),"")`);
});

test('aggregates need one number only', () => {
  expect(compiled('SUM([a],[b],[c])')).toBe('=IF(COUNT(C1:C3)>0,SUM(C1:C3),"")');
});

test('a row without a place cannot be compiled', () => {
  expect(compiled('[a]/[なし]')).toBeNull();
});

const ROWS = 5;
const expression = fc.letrec<{ any: Expression<Index> }>((tie) => {
  const index = fc.integer({ min: 0, max: ROWS - 1 });
  return {
    any: fc.oneof(
      { maxDepth: 4 },
      fc.record({ kind: fc.constant('row' as const), ref: index }),
      fc.record({ kind: fc.constant('number' as const), value: fc.integer({ min: 0, max: 9 }) }),
      // A lone "=-0" is the one formula that the engine answers with text.
      fc.record({ kind: fc.constant('negate' as const), of: tie('any').filter((of) => of.kind !== 'number' || of.value !== 0) }),
      fc.record({ kind: fc.constant('round' as const), of: tie('any'), digits: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ kind: fc.constant('binary' as const), operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), left: tie('any'), right: tie('any') }),
      fc.record({ kind: fc.constant('aggregate' as const), name: fc.constantFrom('SUM' as const, 'AVERAGE' as const, 'MIN' as const, 'MAX' as const), refs: fc.array(index, { minLength: 1, maxLength: 4 }) }),
    ),
  };
}).any;

test('the compiled formula and the evaluation on numbers agree, blanks and zeros included', async () => {
  const figures = fc.array(fc.option(fc.integer({ min: -9, max: 9 }), { freq: 4 }), { minLength: ROWS, maxLength: ROWS });
  const cases = fc.sample(fc.tuple(expression, figures), { numRuns: 400, seed: 20250407 });
  const { book } = newWorkbook();
  const sheet = book.sheets[0];
  if (!sheet) throw new Error('no sheet');
  sheet.name = '業務';
  cases.forEach(([one, values], column) => {
    values.forEach((value, row) => { if (value !== null) sheet.cells.set(cellKey(row, column), { value }); });
    const formula = compileExpression(one, '業務', (index) => ({ ...operand(index), column }) as Operand);
    sheet.cells.set(cellKey(ROWS + 1, column), { formula: (formula ?? '').slice(1) });
  });
  await new UniverEngine().recalculate(book);
  cases.forEach(([one, values], column) => {
    const expected = evaluateExpression(one, (index) => values[index] ?? null);
    const shown = sheet.cells.get(cellKey(ROWS + 1, column))?.value;
    if (expected === null) expect([JSON.stringify(one), shown]).toEqual([JSON.stringify(one), '']);
    else expect([JSON.stringify(one), typeof shown === 'number' ? shown.toFixed(6) : shown]).toEqual([JSON.stringify(one), (expected + 0).toFixed(6)]);
  });
});
