import { readCell } from '../../../plan/a1';

const GRAMMAR = /^[\p{L}_\\ー][\p{L}\p{M}\p{N}_.\\?ー]*$/u;
const R1C1 = /^(?:r\d*(?:c\d*)?|c\d*)$/i;

/**
 * Excel's grammar of defined names (support.microsoft.com "Names in formulas"): a letter (kana and kanji included), "_" or "\"
 * first, then also digits, "." and "?"; nothing that reads as a cell in A1 or R1C1 notation; at most 255 characters.
 */
export function isDefinedName(name: string): boolean {
  const narrow = name.normalize('NFKC');
  if (name.length > 255 || !GRAMMAR.test(name) || readCell(narrow) || R1C1.test(narrow)) return false;
  return !/^(?:true|false)$/i.test(narrow);
}
