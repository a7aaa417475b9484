import { referencesFault } from '../domain/indicatorReferences';
import type { CellProblem } from './cellReading';
import type { IndicatorSheetContent } from './indicatorLines';
import type { IndicatorSheetKey } from './indicatorSheet';
import type { RecordTable } from './recordTable';
import type { WorkbookState } from './workbookState';

const NOT_SHOWN = 'この指標の数値は表示していません。';

/** What the definitions of the sheet 業績評価 contradict in the rest of the workbook, each with its cell. */
export function indicatorFaults({ sheet }: RecordTable<IndicatorSheetKey>, content: IndicatorSheetContent, { catalog, lists }: Pick<WorkbookState, 'catalog' | 'lists'>): CellProblem[] {
  const kpis = lists.kpis?.content;
  const conditions = new Set(kpis?.kpis.flatMap(({ kpi }) => kpi.conditions.map((condition) => condition.id)));
  const rows = lists.planRows && new Set(lists.planRows.content.lines.map((line) => line.definition.id));
  return content.lines.flatMap(({ definition, line, typed }): CellProblem[] => {
    const problem = (key: IndicatorSheetKey, message: string, effect: string): CellProblem => ({ sheet, cell: line.cell(key), message, effect });
    const { kpi, actual, formula, planRow } = definition;
    const fault = kpi === null ? referencesFault(definition, catalog) : null;
    const idle = kpi !== null && (actual !== null || formula !== null);
    return [
      ...(planRow !== null && rows && !rows.has(planRow) ? [problem('planRow', `行「${planRow}」がシート「事業計画」にありません`, 'この指標の実施状況は表示していません。')] : []),
      ...(kpi !== null && kpis && !conditions.has(kpi) ? [problem('kpi', `KPI「${kpi}」がシート「KPI」にありません`, NOT_SHOWN)] : []),
      ...(idle ? [problem(actual !== null ? 'actual' : 'formula', 'KPIのある指標では、実績の参照と計算式は使いません', 'KPIの数値を表示しています。')] : []),
      ...(fault ? [problem(fault.key, fault.reason, NOT_SHOWN)] : []),
      ...(typed.value !== null && (kpi !== null || actual !== null) ? [problem('typed', 'KPIか実績の参照がある指標では、入力値は使いません', '入力値は変更していません。')] : []),
    ];
  });
}
