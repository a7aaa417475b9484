import { shorten } from './shorten';

/** Signs that people type for a minus, besides "-" itself: dashes, −, ─ and the long vowel mark in both widths. */
const MINUS_SIGNS = /[‐-―−─ーｰ]/g;

/**
 * The text of a figure in plain characters: full width to ASCII, every dash to "-", spaces evened out.
 * Only the full-width forms are folded: NFKC as a whole would read ① as 1 and 10² as 102.
 */
export function plainFigureText(text: string): string {
  return text
    .replace(/[！-～￥]/g, (sign) => sign.normalize('NFKC'))
    .replace(MINUS_SIGNS, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands for "no figure" in a month. 0 is a figure and not among them. */
export const isBlankFigure = (plain: string): boolean => ['', '-', '…', '...'].includes(plain);

/** No figure is longer, however it is written; a longer text is none, and is not gone through to find out. */
export const LONGEST_FIGURE = 100;
const LONGEST_QUOTED = 30;

/** A text as sentences quote it. */
export const quoted = (text: string): string => `「${shorten(text, LONGEST_QUOTED)}」`;

/** A decimal number with or without thousands separators, read exactly; otherwise the reason. */
export type DecimalReading = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly reason: string };

/** Excel keeps fifteen significant digits; a longer number would silently become another one. */
const MAX_DIGITS = 15;

/**
 * Reads "-1,234.5", "△ 16" or "▲16" (plain text, without a unit). `shift` moves the decimal point,
 * -2 for per cent, on the text itself so that 94.6 % is exactly 0.946.
 */
export function readDecimal(plain: string, shift: number): DecimalReading {
  const [, sign, digits = ''] = /^([-△▲] ?)?(.*)$/.exec(plain) ?? [];
  if (digits === '') return { ok: false, reason: `${quoted(plain)}は記号だけで、数値がありません` };
  if (!/^[\d,]+(\.\d+)?$/.test(digits)) return { ok: false, reason: `${quoted(plain)}は数値として読み取れません` };
  if (digits.includes(',') && !/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(digits)) return { ok: false, reason: `${quoted(plain)}は桁区切り（,）の位置が正しくありません` };
  if (/^0\d/.test(digits)) return { ok: false, reason: `${quoted(plain)}は 0 で始まっているため、数値か番号か判断できません` };
  const bare = digits.replace(/,/g, '');
  if (bare.replace('.', '').replace(/^0+/, '').length > MAX_DIGITS) return { ok: false, reason: `${quoted(plain)}は桁数が多すぎます（${MAX_DIGITS}桁まで）` };
  const size = Number(`${bare}e${shift}`);
  return { ok: true, value: sign && size !== 0 ? -size : size };
}
