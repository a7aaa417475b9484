import { findActual, MARCH, type Actual, type Figures } from './actual';
import { resolveReference, type Catalog } from './catalog';
import type { KpiCondition, KpiDefinition } from './definitions';
import { monthLabel } from './fiscalYear';
import { asPrinted, formatDifference, formatFigure, formatUnrounded, isDuration, minutesOf } from './formatFigure';
import type { StatusMark } from './marks';
import { seriesKey } from './series';

/** A condition as judged. */
export interface ConditionJudgement {
  readonly condition: KpiCondition;
  readonly actual: Actual;
  /** The same measure for the whole year before; value null where the workbook has none. */
  readonly previous: Actual;
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

const NO_ACTUAL: Actual = { value: null, source: null, asOf: '', asOfSentence: '', gaps: [], awaited: null };

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
  const conditions = kpi.conditions.map((condition): ConditionJudgement => ({ condition, actual: NO_ACTUAL, previous: NO_ACTUAL, mark: '－', reason, warnings: [] }));
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
  const previous = before.ok ? before.data : NO_ACTUAL;
  const base = { condition, previous };
  if (!found.ok) {
    return { ...base, actual: NO_ACTUAL, mark: '－', reason: `「${condition.label}」は定義に誤りがあるため判定していません（－）。${found.reason}。`, warnings: [] };
  }
  const actual = found.data;
  const unit = unitOf(condition, catalog);
  if (actual.value === null) {
    return { ...base, actual, mark: '－', reason: `${condition.label}は、実績が未確定のため判定していません（－）。`, warnings: [] };
  }
  if (condition.target === null) {
    const why = condition.targetSource.includes('前年度') ? '前年度の実績が登録されていないため、判定できません（－）。' : '目標値が登録されていないため、判定できません（－）。';
    return { ...base, actual, mark: '－', reason: `${condition.label} ${formatFigure(actual.value, condition.format, unit)}。${why}${sentence(actual)}`, warnings: [] };
  }
  return {
    ...base,
    actual,
    mark: judgeFigure(actual.value, condition.target, condition),
    reason: explain(actual.value, condition.target, condition, unit, actual),
    warnings: [...gapWarnings(condition, actual), ...targetWarnings(condition.target, condition, unit, catalog, figures, year)],
  };
}

function gapWarnings(condition: KpiCondition, actual: Actual): string[] {
  if (actual.gaps.length === 0) return [];
  return [`「${condition.label}」は、${actual.gaps.map(monthLabel).join('、')}の数値がそろわないまま計算しています。入力を確認してください。`];
}

const sentence = (actual: Actual): string => (actual.asOfSentence === '' ? '' : `${actual.asOfSentence}。`);

/** Compares at the printed precision: rounded as Excel's ROUND, durations cut to the minute as [h]:mm prints them. */
export function judgeFigure(actual: number, target: number, rule: Pick<KpiCondition, 'direction' | 'excellent' | 'format'>): StatusMark {
  const reaches = (threshold: number): boolean => {
    const difference = asPrinted(actual, rule.format) - asPrinted(threshold, rule.format);
    return rule.direction === '以上' ? difference >= 0 : difference <= 0;
  };
  if (!reaches(target)) return '△';
  return rule.excellent !== null && reaches(rule.excellent) ? '◎' : '○';
}

function explain(value: number, target: number, condition: KpiCondition, unit: string, actual: Actual): string {
  const cuts = isDuration(condition.format);
  const printed = asPrinted(value, condition.format);
  const difference = printed - asPrinted(target, condition.format);
  const sign = difference === 0 ? '＝' : difference > 0 ? '＞' : '＜';
  // A mean of whole minutes must not differ from the minute by its binary error alone.
  const exact = (figure: number): number => (cuts ? minutesOf(figure) : figure);
  const holds = (figure: number): boolean => (condition.direction === '以上' ? exact(figure) >= exact(target) : exact(figure) <= exact(target));
  const decided = holds(printed) !== holds(value) ? `（${cuts ? '秒の切り捨て前' : '四捨五入前'} ${formatUnrounded(value, condition.format, unit)}）` : '';
  const limit = condition.direction === '以下' ? '以下' : '';
  return `${condition.label} ${formatFigure(value, condition.format, unit)}${decided} ${sign} 目標 ${formatFigure(target, condition.format, unit)}${limit}（${formatDifference(difference, condition.format, unit)}）。${sentence(actual)}`;
}

/** The unit of the row behind a condition; yearly figures are rates and bear their own sign. */
export function unitOf(condition: KpiCondition, catalog: Catalog): string {
  const ref = resolveReference(condition.actual, null, catalog.resolve);
  return ref.ok ? (catalog.rows.get(ref.data.rowId)?.definition.unit ?? '') : '';
}

/** A target that repeats last year's figure must still agree with the workbook. */
function targetWarnings(target: number, condition: KpiCondition, unit: string, catalog: Catalog, figures: Figures, year: number): string[] {
  if (condition.targetFollows === null) return [];
  const ref = resolveReference(condition.targetFollows, null, catalog.resolve);
  // A reference that leads nowhere is told with its cell.
  if (!ref.ok) return [];
  const months = figures.series.get(seriesKey(ref.data.rowId, year - ref.data.yearsBack))?.months ?? [];
  const last = months.filter((month): month is number => month !== null).at(-1);
  if (last === undefined || asPrinted(last, condition.format) === asPrinted(target, condition.format)) return [];
  return [`「${condition.label}」の目標値 ${formatFigure(target, condition.format, unit)} は、前年度の実績 ${formatFigure(last, condition.format, unit)} と異なります。目標値を確認してください。`];
}
