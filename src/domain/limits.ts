import { editText } from './editText';
import { isSerialIn, monthLabel } from './fiscalYear';
import { readFigure, type FigureExpectation } from './readFigure';

/** What a figure of a row must keep to; `month` (0 = 4月): a date must lie in it; null: in any of its year. */
export interface FigureRule {
  readonly min: number | null;
  readonly max: number | null;
  readonly expected: FigureExpectation;
  readonly month: number | null;
}

/** Why a figure cannot be right by the limits and the month of its row, as a sentence; null: within them. */
export function limitWords(value: number, rule: FigureRule): string | null {
  const { form, fiscalYear } = rule.expected;
  if (form === 'date' && rule.month !== null && !isSerialIn(value, fiscalYear, rule.month)) return `${monthLabel(rule.month)}の日付を入力してください。`;
  const show = (limit: number): string => editText(limit, form);
  if (rule.min !== null && value < rule.min) return `${show(rule.min)}以上の数値を入力してください。`;
  if (rule.max !== null && value > rule.max) return `${show(rule.max)}以下の数値を入力してください。`;
  return null;
}

/** `reason` and `notes` are whole sentences. */
export type CheckedFigure =
  | { readonly ok: true; readonly value: number | null; readonly notes: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Reads what a person typed and holds it against its rule. */
export function checkFigure(text: string, rule: FigureRule): CheckedFigure {
  const reading = readFigure(text, rule.expected);
  if (!reading.ok) return { ok: false, reason: `${reading.reason}。` };
  const limit = reading.value === null ? null : limitWords(reading.value, rule);
  if (limit !== null) return { ok: false, reason: limit };
  return { ok: true, value: reading.value, notes: reading.notes.map((note) => `${note}。`) };
}
