import { findActual, MARCH, NOTHING, type Actual, type Figures } from './actual';
import { resolveReference, type Catalog } from './catalog';
import type { KpiCondition, KpiDefinition } from './definitions';
import { stateWords } from './figureState';
import { monthLabel } from './fiscalYear';
import { asPrinted, formatFigure } from './formatFigure';
import type { StatusMark } from './marks';
import { thresholdAt, type MonthThreshold, type Threshold } from './midYear';
import { reasonOf } from './reason';
import { findTarget, type Target } from './targets';

/** A condition as judged. */
export interface ConditionJudgement {
  readonly condition: KpiCondition;
  readonly actual: Actual;
  /** The same measure for the whole year before; value null where the workbook has none. */
  readonly previous: Actual;
  /** Of the year's end. */
  readonly target: Target;
  /** What the figure was held against; null: it was not judged. */
  readonly threshold: MonthThreshold | null;
  readonly mark: StatusMark;
  /** A sentence that can be read out. */
  readonly reason: string;
  /** What a person should look at, e.g. a target that differs from the workbook's own figure. */
  readonly warnings: readonly string[];
}

export interface KpiJudgement {
  readonly kpi: KpiDefinition;
  readonly mark: StatusMark;
  readonly reason: string;
  readonly conditions: readonly ConditionJudgement[];
}

const NO_TARGET: Target = { value: null, upper: null, why: '', warnings: [] };

/** Judges a KPI at the end of a month (0 = 4月 … 11 = 3月) by the rules of the domain: all conditions must hold, one unknown gives －. */
export function judgeKpi(kpi: KpiDefinition, catalog: Catalog, figures: Figures, year: number, asOf: number): KpiJudgement {
  const conditions = kpi.conditions.map((condition) => judgeCondition(condition, catalog, figures, year, asOf));
  return {
    kpi,
    mark: combine(conditions.map((condition) => condition.mark)),
    reason: conditions.map((condition) => condition.reason).join(''),
    conditions,
  };
}

/** What is said of a KPI whose definition cannot be read. */
export function withoutJudgement(kpi: KpiDefinition): KpiJudgement {
  const reason = `「${kpi.name}」は定義に誤りがあるため判定していません（－）。`;
  const conditions = kpi.conditions.map((condition): ConditionJudgement => ({ condition, actual: NOTHING, previous: NOTHING, target: NO_TARGET, threshold: null, mark: '－', reason, warnings: [] }));
  return { kpi, mark: '－', reason, conditions };
}

/** One mark for several conditions. */
function combine(marks: readonly StatusMark[]): StatusMark {
  if (marks.length === 0 || marks.includes('－')) return '－';
  if (marks.includes('△')) return '△';
  return marks.every((mark) => mark === '◎') ? '◎' : '○';
}

function judgeCondition(condition: KpiCondition, catalog: Catalog, figures: Figures, year: number, asOf: number): ConditionJudgement {
  const found = findActual(condition, catalog, figures, year, asOf);
  const before = findActual(condition, catalog, figures, year - 1, MARCH);
  const unit = unitOf(condition, catalog);
  const target = findTarget(condition, unit, catalog, figures, year);
  const actual = found.ok ? { ...found.data, state: figures.states?.get(condition.id) ?? found.data.state } : NOTHING;
  const unjudged = { condition, actual, previous: before.ok ? before.data : NOTHING, target, threshold: null, mark: '－', warnings: [] } as const;
  if (!found.ok) return { ...unjudged, reason: `「${condition.label}」は定義に誤りがあるため判定していません（－）。${found.reason}。` };
  const { value } = actual;
  const standing = standingWords(actual);
  if (value === null) return { ...unjudged, reason: `${condition.label}は、実績が未確定のため判定していません（－）。` };
  const open = (why: string): ConditionJudgement => ({ ...unjudged, reason: `${condition.label} ${formatFigure(value, condition.format, unit)}。${why}${standing === '' ? '' : `${standing}。`}` });
  if (target.value === null) return open(target.why);
  const threshold = thresholdAt(condition, { target: target.value, upper: target.upper, excellent: condition.excellent }, catalog, figures, year, actual.month);
  if (!threshold.ok) return open(threshold.reason);
  return {
    ...unjudged,
    threshold: threshold.data,
    mark: judgeFigure(value, threshold.data, condition),
    reason: reasonOf({ condition, unit, value, asOf: standing, target: target.value, threshold: threshold.data }),
    warnings: [...gapWarnings(condition, actual), ...target.warnings],
  };
}

/** "令和7年3月末現在（速報）"; "" where a figure tells neither. */
export const standingWords = ({ asOfSentence, state }: Actual): string => `${asOfSentence}${stateWords(state)}`;

function gapWarnings(condition: KpiCondition, actual: Actual): string[] {
  if (actual.gaps.length === 0) return [];
  return [`「${condition.label}」は、${actual.gaps.map(monthLabel).join('、')}の数値がそろわないまま計算しています。入力を確認してください。`];
}

/** Compares at the printed precision: rounded as Excel's ROUND, durations cut to the minute as [h]:mm prints them. */
export function judgeFigure(actual: number, { target, upper, excellent }: Threshold, { direction, format }: Pick<KpiCondition, 'direction' | 'format'>): StatusMark {
  const beyond = (threshold: number): number => asPrinted(actual, format) - asPrinted(threshold, format);
  if (direction === '範囲内') return beyond(target) >= 0 && (upper === null || beyond(upper) <= 0) ? '○' : '△';
  const reaches = (threshold: number): boolean => (direction === '以上' ? beyond(threshold) >= 0 : beyond(threshold) <= 0);
  if (!reaches(target)) return '△';
  return excellent !== null && reaches(excellent) ? '◎' : '○';
}

/** The unit of the row behind a condition; yearly figures are rates and bear their own sign. */
export function unitOf(condition: KpiCondition, catalog: Catalog): string {
  const ref = resolveReference(condition.actual, null, catalog.resolve);
  return ref.ok ? (catalog.rows.get(ref.data.rowId)?.definition.unit ?? '') : '';
}
