import { GatewayError } from '../plan/gateway';
import type { WorkbookSnapshot } from '../plan/snapshot';
import type { PlanAction, WorkbookPlan } from '../plan/workbookPlan';

const CHANGES_SHEETS: ReadonlySet<PlanAction['kind']> = new Set<PlanAction['kind']>(['addSheet', 'copySheet', 'renameSheet', 'deleteSheet', 'hideSheet', 'showSheet']);

/** What can be known before writing is refused before writing. Throws GatewayError. */
export function checkPlan(plan: WorkbookPlan, snapshot: WorkbookSnapshot): void {
  if (plan.actions.length === 0) return;
  if (snapshot.readOnly) throw new GatewayError('readOnly', '');
  if (snapshot.structureProtected && plan.actions.some(({ kind }) => CHANGES_SHEETS.has(kind))) throw new GatewayError('structureProtected', '');
  const touched = new Set(plan.actions.flatMap((action) => ('sheet' in action && action.sheet !== undefined ? [action.sheet] : [])));
  const locked = snapshot.sheets.find((sheet) => sheet.protected && touched.has(sheet.name));
  if (locked) throw new GatewayError('sheetProtected', locked.name);
}
