import { describe, expect, test } from '@jest/globals';
import { countPlan, planPrint } from '../../src/plan/describe';
import type { PlanAction, WorkbookPlan } from '../../src/plan/workbookPlan';

const plan = (...actions: PlanAction[]): WorkbookPlan => ({ actions });
const write = (...cells: (number | string | null)[]): PlanAction => ({ kind: 'write', sheet: 'S', row: 0, column: 0, cells: [cells] });
const name = (replaces: boolean): PlanAction => ({ kind: 'defineName', name: 'n', sheet: 'S', area: { row: 0, column: 0, rows: 1, columns: 1 }, comment: '', replaces });

test('what a plan does is counted against what is typed in the workbook', () => {
  const counted = countPlan(plan({ kind: 'addSheet', sheet: 'T' }, { kind: 'renameSheet', sheet: 'Sheet1', to: 'U' }, { ...write(7), sheet: 'T' }, name(false), name(false), name(true), write(1, null, 'x', 4)), (_, __, column) => (column === 2 ? 'y' : column === 3 ? 4 : null));
  expect(counted).toEqual({ sheets: ['T'], renamed: [{ from: 'Sheet1', to: 'U' }], newNames: 2, renewedNames: 1, removedNames: 0, removedSheets: [], cells: 3, replaced: 1 });
});

test('names and sheets that go are counted', () => {
  const counted = countPlan(plan({ kind: 'deleteSheet', sheet: '表定義' }, { kind: 'deleteName', name: '月次_x' }, { kind: 'deleteName', name: '月次_x', sheet: '業務 (2)' }), () => null);
  expect([counted.removedSheets, counted.removedNames]).toEqual([['表定義'], 2]);
});

describe('the print of a plan', () => {
  test('differs where anything written differs, but not by the time of the run', () => {
    const first = planPrint(plan(write('9:30', 1)), '9:30', ['27位 → 6位']);
    expect(planPrint(plan(write('9:31', 1)), '9:31', ['27位 → 6位'])).toBe(first);
    expect(planPrint(plan(write('9:30', 2)), '9:30', ['27位 → 6位'])).not.toBe(first);
    expect(planPrint(plan(write('9:30', 1), name(true)), '9:30', ['27位 → 6位'])).not.toBe(first);
    expect(planPrint(plan(write('9:30', 1)), '9:30', ['12位 → 6位'])).not.toBe(first);
  });
});
