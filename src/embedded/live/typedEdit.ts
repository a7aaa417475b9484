import { contains } from '../../plan/a1';
import { cellKey, type Book, type Cell, type Sheet } from '../model/book';
import { foldName } from '../model/folding';
import type { Content } from '../host/cells/typing';
import { shownText } from '../host/cells/shownText';
import { styleAt } from '../host/cells/styles';
import { contentOf } from '../host/cells/write';
import type { ExcelHost } from '../host/host';
import { guardContents } from '../host/rules/guards';
import { listChoices, validationAt } from './listChoices';
import type { TypedCell } from './liveWorkbook';
import { listRefusal, Refusal, refusalOf } from './refusal';

export interface ReadyCell {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}

/** What Excel makes of typed texts; nothing is written yet. @throws Refusal */
export function readTyped(host: ExcelHost, sheet: Sheet, cells: readonly TypedCell[]): ReadyCell[] {
  return cells.map(({ row, column, text }) => {
    try {
      guardContents(host, sheet, { row, column, rows: 1, columns: 1 });
      if (inMerge(sheet, row, column)) throw new Refusal('結合したセルの一部だけは変更できません。');
      const content = asPercent(host.book, sheet, row, column, text, contentOf(host, sheet, row, column, text));
      return { row, column, content };
    } catch (error) {
      throw refusalOf(error, host.book, sheet, text);
    }
  });
}

/** In a cell shown as a percentage Excel takes 85 for 85%, and a number below 1 as it is (support.microsoft.com, "Format numbers as percentages"). */
function asPercent(book: Book, sheet: Sheet, row: number, column: number, text: string, content: Content): Content {
  const format = styleAt(book, sheet, row, column).numberFormat ?? 'General';
  if (typeof content.value !== 'number' || content.format !== undefined || !/%/.test(format.replace(/"[^"]*"/g, '')) || /[%％]/.test(text)) return content;
  return Math.abs(content.value) < 1 ? content : { ...content, value: Number((content.value / 100).toPrecision(15)) };
}

/** A cell that lies under a merged area without being its first. */
function inMerge(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some((area) => contains(area, row, column) && (area.row !== row || area.column !== column));
}

/** Compares with the cells' drop-down lists what has been written and calculated. @throws Refusal */
export function checkLists(book: Book, sheet: Sheet, cells: readonly ReadyCell[]): void {
  for (const { row, column } of cells) {
    const rule = validationAt(sheet, row, column);
    if (!rule || rule.showError === false || (rule.errorStyle ?? 'stop') !== 'stop') continue;
    const choices = listChoices(book, sheet, rule, row, column);
    const cell: Cell = sheet.cells.get(cellKey(row, column)) ?? {};
    if (!choices || cell.value === undefined) continue;
    if (!isChoice(choices, rule.source, cell, shownText(book, sheet, row, column))) throw listRefusal(rule);
  }
}

/** Choices written into the rule are compared letter by letter, those of cells without regard to case. */
function isChoice(choices: readonly string[], source: string, cell: Cell, shown: string): boolean {
  const plain = typeof cell.value === 'string' || typeof cell.value === 'number' ? String(cell.value) : shown;
  return choices.some((choice) => [plain, shown].some((text) => (source.startsWith('=') ? foldName(text) === foldName(choice) : text === choice)));
}
