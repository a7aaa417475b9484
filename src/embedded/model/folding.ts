/**
 * Folds what Excel does not tell apart in sheet names and defined names: letter case and the width of
 * letters, digits and katakana (NFKC). "ＫＰＩ" and "kpi" are the same sheet.
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
