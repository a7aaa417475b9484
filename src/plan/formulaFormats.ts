import { formatAt } from './restorePoint';
import type { WorkbookSnapshot } from './snapshot';
import type { PlanAction, WorkbookPlan } from './workbookPlan';

const TEXT = '@';

/**
 * The plan with a number format set before each formula that brings one and goes into a cell of texts, where Excel would keep it as a
 * text. Cells of any other format keep theirs. `now` must hold the formats of the cells written.
 */
export function withFormulaFormats(plan: WorkbookPlan, now: WorkbookSnapshot): WorkbookPlan {
  return { actions: plan.actions.flatMap((action) => (action.kind === 'write' ? [...formatsFor(action, now), action] : [action])) };
}

function formatsFor({ sheet, row, column, cells }: Extract<PlanAction, { readonly kind: 'write' }>, now: WorkbookSnapshot): PlanAction[] {
  const used = now.sheets.find((one) => one.name === sheet)?.used;
  return cells.flatMap((line, down) => line.flatMap((cell, right): PlanAction[] => {
    if (cell === null || typeof cell !== 'object' || cell.format === undefined || formatAt(used, row + down, column + right) !== TEXT) return [];
    return [{ kind: 'numberFormat', sheet, area: { row: row + down, column: column + right, rows: 1, columns: 1 }, format: cell.format }];
  }));
}
