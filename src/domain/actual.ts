import { type Catalog, type CatalogRow, type RowRef, YEARLY_TABLE } from './catalog';
import type { KpiCondition } from './definitions';
import { aggregate, evaluateExpression } from './evaluateFormula';
import type { FigureState } from './figureState';
import { asOfLabel, monthEndLabel, monthLabel } from './fiscalYear';
import { normalizeLabel } from './labels';
import { failure, success, type Result } from './result';
import { parseRowReference, referencesOf, type Expression } from './rowFormula';
import { monthsOf, seriesKey, type FigureBook } from './series';

/** A yearly figure as it stands in the sheet 実績値. */
export interface YearlyFigure {
  readonly rate: number | null;
  readonly state: FigureState | null;
  /** 時点 as written, e.g. "R7.7". */
  readonly asOf: string | null;
}

/** Yearly figures by ID and fiscal year. */
export type YearlyBook = ReadonlyMap<SeriesYear, YearlyFigure>;
type SeriesYear = ReturnType<typeof seriesKey>;

/** All figures a judgement rests on. */
export interface Figures {
  readonly series: FigureBook;
  readonly yearly: YearlyBook;
  /** What people say of the figures of a condition, by its ID. */
  readonly states?: ReadonlyMap<string, FigureState>;
}

/** An operand of a year-to-date figure: months are added up, their mean is taken, or the last one counts. */
export interface ToDateRef {
  readonly rowId: string;
  readonly year: number;
  readonly how: 'sum' | 'mean' | 'last';
}

/** Where a judged figure stands, so that a live formula can point at it. */
export type ActualSource =
  | { readonly kind: 'month'; readonly rowId: string; readonly year: number; readonly month: number }
  | { readonly kind: 'total'; readonly rowId: string; readonly year: number }
  | { readonly kind: 'toDate'; readonly expression: Expression<ToDateRef>; readonly through: number }
  | { readonly kind: 'yearly'; readonly id: string; readonly year: number };

/** A KPI's figure. `value` null: not known yet; `source` may tell all the same where it will stand. */
export interface Actual {
  readonly value: number | null;
  readonly source: ActualSource | null;
  /** The last month it takes in; null where there is no figure, or one a year. */
  readonly month: number | null;
  /** "3月" or the 時点 of a yearly figure; "" where there is no figure. */
  readonly asOf: string;
  /** "令和7年3月末現在"; "" where there is no figure. */
  readonly asOfSentence: string;
  /** null: nobody says. */
  readonly state: FigureState | null;
  /** Months before the last one that lack a figure the year-to-date needs. */
  readonly gaps: readonly number[];
  /** Rows whose months after the one used, up to the month judged, were still blank. */
  readonly awaited: { readonly rowIds: readonly string[]; readonly year: number; readonly from: number; readonly through: number } | null;
}

export const NOTHING: Actual = { value: null, source: null, month: null, asOf: '', asOfSentence: '', state: null, gaps: [], awaited: null };
export const MARCH = 11;

/** What a KPI condition points at: a row of a table, or a yearly figure. */
export type ActualTarget = { readonly kind: 'row'; readonly ref: RowRef } | { readonly kind: 'yearly'; readonly id: string };

/** Resolves "[table.row]" or "[実績値.label]". */
export function resolveActual(reference: string, catalog: Catalog): Result<ActualTarget> {
  const parsed = parseRowReference(reference);
  if (!parsed.ok) return failure(`「${reference}」: ${parsed.reason.message}`);
  if (parsed.data.table !== null && normalizeLabel(parsed.data.table) === normalizeLabel(YEARLY_TABLE)) {
    const wanted = normalizeLabel(parsed.data.row);
    const yearly = catalog.definitions.yearly.find((candidate) => normalizeLabel(candidate.label) === wanted);
    return yearly ? success({ kind: 'yearly', id: yearly.id }) : failure(`シート「実績値」に「${parsed.data.row}」がありません`);
  }
  const row = catalog.resolve(parsed.data, null);
  return row.ok ? success({ kind: 'row', ref: row.data }) : row;
}

/**
 * The figure a condition is judged by in a fiscal year, at the end of a month (0 = 4月 … 11 = 3月).
 * Fails where the definition cannot give a figure at all; a figure not yet known is no failure.
 */
export function findActual(condition: KpiCondition, catalog: Catalog, figures: Figures, year: number, asOf: number): Result<Actual> {
  const target = resolveActual(condition.actual, catalog);
  if (!target.ok) return target;
  if (target.data.kind === 'yearly') {
    return condition.basis === '年1回' ? success(yearlyActual(target.data.id, year, figures)) : failure(`評価基準「${condition.basis}」は年1回の実績値には使えません`);
  }
  const { rowId, yearsBack } = target.data.ref;
  const rowYear = year - yearsBack;
  const row = catalog.rows.get(rowId);
  if (!row) return failure(`項目 ${rowId} がありません`);
  if (row.broken !== null) return failure(row.broken);
  const series = figures.series.get(seriesKey(rowId, rowYear));
  const months = series?.months ?? [];
  switch (condition.basis) {
    case '年1回':
      return failure('評価基準「年1回」は、シート「実績値」の項目だけに使えます');
    case '計': {
      // The total column takes in every month that is filled, the one judged or later.
      const last = lastMonth(months, MARCH) ?? asOf;
      const source: ActualSource = { kind: 'total', rowId, year: rowYear };
      return success(series?.total == null ? { ...NOTHING, source } : { ...NOTHING, ...at(rowYear, last), value: series.total, source });
    }
    case '年度末':
      return success(monthActual(rowId, rowYear, months, MARCH, MARCH));
    case '最新月':
      return success(monthActual(rowId, rowYear, months, lastMonth(months, asOf), asOf));
    case '年度累計比率':
      return toDateActual(rowId, rowYear, catalog, figures, asOf);
  }
}

/** A yearly figure as it stands in the sheet 実績値. */
export function yearlyActual(id: string, year: number, figures: Figures): Actual {
  const figure = figures.yearly.get(seriesKey(id, year));
  const source: ActualSource = { kind: 'yearly', id, year };
  if (figure?.rate == null) return { ...NOTHING, source };
  const written = figure.asOf ?? '';
  return {
    ...NOTHING,
    value: figure.rate,
    source,
    asOf: written,
    asOfSentence: written === '' ? '' : `${asOfLabel(written)}現在`,
    state: figure.state,
  };
}

const at = (year: number, month: number): Pick<Actual, 'month' | 'asOf' | 'asOfSentence'> => ({
  month,
  asOf: monthLabel(month),
  asOfSentence: `${monthEndLabel(year, month)}現在`,
});

/** The last month up to `asOf` that has a figure; null: none. */
export function lastMonth(months: readonly (number | null)[], asOf: number): number | null {
  for (let month = asOf; month >= 0; month--) if (months[month] != null) return month;
  return null;
}

function monthActual(rowId: string, year: number, months: readonly (number | null)[], month: number | null, asOf: number): Actual {
  const value = month === null ? null : (months[month] ?? null);
  const from = month === null || value === null ? 0 : month + 1;
  const awaited = from <= asOf ? { rowIds: [rowId], year, from, through: asOf } : null;
  if (month === null || value === null) return { ...NOTHING, awaited };
  return { ...NOTHING, ...at(year, month), value, source: { kind: 'month', rowId, year, month }, awaited };
}

function toDateActual(rowId: string, year: number, catalog: Catalog, figures: Figures, asOf: number): Result<Actual> {
  const expanded = toDateExpression(rowId, year, catalog);
  return expanded.ok ? success(actualOf(expanded.data, year, figures, asOf)) : expanded;
}

/** An expression's figure from April to the last month up to `asOf` that has all of it; a denominator of zero gives no figure. `year`: of the sentence. */
export function actualOf(expression: Expression<ToDateRef>, year: number, figures: Figures, asOf: number): Actual {
  const through = lastCompleteMonth(expression, figures, asOf);
  const rowIds = [...new Set(referencesOf(expression).flatMap((ref) => (ref.year === year ? [ref.rowId] : [])))];
  const awaited = through < asOf && rowIds.length > 0 ? { rowIds, year, from: through + 1, through: asOf } : null;
  if (through < 0) return { ...NOTHING, awaited };
  const value = evaluateExpression(expression, (ref) => figureToDate(ref, figures, through));
  const source: ActualSource = { kind: 'toDate', expression, through };
  return value === null ? { ...NOTHING, source, awaited } : { ...NOTHING, ...at(year, through), value, source, gaps: gapsOf(expression, figures, through), awaited };
}

/** The last month up to `asOf` that has every figure the expression needs; -1: none. */
function lastCompleteMonth(expression: Expression<ToDateRef>, figures: Figures, asOf: number): number {
  let through = asOf;
  while (through >= 0 && !isCompleteAt(expression, figures, through)) through--;
  return through;
}

/** Whether a month has every figure the expression needs. */
export const isCompleteAt = (expression: Expression<ToDateRef>, figures: Figures, month: number): boolean =>
  isComplete(expression, (ref) => monthsOf(figures.series, ref.rowId, ref.year)[month] ?? null);

/** Months before `through` that lack a figure the expression needs. */
export const gapsOf = (expression: Expression<ToDateRef>, figures: Figures, through: number): number[] =>
  Array.from({ length: through }, (_, month) => month).filter((month) => !isCompleteAt(expression, figures, month));

/** A row's year-to-date figure as an expression over rows that can be added up or carried on. */
export function toDateExpression(rowId: string, year: number, catalog: Catalog): Result<Expression<ToDateRef>> {
  const row = catalog.rows.get(rowId);
  if (!row) return failure(`項目 ${rowId} がありません`);
  if (row.broken !== null) return failure(row.broken);
  switch (row.definition.kind) {
    case '単月':
      return success({ kind: 'row', ref: { rowId, year, how: isMean(row) ? 'mean' : 'sum' } });
    case '年度累計':
    case '現在数':
    case '四半期':
      return success({ kind: 'row', ref: { rowId, year, how: 'last' } });
    case '率': {
      const ratio = row.monthly ?? (row.total.kind === 'formula' ? row.total.expression : null);
      if (ratio) return expandToDate(ratio, year, catalog);
      return isMean(row) ? success({ kind: 'row', ref: { rowId, year, how: 'mean' } }) : failure(`「${row.definition.label}」は率だけが入力されているため、年度累計を計算できません`);
    }
    case '年1回':
    case '実施日':
      return failure(`「${row.definition.label}」（${row.definition.kind}）は年度累計を計算できません`);
  }
}

/** Months that make a mean of the year make one to date. */
const isMean = ({ total }: CatalogRow): boolean => total.kind === 'aggregate' && total.name === 'AVERAGE';

/** An expression over rows as one over what each comes to from April to a month. */
export function expandToDate(expression: Expression<RowRef>, year: number, catalog: Catalog): Result<Expression<ToDateRef>> {
  switch (expression.kind) {
    case 'number':
      return success(expression);
    case 'row':
      return toDateExpression(expression.ref.rowId, year - expression.ref.yearsBack, catalog);
    case 'negate':
    case 'round': {
      const of = expandToDate(expression.of, year, catalog);
      return of.ok ? success({ ...expression, of: of.data }) : of;
    }
    case 'binary': {
      const left = expandToDate(expression.left, year, catalog);
      const right = expandToDate(expression.right, year, catalog);
      return !left.ok ? left : !right.ok ? right : success({ ...expression, left: left.data, right: right.data });
    }
    case 'aggregate': {
      const refs: ToDateRef[] = [];
      for (const ref of expression.refs) {
        const part = toDateExpression(ref.rowId, year - ref.yearsBack, catalog);
        if (!part.ok) return part;
        if (part.data.kind !== 'row') return failure(`${expression.name} の中の率は年度累計を計算できません`);
        if (part.data.ref.how === 'mean') return failure(`${expression.name} の中の平均は年度累計を計算できません`);
        refs.push(part.data.ref);
      }
      return success({ kind: 'aggregate', name: expression.name, refs });
    }
  }
}

/** What an operand comes to from April to a month; null where it has no figure by then. */
export function figureToDate(ref: ToDateRef, figures: Figures, through: number): number | null {
  const months = monthsOf(figures.series, ref.rowId, ref.year).slice(0, through + 1).filter((figure): figure is number => figure !== null);
  if (months.length === 0) return null;
  if (ref.how === 'last') return months[months.length - 1] ?? null;
  return aggregate(ref.how === 'mean' ? 'AVERAGE' : 'SUM', months);
}

/** Whether a month has every figure the expression needs; of an aggregate any one will do. */
function isComplete(expression: Expression<ToDateRef>, month: (ref: ToDateRef) => number | null): boolean {
  switch (expression.kind) {
    case 'number':
      return true;
    case 'row':
      return month(expression.ref) !== null;
    case 'negate':
    case 'round':
      return isComplete(expression.of, month);
    case 'binary':
      return isComplete(expression.left, month) && isComplete(expression.right, month);
    case 'aggregate':
      return expression.refs.some((ref) => month(ref) !== null);
  }
}
