import { findActual, MARCH, resolveActual, type Figures } from '../actual';
import type { Catalog } from '../catalog';
import type { KpiCondition } from '../definitions';
import { hasEnded } from '../due';
import { fiscalYearLabel, monthLabel } from '../fiscalYear';
import { asPrinted } from '../formatFigure';
import { failure, success, type Result } from '../result';

/** What becomes of a KPI's condition when its fiscal year is over. */

/** "2024-11" where the figure of a condition ended before a year began; null: it goes on, or cannot be found. */
export function endOf(condition: KpiCondition, catalog: Catalog, year: number): string | null {
  const row = rowOf(condition, catalog);
  return row && hasEnded(row.definition, year - row.yearsBack, 0) ? row.definition.endsAt : null;
}

function rowOf(condition: KpiCondition, catalog: Catalog) {
  const target = resolveActual(condition.actual, catalog);
  if (!target.ok || target.data.kind !== 'row') return null;
  const row = catalog.rows.get(target.data.ref.rowId);
  return row ? { definition: row.definition, yearsBack: target.data.ref.yearsBack } : null;
}

/**
 * The figure of a whole year, at the precision it is printed with. Fails, with a part of a sentence, where it is not final: without
 * the year's last month, with a month missing on the way, or called 速報.
 */
export function finalFigure(condition: KpiCondition, catalog: Catalog, figures: Figures, year: number): Result<number> {
  const actual = findActual(condition, catalog, figures, year, MARCH);
  if (!actual.ok) return failure(actual.reason);
  const { value, month, gaps } = actual.data;
  const state = figures.states?.get(condition.id) ?? actual.data.state;
  if (value === null) return failure(`${fiscalYearLabel(year)}の実績がありません`);
  if (state === '速報') return failure(`${fiscalYearLabel(year)}の実績が速報です`);
  if (month !== null && month < MARCH && isMonthly(condition, catalog)) return failure(`${fiscalYearLabel(year)}の実績が${monthLabel(month)}までです`);
  if (gaps.length > 0) return failure(`${fiscalYearLabel(year)}の${gaps.map(monthLabel).join('、')}の数値がありません`);
  return success(asPrinted(value, condition.format));
}

/** A figure once a year may stand in any month. */
const isMonthly = (condition: KpiCondition, catalog: Catalog): boolean => rowOf(condition, catalog)?.definition.kind !== '年1回';

/** How a target goes on into the next year. */
export type NextTarget =
  /** It repeats the year that ended; `figure` says why there is none yet. */
  | { readonly kind: 'previous'; readonly figure: Result<number> }
  /** It is worked out of the workbook's own figures, unless somebody typed it. */
  | { readonly kind: 'ruled' }
  /** It stays as it is; `unsure`: its source speaks of the year before in a way that only a person can follow. */
  | { readonly kind: 'kept'; readonly unsure: boolean };

export function nextTarget(condition: KpiCondition, catalog: Catalog, figures: Figures, ended: number): NextTarget {
  const { direction, targetRule, targetFollows, targetSource } = condition;
  const isBand = direction === '範囲内';
  if (targetRule !== '固定値' && !isBand) return { kind: 'ruled' };
  const speaks = targetFollows !== null || targetSource.includes('前年度');
  if (!speaks) return { kind: 'kept', unsure: false };
  // 「前年度実績＋1ポイント」 is no repetition, and a band has two ends.
  if (isBand || (targetFollows === null && REWORKED.test(targetSource))) return { kind: 'kept', unsure: true };
  return { kind: 'previous', figure: finalFigure(condition, catalog, figures, ended) };
}

const REWORKED = /[＋+×*÷/%％－-]|[増減倍]|\d割|ポイント|平均/;

const OPEN = '（未確定）';

/** The words for where a target comes from, moved on by a year: 「前年度（令和5年度末）の実績」 → 「前年度（令和6年度末）の実績」. */
export function nextSource(source: string, ended: number, isKnown: boolean): string {
  const bare = source.replace(/（未(?:確定|登録)）/g, '').trim();
  const [before, own] = [fiscalYearLabel(ended - 1), fiscalYearLabel(ended)];
  const moved = bare.includes(before) || bare.includes(own) ? bare.replaceAll(before, own) : `前年度（${own}）の実績`;
  return isKnown ? moved : `${moved}${OPEN}`;
}
