import { fiscalYearLabel } from '../../domain/fiscalYear';
import { formatFigure } from '../../domain/formatFigure';
import { unitOf } from '../../domain/judgement';
import { nextSource, nextTarget } from '../../domain/rollover/nextTarget';
import { PlanBuilder } from '../planBuilder';
import type { Thought } from '../thought';
import type { WorkbookState } from '../workbookState';

/** A workbook that is in its new year already: targets that waited for last year's final figure take it, once it is there. */
export function fillOpenTargets(state: WorkbookState, year: number): Thought {
  const builder = new PlanBuilder();
  const kpis = state.lists.kpis;
  const ended = year - 1;
  const filled: string[] = [];
  const waiting: string[] = [];
  for (const { kpi, lines } of kpis?.content.kpis ?? []) {
    kpi.conditions.forEach((condition, index) => {
      const [line, at] = [lines[index], kpis?.table.columns.get('target')];
      if (!kpis || !line || at === undefined || !kpis.table.grid.isEmpty(line.row, at)) return;
      const target = nextTarget(condition, state.catalog, state.figures, ended);
      if (target.kind !== 'previous') return;
      const name = `${condition.id} ${condition.label}`;
      if (!target.figure.ok) {
        waiting.push(`目標値が未確定です: ${name}（${target.figure.reason}）。`);
        return;
      }
      builder.put(kpis.table.sheet, line.row, at, target.figure.data);
      const source = kpis.table.columns.get('targetSource');
      if (source !== undefined) builder.put(kpis.table.sheet, line.row, source, nextSource(condition.targetSource, ended, true));
      filled.push(`目標値 ${name}: ${formatFigure(target.figure.data, condition.format, unitOf(condition, state.catalog))}（${fiscalYearLabel(ended)}の実績）`);
    });
  }
  return {
    plan: builder.build(state.snapshot.names),
    will: filled.length === 0 ? [] : [`${fiscalYearLabel(ended)}の実績が確定した目標値 ${filled.length}件を書き込みます。`],
    parts: [{ title: '新しくするもの', lines: filled }],
    done: filled.length === 0 ? [`このブックは${fiscalYearLabel(year)}です。更新することはありません。`] : [`${fiscalYearLabel(ended)}の実績が確定した目標値 ${filled.length}件を書き込みました。`, ...filled.map((line) => `${line}。`)],
    warnings: waiting,
  };
}
