import { unitOf } from '../../domain/judgement';
import { CHECK_TARGET, findTarget } from '../../domain/targets';
import { cellPlace } from '../view/place';
import type { WorkbookState } from '../workbookState';
import { cellsWords } from './rows';
import type { CheckFinding } from './finding';

/** Targets that differ from the figures of the year before that they repeat, as the evaluation warns of them. */
export function targetFindings({ lists, catalog, figures, fiscalYear }: WorkbookState): CheckFinding[] {
  const list = lists.kpis;
  const column = list?.table.columns.get('target');
  if (!list || column === undefined || fiscalYear === null) return [];
  return list.content.kpis.filter((one) => one.readable).flatMap(({ kpi, lines }) => kpi.conditions.flatMap((condition, index) => {
    const line = lines[index];
    const cell = line && { sheet: list.table.sheet, row: line.row, column };
    const { warnings } = findTarget(condition, unitOf(condition, catalog), catalog, figures, fiscalYear);
    return warnings.map((warning, nth): CheckFinding => ({
      id: `target ${condition.id}${nth === 0 ? '' : ` ${nth}`}`, kind: 'target', group: list.table.sheet, place: cell ? cellPlace(cell) : null, cell: cell ? cellsWords([cell]) : '',
      text: warning.replace(CHECK_TARGET, ''), suggestion: '目標値と前年度の実績のどちらが正しいか確認し、直してください。', seen: warning, fix: null,
    }));
  }));
}
