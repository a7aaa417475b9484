/**
 * Texts as they may be published: no characters that only some machines have, no layout by blanks or line breaks, no era year alone.
 * Source: 機械判読可能なデータの表記方法（総務省、2020年）1-5, 1-10, 1-11.
 */

/** Enclosed and squared signs, Roman numerals as one sign, half-width kana, signs of NEC and IBM, what is private or outside the basic plane. */
const MACHINE_DEPENDENT = /[\u2116\u2121\u2160-\u217F\u2460-\u24FF\u301D\u301F\u3200-\u33FF\uE000-\uF8FF\uF900-\uFAFF\uFF61-\uFF9F\u9AD9]|[\u{10000}-\u{10FFFF}]/u;
const every = (pattern: RegExp): RegExp => new RegExp(pattern.source, 'gu');

export const machineDependent = (text: string): readonly string[] => [...new Set(text.match(every(MACHINE_DEPENDENT)) ?? [])];

/** ① → (1), ㈱ → (株), ㎡ → m2, ｶﾅ → カナ; what has no other spelling stays. */
export function spelledOut(text: string): string {
  const kana = text.replace(/[\uFF61-\uFF9F]+/g, (run) => run.normalize('NFKC'));
  return kana.replace(every(MACHINE_DEPENDENT), (sign) => {
    const plain = sign.normalize('NFKC');
    return isCircled(sign) && [...plain].every((letter) => /[\p{L}\p{N}]/u.test(letter)) ? `(${plain})` : plain;
  });
}

/** ①…⑳, Ⓐ, ㊤: without its circle the sign would run into what stands beside it. */
const isCircled = (sign: string): boolean => /[\u2460-\u2473\u24B6-\u24FF\u3251-\u325F\u3280-\u32BF\u32D0-\u32FE]/.test(sign);

const BLANKS = '[\\s\u3000]';
const JAPANESE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';

/** Blanks that only set letters apart (合　計) go, all others are one. */
export const withoutLayout = (text: string): string => text
  .replace(new RegExp(`(?<=${JAPANESE})${BLANKS}+(?=${JAPANESE})`, 'gu'), '')
  .replace(new RegExp(`${BLANKS}+`, 'gu'), ' ')
  .trim();

export const hasLayout = (text: string): boolean => /[\t\r\n\u3000]|^ | $| {2}/.test(text);

export const plainText = (text: string): string => withoutLayout(spelledOut(text));
