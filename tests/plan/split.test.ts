import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesOf, splitPlan } from '../../src/plan/split';
import type { CellInput, PlanAction } from '../../src/plan/workbookPlan';

const write = (rows: number, columns: number, cell: CellInput = 'あ'): PlanAction => ({ kind: 'write', sheet: '業務', row: 0, column: 0, cells: Array.from({ length: rows }, () => Array<CellInput>(columns).fill(cell)) });

/** Every cell that a list of actions writes, by place. */
const cellsOf = (actions: readonly PlanAction[]): string[] => actions.flatMap((action) => (action.kind === 'write' ? action.cells.flatMap((line, down) => line.map((cell, right) => `${action.row + down},${action.column + right} ${JSON.stringify(cell)}`)) : []));

describe('a plan in parts that a request carries', () => {
  test('stays one where it fits', () => {
    const plan = { actions: [write(3, 3), { kind: 'addSheet', sheet: 'KPI' } as const] };
    expect(splitPlan(plan)).toEqual([plan]);
    expect(splitPlan({ actions: [] })).toEqual([]);
  });

  test('writes the same cells once, in order, none too large but a single line', () => {
    fc.assert(fc.property(fc.array(fc.record({ rows: fc.integer({ min: 1, max: 40 }), columns: fc.integer({ min: 1, max: 12 }) }), { maxLength: 8 }), fc.integer({ min: 1_000, max: 8_000 }), (sizes, most) => {
      const actions = sizes.map(({ rows, columns }) => write(rows, columns));
      const parts = splitPlan({ actions }, most);
      expect(cellsOf(parts.flatMap((part) => part.actions))).toEqual(cellsOf(actions));
      for (const part of parts) expect(part.actions.length === 1 || part.actions.reduce((sum, action) => sum + bytesOf(action), 0) <= most).toBe(true);
    }), { seed: 6, numRuns: 100 });
  });

  test('a block and a format over the limit are cut between rows', () => {
    const parts = splitPlan({ actions: [write(100, 10, '数値'.repeat(20)), { kind: 'numberFormat', sheet: '業務', area: { row: 4, column: 1, rows: 50, columns: 40 }, format: '#,##0' }] }, 20_000);
    expect(parts.length).toBeGreaterThan(6);
    const formats = parts.flatMap((part) => part.actions).flatMap((action) => (action.kind === 'numberFormat' ? [action.area] : []));
    expect(formats.map((area) => area.row)).toEqual(formats.map((_, index) => formats.slice(0, index).reduce((row, area) => row + area.rows, 4)));
    expect(formats.reduce((rows, area) => rows + area.rows, 0)).toBe(50);
  });

  test('a line over the limit is cut between its cells: a record of Japanese texts is three bytes a letter', () => {
    const action = write(1, 67, 'あ'.repeat(30_000));
    const parts = splitPlan({ actions: [action] });
    expect(parts.every((part) => part.actions.reduce((sum, one) => sum + bytesOf(one), 0) < 5 * 1024 * 1024)).toBe(true);
    const cells = parts.flatMap((part) => part.actions).flatMap((one) => (one.kind === 'write' ? one.cells.flatMap((line) => line.map((_, right) => [one.row, one.column + right])) : []));
    expect(cells).toEqual(Array.from({ length: 67 }, (_, column) => [0, column]));
  });
});
