import { cellA1, contains } from './a1';
import { formatAt, GENERAL, TEXT } from './restorePoint';
import type { WorkbookSnapshot } from './snapshot';
import type { PlanAction, WorkbookPlan } from './workbookPlan';

/**
 * The plan with a number format for cells of texts where it puts a figure or a formula and sets no format of its own: Excel would make a
 * text of either. A formula that brings a format gets it, anything else a plain one. `now` must hold the touched cells with number
 * formats. `cells`: where, in words.
 */
export function textCellsMade(plan: WorkbookPlan, now: WorkbookSnapshot): { readonly plan: WorkbookPlan; readonly cells: readonly string[] } {
  const formatted = plan.actions.flatMap((action) => (action.kind === 'numberFormat' ? [action] : []));
  const cells: string[] = [];
  const actions = plan.actions.flatMap((action): PlanAction[] => {
    if (action.kind !== 'write') return [action];
    const used = now.sheets.find((one) => one.name === action.sheet)?.used;
    const steps = action.cells.flatMap((line, down) => line.flatMap((cell, right): PlanAction[] => {
      const [row, column] = [action.row + down, action.column + right];
      if (cell === null || typeof cell === 'string' || formatAt(used, row, column) !== TEXT) return [];
      if (formatted.some((one) => one.sheet === action.sheet && contains(one.area, row, column))) return [];
      cells.push(`${action.sheet} ${cellA1(row, column)}`);
      return [{ kind: 'numberFormat', sheet: action.sheet, area: { row, column, rows: 1, columns: 1 }, format: (typeof cell === 'object' ? cell.format : undefined) ?? GENERAL }];
    }));
    return [...steps, action];
  });
  return { plan: cells.length > 0 ? { actions } : plan, cells };
}
