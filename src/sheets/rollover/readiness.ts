import { fiscalYearLabel, monthLabel } from '../../domain/fiscalYear';
import { missingFigures } from '../view/entryForm';
import { lastEvaluation } from '../view/month';
import type { WorkbookState } from '../workbookState';
import { findSummary } from '../summaryRefresh';
import { listed } from './turn';

const MARCH = 11;

/** What is not finished of the year that is about to be over, in sentences. `latest`: see dueOf. */
export function readiness(state: WorkbookState, latest: number): string[] {
  const { fiscalYear, lists } = state;
  if (fiscalYear === null) return [];
  const year = fiscalYearLabel(fiscalYear);
  // All twelve months count here, those that have not ended or come late too.
  const missing = missingFigures(state, MARCH, ALL_DUE).flatMap((group) => group.rows.map((row) => `${row.table}／${row.label} ${row.months.length > 2 ? `${row.months.length}か月分` : row.months.map(monthLabel).join('・')}`));
  return [
    ...(latest < MARCH ? [`${year}はまだ終わっていません。3月の数値と評価がそろってから更新することをお勧めします。`] : []),
    ...(missing.length > 0 ? [`${year}の数値が未入力の項目が${missing.length}件あります（${listed(missing)}）。更新のあとも${year}の欄に入力できますが、${year}の判定には入りません。`] : []),
    ...(lists.kpis ? evaluationWords(state, year) : []),
    ...(lists.kpis && !findSummary(state) ? [`${year}の「年間まとめ」がまだありません。必要なときは、更新の前に作成してください。`] : []),
  ];
}

/** Every series has come by then, whatever its lag. */
const ALL_DUE = 24;

function evaluationWords(state: WorkbookState, year: string): string[] {
  const last = lastEvaluation(state);
  const kpis = state.lists.kpis;
  if (last === null) return [`${year}はまだKPI評価をしていません。更新のあとは${year}の評価はできません。`];
  const stale = kpis?.table.lines.some((line) => line.text('stale') !== '') ?? false;
  if (last.asOf < MARCH) return [`最後のKPI評価は${monthLabel(last.asOf)}時点です。更新のあとは${year}の評価はできません。必要なときは、更新の前に3月で評価してください。`];
  return stale ? ['KPI評価のあとに変わった数値があります。更新の前に評価をやり直してください。控えには評価した時の判定が残ります。'] : [];
}
