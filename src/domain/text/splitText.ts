/** A line of a text as it stands. `cells`: its cells, where it was copied from a sheet; null: words in a row. */
export interface RawLine {
  /** Counted from 1; of cells with line breaks in them, their first. */
  readonly number: number;
  readonly text: string;
  readonly cells: readonly string[] | null;
}

export interface SplitText {
  readonly lines: readonly RawLine[];
  /** A sentence where the text was too long to be read whole; null: it was. */
  readonly cut: string | null;
}

/** A year's plan has some 80,000 characters in 900 lines. */
export const MOST_CHARACTERS = 1_000_000;
export const MOST_LINES = 20_000;
/** No table is wider; further cells are not looked at. */
export const MOST_CELLS = 200;
/** A quotation mark without its partner must not swallow the rest of the text. */
const LONGEST_QUOTED = 4_000;

/** Splits a text into lines: with tabs, as Excel puts cells on the clipboard (quoted where they hold line breaks), otherwise as they stand. */
export function splitText(text: string): SplitText {
  const whole = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const read = whole.length > MOST_CHARACTERS ? whole.slice(0, Math.max(whole.lastIndexOf('\n', MOST_CHARACTERS), 0) || MOST_CHARACTERS) : whole;
  const lines: RawLine[] = [];
  let number = 1;
  let at = 0;
  while (at < read.length && number <= MOST_LINES) {
    const end = endOf(read, at);
    const line = read.slice(at, end);
    const record = line.includes('\t') || line.startsWith('"') ? readRecord(read, at) : null;
    if (record && record.cells.length > 1) {
      const cells = record.cells.slice(0, MOST_CELLS).map((cell, index) => plain(index === 0 ? unquoted(cell) : cell));
      lines.push({ number, text: cells.join(' ').trim(), cells: holdsWords(cells) ? null : cells });
      number += record.breaks + 1;
      at = record.end + 1;
      continue;
    }
    lines.push({ number, text: unquoted(line).trim(), cells: null });
    number++;
    at = end + 1;
  }
  const rest = at < whole.length || read.length < whole.length;
  return { lines, cut: rest ? `文章が長いため、${number - 1}行目までを読みました（${MOST_LINES.toLocaleString('en-US')}行、${MOST_CHARACTERS.toLocaleString('en-US')}文字まで）。` : null };
}

/** The marks a mail puts before what it quotes. */
const unquoted = (line: string): string => line.replace(/^(?:\s*[>＞] ?)+/, '');
const plain = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

/** Figures in a row within one cell: the tab stands for a blank. */
const holdsWords = (cells: readonly string[]): boolean => cells.some((cell) => cell.split(' ').filter((word) => /^[-△▲]?\d[\d,.:/%％]*$/.test(word)).length >= 3);

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

interface TabRecord {
  readonly cells: readonly string[];
  /** Position of the line break behind it, or the end of the text. */
  readonly end: number;
  /** Line breaks inside its cells. */
  readonly breaks: number;
}

function readRecord(text: string, from: number): TabRecord {
  const cells: string[] = [];
  let breaks = 0;
  let at = from;
  let end = endOf(text, from);
  for (;;) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    if (quoted) {
      cells.push(quoted.content);
      breaks += quoted.content.split('\n').length - 1;
      at = quoted.end;
      if (at > end) end = endOf(text, at);
    } else {
      // Sought in the line alone: a text without tabs is not gone through for every line.
      const [cell = ''] = text.slice(at, end).split('\t', 1);
      cells.push(cell);
      at += cell.length;
    }
    if (text[at] !== '\t') return { cells, end: at, breaks };
    at++;
  }
}

/** A cell in quotation marks, "" inside standing for one; null where they are not closed before a tab or the line's end. */
function readQuoted(text: string, from: number): { readonly content: string; readonly end: number } | null {
  const within = text.slice(from + 1, from + 1 + LONGEST_QUOTED);
  let close = within.indexOf('"');
  while (close >= 0 && within[close + 1] === '"') close = within.indexOf('"', close + 2);
  if (close < 0) return null;
  const end = from + 1 + close + 1;
  const next = text[end];
  return next === undefined || next === '\t' || next === '\n' ? { content: within.slice(0, close).replace(/""/g, '"'), end } : null;
}
