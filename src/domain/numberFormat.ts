/** Texts in quotation marks, escaped signs and what stands in brackets: literal, whatever is in them. */
const LITERAL = /"[^"]*"|\\.|\[[^\]"]*\]|[_*]./gu;
/** Letters that have a meaning of their own in a format (ECMA-376 part 1, 18.8.31); any other must be quoted. */
const WORDS = /general|am\/pm|a\/p|e[+-]|[ymdhsgea]/gi;

/**
 * Whether Excel takes a number format, and a figure can be printed by it: at most 255 signs, quotation marks and brackets closed,
 * four sections and fifteen decimals, as many as Excel keeps.
 */
export function isNumberFormat(format: string): boolean {
  const bare = format.replace(LITERAL, '').replace(WORDS, '');
  return format.length <= 255 && !/["[\]\\_*a-z]|(?:;.*){4}|\.[0#?]{16}/is.test(bare);
}
