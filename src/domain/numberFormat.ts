/** Excel takes no longer format; no figure of a plan is printed to more decimals, and it keeps no more digits. */
const LONGEST = 255;
const MOST_DECIMALS = 15;
const MOST_SECTIONS = 4;

/** Texts in quotation marks, escaped signs and what stands in brackets: literal, whatever is in them. */
const LITERAL = /"[^"]*"|\\.|\[[^\]"]*\]|[_*]./gu;
/** Letters that have a meaning of their own in a format (ECMA-376 part 1, 18.8.31); any other must be quoted. */
const LETTERS = /^(?:general|am\/pm|a\/p|e[+-]|[ymdhsgea]+)$/i;

/** Why Excel would not take a number format, or nothing could be printed by it; null: it can be used. */
export function formatFault(format: string): string | null {
  if (format.length > LONGEST) return `長すぎます（${LONGEST}文字まで）`;
  const bare = format.replace(LITERAL, '\0');
  if (/["[\]\\_*]/.test(bare)) return '引用符（"）か角かっこが閉じられていません';
  if (bare.split(';').length > MOST_SECTIONS) return `「;」で分けられるのは${MOST_SECTIONS}つまでです`;
  const unknown = (bare.match(/am\/pm|a\/p|e[+-]|[a-z]+/gi) ?? []).find((word) => !LETTERS.test(word));
  if (unknown !== undefined) return `「${unknown}」は "" で囲んでください`;
  return bare.split(';').some((section) => (/\.([0#?]+)/.exec(section)?.[1] ?? '').length > MOST_DECIMALS) ? `小数は${MOST_DECIMALS}桁までです` : null;
}
