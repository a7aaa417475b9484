/** An element by its place in a text: start, end of its start tag, and end. */
export interface ElementSpan {
  readonly start: number;
  readonly tagEnd: number;
  readonly end: number;
  readonly empty: boolean;
}

/** Walks the elements of one name through a text, each place looked at once; one that does not end ends the walk. */
export function* elementsOf(xml: string, name: string, from = 0): Generator<ElementSpan> {
  const open = `<${name}`;
  const close = `</${name}>`;
  for (let at = xml.indexOf(open, from); at >= 0; ) {
    const next = xml[at + open.length];
    if (next !== ' ' && next !== '>' && next !== '/' && next !== '\n' && next !== '\r' && next !== '\t') {
      at = xml.indexOf(open, at + open.length);
      continue;
    }
    const tagEnd = xml.indexOf('>', at);
    const empty = xml[tagEnd - 1] === '/';
    const closeAt = empty ? tagEnd + 1 : xml.indexOf(close, tagEnd);
    if (tagEnd < 0 || closeAt < 0) return;
    const end = empty ? closeAt : closeAt + close.length;
    yield { start: at, tagEnd, end, empty };
    at = xml.indexOf(open, end);
  }
}
