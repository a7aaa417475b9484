/** The beginning of a text, for a sentence that must stay readable whatever was typed or pasted. */
export const shorten = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);
