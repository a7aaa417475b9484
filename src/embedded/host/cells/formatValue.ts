import { isCellError, type Scalar } from '../../model/book';
import { notImplemented } from '../errors';
import { formatSections, type FormatPiece } from './formatCode';
import { formatMoment } from './formatMoment';

/**
 * A value as its cell shows it, whatever the column's width (learn.microsoft.com, Excel.Range.text).
 * @throws HostError NotImplemented for a number format that is not understood
 */
export function formatValue(value: Scalar | undefined, code: string, date1904: boolean): string {
  if (value === undefined) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (code === 'General' || code === '') return typeof value === 'number' ? formatGeneral(value) : value;
  const sections = formatSections(code);
  return typeof value === 'string' ? formatText(value, sections) : formatNumber(value, sections, code, date1904);
}

function formatText(text: string, sections: readonly (readonly FormatPiece[])[]): string {
  const section = sections[3] ?? sections.find((pieces) => pieces.some((piece) => piece.kind === 'text'));
  if (!section) return text;
  return section.map((piece) => (piece.kind === 'text' ? text : piece.kind === 'literal' ? piece.text : '')).join('');
}

function formatNumber(number: number, sections: readonly (readonly FormatPiece[])[], code: string, date1904: boolean): string {
  const [positive = [], negative, zero] = sections;
  const own = number < 0 ? negative : number === 0 ? zero : undefined;
  const section = own ?? positive;
  // A section for negative numbers brings its own sign.
  const shown = own && number < 0 ? -number : number;
  if (section.length === 0) return sections.length > 1 ? '' : formatGeneral(number);
  if (section.some((piece) => piece.kind === 'date')) return formatMoment(shown, section, date1904, code);
  return formatDigits(shown, section, code);
}

function formatDigits(number: number, section: readonly FormatPiece[], code: string): string {
  if (section.filter((piece) => piece.kind === 'digits').length > 1) throw notImplemented(`number format ${code}`);
  const percents = section.filter((piece) => piece.kind === 'percent').length;
  const exponent = section.find((piece) => piece.kind === 'exponent');
  const scaled = Math.abs(number) * 100 ** percents;
  const body = section.map((piece): string => {
    switch (piece.kind) {
      case 'literal': return piece.text;
      case 'percent': return '%';
      case 'digits': return exponent ? mantissa(scaled, piece.text) : fixed(scaled, piece.text);
      case 'exponent': return power(scaled, piece);
      case 'general': return formatGeneral(scaled);
      case 'text': return formatGeneral(scaled);
      case 'date': return '';
    }
  }).join('');
  return number < 0 && /[1-9]/.test(body) ? `-${body}` : body;
}

/** 1234.5 by "#,##0.00": rounds half away from zero on the 15 digits Excel keeps. */
function fixed(number: number, pattern: string): string {
  const thousands = /,+$/.exec(pattern)?.[0].length ?? 0;
  const [whole = '', decimals = ''] = pattern.replace(/,+$/, '').split('.');
  const rounded = roundedText(number / 1000 ** thousands, decimals.length);
  const [wholeText = '', decimalText = ''] = rounded.split('.');
  const least = (whole.match(/0/g) ?? []).length;
  const digits = (wholeText === '0' ? '' : wholeText).padStart(least, '0');
  const grouped = whole.includes(',') ? digits.replace(/\B(?=(?:\d{3})+$)/g, ',') : digits;
  return pattern.includes('.') ? `${grouped}.${trimmed(decimalText, decimals)}` : grouped;
}

function trimmed(digits: string, pattern: string): string {
  let kept = digits;
  for (let at = pattern.length - 1; at >= 0 && pattern[at] !== '0' && kept.endsWith('0'); at--) kept = kept.slice(0, -1) + (pattern[at] === '?' ? ' ' : '');
  return kept;
}

function roundedText(number: number, places: number): string {
  const text = String(Number(number.toPrecision(15)));
  if (/e/.test(text)) return number.toFixed(Math.min(places, 100));
  return Number(`${Math.round(Number(`${text}e${places}`))}e-${places}`).toFixed(places);
}

function scientific(number: number, places: number): [string, number] {
  const [digits = '0', exponent = '0'] = number.toExponential(places).split('e');
  return [digits, Number(exponent)];
}
function mantissa(number: number, pattern: string): string {
  return scientific(number, (pattern.split('.')[1] ?? '').length)[0];
}
function power(number: number, { sign, digits }: { sign: string; digits: number }): string {
  const [, exponent] = scientific(number, 2);
  return `E${exponent < 0 ? '-' : sign === '+' ? '+' : ''}${String(Math.abs(exponent)).padStart(digits, '0')}`;
}

/** General: at most eleven characters, then the scientific form with six digits. */
export function formatGeneral(number: number): string {
  if (number === 0) return '0';
  const size = Math.abs(number);
  const sign = number < 0 ? '-' : '';
  if (size < 1e11) {
    const wholeDigits = Math.max(1, Math.floor(Math.log10(size)) + 1);
    const text = roundedText(size, Math.max(0, 10 - wholeDigits)).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
    if (size >= 1e-4 || Number(text) === size) return sign + text;
  }
  const [digits, exponent] = scientific(size, 5);
  return `${sign}${digits.replace(/\.?0+$/, '')}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
