import { expect, test } from '@jest/globals';
import { footprintOf } from '../../src/plan/footprint';
import { withLandmarks } from '../../src/plan/landmarks';
import { restorePointOf } from '../../src/plan/restorePoint';
import type { PlanAction } from '../../src/plan/workbookPlan';

/** The same lines; `looks.count` is how often one of them is asked for. */
function counted<T>(lines: T[], looks: { count: number }): T[] {
  return new Proxy(lines, { get: (target, key, receiver): unknown => {
    if (typeof key === 'string' && /^\d+$/.test(key)) looks.count++;
    return Reflect.get(target, key, receiver);
  } });
}

test('rows whose figures are written at other places each do not cost a walk over the sheet each', () => {
  const [rows, columns] = [300, 30];
  const cells = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_each, column) => (column < 5 ? `文${row}-${column}` : row * column)));
  const looks = { count: 0 };
  const used = { area: { row: 0, column: 0, rows, columns }, values: cells, formulas: counted(cells, looks) };
  const seen = { readOnly: false, structureProtected: false, names: [], sheets: [{ name: 'A', visible: true, protected: false, ownNames: [], used }] };
  const actions = Array.from({ length: rows }, (_, row): PlanAction => ({ kind: 'write', sheet: 'A', row, column: 5, cells: [Array.from({ length: 12 }, (_each, month) => ((row >> month) % 2 === 1 ? 5 : null))] }));
  const point = restorePointOf(footprintOf({ actions }, seen), seen);
  looks.count = 0;
  const { landmarks } = withLandmarks(point, seen);
  expect(landmarks?.[0]?.rows).toHaveLength(rows - 1);
  // A walk for the rows, one for the columns, and little more.
  expect(looks.count).toBeLessThan(10 * rows * columns);
});
