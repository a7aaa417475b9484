import { canonicalFormula, missingSheets } from '../../model/canonicalFormula';
import type { Book, CellError, Scalar } from '../../model/book';
import { isFormula } from '../../model/formulaSyntax';
import { HostError } from '../errors';
import { typedDate, type TypedNumber } from './typedDates';

/** What a cell holds after something was put into it; neither value nor formula: it is empty. */
export interface Content {
  readonly value?: Scalar;
  readonly formula?: string;
  /** The format a General cell takes. */
  readonly format?: string;
  /** It was typed with an apostrophe. */
  readonly quotePrefix?: boolean;
}

const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8192;
const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/i;
const NUMBER = /^([-+]?)([¥\\]?)((?:\d{1,3}(?:,\d{3})+|\d+)?)(\.\d*)?(?:e([-+]?\d{1,3}))?(%?)$/i;

/**
 * What Excel makes of a text that is put into `values` or `formulas`: the same as if it were typed (learn.microsoft.com,
 * Excel.Range.values: "If the returned value starts with a plus, minus or equal sign, Excel interprets this value as a formula").
 * @param numberFormat the cell's; in a cell formatted as text everything stays text
 * @throws HostError InvalidArgument for a formula that is none
 */
export function typedContent(book: Book, text: string, numberFormat: string, now: Date): Content {
  if (text.length > LONGEST_TEXT + 1) throw new HostError('InvalidArgument', 'text of more than 32,767 characters');
  if (text === '') return {};
  if (text.startsWith("'")) return { value: text.slice(1), quotePrefix: true };
  if (numberFormat === '@' || text === '=') return { value: text };
  if (text.startsWith('=')) return formulaContent(book, text.slice(1));
  const plain = text.normalize('NFKC').trim();
  if (/^(?:true|false)$/i.test(plain)) return { value: plain.toLowerCase() === 'true' };
  if (ERROR.test(plain)) return { value: { error: plain.toUpperCase() as CellError['error'] } };
  const number = typedNumber(plain) ?? typedDate(plain, { year: now.getFullYear(), date1904: book.date1904 ?? false });
  if (number) return { value: number.number, ...(number.format === 'General' ? {} : { format: number.format }) };
  if (/^[-+]+$/.test(plain) || !/^[-+@]/.test(plain)) return { value: text };
  return formulaContent(book, text);
}

/** @param formula without "=" @throws HostError InvalidArgument */
export function formulaContent(book: Book, formula: string): Content {
  if (formula.length > LONGEST_FORMULA || !isFormula(formula)) throw new HostError('InvalidArgument', `formula =${formula.slice(0, 80)}`);
  const [missing] = missingSheets(book, formula);
  if (missing !== undefined) throw new HostError('InvalidArgument', `formula names the sheet "${missing}", which is not there`);
  return { formula: canonicalFormula(book, formula) };
}

/** Numbers with separators, percent, yen, exponents, parentheses and fractions after a whole number. */
function typedNumber(text: string): TypedNumber | null {
  const negative = /^\((.+)\)$/.exec(text);
  if (negative) return /^\d/.test(negative[1] ?? '') ? negated(typedNumber(negative[1] ?? '')) : null;
  const fraction = /^([-+]?\d+) (\d{1,3})\/(\d{1,3})$/.exec(text);
  if (fraction) return mixedNumber(fraction);
  const match = NUMBER.exec(text);
  const [, sign = '', yen = '', whole = '', decimals = '', exponent, percent = ''] = match ?? [];
  if (!match || (whole === '' && !/\d/.test(decimals))) return null;
  const number = Number(`${sign}${whole.replace(/,/g, '') || '0'}${decimals === '.' ? '' : decimals}${exponent === undefined ? '' : `e${exponent}`}`);
  if (!Number.isFinite(number)) return null;
  const places = /[1-9]|0\d*$/.test(decimals.slice(1)) && decimals.length > 1;
  return { number: percent ? Number((number / 100).toPrecision(15)) : number, format: formatOf(yen !== '', whole.includes(','), exponent !== undefined, percent !== '', places) };
}

function formatOf(yen: boolean, commas: boolean, exponent: boolean, percent: boolean, places: boolean): string {
  if (percent) return places ? '0.00%' : '0%';
  if (yen) return places ? '"¥"#,##0.00;[Red]"¥"\\-#,##0.00' : '"¥"#,##0;[Red]"¥"\\-#,##0';
  if (exponent) return '0.00E+00';
  if (commas) return places ? '#,##0.00' : '#,##0';
  return 'General';
}

function negated(number: TypedNumber | null): TypedNumber | null {
  return number && { ...number, number: -number.number };
}

function mixedNumber([, whole = '', top = '', bottom = '']: RegExpExecArray): TypedNumber | null {
  if (Number(bottom) === 0) return null;
  const part = Number(top) / Number(bottom);
  const number = Number(whole) < 0 || whole.startsWith('-') ? Number(whole) - part : Number(whole) + part;
  return { number, format: bottom.length > 1 ? '# ??/??' : '# ?/?' };
}
