import { STATUS_MARKS, type StatusMark } from '../domain/marks';
import type { CellStyle, ConditionalRule } from '../plan/workbookPlan';

/** One face and few colours, so that every sheet of ours looks alike. Text on fill is at least 4.5:1 (tested). */
export const FONT = '游ゴシック';
export const FONT_SIZE = 10;
/** Excel's limit of a row, in points. */
export const HIGHEST_ROW = 409;

export const COLORS = {
  text: '#1F1F1F',
  quiet: '#5F5F5F',
  title: '#1F3864',
  headerFill: '#DCE6F1',
  derivedFill: '#F2F2F2',
  inputFill: '#FFFFFF',
  personFill: '#FFFBE6',
  line: '#8C8C8C',
  thisYear: '#1F4E9E',
  previousYear: '#8FAADC',
  target: '#C00000',
} as const;

/** Fill and text of each status mark; the symbol itself carries the meaning in black and white. */
export const MARK_COLORS: Readonly<Record<StatusMark, { readonly fill: string; readonly color: string }>> = {
  '◎': { fill: '#1F4E9E', color: '#FFFFFF' },
  '○': { fill: '#C6E7CE', color: '#0B4A1E' },
  '△': { fill: '#FFE49A', color: '#5C3B00' },
  '×': { fill: '#B3261E', color: '#FFFFFF' },
  '□': { fill: '#D9D9D9', color: '#1F1F1F' },
  '－': { fill: '#FFFFFF', color: '#5F5F5F' },
};

/** One rule a symbol, for an area whose first cell is `firstCell` (relative, e.g. "F7"). */
export function markRules(firstCell: string): ConditionalRule[] {
  return STATUS_MARKS.map((mark) => ({
    formula: `=${firstCell}="${mark}"`,
    fill: MARK_COLORS[mark].fill,
    color: MARK_COLORS[mark].color,
    bold: mark === '◎' || mark === '×',
  }));
}

export const STYLES = {
  base: { fontName: FONT, fontSize: FONT_SIZE, color: COLORS.text, vertical: 'Center' },
  title: { fontSize: 16, bold: true, color: COLORS.title },
  tableTitle: { fontSize: 12, bold: true, color: COLORS.title },
  note: { fontSize: 9, color: COLORS.quiet },
  header: { bold: true, fill: COLORS.headerFill, horizontal: 'Center', wrap: true, borders: { outline: 'thin', inside: 'thin', color: COLORS.line } },
  body: { borders: { outline: 'thin', inside: 'hair', color: COLORS.line } },
  derived: { fill: COLORS.derivedFill },
  wrapped: { wrap: true, vertical: 'Top' },
  centered: { horizontal: 'Center' },
} as const satisfies Record<string, CellStyle>;
