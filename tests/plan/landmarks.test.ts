import { expect, test } from '@jest/globals';
import { footprintOf } from '../../src/plan/footprint';
import { withLandmarks } from '../../src/plan/landmarks';
import { restorePointOf } from '../../src/plan/restorePoint';
import type { PlanAction } from '../../src/plan/workbookPlan';

test('rows whose figures are written at other places each do not cost a walk over the sheet each', () => {
  const [rows, columns] = [1500, 30];
  const cells = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_each, column) => (column < 5 ? `文${row}-${column}` : row * column)));
  const used = { area: { row: 0, column: 0, rows, columns }, values: cells, formulas: cells };
  const seen = { readOnly: false, structureProtected: false, names: [], sheets: [{ name: 'A', visible: true, protected: false, ownNames: [], used }] };
  const actions = Array.from({ length: rows }, (_, row): PlanAction => ({ kind: 'write', sheet: 'A', row, column: 5, cells: [Array.from({ length: 12 }, (_each, month) => ((row >> month) % 2 === 1 ? 5 : null))] }));
  const point = restorePointOf(footprintOf({ actions }, seen), seen);
  const begun = Date.now();
  const { landmarks } = withLandmarks(point, seen);
  expect(landmarks?.[0]?.rows).toHaveLength(rows - 1);
  expect(Date.now() - begun).toBeLessThan(3000);
});
