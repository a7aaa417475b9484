import { fiscalYearLabel } from '../../domain/fiscalYear';
import { cellA1 } from '../../plan/a1';
import { planFormulas, type PlanSheetKey } from '../planSheet';
import type { RecordLine } from '../recordTable';
import { listed, type Told, type Turn } from './turn';

/** 「事業計画」 in the new year: its rows stay, what people said of the year that is over makes room. `gone`: KPIs that are no longer judged. */
export function renewPlanRows(turn: Turn, gone: ReadonlySet<string>): Told {
  const { planRows, kpis } = turn.state.lists;
  if (!planRows) return {};
  const { table } = planRows;
  const { grid, sheet, columns } = table;
  const { builder } = turn;
  const counts = new Map<string, number>();
  const formulas: string[] = [];
  const unlinked: string[] = [];
  const cell = (line: RecordLine<PlanSheetKey>, key: PlanSheetKey): { readonly row: number; readonly column: number } | null => {
    const column = columns.get(key);
    return column === undefined || grid.isEmpty(line.row, column) ? null : { row: line.row, column };
  };
  for (const line of table.lines) {
    const id = line.text('kpi');
    const isGone = gone.has(id);
    for (const [key, what] of OF_THE_YEAR) {
      const at = cell(line, key);
      if (!at) continue;
      if (grid.formula(at.row, at.column) !== null) {
        formulas.push(cellA1(at.row, at.column));
        continue;
      }
      builder.put(sheet, at.row, at.column, '');
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    // What was noted of last year's texts goes with them.
    for (const key of OF_TEXTS) {
      const at = cell(line, key);
      if (at) builder.put(sheet, at.row, at.column, '');
    }
    if (isGone) {
      unlinked.push(line.text('rowId'));
      const at = cell(line, 'kpi');
      if (at) builder.put(sheet, at.row, at.column, '');
    }
    if (!kpis) continue;
    // Marks and ranks are live; one that was typed, or that looks for a KPI that is gone, would stay last year's.
    const live = planFormulas(table, kpis.table, line.row, id !== '' && !isGone);
    for (const key of LIVE) {
      const at = cell(line, key);
      if (at && (isGone || grid.formula(at.row, at.column) === null)) builder.put(sheet, at.row, at.column, live[key] ?? '');
    }
  }
  const emptied = [...counts].map(([what, count]) => `${what} ${count}件`);
  return {
    carried: [`事業計画 ${table.lines.length}行: 項番、事業、実施概要、担当、タグはそのまま使う`],
    renewed: emptied.length === 0 ? [] : [`事業計画の${emptied.join('、')}: 空にする`],
    dropped: unlinked.length === 0 ? [] : [`事業計画の行 ${listed(unlinked)}: 終了したKPIとの結び付きを外す。行の文言は残る`],
    checks: formulas.length === 0 ? [] : [`シート「${sheet}」の ${listed(formulas)} は計算式のため、空にせず残します。${fiscalYearLabel(turn.to)}に合うか確かめてください。`],
  };
}

const OF_THE_YEAR: readonly (readonly [PlanSheetKey, string])[] = [['manual', '判定（手動）'], ['manualReason', '手動の理由'], ['progress', '進捗状況']];
const OF_TEXTS = ['judgedText', 'textAsOf', 'judgedAsOf'] as const satisfies readonly PlanSheetKey[];
const LIVE = ['automatic', 'effective', 'rank', 'notice'] as const satisfies readonly PlanSheetKey[];
