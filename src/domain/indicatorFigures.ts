import { actualOf, expandToDate, figureToDate, findActual, gapsOf, isCompleteAt, MARCH, NOTHING, toDateExpression, yearlyActual, type Actual, type ActualSource, type Figures, type ToDateRef } from './actual';
import { resolveFormula, type Catalog, type RowRef } from './catalog';
import type { IndicatorDefinition } from './definitions';
import { evaluateExpression } from './evaluateFormula';
import { asOfLabel } from './fiscalYear';
import { asPrinted } from './formatFigure';
import { measureOf } from './indicatorReferences';
import type { ConditionJudgement } from './judgement';
import { success, type Result } from './result';
import type { Expression } from './rowFormula';

/** A figure of an indicator: a number, or the words that people typed. */
export type IndicatorContent = number | string | null;

/** A figure, where it stands, and why there is none. */
export interface IndicatorPart {
  readonly value: IndicatorContent;
  /** null: it is typed, is the KPI's, or has no place yet. */
  readonly source: ActualSource | null;
  /** Why there is no figure, a part of a sentence; "" where there is one. */
  readonly why: string;
}

/** The figures of an indicator at the end of a month. */
export interface IndicatorFigures {
  /** This year to date, with its 時点. */
  readonly actual: Actual;
  readonly current: IndicatorPart;
  /** The comparable figure of the year before: from April to the same month. */
  readonly previous: IndicatorPart;
  /** Of the whole year before. */
  readonly final: IndicatorPart;
  /** What is reported: the result of the formula where there is one, otherwise the figure itself. */
  readonly value: IndicatorPart;
  /** What the formula gives for the figures in print; null: nothing, or there is none. */
  readonly ofPrinted: number | null;
  /** Months that lack a figure of either year, though later ones have it. */
  readonly gaps: readonly number[];
}

/** What people typed for an indicator. */
export interface TypedIndicator {
  readonly value: IndicatorContent;
  readonly previous: IndicatorContent;
  /** 時点 as written. */
  readonly asOf: string;
}

/** What the figures rest on; `asOf` is the month, 0 = 4月 … 11 = 3月. */
export interface IndicatorInput {
  readonly catalog: Catalog;
  readonly figures: Figures;
  readonly year: number;
  readonly asOf: number;
}

const WHY = {
  open: '数値が未確定のため示していません',
  byZero: '0で割る計算になるため示していません',
  previousByZero: '前年度は0で割る計算になるため示していません',
  notTyped: '入力値がまだありません',
  noPrevious: '前年度の数値はありません',
  notThatMonth: '前年度の同じ月の数値はありません',
  noOperand: '比べる数値がないため示していません',
} as const;

const part = (value: IndicatorContent, source: ActualSource | null, why: string): IndicatorPart => ({ value, source, why: value === null ? why : '' });

/** The figures of an indicator with a reference of its own. Fails with the reason where its definition cannot give them. */
export function referredFigures(one: IndicatorDefinition & { readonly actual: string }, input: IndicatorInput): Result<IndicatorFigures> {
  const measure = measureOf(one.actual, input.catalog);
  if (!measure.ok) return measure;
  if (measure.data.kind === 'yearly') return success(yearlyFigures(measure.data.id, input));
  const base = rowFigures(measure.data.of, input);
  return !base.ok || one.formula === null ? base : withFormula(base.data, one.formula, input);
}

function yearlyFigures(id: string, { figures, year }: IndicatorInput): IndicatorFigures {
  const [actual, last] = [yearlyActual(id, year, figures), yearlyActual(id, year - 1, figures)];
  const [current, previous] = [part(actual.value, actual.source, WHY.open), part(last.value, last.source, WHY.noPrevious)];
  return { actual, current, previous, final: previous, value: current, ofPrinted: null, gaps: [] };
}

function rowFigures(of: Expression<RowRef>, { catalog, figures, year, asOf }: IndicatorInput): Result<IndicatorFigures> {
  const [now, before] = [expandToDate(of, year, catalog), expandToDate(of, year - 1, catalog)];
  if (!now.ok) return now;
  if (!before.ok) return before;
  const actual = actualOf(now.data, year, figures, asOf);
  const whole = actualOf(before.data, year - 1, figures, MARCH);
  const current = part(actual.value, actual.source, actual.source === null ? WHY.open : WHY.byZero);
  const final = part(whole.value, whole.source, whole.source === null ? WHY.noPrevious : WHY.previousByZero);
  // Without a figure of this year there is no month to compare at.
  const through = actual.source?.kind === 'toDate' ? actual.source.through : null;
  const comparable = through !== null && isCompleteAt(before.data, figures, through);
  const source: ActualSource | null = comparable ? { kind: 'toDate', expression: before.data, through } : null;
  const previous = part(
    comparable ? evaluateExpression(before.data, (ref) => figureToDate(ref, figures, through)) : null, source,
    comparable ? WHY.previousByZero : whole.source === null ? WHY.noPrevious : WHY.notThatMonth,
  );
  const gaps = through === null ? [] : [...new Set([...actual.gaps, ...(comparable ? gapsOf(before.data, figures, through) : [])])].sort((a, b) => a - b);
  return success({ actual, current, previous, final, value: current, ofPrinted: null, gaps });
}

/** The formula at the very month the figure stands at: what is compared must be comparable. */
function withFormula(base: IndicatorFigures, text: string, { catalog, figures, year }: IndicatorInput): Result<IndicatorFigures> {
  const rows = resolveFormula(text, null, catalog.resolve);
  if (!rows.ok) return rows;
  const expression = expandToDate(rows.data, year, catalog);
  if (!expression.ok) return expression;
  const through = base.actual.source?.kind === 'toDate' ? base.actual.source.through : null;
  if (through === null) return success({ ...base, value: part(null, null, WHY.open) });
  if (!isCompleteAt(expression.data, figures, through)) return success({ ...base, value: part(null, null, WHY.noOperand) });
  const value = evaluateExpression(expression.data, (ref) => figureToDate(ref, figures, through));
  return success({
    ...base,
    value: part(value, { kind: 'toDate', expression: expression.data, through }, WHY.byZero),
    ofPrinted: evaluateExpression(rows.data, (ref) => printedToDate(ref, through, year, catalog, figures)),
  });
}

/** A row's figure to date as its table prints it. */
function printedToDate({ rowId, yearsBack }: RowRef, through: number, year: number, catalog: Catalog, figures: Figures): number | null {
  const row = catalog.rows.get(rowId)?.definition;
  const expression: Result<Expression<ToDateRef>> = toDateExpression(rowId, year - yearsBack, catalog);
  const value = expression.ok ? evaluateExpression(expression.data, (ref) => figureToDate(ref, figures, through)) : null;
  return row && value !== null ? asPrinted(value, row.format) : null;
}

/** The figures of a KPI condition beside those of the year before at the same month. Nothing is judged here. */
export function kpiFigures({ condition, actual, previous: whole }: ConditionJudgement, { catalog, figures, year }: IndicatorInput): IndicatorFigures {
  const found = findActual(condition, catalog, figures, year - 1, actual.month ?? MARCH);
  const last = found.ok && found.data.month === actual.month ? found.data : NOTHING;
  const current = part(actual.value, null, WHY.open);
  const previous = part(actual.value === null ? null : last.value, last.source, whole.value === null ? WHY.noPrevious : WHY.notThatMonth);
  return { actual, current, previous, final: part(whole.value, null, WHY.noPrevious), value: current, ofPrinted: null, gaps: [] };
}

/** What people typed, as figures. */
export function typedFigures({ value, previous, asOf }: TypedIndicator): IndicatorFigures {
  const written = value === null || asOf === '' ? '' : asOf;
  const actual: Actual = { ...NOTHING, value: typeof value === 'number' ? value : null, asOf: written, asOfSentence: written === '' ? '' : `${asOfLabel(written)}現在` };
  const [current, before] = [part(value, null, WHY.notTyped), part(previous, null, WHY.noPrevious)];
  return { actual, current, previous: before, final: part(null, null, WHY.noPrevious), value: current, ofPrinted: null, gaps: [] };
}
