import { readArea } from '../plan/a1';
import { sheetOfPrefix } from '../plan/a1';
import { normalizeFormula, tokenizeFormula, type Token } from '../plan/formulaText';

/** A cell as a comparison names it: "SHEET!row,column". */
export type CellId = string;
export const cellId = (sheet: string, row: number, column: number): CellId => `${sheet.normalize('NFKC').toUpperCase()}!${row},${column}`;

/** Whether a cell bears a number. */
export type NumberTest = (cell: CellId) => boolean;

const SET_FUNCTIONS = new Set(['SUM', 'COUNT', 'AVERAGE', 'MIN', 'MAX']);
/** Larger ranges are compared as they are written. */
const MAX_CELLS = 2000;

export type FormulaRelation = 'same' | 'stretched' | 'different';

/**
 * Compares a formula found on `sheet` with the one that belongs there. What Excel itself does to a
 * formula when rows or columns are inserted is no difference: a range may have grown over cells that
 * bear no number. 'stretched': it has grown over numbers (a quarter's subtotal, say) and would count them.
 */
export function compareFormulas(found: string, wanted: string, sheet: string, bearsNumber: NumberTest): FormulaRelation {
  if (normalizeFormula(found) === normalizeFormula(wanted)) return 'same';
  const wantedCells = new Set<CellId>();
  const canonicalWanted = canonical(wanted, sheet, (cell) => wantedCells.add(cell) !== undefined);
  if (canonical(found, sheet, (cell) => wantedCells.has(cell) || bearsNumber(cell)) === canonicalWanted) return 'same';
  return canonical(found, sheet, (cell) => wantedCells.has(cell)) === canonicalWanted ? 'stretched' : 'different';
}

/** The formula with every reference list of an aggregate replaced by the set of its cells. */
function canonical(formula: string, sheet: string, keep: (cell: CellId) => boolean): string {
  const tokens = tokenizeFormula(formula.replace(/^=/, '')).filter((token) => token.kind !== 'space');
  const parts: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const list = token.kind === 'function' && SET_FUNCTIONS.has(token.text.toUpperCase()) ? referenceList(tokens, at + 1) : null;
    const cells = list && cellsOf(list.references, sheet, keep);
    if (!list || !cells) {
      parts.push(normalizeFormula(token.text) || token.text);
      continue;
    }
    parts.push(`${token.text.toUpperCase()}{${cells.join(' ')}}`);
    at = list.end;
  }
  return parts.join('');
}

/** References between the parentheses after a function; null where anything else stands there. */
function referenceList(tokens: readonly Token[], open: number): { references: Token[]; end: number } | null {
  if (tokens[open]?.kind !== 'open') return null;
  const references: Token[] = [];
  for (let at = open + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === 'reference') references.push(token);
    else if (token?.kind === 'close') return { references, end: at };
    else if (token?.kind !== 'separator') return null;
  }
  return null;
}

function cellsOf(references: readonly Token[], ownSheet: string, keep: (cell: CellId) => boolean): CellId[] | null {
  const cells = new Set<CellId>();
  for (const reference of references) {
    const prefix = reference.prefix ?? '';
    const area = readArea(reference.text.slice(prefix.length));
    if (!area || area.rows * area.columns > MAX_CELLS) return null;
    const sheet = prefix === '' ? ownSheet : sheetOfPrefix(prefix);
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = cellId(sheet, row, column);
        if (keep(cell)) cells.add(cell);
      }
    }
  }
  return [...cells].sort();
}
