import { quoteSheet, sheetOfPrefix } from '../../../plan/a1';
import { tokenizeFormula } from '../../../plan/formulaText';

/** A formula with sheet names replaced; `renamed` maps old names to new ones. */
export function renamedReferences(formula: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return formula;
  return tokenizeFormula(formula).map(({ text, prefix = '' }) => {
    const name = prefix === '' ? undefined : renamed.get(sheetOfPrefix(prefix));
    return name === undefined ? text : `${quoteSheet(name)}!${text.slice(prefix.length)}`;
  }).join('');
}
