import { editText } from './editText';
import type { FigureExpectation } from './readFigure';

/** Why a figure cannot be right by the limits of its row, as a sentence; null: within them. */
export function limitWords(value: number, rule: { readonly min: number | null; readonly max: number | null; readonly expected: FigureExpectation }): string | null {
  const show = (limit: number): string => editText(limit, rule.expected.form);
  if (rule.min !== null && value < rule.min) return `${show(rule.min)}以上の数値を入力してください。`;
  if (rule.max !== null && value > rule.max) return `${show(rule.max)}以下の数値を入力してください。`;
  return null;
}
