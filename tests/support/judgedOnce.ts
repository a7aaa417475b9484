import { beforeAll } from '@jest/globals';
import { cellKey, type Book } from '../../src/embedded/model/book';
import { cellA1 } from '../../src/plan/a1';
import { PLAN_SHEET, type PlanSheetKey } from '../../src/sheets/planSheet';
import type { RecordSheetSpec } from '../../src/sheets/recordTable';
import { Bench } from './laidOut';

export const [FEBRUARY, MARCH] = [10, 11];
export const JULY = 3;

/** Laid out and evaluated at the end of February, once for a file of tests; each `fresh` is a copy to work on. */
export function judgedOnce(): () => Bench {
  let judged: Book | null = null;
  beforeAll(async () => {
    const bench = new Bench();
    await bench.layout();
    await bench.evaluate(FEBRUARY);
    judged = bench.book;
  });
  return () => {
    if (!judged) throw new Error('not evaluated yet');
    return new Bench(structuredClone(judged));
  };
}

export const columnOf = <K extends string>(spec: RecordSheetSpec<K>, key: K): number => spec.columns.findIndex((column) => column.key === key);

/** Lines of a list as it was laid out, by column key. */
export function linesOf<K extends string>(bench: Bench, sheet: string, spec: RecordSheetSpec<K>): Partial<Record<K, unknown>>[] {
  const { cells } = bench.sheet(sheet);
  const last = Math.max(...[...cells].filter(([, cell]) => cell.value !== undefined).map(([key]) => Math.floor(key / 16384)));
  return Array.from({ length: Math.max(0, last - spec.headerRow) }, (_, index) =>
    Object.fromEntries(spec.columns.map((column, at) => [column.key, cells.get(cellKey(spec.headerRow + 1 + index, at))?.value])) as Partial<Record<K, unknown>>);
}

/** The cell of 郵送件数 of the year in a month (0 = 4月). */
export const posted = (bench: Bench, month: number): string => cellA1(bench.rowOf('業務', '郵送件数', 1), 2 + month);

/** A cell of the plan row that bears a KPI. */
export const planCell = (bench: Bench, kpi: string, key: PlanSheetKey): string => {
  const at = [...bench.sheet('事業計画').cells].find(([cell, { value }]) => cell % 16384 === columnOf(PLAN_SHEET, 'kpi') && value === kpi && Math.floor(cell / 16384) > PLAN_SHEET.headerRow)?.[0] ?? NaN;
  return cellA1(Math.floor(at / 16384), columnOf(PLAN_SHEET, key));
};
