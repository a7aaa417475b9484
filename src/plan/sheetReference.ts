import { areaA1, quoteSheet, readArea, sheetOfPrefix, type Area } from './a1';
import { tokenizeFormula } from './formulaText';

/** One rectangle of one sheet. */
export interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

/** Reads "=業務!$C$5:$N$5"; null where it is anything but one rectangle of one sheet (#REF! included). */
export function readSheetArea(refersTo: string): SheetArea | null {
  const tokens = tokenizeFormula(refersTo.replace(/^=/, ''));
  const [token, ...more] = tokens;
  if (!token || more.length > 0 || token.kind !== 'reference' || token.prefix === undefined) return null;
  const sheet = sheetOfPrefix(token.prefix);
  const area = readArea(token.text.slice(token.prefix.length));
  return area && !sheet.includes('[') ? { sheet, area } : null;
}

/** "=業務!$C$5:$N$5", as the Name Manager shows it. */
export function writeSheetArea({ sheet, area }: SheetArea): string {
  return `=${quoteSheet(sheet)}!${areaA1(area, true)}`;
}

export const sameArea = (a: Area, b: Area): boolean => a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
