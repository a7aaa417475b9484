import { notImplemented } from '../errors';

/** A piece of a number format's section. */
export type FormatPiece =
  | { readonly kind: 'literal'; readonly text: string }
  /** 0 # ? , . as a run. */
  | { readonly kind: 'digits'; readonly text: string }
  | { readonly kind: 'percent' | 'text' | 'general' }
  | { readonly kind: 'exponent'; readonly sign: string; readonly digits: number }
  /** y m d h s a g e or AM/PM, with the number of letters; `elapsed` for [h]. */
  | { readonly kind: 'date'; readonly letter: string; readonly count: number; readonly elapsed: boolean };

const COLOURS = /^\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d{1,2}|[黒青水緑紫赤白黄])\]/iu;

/**
 * A number format code cut into sections and pieces (ECMA-376 part 1, 18.8.31). Fractions, conditions and digit
 * shapes are not understood.
 * @throws HostError NotImplemented naming the code
 */
export function formatSections(code: string): FormatPiece[][] {
  const sections: FormatPiece[][] = [[]];
  for (let rest = code; rest !== ''; ) {
    if (rest.startsWith(';')) {
      sections.push([]);
      rest = rest.slice(1);
      continue;
    }
    const [piece, length] = nextPiece(rest, code);
    if (piece) sections.at(-1)?.push(piece);
    rest = rest.slice(length);
  }
  return sections;
}

function nextPiece(rest: string, code: string): [FormatPiece | null, number] {
  const quoted = /^"([^"]*)"/.exec(rest);
  if (quoted) return [{ kind: 'literal', text: quoted[1] ?? '' }, quoted[0].length];
  if (/^\\./su.test(rest)) return [{ kind: 'literal', text: rest.charAt(1) }, 2];
  if (/^_./su.test(rest)) return [{ kind: 'literal', text: ' ' }, 2];
  if (/^\*./su.test(rest)) return [null, 2];
  const general = /^(?:general|G\/標準)/i.exec(rest);
  if (general) return [{ kind: 'general' }, general[0].length];
  if (rest.startsWith('[')) return bracket(rest, code);
  const half = /^(?:AM\/PM|A\/P)/i.exec(rest);
  if (half) return [{ kind: 'date', letter: half[0].length > 3 ? 'AM/PM' : 'A/P', count: 1, elapsed: false }, half[0].length];
  const exponent = /^E([-+])(0+)/i.exec(rest);
  if (exponent) return [{ kind: 'exponent', sign: exponent[1] ?? '', digits: exponent[2]?.length ?? 1 }, exponent[0].length];
  const digits = /^[0#?][0#?,]*(?:\.[0#?]*)?,*|^\.[0#?]+,*/.exec(rest);
  if (digits) return [{ kind: 'digits', text: digits[0] }, digits[0].length];
  const date = /^(y+|m+|d+|h+|s+|a{3,4}|g{1,3}|e{1,2})/i.exec(rest);
  if (date) return [{ kind: 'date', letter: rest.charAt(0).toLowerCase(), count: date[0].length, elapsed: false }, date[0].length];
  if (rest.startsWith('%')) return [{ kind: 'percent' }, 1];
  if (rest.startsWith('@')) return [{ kind: 'text' }, 1];
  const letter = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  if (/[-+$/():!^&'~{}<>= .,]/.test(letter) || /[^\u0000-\u007f]/u.test(letter)) return [{ kind: 'literal', text: letter }, letter.length];
  throw notImplemented(`number format ${code}`);
}

function bracket(rest: string, code: string): [FormatPiece | null, number] {
  const elapsed = /^\[(h+|m+|s+)\]/i.exec(rest);
  if (elapsed) return [{ kind: 'date', letter: rest.charAt(1).toLowerCase(), count: elapsed[1]?.length ?? 1, elapsed: true }, elapsed[0].length];
  const colour = COLOURS.exec(rest);
  if (colour) return [null, colour[0].length];
  const currency = /^\[\$([^\]-]*)(?:-[0-9a-f]*)?\]/i.exec(rest);
  if (currency) return [currency[1] ? { kind: 'literal', text: currency[1] } : null, currency[0].length];
  throw notImplemented(`number format ${code}`);
}
