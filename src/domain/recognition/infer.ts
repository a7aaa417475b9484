import type { RowDefinition, SeriesKind, TotalRule } from '../definitions';
import { calendarMonth } from '../fiscalYear';
import { printRowFormula, type Expression } from '../rowFormula';
import type { FoundLine } from './foundTable';
import { splitUnit } from './lineLabel';
import { formOfFormat, isTelling, type FigureForm } from './looseFigure';
import { ratioEvidence, sumEvidence } from './ratio';
import { decimalsOf, figuresOf, totalEvidence } from './totals';
import { isRateLabel } from './words';

/** What a line without a definition seems to be, and why, in sentences for a clerk. */
export interface InferredRow {
  readonly row: Omit<RowDefinition, 'id'>;
  readonly reasons: readonly string[];
}

export interface InferInput {
  readonly label: string;
  /** The line in its years, the latest last. */
  readonly lines: readonly FoundLine[];
  /** Other lines of the table by year, with what their rows are called. */
  readonly others: (year: number | null) => readonly { readonly line: FoundLine; readonly label: string }[];
  readonly tableUnit: string | null;
  readonly hasTotal: boolean;
  /** Excel's number format of the figures, "" where it tells nothing. */
  readonly format: string;
  readonly years: number;
}

/** Infers kind, unit, number format, total rule and formula of a row from its figures. What the figures do not prove stays typed. */
export function inferRow(input: InferInput): InferredRow {
  const { label, lines, years } = input;
  const reasons: string[] = [];
  const form = formOf(lines, input.format);
  const unit = unitOf(input, form);
  const formula = formulaOf(input, reasons);
  const total = totalOf(input, formula, reasons);
  const kind = kindOf(label, lines, form, formula, total);
  const format = isTelling(input.format) ? input.format : formatOf(lines, form, kind);
  return {
    row: {
      label, aliases: [], heading: null, kind, unit, format, totalFormat: null, formula: formula?.text ?? null, total, asTyped: true, years,
      min: null, max: null, mayFall: null, follows: null, lag: 0, endsAt: null, mergedInto: null, printed: false,
    },
    reasons,
  };
}

function formOf(lines: readonly FoundLine[], format: string): FigureForm {
  const forms = lines.flatMap((line) => line.cells.flatMap((cell) => (cell.kind === 'figure' && cell.form !== null ? [cell.form] : [])));
  return formOfFormat(format) ?? forms.find((form) => form !== 'number') ?? 'number';
}

function unitOf({ label, lines, tableUnit }: InferInput, form: FigureForm): string {
  const written = lines.map((line) => line.unit).find((unit) => unit !== null) ?? splitUnit(label).unit ?? null;
  if (written !== null) return written === '％' ? '%' : written;
  if (form === 'rate') return '%';
  if (form === 'duration') return '時間';
  if (form === 'date') return '日';
  return tableUnit ?? (/金額|額$/.test(label) ? '円' : '件');
}

interface Formula {
  readonly text: string;
  readonly onTotal: boolean;
}

/** A ratio or a sum that holds in every month of every year the line stands in. */
function formulaOf({ label, lines, others }: InferInput, reasons: string[]): Formula | null {
  const found = lines.map((line) => {
    const same = others(line.year);
    const ratio = ratioEvidence(line, same.map((one) => one.line));
    if (ratio && (!ratio.mirrored || isRateLabel(label))) {
      const name = (at: number): Expression => ({ kind: 'row', ref: { table: null, row: same[at]?.label ?? '', yearsBack: 0 } });
      const [first = 0, second] = ratio.denominator;
      const right: Expression = second === undefined ? name(first) : { kind: 'binary', operator: '+', left: name(first), right: name(second) };
      return { text: printRowFormula({ kind: 'binary', operator: '/', left: name(ratio.numerator), right }), months: ratio.months, onTotal: ratio.total === true };
    }
    const above = same.filter((one) => one.line.line < line.line);
    const sum = sumEvidence(line, above.map((one) => one.line));
    return sum && { text: printRowFormula({ kind: 'aggregate', name: 'SUM', refs: sum.lines.map((at) => ({ table: null, row: above[at]?.label ?? '', yearsBack: 0 })) }), months: sum.months, onTotal: false };
  });
  const [first] = found;
  if (!first || found.some((one) => one?.text !== first.text)) return null;
  const months = found.reduce((sum, one) => sum + (one?.months ?? 0), 0);
  reasons.push(`「${first.text}」と${months}か月すべて一致します。`);
  return { text: first.text, onTotal: found.every((one) => one?.onTotal === true) };
}

function totalOf({ lines, hasTotal }: InferInput, formula: Formula | null, reasons: string[]): TotalRule {
  if (!hasTotal || lines.every((line) => line.total.kind === 'blank')) return 'なし';
  if (formula?.onTotal) {
    reasons.push('計も同じ計算式と一致します。');
    return '計算式';
  }
  const rules = new Set(lines.filter((line) => line.total.kind === 'figure').map(totalEvidence));
  const [rule, ...others] = rules;
  if (rule == null || others.length > 0) return '入力';
  reasons.push(rule === '合計' ? '計は月の合計と一致します。' : rule === '平均' ? '計は月の平均と一致します。' : '計は日付の数と一致します。');
  return rule;
}

function kindOf(label: string, lines: readonly FoundLine[], form: FigureForm, formula: Formula | null, total: TotalRule): SeriesKind {
  if (form === 'date') return '実施日';
  const months = lines.map((line) => figuresOf(line.cells));
  const quarterly = months.every((figures) => figures.every((figure, month) => figure === null || calendarMonth(month) % 3 === 0)) && months.flat().filter((figure) => figure !== null).length >= 2;
  if (quarterly) return '四半期';
  if (form === 'rate' || formula?.text.includes('/')) return '率';
  if (total === '合計' || total === '平均') return '単月';
  return /累計|現在|登録者数|委嘱|総数/.test(label) && total === 'なし' ? '現在数' : '単月';
}

function formatOf(lines: readonly FoundLine[], form: FigureForm, kind: SeriesKind): string {
  if (form === 'date') return 'm/d';
  if (form === 'duration') return '[h]:mm';
  const figures = lines.flatMap((line) => figuresOf(line.cells)).filter((figure) => figure !== null);
  const decimals = Math.min(6, Math.max(0, ...figures.map(decimalsOf)));
  if (form === 'rate') return decimals <= 2 ? '0%' : `0.${'0'.repeat(Math.min(4, decimals - 2))}%`;
  if (decimals === 0) return '#,##0';
  return kind === '率' || decimals <= 2 ? `#,##0.${'0'.repeat(Math.min(2, decimals))}` : '#,##0.00';
}
