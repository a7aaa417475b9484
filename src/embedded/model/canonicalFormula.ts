import { quoteSheet } from '../../plan/a1';
import { tokenizeFormula, type Token } from '../../plan/formulaText';
import type { Book } from './book';
import { foldName } from './folding';
import { sheetOf, withoutSheet } from './formulaTokens';

/**
 * A formula as Excel shows it after it was typed: functions, cells and TRUE/FALSE in capitals, sheets and
 * defined names as they are spelled in the workbook, numbers in their shortest form. The text must be a formula.
 */
export function canonicalFormula(book: Book, formula: string): string {
  return tokenizeFormula(formula).map((token) => sheetPrefix(book, token) + canonicalToken(book, token)).join('');
}

/** The sheets a formula names that the workbook does not have. */
export function missingSheets(book: Book, formula: string): string[] {
  return tokenizeFormula(formula).flatMap((token) => {
    const sheet = sheetOf(token);
    return sheet === null || spelling(book.sheets, sheet) !== undefined ? [] : [sheet];
  });
}

function canonicalToken(book: Book, token: Token): string {
  const text = withoutSheet(token);
  switch (token.kind) {
    case 'function': case 'boolean': case 'error': case 'reference': return text.toUpperCase();
    case 'number': return shortNumber(text);
    case 'name': return spelling(book.names, text) ?? text;
    default: return text;
  }
}

function shortNumber(text: string): string {
  const number = Number(text);
  return Number.isFinite(number) ? String(number).toUpperCase() : text;
}

function sheetPrefix(book: Book, token: Token): string {
  const sheet = sheetOf(token);
  return sheet === null ? '' : `${quoteSheet(spelling(book.sheets, sheet) ?? sheet)}!`;
}

function spelling(things: readonly { readonly name: string }[], name: string): string | undefined {
  return things.find((thing) => foldName(thing.name) === foldName(name))?.name;
}
