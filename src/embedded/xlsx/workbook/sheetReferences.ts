import { quoteSheet } from '../../../plan/a1';
import { tokenizeFormula } from '../../../plan/formulaText';

/** The sheet name in a reference's prefix: "'R6 実績'!" → "R6 実績". */
export function sheetOfPrefix(prefix: string): string {
  return prefix.startsWith("'") ? prefix.slice(1, -2).replace(/''/g, "'") : prefix.slice(0, -1);
}

/** A formula with sheet names replaced; `renamed` maps old names to new ones. */
export function renamedReferences(formula: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return formula;
  return tokenizeFormula(formula).map(({ text, prefix = '' }) => {
    const name = prefix === '' ? undefined : renamed.get(sheetOfPrefix(prefix));
    return name === undefined ? text : `${quoteSheet(name)}!${text.slice(prefix.length)}`;
  }).join('');
}
