import { monthEndLabel } from '../domain/fiscalYear';
import type { StatusMark } from '../domain/marks';
import { effectiveMark } from '../domain/tally';
import { updateCell } from './cellUpdate';
import type { PlanBuilder } from './planBuilder';
import type { PlanLine, PlanSheetContent, PlanSheetKey } from './planSheet';
import type { FoundList, WorkbookState } from './workbookState';

/** The evaluation that meets the texts. Months count 0 = 4月 … 11 = 3月; `before` is the month of the last evaluation, null for none. */
export interface TextsMet {
  readonly year: number;
  readonly asOf: number;
  readonly before: number | null;
}

/**
 * Writes down beside 進捗状況 what the evaluation met there and of which month that text is, so that a text which stays while the
 * month moves on is known for a draft. The texts themselves are people's and stay as they are.
 */
export function datePlanTexts(builder: PlanBuilder, { table, content }: FoundList<PlanSheetKey, PlanSheetContent>, met: TextsMet): void {
  const { grid, columns } = table;
  const [progress, text, of, now] = (['progress', 'judgedText', 'textAsOf', 'judgedAsOf'] as const).map((key) => columns.get(key));
  if (progress === undefined || text === undefined || of === undefined || now === undefined) return;
  for (const { row } of content.lines) {
    const written = grid.value(row, progress);
    const month = written === '' ? '' : textMonth(grid.value(row, text) === written ? grid.text(row, of) : '', met);
    updateCell(builder, grid, row, text, written);
    updateCell(builder, grid, row, of, month);
    updateCell(builder, grid, row, now, month === '' || isLater(month, met) ? '' : monthEndLabel(met.year, met.asOf));
  }
}

/** The month that a text is of: `known` where it is the one met before. A new text was written after the last evaluation, of that month's marks. */
export function textMonth(known: string, { year, asOf, before }: TextsMet): string {
  return known !== '' ? known : monthEndLabel(year, before === null ? asOf : before);
}

/** missing: △ or × and nothing is written. Else the month the text is of, and the month judged since. */
export type TextWanted = 'missing' | { readonly of: string; readonly now: string };

/** What 今後改善すべき点 of a KPI's plan row lacks; null: nothing. */
export function textWanted(state: Pick<WorkbookState, 'lists'>, kpi: string): TextWanted | null {
  const { planRows } = state.lists;
  const line = planRows?.content.lines.find((one) => one.definition.kpi === kpi);
  return planRows && line ? textWantedOf(planRows, line, markOf(state, line)) : null;
}

/** 実施状況 of a row of the plan, as its cell works it out. */
export const markOf = ({ lists: { kpis } }: Pick<WorkbookState, 'lists'>, { manual, definition: { kpi } }: PlanLine): StatusMark | null =>
  effectiveMark(manual, kpis?.content.kpis.find((one) => one.kpi.id === kpi)?.automatic ?? null);

/** What 今後改善すべき点 of a row of the plan lacks, as the sheet's own note beside it says; null: nothing. */
export function textWantedOf({ table: { grid, columns } }: Pick<FoundList<PlanSheetKey, PlanSheetContent>, 'table'>, { row }: PlanLine, mark: StatusMark | null): TextWanted | null {
  if (mark !== '△' && mark !== '×') return null;
  const text = (key: PlanSheetKey): string => { const column = columns.get(key); return column === undefined ? '' : grid.text(row, column); };
  if (!columns.has('progress')) return null;
  if (text('progress') === '') return 'missing';
  const [of, now] = [text('textAsOf'), text('judgedAsOf')];
  return now !== '' && of !== now && text('progress') === text('judgedText') ? { of, now } : null;
}

/** Judged at an earlier month again, a later text is no draft. */
const isLater = (month: string, { year, asOf }: TextsMet): boolean =>
  Array.from({ length: MONTHS - 1 - asOf }, (_, index) => monthEndLabel(year, asOf + 1 + index)).includes(month);
const MONTHS = 12;
