/** A quotation mark without its partner must not swallow the rest of the text. */
const LONGEST_QUOTED = 4_000;

/** Line breaks of any system as one sign. */
export const evenBreaks = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Position of the line break behind a place, or the end of the text. */
export function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** A line of cells as Excel puts it on the clipboard: tabs between them, quoted where they hold line breaks themselves. */
export interface TabRecord {
  readonly cells: readonly string[];
  /** Position of the line break behind it, or the end of the text. */
  readonly end: number;
  /** Line breaks inside its cells. */
  readonly breaks: number;
}

/** Reads the line of cells that begins at a place of a text with even line breaks. */
export function readRecord(text: string, from: number): TabRecord {
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
