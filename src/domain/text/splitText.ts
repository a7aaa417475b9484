import { endOf, evenBreaks, readRecord } from './clipboard';
import { cutText } from './cutText';

/** A line of a text as it stands. `cells`: its cells, where it was copied from a sheet; null: words in a row. */
export interface RawLine {
  /** Counted from 1; of cells with line breaks in them, their first. */
  readonly number: number;
  readonly text: string;
  readonly cells: readonly string[] | null;
}

export interface SplitText {
  readonly lines: readonly RawLine[];
  /** Sentences where the text was too long, or its cells too many, to be read whole; null: it was. */
  readonly cut: string | null;
}

/** A year's plan has some 80,000 characters in 900 lines. */
export const MOST_CHARACTERS = 1_000_000;
export const MOST_LINES = 20_000;
/** No table is wider; further cells are not looked at. */
export const MOST_CELLS = 200;

/** Splits a text into lines: with tabs, as Excel puts cells on the clipboard (quoted where they hold line breaks), otherwise as they stand. */
export function splitText(text: string): SplitText {
  const whole = evenBreaks(text.replace(/^\uFEFF/, ''));
  const read = cutText(whole, MOST_CHARACTERS);
  const lines: RawLine[] = [];
  let number = 1;
  let at = 0;
  let wide: number | null = null;
  while (at < read.length && number <= MOST_LINES) {
    const end = endOf(read, at);
    const line = read.slice(at, end);
    const record = line.includes('\t') || line.startsWith('"') ? readRecord(read, at) : null;
    if (record && record.cells.length > 1) {
      if (record.cells.slice(MOST_CELLS).some((cell) => cell.trim() !== '')) wide ??= number;
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
  const told = [
    ...(at < whole.length || read.length < whole.length ? [`文章が長いため、${number - 1}行目${/^\n?$/.test(whole.charAt(read.length)) ? '' : 'の途中'}までを読みました（${MOST_LINES.toLocaleString('en-US')}行、${MOST_CHARACTERS.toLocaleString('en-US')}文字まで）。続きは、分けて貼り付けてください。`] : []),
    ...(wide === null ? [] : [`${wide}行目など、1行に${MOST_CELLS}より多いセルのある行は、先頭の${MOST_CELLS}個のセルだけを読みました。`]),
  ];
  return { lines, cut: told.length === 0 ? null : told.join('') };
}

/** The marks a mail puts before what it quotes. */
const unquoted = (line: string): string => line.replace(/^(?:\s*[>＞] ?)+/, '');
const plain = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

/** Figures in a row within one cell: the tab stands for a blank. */
const holdsWords = (cells: readonly string[]): boolean => cells.some((cell) => cell.split(' ').filter((word) => /^[-△▲]?\d[\d,.:/%％]*$/.test(word)).length >= 3);
