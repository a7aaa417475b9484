import type { WorkbookPlan } from '../../plan/workbookPlan';
import { foldName } from '../names';
import { keptName } from './restoreSheet';

/** The plan with sheets put aside, hidden and under names of their own, where it would delete them: nothing brings a deleted sheet back. */
export function keepSheets(plan: WorkbookPlan, id: number, sheets: readonly { readonly name: string }[]): WorkbookPlan {
  const taken = new Set(sheets.map((sheet) => foldName(sheet.name)));
  return {
    actions: plan.actions.flatMap((action) => {
      if (action.kind !== 'deleteSheet') return [action];
      const to = keptName(id, action.sheet, taken);
      taken.add(foldName(to));
      return [{ kind: 'renameSheet', sheet: action.sheet, to } as const, { kind: 'hideSheet', sheet: to } as const];
    }),
  };
}
