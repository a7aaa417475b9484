/** The three sections of a header or footer: "&L…&C…&R…" (ECMA-376 part 1, 18.3.1.46). */
export interface Sections { left?: string; center?: string; right?: string }

const SECTION: Readonly<Record<string, keyof Sections>> = { L: 'left', C: 'center', R: 'right' };

/** Splits the text into its sections; other codes (&P, &"font,style", &&) stay in them as they are. */
export function readSections(text: string): Sections {
  const sections: Sections = {};
  let section: keyof Sections = 'center';
  // A quoted font name can hold anything but quotes.
  for (const piece of text.match(/&"[^"]*"|&[\s\S]|[^&]+/g) ?? []) {
    const next = piece.length === 2 && piece.startsWith('&') ? SECTION[piece.charAt(1)] : undefined;
    if (next) section = next;
    else sections[section] = (sections[section] ?? '') + piece;
  }
  return sections;
}

export function writeSections({ left, center, right }: Sections): string {
  return `${left ? `&L${left}` : ''}${center ? `&C${center}` : ''}${right ? `&R${right}` : ''}`;
}
