import { findActual, MARCH, type Figures } from './actual';
import { resolveReference, type Catalog } from './catalog';
import type { KpiCondition } from './definitions';
import { fiscalYearLabel } from './fiscalYear';
import { asPrinted, formatFigure } from './formatFigure';
import { seriesKey } from './series';

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
  return { value, upper, why: '', warnings: [...differsFromRule(condition, ruled?.value ?? null, unit), ...differsFromYear(value, condition, unit, catalog, figures, year)] };
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

function differsFromRule({ label, target, format }: KpiCondition, ruled: number | null, unit: string): string[] {
  if (target === null || ruled === null || asPrinted(target, format) === asPrinted(ruled, format)) return [];
  return [`「${label}」の目標値 ${formatFigure(target, format, unit)} は、前年度と3か年平均から求めた ${formatFigure(ruled, format, unit)} と異なります。目標値を確認してください。`];
}

/** A target that repeats last year's figure must still agree with the workbook. */
function differsFromYear(target: number, condition: KpiCondition, unit: string, catalog: Catalog, figures: Figures, year: number): string[] {
  if (condition.targetFollows === null) return [];
  const ref = resolveReference(condition.targetFollows, null, catalog.resolve);
  // A reference that leads nowhere is told with its cell.
  if (!ref.ok) return [];
  const months = figures.series.get(seriesKey(ref.data.rowId, year - ref.data.yearsBack))?.months ?? [];
  const last = months.filter((month): month is number => month !== null).at(-1);
  if (last === undefined || asPrinted(last, condition.format) === asPrinted(target, condition.format)) return [];
  return [`「${condition.label}」の目標値 ${formatFigure(target, condition.format, unit)} は、前年度の実績 ${formatFigure(last, condition.format, unit)} と異なります。目標値を確認してください。`];
}
