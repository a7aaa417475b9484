import { buildCatalog } from '../catalog';
import type { Definitions, TableDefinition } from '../definitions';
import { fiscalYearLabel } from '../fiscalYear';
import { listsBy } from '../listsBy';
import { matchByHeading } from '../recognition/byHeading';
import { matchByOrder } from '../recognition/byOrder';
import { assess, SURE } from '../recognition/confidence';
import { matchTables, type FoundIn, type TableMatch } from '../recognition/matching';
import { odditiesOf } from './oddities';
import { SeriesReader, type WantedLine } from './seriesReader';
import { splitText, type RawLine } from './splitText';
import { strangersOf } from './strangers';
import type { OwnTables, TextReading, TextTable } from './textReading';
import { findTextTables, type TextTableFound } from './textTables';

/** A text with so many tables known by their names is a whole plan, whose tables stand in the order of the definitions. */
const WHOLE_PLAN = 5;
/** What is less sure to be a table of figures is not even named. */
const DOUBTFUL = 0.5;

/** Makes definitions for tables that none is for. */
export type DefineOwn = (tables: readonly FoundIn[]) => OwnTables;
const NONE_OWN: OwnTables = { tables: [], rows: new Map(), notes: new Map(), noRoom: [] };

/**
 * Reads the tables of a pasted text: of a PDF or a mail, or cells copied from a workbook. `fiscalYear`: of tables that name none, in a text
 * that names none. `defineOwn`: for tables that `definitions` are not for; without it they are only told of. Figures are in their own
 * unit, as Excel holds them; nothing is guessed.
 */
export function readText(text: string, definitions: Definitions, fiscalYear: number | null, defineOwn?: DefineOwn): TextReading {
  const { lines, cut } = splitText(text);
  const first = findTextTables(lines, definitions, null).tables;
  const told = latestYear(first);
  const yearless = new Set(first.filter((table) => table.found.lines.some((line) => line.year === null)).map((table) => table.header));
  const year = told ?? fiscalYear ?? yearInWords(lines);
  const { tables, cut: tablesCut } = findTextTables(lines, definitions, year);
  const { matches, proposals, byOrder } = matchAll(tables, definitions.tables, year);
  // What a definition is for is a table, whatever it looks like.
  const confidences = tables.map((table, index) => (isKnown(matches[index]) ? 1 : assess(table.found, table.section).confidence));
  const unknown = tables.filter((_, index) => !isKnown(matches[index]) && (confidences[index] ?? 0) >= SURE);
  const own = defineOwn && unknown.length > 0 ? defineOwn(unknown.map((table) => ({ found: table.found, name: table.section }))) : NONE_OWN;
  const all = [...definitions.tables, ...own.tables];
  const catalog = buildCatalog({ ...definitions, tables: all });
  const reader = new SeriesReader();
  const wanted = tables.flatMap((table, index) => (matches[index]?.lines ?? []).flatMap(({ line, known }): WantedLine[] => {
    const row = catalog.rows.get(known?.row.id ?? own.rows.get(line) ?? '');
    return row && line.year !== null ? [{ table, line, row, year: line.year }] : [];
  }));
  reader.read(wanted);
  const { series, unread, slips } = reader;
  const years = [...series.values()].map((one) => one.year);
  const latest = years.length === 0 ? null : Math.max(...years);
  const linesOf = listsBy(wanted, (one) => one.row.table.id);
  const seriesOf = listsBy(series.values(), (one) => catalog.rows.get(one.rowId)?.table.id);
  const read = all.map((definition): TextTable => {
    const lines = linesOf.get(definition.id) ?? [];
    return {
      definition, own: own.tables.includes(definition), notes: own.notes.get(definition.id) ?? [],
      headers: [...new Set(lines.map((one) => one.table.header))], lines: lines.length, series: seriesOf.get(definition.id) ?? [],
    };
  }).filter((table) => table.series.length > 0);
  const strangers = tables.flatMap((table, index) => {
    const match = matches[index];
    return match && (confidences[index] ?? 0) >= DOUBTFUL ? strangersOf(table, match, proposals[index] ?? null) : [];
  });
  return {
    tables: read, series, fiscalYear: latest, unread: unread.sort((a, b) => a.line - b.line), strangers,
    oddities: latest === null ? [] : odditiesOf(catalog, latest, series, slips),
    cut: [...[cut, tablesCut].flatMap((one) => one ?? []), ...own.noRoom],
    notes: [
      ...(tables.length === 0 ? ['4月から3月までの見出しのある表が見つかりませんでした。見出しの行から選んで、貼り付けてください。'] : []),
      ...(tables.length > 0 && read.every((table) => table.own) ? ['表定義にある表は見つかりませんでした。'] : []),
      ...yearNotes(tables.filter((table, index) => yearless.has(table.header) && (isKnown(matches[index]) || wanted.some((one) => one.table === table))), year, told),
      ...(byOrder.length === 0 ? [] : [`名前が書かれていない表は、表の並び順から判断しました: ${byOrder.map(({ table, definition }) => `${table.header}行目「${definition.name}」`).join('、')}。`]),
    ],
  };
}

/** The latest fiscal year that a text's tables name, else that it speaks of; null: none. */
export function yearOfText(text: string, definitions: Definitions): number | null {
  const { lines } = splitText(text);
  return latestYear(findTextTables(lines, definitions, null).tables) ?? yearInWords(lines);
}

interface Matched {
  readonly matches: readonly TableMatch[];
  /** What the order of the tables speaks for, where it was not relied on. */
  readonly proposals: readonly (TableDefinition | null)[];
  readonly byOrder: readonly { readonly table: TextTableFound; readonly definition: TableDefinition }[];
}

/** By names and labels; where these show a whole plan, the rest by their order. Elsewhere the order only proposes. */
function matchAll(tables: readonly TextTableFound[], definitions: readonly TableDefinition[], year: number | null): Matched {
  const placed = tables.map((table) => ({ found: table.found, name: table.section }));
  const named = matchByHeading(matchTables(placed, definitions, new Set(), year), year);
  const ordered = matchByOrder(named, placed, definitions);
  const told = ordered.map((match, index) => (isKnown(named[index]) ? null : (match.lines.find((line) => line.known)?.known?.table ?? null)));
  const known = new Set(named.flatMap((match) => match.lines.flatMap((line) => line.known?.table.id ?? [])));
  if (known.size < WHOLE_PLAN) return { matches: named, proposals: told, byOrder: [] };
  return { matches: ordered, proposals: [], byOrder: tables.flatMap((table, index) => [told[index] ?? []].flat().map((definition) => ({ table, definition }))) };
}

const isKnown = (match: TableMatch | undefined): boolean => match?.lines.some((line) => line.known !== null) ?? false;

/** The latest fiscal year that the tables themselves name. */
function latestYear(tables: readonly TextTableFound[]): number | null {
  const years = tables.flatMap(({ found }) => [...(found.year === null ? [] : [found.year]), ...found.lines.flatMap((line) => line.year ?? [])]);
  return years.length === 0 ? null : Math.max(...years);
}

/** The latest fiscal year that is spoken of anywhere. */
function yearInWords(lines: readonly RawLine[]): number | null {
  const years = lines.flatMap((line) => [...line.text.slice(0, 1000).normalize('NFKC').matchAll(/(?:(令和)\s*(\d{1,2}|元)|(20\d{2}))年度/g)].map(([, era, count, western]) => (era === undefined ? Number(western) : 2018 + (count === '元' ? 1 : Number(count)))));
  return years.length === 0 ? null : Math.max(...years);
}

function yearNotes(yearless: readonly TextTableFound[], year: number | null, told: number | null): string[] {
  if (yearless.length === 0) return [];
  const where = `${yearless.slice(0, 5).map((table) => table.header).join('・')}行目${yearless.length > 5 ? 'など' : ''}の表`;
  if (year === null) return [`${where}は年度が書かれていないため、読み込めません。見出しか表題に「令和6年度」のように書いてから、もう一度貼り付けてください。`];
  return [`${where}は年度が書かれていないため、${told === null ? '' : '文章にある最も新しい年度の'}${fiscalYearLabel(year)}として読みました。`];
}
