import { describe, expect, test } from '@jest/globals';
import { footprintOf } from '../../src/plan/footprint';
import { restorePointOf } from '../../src/plan/restorePoint';
import type { WorkbookSnapshot } from '../../src/plan/snapshot';
import { undoPlan } from '../../src/plan/undo';
import type { PlanAction } from '../../src/plan/workbookPlan';

/** Sheets by what they are; the name each bears. */
type Named = Readonly<Record<string, string>>;
const workbook = (sheets: Named): WorkbookSnapshot => ({
  readOnly: false, structureProtected: false, names: [],
  sheets: Object.values(sheets).map((name) => ({ name, visible: true, protected: false, ownNames: [], used: null })),
});
/** Renames one after the other as Excel does: no two sheets bear one name. */
function rename(sheets: Named, steps: readonly PlanAction[]): Named {
  return steps.reduce<Named>((now, step) => {
    if (step.kind !== 'renameSheet') throw new Error(step.kind);
    const [which] = Object.entries(now).find(([, name]) => name === step.sheet) ?? [];
    if (which === undefined || Object.values(now).includes(step.to)) throw new Error(`${step.sheet} cannot be called ${step.to}`);
    return { ...now, [which]: step.to };
  }, sheets);
}

describe('sheets that take each other’s names are led back from every state in between', () => {
  const before: Named = { made: '提出_KPI', kept: '復元用7_提出_KPI', other: 'KPI' };
  const steps: readonly PlanAction[] = [
    { kind: 'renameSheet', sheet: '提出_KPI', to: '復元用8_提出_KPI' },
    { kind: 'renameSheet', sheet: '復元用7_提出_KPI', to: '提出_KPI' },
    { kind: 'renameSheet', sheet: 'KPI', to: '復元用7_提出_KPI' },
  ];
  const point = restorePointOf(footprintOf({ actions: steps }, workbook(before)), workbook(before));

  test.each([0, 1, 2, 3])('after %i renamings', (count) => {
    const between = rename(before, steps.slice(0, count));
    const { plan, conflicts, settled } = undoPlan(point, workbook(between), count === steps.length);
    expect([rename(between, plan.actions), conflicts, settled]).toEqual([before, [], count === 0]);
  });

  test('not where another sheet bears the name by now, or the sheet that was set aside is gone', () => {
    const aside = restorePointOf(footprintOf({ actions: steps.slice(0, 1) }, workbook(before)), workbook(before));
    const after = rename(before, steps.slice(0, 1));
    expect(undoPlan(aside, workbook({ ...after, later: '提出_kpi' }), true).conflicts).toEqual([{ kind: 'sheetTaken', sheet: '提出_KPI' }]);
    expect(undoPlan(aside, workbook({ kept: '復元用7_提出_KPI', other: 'KPI' }), true).conflicts).toEqual([{ kind: 'sheetGone', sheet: '復元用8_提出_KPI' }]);
  });
});

test('a figure whose cell was made one of texts later comes back as a figure: Excel makes a text of one that is set under such a format', () => {
  const block = (content: string | number, format: string): WorkbookSnapshot => ({
    ...workbook({}), sheets: [{ name: '業務', visible: true, protected: false, ownNames: [], used: { area: { row: 0, column: 0, rows: 1, columns: 1 }, values: [[content]], formulas: [[content]], formats: [[format]] } }],
  });
  const before = block(12, '@');
  const point = restorePointOf(footprintOf({ actions: [{ kind: 'write', sheet: '業務', row: 0, column: 0, cells: [['新しい']] }] }, before), before);
  const { plan } = undoPlan(point, block('新しい', '@'), true);
  expect(plan.actions.map((action) => (action.kind === 'numberFormat' ? action.format : action.kind === 'write' ? action.cells[0]?.[0] : action.kind))).toEqual(['General', 12, '@']);
});
