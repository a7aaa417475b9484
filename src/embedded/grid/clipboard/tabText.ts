/** Rows and cells as Excel puts them on the clipboard: tabs and line ends, cells that hold such quoted. */
export function writeTabText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join('\t')}\r\n`).join('');
}

const quoted = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** Reads what Excel or a text editor put on the clipboard. A cell that is not quoted as a whole is taken letter by letter. */
export function readTabText(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length; ) {
    const { cell, length } = nextCell(text.slice(at));
    rows.at(-1)?.push(cell);
    at += length;
    const end = /^(?:\t|\r\n|\r|\n)/.exec(text.slice(at, at + 2))?.[0] ?? '';
    at += end.length;
    if (end === '\t' && at === text.length) rows.at(-1)?.push('');
    if (end !== '\t' && at < text.length) rows.push([]);
  }
  return rows[0]?.length === 0 ? [] : rows;
}

function nextCell(rest: string): { cell: string; length: number } {
  const whole = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(rest);
  if (whole) return { cell: (whole[1] ?? '').replace(/""/g, '"'), length: whole[0].length };
  const cell = /^[^\t\r\n]*/.exec(rest)?.[0] ?? '';
  return { cell, length: cell.length };
}
