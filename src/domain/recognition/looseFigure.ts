import { isBlankFigure, LONGEST_FIGURE, plainFigureText } from '../figureText';
import { readFigure, type FigureExpectation } from '../readFigure';
import { isUnit } from './lineLabel';
import type { Content } from './matrix';

export type FigureForm = FigureExpectation['form'];

/** A cell under a month as it stands. `typed`: the figure is text; `notes` say what was read otherwise than written. */
export type MonthCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'figure'; readonly value: number; readonly form: FigureForm | null; readonly typed: string | null; readonly notes: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

/** Whether a number format says how figures are to look: General and text say nothing, "" is not known. */
export const isTelling = (format: string): boolean => format !== '' && format !== 'General' && format !== '@';

/** A formula that has nothing to count yet, and words for a figure still to come. */
const NOT_YET = /^(?:#(?:DIV\/0!|N\/A|VALUE!|REF!|NUM!|NAME\?|NULL!)|n\/?a|未確定|未集計|未公表|集計中|調査中|確認中)$/i;

/** The form that Excel's number format shows; null: it tells none. */
export function formOfFormat(format: string): FigureForm | null {
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[(?!h+\])[^\]]*\]/gi, '');
  if (/general/i.test(bare)) return null;
  if (bare.includes('%')) return 'rate';
  if (/h+\]?:mm/i.test(bare)) return 'duration';
  return /[ymdge]/i.test(bare) && !/0|#/.test(bare) ? 'date' : null;
}

/**
 * Reads a cell where nothing says yet what its row is. A number is a figure of any form (null); a text is read by the domain's rules
 * in the form it shows itself: 94.3%, 3:46, 12/11, △ 16. What cannot be read stays text.
 */
export function readMonthCell(content: Content, fiscalYear: number | null, format = ''): MonthCell {
  if (typeof content === 'number') return { kind: 'figure', value: content, form: formOfFormat(format), typed: null, notes: [] };
  if (typeof content === 'boolean') return { kind: 'text', text: String(content) };
  const plain = plainFigureText(content);
  if (isBlankFigure(plain) || NOT_YET.test(plain)) return { kind: 'blank' };
  if (plain.length > LONGEST_FIGURE) return { kind: 'text', text: content.trim() };
  const form = formOf(plain);
  const suffix = form === 'number' ? (/[^\d.,\s]+$/.exec(plain)?.[0] ?? '') : '';
  // 4月上旬 and 5回目 begin with a number and are none.
  const unit = isUnit(suffix) ? suffix : '';
  const reading = readFigure(content, { form, unit, fiscalYear: fiscalYear ?? 0 });
  if (!reading.ok || reading.value === null) return { kind: 'text', text: content.trim() };
  return { kind: 'figure', value: reading.value, form, typed: content.trim(), notes: reading.notes };
}

function formOf(plain: string): FigureForm {
  if (plain.endsWith('%')) return 'rate';
  if (/^\d{1,4}:\d{2}$|^\d+時間/.test(plain)) return 'duration';
  if (/^\d{1,2}\/\d{1,2}$|^\d{1,2}月\d{1,2}日$|^(?:R|H|令和|平成|\d{4})[\d元]*[年/.-]\d{1,2}[月/.-]\d{1,2}/i.test(plain)) return 'date';
  return 'number';
}

/** A cell read by its row's own form, where that is known: 3.46 in a row of hours is 3:46. */
export function readAs(content: Content, expected: FigureExpectation): MonthCell {
  if (typeof content !== 'string') return readMonthCell(content, expected.fiscalYear);
  const plain = plainFigureText(content);
  if (isBlankFigure(plain)) return { kind: 'blank' };
  const reading = readFigure(content, expected);
  if (!reading.ok || reading.value === null) return { kind: 'text', text: content.trim() };
  return { kind: 'figure', value: reading.value, form: expected.form, typed: content.trim(), notes: reading.notes };
}
