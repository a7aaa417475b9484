import type { WorkbookPlan } from '../../plan/workbookPlan';
import { isRestoreSheet } from './restoreRecord';

/** The plan with the places of its new sheets counted among all sheets: jobs count those they know of, without the add-in's memory. */
export function placeSheets(plan: WorkbookPlan, sheets: readonly { readonly name: string }[]): WorkbookPlan {
  const order = sheets.map((sheet) => sheet.name);
  const placeOf = (position: number): number => {
    const own = order.flatMap((name, place) => (isRestoreSheet(name) ? [] : [place]));
    return own[position] ?? order.length;
  };
  return {
    actions: plan.actions.map((action) => {
      switch (action.kind) {
        case 'addSheet': {
          const place = action.position === undefined ? order.length : placeOf(action.position);
          order.splice(place, 0, action.sheet);
          return action.position === undefined ? action : { ...action, position: place };
        }
        case 'copySheet':
          order.push(action.to);
          return action;
        case 'renameSheet':
          order.splice(order.indexOf(action.sheet), 1, action.to);
          return action;
        case 'deleteSheet':
          order.splice(order.indexOf(action.sheet), 1);
          return action;
        default:
          return action;
      }
    }),
  };
}
