import { columnNumber } from '../../plan/a1';
import { tokenizeFormula, type Token } from '../../plan/formulaText';
import type { SheetCell } from '../blockPlace';

/** A formula as it reads from its cell, "=R[1]C/R5C3": the same wherever the cell moves together with those it speaks of. */
export function relativeFormula(formula: string, at: Pick<SheetCell, 'row' | 'column'>): string {
  return `=${tokenizeFormula(formula.replace(/^=/, '')).map((token) => (token.kind === 'reference' ? relative(token, at) : token.text)).join('')}`;
}

function relative({ text, prefix = '' }: Token, { row, column }: Pick<SheetCell, 'row' | 'column'>): string {
  const corners = text.slice(prefix.length).split(':').map((corner) => {
    const [, columnLock = '', letters, rowLock = '', digits] = CORNER.exec(corner) ?? [];
    // In "$5" the only "$" belongs to the row.
    const rows = digits === undefined ? '' : part('R', letters === undefined ? columnLock || rowLock : rowLock, Number(digits) - 1, row);
    return rows + (letters === undefined ? '' : part('C', columnLock, columnNumber(letters), column));
  });
  return prefix + corners.join(':');
}
const CORNER = /^(\$?)([A-Za-z]+)?(\$?)(\d+)?$/;

function part(letter: 'R' | 'C', lock: string, place: number, from: number): string {
  if (lock !== '') return `${letter}${place + 1}`;
  return place === from ? letter : `${letter}[${place - from}]`;
}
