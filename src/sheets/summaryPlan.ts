import { mendPlaces } from './mend';
import { ANCHORS } from './names';
import { PlanBuilder } from './planBuilder';
import { summaryContents } from './summaryContents';
import { createSummary } from './summaryCreate';
import { findSummary, refreshSummary } from './summaryRefresh';
import { stopIfDamaged, type Thought } from './thought';
import type { WorkbookState } from './workbookState';

/** Makes 「年間まとめ」, or brings the one that is there up to date. */
export function thinkSummary(state: WorkbookState): Thought {
  const stopped = stopIfDamaged(state);
  if (stopped) return stopped;
  const year = state.fiscalYear;
  if (!state.lists.kpis || !state.lists.planRows || year === null) {
    return { plan: { actions: [] }, done: [], warnings: ['シート「KPI」「事業計画」「表定義」のいずれかがないため、年間まとめを作成していません。先に「表を配置」を実行してください。'] };
  }
  const builder = new PlanBuilder();
  const existing = findSummary(state);
  // Formulas name other sheets only, so the summary's own name does not matter to them.
  const sheet = existing?.name ?? ANCHORS.summary.sheet;
  const contents = summaryContents(state, year, sheet);
  const kept: string[] = [];
  const refreshed = existing ? refreshSummary(builder, existing, contents, kept) : null;
  const done: string[] = [];
  if (refreshed === null) done.push(...createSummary(builder, state, contents, existing));
  else if (refreshed > 0) done.push(`シート「${sheet}」の ${refreshed}か所を最新の定義に合わせました。備考はそのままです。`);
  else done.push(`シート「${sheet}」は最新です。`);
  const mended = mendPlaces(builder, state);
  return { plan: builder.build(state.snapshot.names), done: [...mended.done, ...done], warnings: [...mended.warnings, ...kept] };
}
