import { lastReportCell } from './kpiSheet';
import { updateCell } from './cellUpdate';
import { PlanBuilder } from './planBuilder';
import type { Thought } from './thought';
import type { WorkbookState } from './workbookState';

/**
 * The thought with its report written into the sheet KPI, for a job whose report nobody would see otherwise; null where there
 * is no such cell. A report that stands there already adds nothing, and there is no time in it, so that a job run twice gives
 * the same workbook.
 */
export function withReport(thought: Thought, state: WorkbookState): Thought | null {
  const table = state.lists.kpis?.table;
  const cell = table && lastReportCell(table);
  if (!table || !cell) return null;
  const unchanged = thought.plan.actions.length === 0 ? ['変更はありません。'] : [];
  const look = thought.warnings.length > 0 ? [`確認していただきたいことが${thought.warnings.length}件あります。作業ウィンドウで確認してください。`] : [];
  const builder = new PlanBuilder();
  updateCell(builder, table.grid, cell.row, cell.column, [...thought.done, ...unchanged, ...look].join(' '));
  return { ...thought, plan: { actions: [...thought.plan.actions, ...builder.build(state.snapshot.names).actions] } };
}
