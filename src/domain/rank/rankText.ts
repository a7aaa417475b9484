import { isBlankFigure, plainFigureText } from '../figureText';
import { parseMonthWord, type CalendarMonth } from '../fiscalYear';
import { normalizeLabel } from '../labels';
import { isUnit } from '../recognition/lineLabel';
import { isLabelWord, isNumberWord } from '../recognition/words';
import { MOST_CELLS, splitText, type RawLine } from '../text/splitText';
import { looksLikeFigure, wordsOf } from '../text/textWords';
import { branchOf, numberOf } from './branches';
import { linesOf } from './linesOf';

/** A branch with what stands behind its name, column by column and as written; "" for an empty cell. */
export interface BranchLine {
  /** Of the text, from 1. */
  readonly line: number;
  readonly branch: string;
  readonly figures: readonly string[];
}

/** A line with figures that is no branch's. */
export interface OtherLine {
  readonly line: number;
  readonly label: string;
}

/** What a pasted list of branches says. */
export interface RankText {
  readonly lines: readonly BranchLine[];
  /** Headings of the figures' columns, the widest line giving their number; "" for none. */
  readonly headings: readonly string[];
  /** Lines like 全国平均. */
  readonly totals: readonly OtherLine[];
  /** Names that are no branch's. */
  readonly strangers: readonly OtherLine[];
  /** The one month, with its year, that stands above the branches; null: none, or several. */
  readonly asOf: CalendarMonth | null;
  /** A heading says that the figures are ％. */
  readonly percent: boolean;
  /** Sentences where the text or a line of it was too long; null: it was read whole. */
  readonly cut: string | null;
}

interface Laid {
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells of a sheet, which keep their places; words in a row have none. */
  readonly placed: boolean;
  /** There was more in the line. */
  readonly cut: boolean;
}

/** All branches side by side in one line, with ten figures each, are some 500 words. */
const MOST_WORDS = 2_000;
/** No list has more figures a branch. */
const MOST_FIGURES = MOST_CELLS;

/** Reads cells or a PDF's lines, one or more branches a line. Figures stay text: which column counts, and what it holds, is not known yet. */
export function readRankText(text: string): RankText {
  const { lines: raw, cut } = splitText(text);
  const lines: BranchLine[] = [];
  const totals: OtherLine[] = [];
  const strangers: OtherLine[] = [];
  const above: Laid[] = [];
  let first: Laid | null = null;
  const long: number[] = [];
  for (const each of raw) {
    const laid = layOut(each);
    const whole = branchesOf(laid);
    const found = whole.map((line) => ({ ...line, figures: line.figures.slice(0, MOST_FIGURES) }));
    if (laid.cut || whole.some((line) => line.figures.length > MOST_FIGURES)) long.push(laid.line);
    if (found.length > 0) {
      first ??= laid;
      lines.push(...found);
      continue;
    }
    const label = labelOf(laid.cells);
    if (label === null) {
      if (first === null) above.push(laid);
    } else (isTotal(label) ? totals : strangers).push({ line: laid.line, label });
  }
  const columns = Math.max(0, ...lines.map((line) => line.figures.length));
  const said = above.map(({ cells }) => cells.join(' '));
  const told = [...(cut === null ? [] : [cut]), ...(long.length === 0 ? [] : [`${linesOf(long)}は長すぎるため、先頭の${MOST_WORDS.toLocaleString('en-US')}語、1支部に${MOST_FIGURES}個までの数値を読みました。`])];
  return { lines, totals, strangers, cut: told.length === 0 ? null : told.join(''), headings: headingsOf(above, first, columns), asOf: monthOf(said.join('\n')), percent: said.some((line) => /[%％]/.test(line)) };
}

function layOut({ number, text, cells }: RawLine): Laid {
  if (cells) return { line: number, cells, placed: true, cut: false };
  const words = wordsOf(text);
  return { line: number, cells: withNames(words.slice(0, MOST_WORDS).flatMap(apart)), placed: false, cut: words.length > MOST_WORDS };
}

/** 群馬94.3% as two words. */
function apart(word: string): string[] {
  const [, name = '', figure = ''] = /^(\p{L}+)([-−△▲]?[\d０-９].*)$/u.exec(word) ?? [];
  return figure !== '' && branchOf(name) !== null ? [name, figure] : [word];
}

/** 神 奈 川 県 支 部. */
const MOST_PARTS = 6;

/** Names spread out to one width, as lists print them, become one word again. */
function withNames(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length;) {
    const parts = Array.from({ length: MOST_PARTS }, (_, index) => words.slice(at, at + MOST_PARTS - index))
      .find((some) => some.length > 1 && !some.some(looksLikeFigure) && branchOf(some.join('')) !== null);
    joined.push(parts?.join('') ?? words[at] ?? '');
    at += parts?.length ?? 1;
  }
  return joined;
}

function branchesOf({ line, cells }: Laid): BranchLine[] {
  const found: { branch: string; figures: string[] }[] = [];
  for (const cell of cells) {
    const branch = branchOf(cell);
    const open = found.at(-1);
    if (branch === null) {
      open?.figures.push(cell);
      continue;
    }
    if (open) endBefore(open.figures, branch);
    found.push({ branch, figures: [] });
  }
  const last = found.at(-1);
  if (last) dropBlanks(last.figures);
  return found.map((one) => ({ line, ...one }));
}

/** Lists set side by side: the empty cells between them, and the number of the branch that follows, are no figures. */
function endBefore(figures: string[], next: string): void {
  dropBlanks(figures);
  if (figures.length < 2 || plainFigureText(figures.at(-1) ?? '') !== String(numberOf(next))) return;
  figures.pop();
  dropBlanks(figures);
}

function dropBlanks(figures: string[]): void {
  while (figures.length > 0 && figures.at(-1)?.trim() === '') figures.pop();
}

/** The words before a line's figures; null: the line is a heading, a title or a page number. */
function labelOf(cells: readonly string[]): string | null {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const start = filled.findIndex((cell) => !looksLikeFigure(cell));
  const figures = filled.slice(start + 1).filter((cell) => looksLikeFigure(cell) && !isBlankFigure(plainFigureText(cell)));
  if (start < 0 || figures.length === 0 || figures.every(isTime)) return null;
  const end = filled.findIndex((cell, index) => index > start && looksLikeFigure(cell));
  const label = filled.slice(start, end).join(' ');
  return isHeadingWord(label) || !/\p{L}/u.test(label) ? null : label;
}

const isTime = (cell: string): boolean => /月|^(?:19|20)\d{2}(?:年度?)?$/.test(cell.normalize('NFKC'));
const isHeadingWord = (label: string): boolean =>
  label.split(' ').every((word) => isLabelWord(word) || isNumberWord(word) || isUnit(word) || /^(?:支部名?|都道府県名?|県名?|順位|単位.*)$/.test(normalizeLabel(word)));

const isTotal = (label: string): boolean => /^(?:全国|全体|全支部|総計|総数|本部|中央値|標準偏差|最[大小高低]|目標)|(?:計|平均|平均値)$/.test(normalizeLabel(label));

/** The nearest heading above each column. */
function headingsOf(above: readonly Laid[], first: Laid | null, columns: number): string[] {
  const place = first?.cells.findIndex((cell) => branchOf(cell) !== null) ?? -1;
  const rows = above.map(({ cells, placed }): readonly string[] => {
    if (placed && first?.placed === true) return cells.slice(place + 1);
    // Words have no places: a line of as many words, or with 番号 and 支部 before them.
    return !placed && cells.length >= columns && cells.length <= columns + 2 ? cells.slice(-columns) : [];
  }).reverse();
  return Array.from({ length: columns }, (_, column) => rows.map((row) => row[column]?.trim() ?? '').find((heading) => heading !== '' && !isUnit(heading)) ?? '');
}

const MONTHS = /(?:(?:令和|平成|[RH])\s*(?:元|\d{1,2})\s*[年.]|(?:19|20)\d{2}\s*[年/.-])\s*\d{1,2}(?:\s*月|(?!\d))/gi;

/** The month with its year that a text names; null: none, or several. */
export function monthOf(text: string): CalendarMonth | null {
  const found = new Map((text.normalize('NFKC').match(MONTHS) ?? []).flatMap((written): [string, CalendarMonth][] => {
    const word = parseMonthWord(written.replace(/\s/g, ''));
    return word?.year == null ? [] : [[`${word.year}-${word.month}`, { year: word.year, month: word.month }]];
  }));
  const [only, ...others] = found.values();
  return others.length === 0 ? (only ?? null) : null;
}
