import type { Token } from '../../plan/formulaText';
import { readArea, type Area } from '../../plan/a1';
import { foldName } from './folding';

/** The sheet a token names, without quotes; null where it names none. */
export function sheetOf(token: Token): string | null {
  if (token.prefix === undefined) return null;
  const bare = token.prefix.slice(0, -1);
  return bare.startsWith("'") ? bare.slice(1, -1).replace(/''/g, "'") : bare;
}

/** The token without its sheet: "$A$1:$B$2", "月次", "#REF!". */
export function withoutSheet(token: Token): string {
  return token.text.slice(token.prefix?.length ?? 0);
}

export function isOnSheet(token: Token, sheet: string): boolean {
  const named = sheetOf(token);
  return named !== null && foldName(named) === foldName(sheet);
}

/** The rectangle of a reference, null for any other token. */
export function areaOf(token: Token): Area | null {
  return token.kind === 'reference' ? readArea(withoutSheet(token)) : null;
}
