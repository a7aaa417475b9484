const encoder = new TextEncoder();

/** Bytes of a text in UTF-8, in Node and in a browser alike. */
export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}
