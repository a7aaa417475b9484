import type { KpiDefinition } from '../domain/definitions';
import { cellA1 } from '../plan/a1';
import type { KpiSheetKey } from './kpiSheet';
import { tallyRanges } from './planSheet';
import { columnRange } from './recordTable';
import { automaticCell, effectiveCell, lookUp } from './summaryKpis';
import { BLANK, COLUMN, heading, quoted, type RowOf, type SummaryRow } from './summaryRows';
import type { WorkbookState } from './workbookState';

/**
 * Mark and reason of each condition, as sentences. They stand whole in the helper block beside the printed part; what is printed is cut
 * from them, because a line that is too long would be cut by the page's edge without a word.
 */

/** Full-width characters that fit across the page. */
const PAGE_WIDTH = 130;
const MORE = '…（続きはシート「KPI」）';
/** Before what is still to be written: a note for those who write. */
const NOTE = '　※';
export const withoutNote = (text: string): string => text.split(NOTE)[0] ?? '';

const sentenceKey = (conditionId: string): string => `文:${conditionId}`;
export const sentenceCell = (rowOf: RowOf, conditionId: string): string => cellA1(rowOf(sentenceKey(conditionId)), COLUMN.helperFirst);

const missingCell = (rowOf: RowOf, conditionId: string): string => cellA1(rowOf(sentenceKey(conditionId)), COLUMN.helperFirst + 1);

export function reasonRows(state: WorkbookState): SummaryRow[] {
  const kpis = state.lists.kpis?.content.kpis ?? [];
  return [
    heading('section', [[COLUMN.label, '判定理由']]),
    ...kpis.flatMap(({ kpi }) => kpi.conditions.map(({ id }): SummaryRow => ({
      key: `理由:${id}`,
      look: 'text',
      cells: (_, rowOf) => [[COLUMN.label, { formula: `=${lastLine(`(${sentenceCell(rowOf, id)}&${missingCell(rowOf, id)})`, 0, PAGE_WIDTH)}` }]],
    }))),
    BLANK,
  ];
}

/** What fits of a text from a place on; where it does not end there, it says where the rest is. */
export function lastLine(text: string, from: number, width: number): string {
  const cut = (length: number): string => `MID(${text},${from + 1},${length})`;
  return `IF(LEN(${text})>${from + width},${cut(width - MORE.length)}&"${MORE}",${cut(width)})`;
}

/** The sentences whole, for the helper block: a KPI's first one says too what a person set by hand, and why; beside it what is still to be written. */
export function sentenceRows(state: WorkbookState): SummaryRow[] {
  const { kpis, planRows } = state.lists;
  if (!kpis) return [];
  const plan = planRows && tallyRanges(planRows.table);
  const notice = planRows && columnRange(planRows.table, 'notice');
  const look = (key: KpiSheetKey, line: number): string => lookUp(kpis.table, key, cellA1(line, COLUMN.key)).slice(1);
  return kpis.content.kpis.flatMap(({ kpi }) => kpi.conditions.map((condition, index): SummaryRow => ({
    key: sentenceKey(condition.id),
    look: 'text',
    cells: (_, rowOf) => {
      const line = rowOf(condition.id);
      const ofPlan = (range: string): string => `IFERROR(INDEX(${range},MATCH(${quoted(kpi.id)},${plan?.kpi ?? ''},0))&"","")`;
      const byHand = plan && plan.manualReason !== '' ? `&${setByHand(line, ofPlan(plan.manualReason))}` : '';
      const missing = notice === null || index > 0 ? '' : { formula: `=IF(${ofPlan(notice)}="","","${NOTE}"&${ofPlan(notice)})` };
      const formula = index > 0 ? `${look('conditionMark', line)}&"　"&${look('reason', line)}` : `${effectiveCell(line)}&"　"${byHand}&${ownReason(kpi, rowOf, look)}`;
      return [[COLUMN.helperLabel, condition.label], [COLUMN.helperFirst, { formula: `=${formula}` }], [COLUMN.helperFirst + 1, missing]];
    },
  })));
}

/** The first line of a KPI bears the reasons of all its conditions: its own is what the others leave of it. */
function ownReason(kpi: KpiDefinition, rowOf: RowOf, look: (key: KpiSheetKey, line: number) => string): string {
  const [first, ...others] = kpi.conditions.map(({ id }) => look('reason', rowOf(id)));
  const own = others.reduce((text, other) => `SUBSTITUTE(${text},${other},"")`, first ?? '""');
  // Where none was judged, all say the same.
  return others.length === 0 ? own : `IF(${own}="",${first ?? '""'},${own})`;
}

function setByHand(line: number, why: string): string {
  const [automatic, effective] = [automaticCell(line), effectiveCell(line)];
  return `IF(AND(${automatic}<>"",${effective}<>"",${automatic}<>${effective}),"手動の判定 "&${effective}&"（自動 "&${automatic}&"）"&IF(${why}="","。理由は未記入。","："&${why}&"　"),"")`;
}
