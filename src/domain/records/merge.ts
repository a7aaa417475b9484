/**
 * What becomes of a text that stands in 進捗状況. new: it is empty. same: the draft stands there already. renew: it is the draft of
 * last time, word for word. below: a person's own text, the draft comes under it. within: a person's text with the draft of last time in
 * it, which gives way to the new one. The last two are done only where a person says so.
 */
export type DraftFate = 'new' | 'same' | 'renew' | 'below' | 'within';

/** `written`: the draft as it was last written here; "" for none. `draft` is not empty. */
export function mergeDraft(found: string, written: string, draft: string): { readonly fate: DraftFate; readonly text: string } {
  const [standing, former, fresh] = [linesOf(found), linesOf(written), linesOf(draft)];
  if (standing.length === 0) return { fate: 'new', text: draft };
  // The former draft goes first: a shorter one may be a part of it.
  const at = former.length === 0 ? -1 : indexOf(standing, former);
  if (at < 0 || former.join('\n') === fresh.join('\n')) return indexOf(standing, fresh) >= 0 ? { fate: 'same', text: found } : { fate: 'below', text: [...standing, ...fresh].join('\n') };
  if (former.length === standing.length) return { fate: 'renew', text: draft };
  return { fate: 'within', text: [...standing.slice(0, at), ...fresh, ...standing.slice(at + former.length)].join('\n') };
}

/** Blank lines at the end and the kind of line break do not count. */
function linesOf(text: string): string[] {
  const whole = text.replace(/\r\n?/g, '\n').trimEnd();
  return whole === '' ? [] : whole.split('\n').map((line) => line.trimEnd());
}

/** Where lines stand one after the other in others; −1: nowhere. */
function indexOf(lines: readonly string[], sought: readonly string[]): number {
  return lines.findIndex((_, at) => at + sought.length <= lines.length && sought.every((line, down) => lines[at + down] === line));
}
