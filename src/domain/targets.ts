import { findActual, MARCH, resolveActual, type Figures } from './actual';
import type { Catalog } from './catalog';
import type { KpiCondition } from './definitions';
import { isSilent } from './due';
import { fiscalYearLabel } from './fiscalYear';
import { asPrinted, formatFigure } from './formatFigure';
import { monthsOf, seriesKey } from './series';

/** The target of a year's end. `value` null: not known, `why` says so in a sentence. */
export interface Target {
  readonly value: number | null;
  /** The upper end of a band; null elsewhere. */
  readonly upper: number | null;
  readonly why: string;
  /** What a person should look at. */
  readonly warnings: readonly string[];
}

/** Years whose mean a target may be. */
const MEAN_YEARS = 3;

/** The target of a condition in a fiscal year: typed, or worked out by its rule. A typed one goes before the rule and is held against it. */
export function findTarget(condition: KpiCondition, unit: string, catalog: Catalog, figures: Figures, year: number): Target {
  const isBand = condition.direction === '範囲内';
  const upper = isBand ? condition.targetUpper : null;
  const ruled = condition.targetRule === '固定値' || isBand ? null : higherOfYears(condition, catalog, figures, year);
  const value = condition.target ?? ruled?.value ?? null;
  if (value === null) return { value, upper, why: ruled?.why ?? unknownWords(condition), warnings: [] };
  if (isBand && (upper === null || upper < value)) return { value: null, upper, why: upper === null ? '目標の上限が登録されていないため、判定できません（－）。' : '目標の上限が目標値より小さいため、判定できません（－）。', warnings: [] };
  return { value, upper, why: '', warnings: [...differs(value, ruled?.value ?? null, '前年度と3か年平均から求めた', condition, unit), ...differs(value, followed(condition, catalog, figures, year), '前年度の実績', condition, unit)] };
}

const unknownWords = ({ targetSource }: KpiCondition): string =>
  targetSource.includes('前年度') ? '前年度の実績が登録されていないため、判定できません（－）。' : '目標値が登録されていないため、判定できません（－）。';

/** The years that a target by rule rests on, the latest first. */
export const yearsOfRule = (year: number): number[] => Array.from({ length: MEAN_YEARS }, (_, back) => year - 1 - back);

/** The better of last year and the mean of three: the higher one, the lower where less is better. */
function higherOfYears(condition: KpiCondition, catalog: Catalog, figures: Figures, year: number): { readonly value: number | null; readonly why: string } {
  const found = yearsOfRule(year).map((one) => {
    const actual = findActual(condition, catalog, figures, one, MARCH);
    return { year: one, value: actual.ok ? actual.data.value : null };
  });
  const missing = found.filter((one) => one.value === null).map((one) => fiscalYearLabel(one.year));
  if (missing.length > 0) return { value: null, why: `${missing.join('、')}の実績がないため前年度と3か年平均を比べられず、判定できません（－）。目標値を入力すると判定できます。` };
  const values = found.map((one) => one.value ?? 0);
  const pair = [values[0] ?? 0, values.reduce((sum, one) => sum + one, 0) / values.length];
  return { value: condition.direction === '以下' ? Math.min(...pair) : Math.max(...pair), why: '' };
}

/** What to do about it, at the end of each warning. */
export const CHECK_TARGET = '目標値を確認してください。';

/** A target must agree with the workbook's own figures. */
function differs(target: number, own: number | null, what: string, { label, format }: KpiCondition, unit: string): string[] {
  if (own === null || asPrinted(target, format) === asPrinted(own, format)) return [];
  return [`「${label}」の目標値 ${formatFigure(target, format, unit)} は、${what} ${formatFigure(own, format, unit)} と異なります。${CHECK_TARGET}`];
}

/**
 * The figure of the year before that a target repeats; null: it repeats none, or that year's last figure is not there yet: the head office
 * may know it sooner. A reference that leads nowhere is told with its cell.
 */
function followed({ targetFollows }: KpiCondition, catalog: Catalog, figures: Figures, year: number): number | null {
  const found = targetFollows === null ? null : resolveActual(targetFollows, catalog);
  if (!found?.ok) return null;
  if (found.data.kind === 'yearly') {
    const before = figures.yearly.get(seriesKey(found.data.id, year - 1));
    return before === undefined || before.state === '速報' ? null : before.rate;
  }
  const { rowId, yearsBack } = found.data.ref;
  const row = catalog.rows.get(rowId)?.definition;
  const months = monthsOf(figures.series, rowId, year - yearsBack);
  // A figure once a year may stand in any month.
  return months.filter((month, at) => row !== undefined && (row.kind === '年1回' ? month !== null : !isSilent(row, year - yearsBack, at))).at(-1) ?? null;
}
