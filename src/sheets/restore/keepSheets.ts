import type { PlanAction, WorkbookPlan } from '../../plan/workbookPlan';
import { keptName } from './restoreSheet';

/** The plan with sheets put aside, hidden and under names of their own, where it would delete them: nothing brings a deleted sheet back. */
export function keepSheets(plan: WorkbookPlan, id: number, sheets: readonly { readonly name: string }[]): WorkbookPlan {
  const taken = [...sheets];
  const hidden: PlanAction[] = [];
  const actions = plan.actions.map((action): PlanAction => {
    if (action.kind !== 'deleteSheet') return action;
    const to = keptName(id, action.sheet, taken);
    taken.push({ name: to });
    // Hidden last: a workbook shows a sheet at any time.
    hidden.push({ kind: 'hideSheet', sheet: to });
    return { kind: 'renameSheet', sheet: action.sheet, to };
  });
  return { actions: [...actions, ...hidden] };
}
