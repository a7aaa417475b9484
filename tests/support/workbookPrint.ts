import { keyColumn, keyRow, type Book, type Cell, type ColumnLook, type ConditionalFormat, type Opaque, type PageSetup, type RowLook, type Sheet, type Style, type Validation } from '../../src/embedded/model/book';
import { areaA1, cellA1, readCell, type Area } from '../../src/plan/a1';
import { readSheetArea } from '../../src/plan/sheetReference';

/** All that a person can tell of a workbook, as text by place ("業務!C5", "業務 page", "name 月次_…"): cells with formula and look, sheets in their order, names. */
export type WorkbookPrint = ReadonlyMap<string, string>;

const NO_SHEET = (): boolean => false;

/** Prints a workbook. Sheets that are `leftOut`, by their names, are as if they were not there, and so are the names that point at them. */
export function workbookPrint(book: Book, leftOut: (sheet: string) => boolean = NO_SHEET): WorkbookPrint {
  const sheets = book.sheets.filter((sheet) => !leftOut(sheet.name));
  const lines: Line[] = [['sheets', text(sheets.map((sheet) => sheet.name))]];
  for (const sheet of sheets) lines.push(...sheetLines(book, sheet));
  for (const { name, scope, refersTo, comment, visible } of book.names) {
    const owner = scope === undefined ? null : (book.sheets.find((sheet) => sheet.id === scope)?.name ?? 'a sheet that is gone');
    const target = readSheetArea(`=${refersTo}`)?.sheet;
    if (owner !== null && leftOut(owner) || target !== undefined && leftOut(target)) continue;
    lines.push([`name ${name}${owner === null ? '' : ` of ${owner}`}`, text({ refersTo, comment, visible })]);
  }
  return new Map(lines);
}

/** Places that two prints say otherwise of, each in a sentence. */
export function differences(before: WorkbookPrint, after: WorkbookPrint): string[] {
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places].filter((place) => before.get(place) !== after.get(place)).map((place) => `${place}: ${cut(before.get(place))} → ${cut(after.get(place))}`);
}

export const samePrint = (a: WorkbookPrint, b: WorkbookPrint): boolean => a.size === b.size && [...a].every(([place, said]) => b.get(place) === said);

type Line = readonly [place: string, said: string];

const LONGEST = 140;
const cut = (said: string | undefined): string => (said === undefined ? 'nothing' : said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said);

function sheetLines(book: Book, sheet: Sheet): Line[] {
  const { name } = sheet;
  const at = (place: string): string => `${name}!${place}`;
  const { visibility, tabColor, protected: locked, freeze, gridlines, autoFilter, merges, defaultColumnWidth, defaultRowHeight } = sheet;
  const column = (index: number): string => cellA1(0, index).replace(/\d+$/, '');
  return [
    [`${name} sheet`, text({ visibility, tabColor, locked, freeze, gridlines, autoFilter: autoFilter && areaA1(autoFilter), merges: merges.map((area) => areaA1(area)).sort(), defaultColumnWidth, defaultRowHeight })],
    ...line(`${name} page`, pageText(sheet.page)),
    ...sheet.charts.map((chart): Line => [`${name} chart ${chart.name}`, text({ ...chart, kept: undefined })]),
    ...[...sheet.cells].flatMap(([key, cell]) => cellLines(book, at(cellA1(keyRow(key), keyColumn(key))), cell)),
    ...[...sheet.columns].flatMap(([index, look]) => line(at(`${column(index)}:${column(index)}`), columnText(book, look))),
    ...[...sheet.rows].flatMap(([index, look]) => line(at(`${index + 1}:${index + 1}`), rowText(book, look))),
    ...byArea(sheet.conditionalFormats).map(([area, rules]): Line => [`${at(area)} rules`, text(rules)]),
    ...choicesByCells(sheet.validations).map(([area, rule]): Line => [`${at(area)} choices`, rule]),
  ];
}

/** Margins that Excel gives a new sheet are as none. */
function pageText({ margins, ...page }: PageSetup): string {
  const usual = text(margins) === text({ top: 0.75, bottom: 0.75, left: 0.7, right: 0.7, header: 0.3, footer: 0.3 });
  return text(usual ? page : { ...page, margins });
}

/** What says nothing has no line. */
const line = (place: string, said: string): Line[] => (said === NOTHING ? [] : [[place, said]]);

/** What was typed, what a formula gives, and the look. */
function cellLines(book: Book, place: string, { value, formula, style }: Cell): Line[] {
  const shown = value === undefined || value === '' ? [] : [JSON.stringify(value)];
  const typed = formula === undefined ? shown : [`=${formula}`];
  const result = formula === undefined ? [] : shown;
  const look = lookText(book, style);
  return [
    ...typed.map((said): Line => [place, said]), ...result.map((said): Line => [`${place} result`, said]), ...(look === null ? [] : [[`${place} look`, look] as const]),
  ];
}
const columnText = (book: Book, { width, hidden, style }: ColumnLook): string => text({ width, hidden: hidden === true ? true : undefined, style: lookText(book, style) ?? undefined });
/** A height that follows the texts is no one's: Excel makes it anew with every change of them. */
const rowText = (book: Book, { height, fitted, hidden, style }: RowLook): string => text({ height: fitted === true ? undefined : height, hidden: hidden === true ? true : undefined, style: lookText(book, style) ?? undefined });

/** Only what differs from a cell without a look of its own; null: nothing. The apostrophe before a text shows nowhere: what it says, the content says. */
function lookText(book: Book, style: Style | undefined): string | null {
  if (!style) return null;
  // Cells of one look share it, and a print asks for each of them.
  const known = looks.get(style);
  if (known !== undefined) return known;
  const usual: Style = { ...USUAL, fontName: book.defaultFont.name, fontSize: book.defaultFont.size, ...book.defaultStyle };
  const own = Object.entries(style).filter(([member, value]) => value !== undefined && member !== 'quotePrefix' && Reflect.get(usual, member) !== value);
  const said = own.length === 0 ? null : text(Object.fromEntries(own));
  looks.set(style, said);
  return said;
}
const USUAL: Style = { numberFormat: 'General', bold: false, italic: false, underline: false, wrap: false, indent: 0, horizontal: 'general', locked: true };
const looks = new WeakMap<Style, string | null>();

/** Rules with the same area stand in their order; which areas come first is told by no one but where they overlap. */
function byArea(rules: readonly (ConditionalFormat | Validation | Opaque)[]): [area: string, rules: object[]][] {
  const found = new Map<string, object[]>();
  for (const { areas, ...rule } of rules) {
    const area = areas.map((one: Area) => areaA1(one)).sort().join(' ');
    found.set(area, [...(found.get(area) ?? []), rule]);
  }
  return [...found];
}

/** Choices have no order: one rule over two areas is the same as twice that rule. */
function choicesByCells(rules: readonly (Validation | Opaque)[]): [area: string, rule: string][] {
  const found = new Map<string, Area[]>();
  for (const { areas, ...rule } of rules) found.set(text(rule), [...(found.get(text(rule)) ?? []), ...areas]);
  return [...found].map(([rule, areas]) => [columnsOf(areas).sort().join(' '), rule]);
}

/** Areas as columns of neighbouring rows. */
function columnsOf(areas: readonly Area[]): string[] {
  const rows = new Map<number, { from: number; to: number }[]>();
  for (const { row, column, rows: height, columns } of areas) for (let at = column; at < column + columns; at++) rows.set(at, [...(rows.get(at) ?? []), { from: row, to: row + height }]);
  return [...rows].flatMap(([column, spans]) => {
    const joined: { from: number; to: number }[] = [];
    for (const span of spans.sort((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
      else joined.push({ ...span });
    }
    return joined.map(({ from, to }) => areaA1({ row: from, column, rows: to - from, columns: 1 }));
  });
}

/** Members in the order of their names; those without a value are left out. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
const NOTHING = '{}';

/** The cell of a place of a print; null: the place is no cell. */
export function cellOfPlace(place: string): { readonly sheet: string; readonly row: number; readonly column: number } | null {
  const at = place.lastIndexOf('!');
  const cell = at < 0 ? null : readCell(place.slice(at + 1));
  return cell && { sheet: place.slice(0, at), ...cell };
}
