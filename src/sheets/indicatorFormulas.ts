import type { IndicatorReading } from '../domain/indicators';
import { cellA1 } from '../plan/a1';
import { actualFormula } from './actualFormula';
import type { IndicatorSheetKey } from './indicatorSheet';
import { differenceOf } from './kpiSheet';
import type { PlanSheetKey } from './planSheet';
import { lookUpFormula, type RecordPlace } from './recordTable';
import type { WorkbookState } from './workbookState';

/** The live cells of 「業績評価」. */

/** Formula of a plan row's 実施状況 by the ID in a cell; null where the plan has no such column. */
export const indicatorMark = (place: RecordPlace<PlanSheetKey>, idCell: string): string | null => lookUpFormula(place, 'effective', 'rowId', idCell);

/** Formulas of one line's figures; null: the figure has no place, and the cell stays empty. */
export function figureFormulas(reading: IndicatorReading, row: number, place: RecordPlace<IndicatorSheetKey>, state: WorkbookState): Readonly<Partial<Record<IndicatorSheetKey, string | null>>> {
  const { indicator, figures, look } = reading;
  const cell = (key: IndicatorSheetKey): string => cellA1(row, place.columns.get(key) ?? 0);
  const shows = (key: IndicatorSheetKey): string | null => (place.columns.has(key) ? `=IF(${cell(key)}="","",${cell(key)})` : null);
  const mark = state.lists.planRows ? indicatorMark(state.lists.planRows.table, cell('planRow')) : null;
  if (!figures) return { current: null, previous: null, final: null, target: null, value: null, change: null, comparison: null, effective: mark };
  const { kpis } = state.lists;
  const fromKpi = (key: 'actual' | 'previous' | 'target'): string | null => (kpis ? lookUpFormula(kpis.table, key, 'conditionId', cell('kpi')) : null);
  const from = (source: Parameters<typeof actualFormula>[0]): string | null => actualFormula(source, state, place.sheet);
  const typed = indicator.kpi === null && indicator.actual === null;
  return {
    current: indicator.kpi !== null ? fromKpi('actual') : typed ? shows('typed') : from(figures.current.source),
    previous: typed ? shows('typedPrevious') : from(figures.previous.source),
    final: indicator.kpi !== null ? fromKpi('previous') : typed ? null : from(figures.final.source),
    target: indicator.kpi !== null ? fromKpi('target') : null,
    value: indicator.formula === null || indicator.kpi !== null ? shows('current') : from(figures.value.source),
    change: look.format === null ? null : differenceOf(cell('current'), cell('previous'), look.format),
    comparison: look.format !== null && place.columns.has('change') ? comparisonFormula(cell('change'), look.direction) : null,
    effective: mark,
  };
}

/** 改善・悪化 where the direction is known, otherwise 増加・減少. */
function comparisonFormula(change: string, direction: IndicatorReading['look']['direction']): string {
  const [more, less] = direction === null ? ['増加', '減少'] : direction === '増える方がよい' ? ['改善', '悪化'] : ['悪化', '改善'];
  return `=IF(ISNUMBER(${change}),IF(${change}=0,"増減なし",IF(${change}>0,"${more}","${less}")),"")`;
}
