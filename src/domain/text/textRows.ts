import type { Definitions } from '../definitions';
import { normalizeLabel } from '../labels';
import { looseKey } from '../recognition/likeness';
import { isUnit, splitYear } from '../recognition/lineLabel';
import { readMonthCell } from '../recognition/looseFigure';
import { matrixOf } from '../recognition/matrix';
import { findMonthHeaders, type MonthHeader } from '../recognition/monthHeader';
import { isLabelWord, isTotalWord } from '../recognition/words';
import { MOST_CELLS, type RawLine } from './splitText';
import { looksLikeFigure, wordsOf } from './textWords';

/** A line of a text, laid out by positions as a row of a sheet is. */
export interface TextRow {
  readonly number: number;
  readonly layout: 'words' | 'cells';
  /** As written, by position. */
  readonly raw: readonly string[];
  /** As tables are recognised by: what cannot be read is left out, so that it does not end its table. */
  readonly contents: readonly string[];
  /** The nearest line above, or this one, that names a group; "" for none. */
  readonly section: string;
  /** Its figures in their order, where they stand in a row of words below a heading; null: a heading, cells or plain text. */
  readonly values: readonly string[] | null;
}

/** The heading that figures in a row of words stand below. */
interface Scope {
  readonly first: number;
  /** Figures of a whole line, and the most that can stand in one. */
  readonly complete: number;
  readonly most: number;
  /** Where the total stands; null: there is none. */
  readonly total: number | null;
  readonly year: number | null;
}

/** A longer text is no label and no title. */
const LONGEST_LABEL = 40;
const LONGEST_TEXT = 100;
const LONGEST_CELL = 200;
/** With fewer figures a line belongs to a table only if its label says so. */
const FEW = 3;

/** Lays lines out. `year`: of lines that none is told for. */
export function layRows(lines: readonly RawLine[], definitions: Pick<Definitions, 'groups' | 'tables'>, year: number | null): TextRow[] {
  const sections = sectionReader(definitions.groups);
  const known = new Set(definitions.tables.flatMap((table) => table.rows.flatMap((row) => [row.label, ...row.aliases].map(looseKey))));
  let section = '';
  let scope: Scope | null = null;
  return lines.map((line): TextRow => {
    section = sections(line.text) ?? section;
    const words = line.cells ?? wordsOf(line.text);
    // Months need a place for labels before them, which a heading without a word of its own has not.
    const headers = words.length < 12 || words.length > MOST_CELLS ? [] : findMonthHeaders(matrixOf([line.cells ?? ['', ...words]]), 0);
    if (line.cells) {
      if (headers.length > 0) scope = scopeOf(headers, words);
      const cells = headers.length > 0 || !scope ? line.cells : withPercent(line.cells, scope.first);
      return { number: line.number, layout: 'cells', raw: cells, contents: cells.map((cell) => cell.slice(0, LONGEST_CELL)), section, values: null };
    }
    const rowOf = (raw: readonly string[], contents: readonly string[], values: readonly string[] | null): TextRow => ({ number: line.number, layout: 'words', raw, contents, section, values });
    const [first] = headers;
    if (first) {
      const start = (first.months[0] ?? 1) - 1;
      const heading = [headingOf(words.slice(0, start)), ...words.slice(start)];
      scope = scopeOf(findMonthHeaders(matrixOf([heading]), 0), heading);
      return rowOf(heading, heading, null);
    }
    const found = scope && readValues(words, scope, known);
    if (!found || !scope) return rowOf([line.text], [line.text.slice(0, LONGEST_TEXT)], null);
    const lineYear = splitYear(found.label).year ?? scope.year ?? year;
    const { first: start, complete, most, total } = scope;
    const raw = withPercent([found.label, ...Array<string>(start - 1).fill(''), ...found.values], start);
    const values = raw.slice(start);
    const readable = values.slice(0, most).map((value) => (readMonthCell(value, lineYear).kind === 'text' ? '' : value));
    // Of a line that lost its blanks, the last figure is the total if anything is.
    if (total !== null && values.length < complete && values.length > 1) readable.splice(-1, 1, ...Array<string>(total - start - values.length + 1).fill(''), readable.at(-1) ?? '');
    return rowOf(raw, [...raw.slice(0, start), ...readable], values);
  });
}

function scopeOf(headers: readonly MonthHeader[], words: readonly string[]): Scope | null {
  const [header] = headers;
  if (!header) return null;
  const first = Math.max(1, header.months[0] ?? 1);
  const totals = headers.flatMap((one) => one.after.find((heading) => isTotalWord(heading.text))?.position ?? []);
  const last = Math.max(...headers.flatMap((one) => one.months), ...totals);
  const year = headers.flatMap((one) => splitYear(words[one.labels.from] ?? '').year ?? one.year ?? []).at(0) ?? null;
  return { first, complete: last - first + 1, most: words.length - first, total: totals.at(-1) ?? null, year };
}

/** Figures of a line whose unit is ％, in a cell of its own or behind the label: the sign belongs to each. */
function withPercent(cells: readonly string[], first: number): readonly string[] {
  const isRate = cells.slice(0, first).some((cell) => /^[%％]$|[（(]\s*[%％]\s*[)）]$/.test(cell));
  return isRate ? cells.map((cell, position) => (position >= first && /^[-△▲−]?\s?[\d０-９][\d.０-９．]*$/.test(cell) ? `${cell}%` : cell)) : cells;
}

/** The words before the months as one text; 項目, 単位 and the like say nothing. */
const headingOf = (words: readonly string[]): string => words.filter((word) => !isLabelWord(word) && !isUnit(word)).join(' ');

/** Takes a line apart into its label and its figures; null: it is no line of a table. */
function readValues(words: readonly string[], scope: Scope, known: ReadonlySet<string>): { readonly label: string; readonly values: readonly string[] } | null {
  const isKnown = (label: string): boolean => {
    if (label.length > LONGEST_LABEL) return false;
    const { year, rest } = splitYear(label);
    return known.has(looseKey(rest)) || (year !== null && rest === '');
  };
  const start = startOfValues(words, scope, isKnown);
  if (start === null) return null;
  const label = labelOf(words.slice(0, start));
  const values = words.slice(start);
  return label.length > LONGEST_LABEL || (values.length < FEW && !isKnown(label)) ? null : { label, values };
}

function startOfValues(words: readonly string[], { complete }: Scope, isKnown: (label: string) => boolean): number | null {
  const isFigure = words.map(looksLikeFigure);
  // A label may hold a number of its own, and a figure may be unreadable: a whole line is counted from its end.
  const whole = words.length - complete;
  if (whole >= 0 && isFigure.slice(whole).filter(Boolean).length >= 0.75 * complete && (isLabelEnd(words, isFigure, whole) || isKnown(labelOf(words.slice(0, whole))))) return whole;
  const first = isFigure.indexOf(true);
  if (first < 0) return null;
  let run = words.length;
  while (run > 0 && isFigure[run - 1] === true) run--;
  const share = isFigure.slice(first).filter(Boolean).length / (words.length - first);
  const start = first < run && share >= 0.75 && words.length - first >= 4 ? first : run;
  if (start >= words.length) return null;
  // A year in plain digits heads its line.
  return start === 0 && words.length > complete && splitYear(words[0] ?? '').year !== null ? 1 : start;
}

/** Whether a label can end before a place: a figure follows, and none comes before, unless it is a year. */
function isLabelEnd(words: readonly string[], isFigure: readonly boolean[], end: number): boolean {
  return isFigure[end] === true && (end === 0 || isFigure[end - 1] !== true || (end === 1 && splitYear(words[0] ?? '').year !== null));
}

/** The label's words as one text: a number before it only counts lines, a unit behind it stands in brackets. */
function labelOf(words: readonly string[]): string {
  const named = words.length > 1 && /^(?:\d{1,2}[.)．）]?|[(（]\d{1,2}[)）]|[①-⑳])$/.test((words[0] ?? '').normalize('NFKC')) ? words.slice(1) : words;
  const unit = named.length > 1 ? named.at(-1) : undefined;
  return unit !== undefined && isUnit(unit) && !/^[（(]/.test(unit) ? `${named.slice(0, -1).join(' ')}（${unit}）` : named.join(' ');
}

/** Tells the lines that name a group: ○…（業務グループ）, 【業務】, 業務グループ 月次実績. */
function sectionReader(groups: readonly string[]): (text: string) => string | null {
  const names = groups.map(normalizeLabel);
  return (text) => {
    if (text === '' || text.length > LONGEST_TEXT) return null;
    const bracketed = /[（(]([^（()）]*)[)）]$/.exec(text)?.[1];
    if (bracketed !== undefined && /グループ|部門$|[課係部室]$/.test(bracketed) && /^[○〇◯●■◆◇□◎▼【《〔<＜]/.test(text)) return text;
    const plain = normalizeLabel(text);
    const marked = /^[●■◆◇▼【《〔<＜]/.test(text) && names.some((name) => plain.includes(name));
    const headed = names.some((name) => plain === name || plain === `${name}グループ`) || groups.some((group) => text.startsWith(`${group}グループ`) && /^\s/.test(text.slice(group.length + 4)));
    return marked || headed ? text : null;
  };
}
