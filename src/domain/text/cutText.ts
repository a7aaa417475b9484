/**
 * The beginning of a text, of at most so many characters. It ends with a whole line, for half a line of figures would be another one;
 * where the text is one line, with a whole word: 12 is no part of 1234. A single word, at such a length no figure, is cut through.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const part = text.slice(0, most);
  if (/[\r\n]/.test(text.charAt(most))) return part;
  const lineEnd = Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r'));
  if (lineEnd >= 0 || /\s/.test(text.charAt(most))) return lineEnd >= 0 ? part.slice(0, lineEnd) : part;
  return part.slice(0, lastBlank(part) || most);
}

function lastBlank(text: string): number {
  let at = text.length - 1;
  while (at > 0 && !/\s/.test(text.charAt(at))) at--;
  return Math.max(0, at);
}
