import { MARCH, type Figures } from './actual';
import type { Catalog } from './catalog';
import type { KpiCondition } from './definitions';
import { monthLabel } from './fiscalYear';
import { growthOf, measureAt } from './measure';
import { failure, success, type Result } from './result';

/** What a figure is held against. */
export interface Threshold {
  /** Of a band the lower end. */
  readonly target: number;
  /** The upper end of a band; null elsewhere. */
  readonly upper: number | null;
  /** For ◎; null: never given. */
  readonly excellent: number | null;
}

/** The threshold of the month a figure stands at. */
export interface MonthThreshold extends Threshold {
  /** What the figure is compared with: 目標, 前年同月, 9月の目安. */
  readonly name: string;
  /** How a threshold before the year's end comes about, a part of a sentence; "" for the target itself. */
  readonly how: string;
}

/** Where the way to a target begins and how much of it is gone at a month: 0 none, 1 all. */
interface Way {
  readonly start: number;
  readonly share: number;
}

/**
 * The threshold at a month by the condition's rule for the middle of the year; in March, and for yearly figures, the target itself.
 * Fails with the reason, a sentence, where last year's figures do not give it.
 */
export function thresholdAt(condition: KpiCondition, final: Threshold, catalog: Catalog, figures: Figures, year: number, month: number | null): Result<MonthThreshold> {
  const { midYear } = condition;
  const own = success({ ...final, name: '目標', how: '' });
  if (midYear === '年度末の目標' || month === null || month === MARCH || condition.basis === '年度末') return own;
  const growth = growthOf(condition, catalog);
  if (growth === null || (midYear === '均等' && growth === 'level')) return own;
  const at = (one: number, of: number): number | null => measureAt(condition, catalog, figures, one, of);
  if (midYear === '前年同月') {
    const before = at(year - 1, month);
    if (before === null) return failure(`前年同月（${monthLabel(month)}）の実績がないため、判定できません（－）。`);
    return success({ target: before, upper: null, excellent: final.excellent, name: '前年同月', how: '' });
  }
  const start = growth === 'fromMarch' ? at(year - 1, MARCH) : 0;
  const way = midYear === '均等' ? evenWay(start, month) : lastYearsWay(growth === 'fromMarch', start, at, year, month);
  if (!way.ok) return way;
  const along = (end: number): number => way.data.start + (end - way.data.start) * way.data.share;
  return success({
    target: along(final.target), upper: final.upper === null ? null : along(final.upper), excellent: final.excellent === null ? null : along(final.excellent),
    name: `${monthLabel(month)}の目安`, how: midYear === '均等' ? '毎月同じだけ進むとした' : '前年度と同じ進み方とした',
  });
}

function evenWay(start: number | null, month: number): Result<Way> {
  return start === null ? failure('前年度末の実績がないため、途中の目安を求められず、判定できません（－）。') : success({ start, share: (month + 1) / 12 });
}

/** Last year's shape. Of a stock whose March before last year is not known both years are followed from their April on. */
function lastYearsWay(stock: boolean, start: number | null, at: (year: number, month: number) => number | null, year: number, month: number): Result<Way> {
  const [then, end] = [at(year - 1, month), at(year - 1, MARCH)];
  const before = stock ? at(year - 2, MARCH) : 0;
  const [origin, own] = before !== null && start !== null ? [before, start] : [at(year - 1, 0), at(year, 0)];
  if (then === null || end === null || origin === null || own === null) return failure(`前年度の${monthLabel(month)}までの推移がないため、途中の目安を求められず、判定できません（－）。`);
  if (end === origin) return failure('前年度に増減がなく、途中の目安を求められないため、判定できません（－）。');
  return success({ start: own, share: (then - origin) / (end - origin) });
}
