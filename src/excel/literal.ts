/**
 * Excel reads a text that is set into a cell as if it were typed: "5-1" becomes a date, "午後1:00" a
 * time, "（１）" a negative number, "=x" a formula. An apostrophe in front keeps it as text and is not part of it.
 */
const RISKY = /^[\s　]*(['=+\-−@(（\d.,%$¥\\#/:]|午前|午後|[mtshr]\d|明治|大正|昭和|平成|令和|(true|false)[\s　]*$|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i;
const LONGEST = 32_767;

/** The text as a chart's title, where "=" first would make a link to a cell and no apostrophe would be hidden. */
export const literalTitle = (text: string): string => (/^[\s　]*[=＝]/.test(text) ? `“${text}”` : text);

/** The text as it must be set so that the cell holds exactly this text. Excel's limit is 32,767 characters. */
export function literalText(text: string): string {
  if (text === '') return '';
  const cut = text.slice(0, LONGEST);
  return RISKY.test(cut.normalize('NFKC')) || RISKY.test(cut) ? `'${cut}` : cut;
}
