import { lastMonth, MARCH } from '../actual';
import type { RowDefinition, SeriesKind } from '../definitions';
import { bearsMonth, hasEnded } from '../due';

/** How the months to come are filled. 前年度の推移: as they went last year, from where this year stands. 月の平均: as this year went so far. */
export const FORECAST_METHODS = ['前年度の推移', '月の平均'] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

export type Months = readonly (number | null)[];
/** A row's own year and the year before it; empty where not known. */
export interface Course {
  readonly now: Months;
  readonly before: Months;
}

const MONTHS = 12;

/**
 * A row's twelve months with those after `through` filled by a method; months before stay as they are. null: the method has nothing
 * to go by, or the row ends before March or has no figures that could be carried on.
 */
export function projectRow(row: RowDefinition, course: Course, year: number, through: number, method: ForecastMethod): Months | null {
  const now = course.now.slice(0, through + 1);
  const last = lastMonth(now, through);
  if (last === null || hasEnded(row, year, MARCH) || row.kind === '年1回' || row.kind === '実施日') return null;
  const filled: (number | null)[] = Array.from({ length: MONTHS }, (_, month) => now[month] ?? null);
  for (let month = last + 1; month < MONTHS; month++) {
    if (!bearsMonth(row, month)) continue;
    const figure = method === '前年度の推移' ? asLastYear(row.kind, now, course.before, last, month) : asSoFar(row.kind, now, course.before, last, month);
    if (figure === null) return null;
    filled[month] = within(row, figure);
  }
  return filled;
}

const within = ({ min, max }: RowDefinition, figure: number): number => Math.min(max ?? Infinity, Math.max(min ?? -Infinity, figure));

/** Counts and running totals grow by last year's proportion, levels and stocks move as last year did. */
function asLastYear(kind: SeriesKind, now: Months, before: Months, last: number, month: number): number | null {
  const [there, then] = [before[month] ?? null, before[last] ?? null];
  const current = now[last] ?? null;
  if (there === null || then === null || current === null) return null;
  if (kind === '単月') {
    const both = now.flatMap((figure, at) => (figure === null || before[at] == null ? [] : [{ figure, then: before[at] }]));
    const base = both.reduce((sum, one) => sum + one.then, 0);
    return base === 0 ? null : (there * both.reduce((sum, one) => sum + one.figure, 0)) / base;
  }
  if (kind === '年度累計') return then === 0 ? null : (current * there) / then;
  return current + there - then;
}

/** Counts and levels stay at their mean, what grows goes on by the mean step. */
function asSoFar(kind: SeriesKind, now: Months, before: Months, last: number, month: number): number | null {
  const known = now.filter((figure): figure is number => figure !== null);
  const current = now[last] ?? 0;
  if (kind === '単月' || kind === '率') return known.reduce((sum, figure) => sum + figure, 0) / known.length;
  const march = kind === '年度累計' ? null : (before[MARCH] ?? null);
  const first = now.findIndex((figure) => figure !== null);
  const step = march !== null ? (current - march) / (last + 1) : last > first ? (current - (now[first] ?? 0)) / (last - first) : 0;
  return current + step * (month - last);
}
