import type { PlanAction, WorkbookPlan } from '../../plan/workbookPlan';
import { keptId } from './restoreRecord';
import { keptName } from './restoreSheet';

/**
 * The plan with sheets put aside, hidden and under names of their own, where it would delete them: nothing brings a deleted sheet back. One that it
 * puts aside again is given this writing's number: under that of an earlier one it would go with the next sweep.
 */
export function keepSheets(plan: WorkbookPlan, id: number, sheets: readonly { readonly name: string }[]): WorkbookPlan {
  const taken = [...sheets];
  const hidden: PlanAction[] = [];
  const renumbered = new Map<string, string>();
  const aside = (sheet: string): string => {
    const to = keptName(id, sheet, taken);
    taken.push({ name: to });
    return to;
  };
  const actions = plan.actions.map((action): PlanAction => {
    if (action.kind === 'deleteSheet') {
      const to = aside(action.sheet);
      // Hidden last: a workbook shows a sheet at any time.
      hidden.push({ kind: 'hideSheet', sheet: to });
      return { kind: 'renameSheet', sheet: action.sheet, to };
    }
    if (action.kind === 'renameSheet' && keptId(action.to) !== null) {
      const to = aside(action.sheet);
      renumbered.set(action.to, to);
      return { ...action, to };
    }
    const now = 'sheet' in action && action.sheet !== undefined ? renumbered.get(action.sheet) : undefined;
    return now === undefined ? action : { ...action, sheet: now };
  });
  return { actions: [...actions, ...hidden] };
}
