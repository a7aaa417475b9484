import { changeFormulas } from './bookFormulas';
import { cellKey, keyColumn, keyRow, type Book, type Cell, type Sheet } from './book';
import { moveArea, moveLinesIn, type LineChange } from './references';

/**
 * Puts whole rows or columns into a sheet or takes them out: cells, looks, merges, rules and print set-up move, and every
 * formula and name of the workbook follows. Charts stay where they are.
 */
export function changeLines(book: Book, sheet: Sheet, change: LineChange): void {
  moveCells(sheet, change);
  moveLooks(change.axis === 'rows' ? sheet.rows : sheet.columns, change);
  sheet.changed.add(change.axis);
  sheet.changed.add('cells');
  sheet.merges = sheet.merges.flatMap((area) => moveArea(area, change) ?? []);
  moveRules(sheet, change);
  moveFilter(sheet, change);
  movePage(sheet, change);
  changeFormulas(book, (formula, home) => moveLinesIn(formula, home?.name ?? '', sheet.name, change));
}

/** Where a line goes; null where it is taken out. */
function moved(line: number, { at, count }: LineChange): number | null {
  if (line < at) return line;
  return count < 0 && line < at - count ? null : line + count;
}

function moveCells(sheet: Sheet, change: LineChange): void {
  const before = [...sheet.cells];
  sheet.cells.clear();
  for (const [key, cell] of before) {
    const line = change.axis === 'rows' ? keyRow(key) : keyColumn(key);
    const to = moved(line, change);
    const target = to === null ? null : change.axis === 'rows' ? cellKey(to, keyColumn(key)) : cellKey(keyRow(key), to);
    if (target !== null) sheet.cells.set(target, cell satisfies Cell);
    if (target === key) continue;
    sheet.changedCells.add(key);
    if (target !== null) sheet.changedCells.add(target);
  }
}

function moveLooks<T>(looks: Map<number, T>, change: LineChange): void {
  const before = [...looks];
  looks.clear();
  for (const [line, look] of before) {
    const to = moved(line, change);
    if (to !== null) looks.set(to, look);
  }
}

function moveRules(sheet: Sheet, change: LineChange): void {
  const shifted = <T extends { readonly areas: Sheet['merges'] | readonly Sheet['merges'][number][] }>(rules: readonly T[]): T[] =>
    rules.map((rule) => ({ ...rule, areas: rule.areas.flatMap((area) => moveArea(area, change) ?? []) })).filter((rule) => rule.areas.length > 0);
  if (sheet.conditionalFormats.length > 0) {
    sheet.conditionalFormats = shifted(sheet.conditionalFormats);
    sheet.changed.add('conditionalFormats');
  }
  if (sheet.validations.length > 0) {
    sheet.validations = shifted(sheet.validations);
    sheet.changed.add('validations');
  }
}

function moveFilter(sheet: Sheet, change: LineChange): void {
  if (!sheet.autoFilter) return;
  sheet.autoFilter = moveArea(sheet.autoFilter, change) ?? undefined;
  sheet.changed.add('filter');
}

function movePage(sheet: Sheet, change: LineChange): void {
  const { page } = sheet;
  const lines = change.axis === 'rows' ? 'titleRows' : 'titleColumns';
  const titles = page[lines];
  const area = page.printArea && moveArea(page.printArea, change);
  if (page.printArea && area) page.printArea = area;
  else delete page.printArea;
  if (titles) {
    const span = moveArea({ row: titles.first, column: titles.first, rows: titles.last - titles.first + 1, columns: titles.last - titles.first + 1 }, change);
    const [first, count] = span ? (change.axis === 'rows' ? [span.row, span.rows] : [span.column, span.columns]) : [0, 0];
    if (span) page[lines] = { first, last: first + count - 1 };
    else delete page[lines];
  }
  if (titles || area !== undefined) sheet.changed.add('page');
}
