import { tokenizeFormula } from '../../../plan/formulaText';
import type { DefinedName, Sheet } from '../../model/book';
import { foldName } from '../../model/folding';
import { areaOf, sheetOf, withoutSheet } from '../../model/formulaTokens';
import { absoluteText } from '../cells/areas';
import { formulaContent } from '../cells/typing';
import { HostError, notImplemented } from '../errors';
import type { ExcelHost } from '../host';
import { RangeObject } from '../objects/range';
import { isDefinedName } from './definedName';

const LONGEST_COMMENT = 255;

/** @throws HostError InvalidArgument for a name Excel does not take, ItemAlreadyExists */
export function addName(host: ExcelHost, scope: Sheet | undefined, name: string, reference: unknown, comment: string): DefinedName {
  const { names } = host.book;
  host.guardBook();
  if (!isDefinedName(name)) throw new HostError('InvalidArgument', `name "${name}"`);
  if (names.some((one) => one.scope === scope?.id && foldName(one.name) === foldName(name))) throw new HostError('ItemAlreadyExists', `name "${name}"`);
  const refersTo = reference instanceof RangeObject ? absoluteText(reference.sheet, reference.area) : nameFormula(host, reference);
  const added: DefinedName = { name, ...(scope ? { scope: scope.id } : {}), refersTo, comment: checkedComment(comment), visible: true };
  names.push(added);
  namesChanged(host);
  return added;
}

export function checkedComment(comment: string): string {
  if (comment.length > LONGEST_COMMENT) throw new HostError('InvalidArgument', 'a comment of more than 255 characters');
  return comment;
}

/**
 * A name's formula without its "=". Text without "=" would define a constant text in Excel, and relative references would
 * depend on the active cell: the first is refused, the second is not understood.
 */
export function nameFormula(host: ExcelHost, formula: unknown): string {
  if (typeof formula !== 'string' || !formula.startsWith('=')) throw new HostError('InvalidArgument', 'a name refers to a range or to a formula that begins with "="');
  const { formula: canonical = '' } = formulaContent(host.book, formula.slice(1));
  for (const token of tokenizeFormula(canonical)) {
    if (areaOf(token) && (sheetOf(token) === null || !isAbsolute(withoutSheet(token)))) throw notImplemented(`a name with the relative reference ${token.text}`);
  }
  return canonical;
}

function isAbsolute(cells: string): boolean {
  return cells.split(':').every((corner) => /^\$[A-Z]+(?:\$\d+)?$|^\$\d+$/.test(corner));
}

export function namesChanged(host: ExcelHost): void {
  host.book.namesChanged = true;
  host.calculation.changed();
}
