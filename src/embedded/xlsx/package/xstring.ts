import { FileFault } from '../fault';

/** Text as SpreadsheetML stores it: XML escapes, and _xHHHH_ for what XML cannot hold (ST_Xstring, ECMA-376 part 1, 22.9.2.19). */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves entities and character references of raw XML text and evens out line ends, as an XML parser would. */
export function unescapeXml(raw: string): string {
  const even = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!even.includes('&')) return even;
  return even.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, entity: string) => {
    if (entity.startsWith('#')) return character(entity.startsWith('#x') ? parseInt(entity.slice(2), 16) : Number(entity.slice(1)));
    return Object.hasOwn(ENTITIES, entity) ? (ENTITIES[entity] ?? whole) : whole;
  });
}

function character(code: number): string {
  if (code > 0x10ffff) throw new FileFault('damaged', `there is no character ${code}`);
  return String.fromCodePoint(code);
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => (letter === '&' ? '&amp;' : letter === '<' ? '&lt;' : letter === '>' ? '&gt;' : '&quot;'));
}

/** "a_x000D_b" → "a\rb". */
export function decodeXstring(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

const hex = (letter: string): string => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Control characters, carriage returns, lone surrogates and non-characters as _xHHHH_. */
function escapeUnstorable(text: string): string {
  return text.replace(/[^\t\n\x20-\uD7FF\uE000-\uFFFD]/gu, (letter) => (letter.length > 1 ? letter : hex(letter)));
}

/** The reverse of `decodeXstring`; a literal "_x0041_" keeps its spelling. */
export function encodeXstring(text: string): string {
  return escapeUnstorable(text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_'));
}

/** Raw XML of a string value: both escapes. */
export function rawXstring(text: string): string {
  return escapeXml(encodeXstring(text));
}

/** Raw XML of a formula: Excel does not read _xHHHH_ there, save for what cannot be stored otherwise. */
export function rawFormula(text: string): string {
  return escapeXml(escapeUnstorable(text));
}

/** xml:space is needed where white space stands at an end or a line break inside. */
export function spaceAttribute(text: string): string {
  return /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
}
