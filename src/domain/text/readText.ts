import { buildCatalog } from '../catalog';
import type { Definitions, TableDefinition } from '../definitions';
import { fiscalYearLabel } from '../fiscalYear';
import { matchByOrder } from '../recognition/byOrder';
import { assess } from '../recognition/confidence';
import { matchTables, type TableMatch } from '../recognition/matching';
import { odditiesOf } from './oddities';
import { SeriesReader, type WantedLine } from './seriesReader';
import { splitText, type RawLine } from './splitText';
import { strangersOf } from './strangers';
import type { TextReading, TextTable } from './textReading';
import { findTextTables, linesOf, MOST_TABLE_LINES, MOST_TABLES, type TextTableFound } from './textTables';

/** A text with so many tables known by their names is a whole plan, whose tables stand in the order of the definitions. */
const WHOLE_PLAN = 5;
/** What is less sure to be a table of figures is not even named. */
const DOUBTFUL = 0.5;

/**
 * Reads the tables of a pasted text: of a PDF or a mail, or cells copied from a workbook. `fiscalYear`: of tables that name none, in a text
 * that names none. Figures are in their own unit, as Excel holds them; nothing is guessed.
 */
export function readText(text: string, definitions: Definitions, fiscalYear: number | null): TextReading {
  const { lines, cut } = splitText(text);
  const first = findTextTables(lines, definitions, null);
  const told = latestYear(first);
  const yearless = new Set(first.filter((table) => table.found.lines.some((line) => line.year === null)).map((table) => table.header));
  const year = told ?? fiscalYear ?? yearInWords(lines);
  const tables = findTextTables(lines, definitions, year);
  const catalog = buildCatalog(definitions);
  const { matches, proposals, byOrder } = matchAll(tables, definitions.tables);
  const reader = new SeriesReader();
  const wanted = tables.flatMap((table, index) => (matches[index]?.lines ?? []).flatMap(({ line, row }): WantedLine[] => {
    const found = row && catalog.rows.get(row.id);
    return found && line.year !== null ? [{ table, line, row: found, year: line.year }] : [];
  }));
  reader.read(wanted);
  const { series, unread, slips } = reader;
  const years = [...series.values()].map((one) => one.year);
  const latest = years.length === 0 ? null : Math.max(...years);
  const read = definitions.tables.map((definition): TextTable => ({
    definition,
    headers: tables.flatMap((table, index) => (matches[index]?.definition?.id === definition.id ? [table.header] : [])),
    series: [...series.values()].filter((one) => definition.rows.some((row) => row.id === one.rowId)),
  })).filter((table) => table.series.length > 0);
  const strangers = tables.flatMap((table, index) => {
    const match = matches[index];
    const shown = match && (match.definition !== null || assess(table.found, table.section).confidence >= DOUBTFUL);
    return shown ? strangersOf(table, match, proposals[index]?.definition ?? null, definitions.tables) : [];
  });
  return {
    tables: read, series, fiscalYear: latest, unread: unread.sort((a, b) => a.line - b.line), strangers,
    oddities: latest === null ? [] : odditiesOf(catalog, latest, series, slips),
    notes: [
      ...(cut === null ? [] : [cut]),
      ...(tables.length >= MOST_TABLES || linesOf(tables) >= MOST_TABLE_LINES ? [`表が多すぎるため、先頭の${tables.length}個（${linesOf(tables).toLocaleString('en-US')}行）を調べました。`] : []),
      ...(tables.length === 0 ? ['4月から3月までの見出しのある表が見つかりませんでした。見出しの行から選んで、貼り付けてください。'] : []),
      ...(tables.length > 0 && read.length === 0 ? ['表定義にある表は見つかりませんでした。'] : []),
      ...yearNotes(tables.filter((table, index) => yearless.has(table.header) && matches[index]?.definition != null), year, told),
      ...(byOrder.length === 0 ? [] : [`名前が書かれていない表は、表の並び順から判断しました: ${byOrder.map(({ table, definition }) => `${table.header}行目「${definition.name}」`).join('、')}。`]),
    ],
  };
}

interface Matched {
  readonly matches: readonly TableMatch[];
  /** What the order of the tables speaks for, where it was not relied on. */
  readonly proposals: readonly (TableMatch | undefined)[];
  readonly byOrder: readonly { readonly table: TextTableFound; readonly definition: TableDefinition }[];
}

/** By names and labels; where these show a whole plan, the rest by their order. Elsewhere the order only proposes. */
function matchAll(tables: readonly TextTableFound[], definitions: readonly TableDefinition[]): Matched {
  const placed = tables.map((table) => ({ found: table.found, name: table.section }));
  const named = matchTables(placed, definitions);
  const ordered = matchByOrder(named, placed, definitions);
  const known = new Set(named.flatMap((match) => match.definition?.id ?? []));
  if (known.size < WHOLE_PLAN) return { matches: named, proposals: ordered, byOrder: [] };
  const byOrder = tables.flatMap((table, index) => {
    const definition = named[index]?.definition === null ? ordered[index]?.definition : null;
    return definition ? [{ table, definition }] : [];
  });
  return { matches: ordered, proposals: [], byOrder };
}

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
