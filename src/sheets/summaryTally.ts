import { MARK_MEANINGS, STATUS_MARKS } from '../domain/marks';
import { SUMMED_MARKS } from '../domain/tally';
import { cellA1 } from '../plan/a1';
import { tallyRanges } from './planSheet';
import { BLANK, COLUMN, heading, type SummaryRow } from './summaryRows';
import type { WorkbookState } from './workbookState';

/** The tally of marks at the head of the annual summary, a column a mark, by live formulas. */

const TALLY = '集計:';
const HEADER = `${TALLY}印`;
/** The line that counts what is still to be written: a note for those who write. */
export const UNWRITTEN_KEY = `${TALLY}未記入`;
const FIRST = COLUMN.unit;
const SUM = FIRST + STATUS_MARKS.length;

/** A key by which a summary is known to be ours. */
export const isTallyKey = (key: string): boolean => key.startsWith(TALLY);

export function tallyRows(state: WorkbookState): SummaryRow[] {
  const plan = state.lists.planRows;
  if (!plan) return [];
  const ranges = tallyRanges(plan.table);
  const counted = (key: string, label: string, among: string): SummaryRow => ({
    key: `${TALLY}${key}`, look: 'body', lastColumn: SUM, formats: [[FIRST, STATUS_MARKS.length + 1, '#,##0']],
    cells: (row, rowOf) => [
      [COLUMN.label, label],
      ...STATUS_MARKS.map((_, index) => [FIRST + index, { formula: `=SUMPRODUCT((${ranges.effective}=${cellA1(rowOf(HEADER), FIRST + index)})*(${ranges.counted}="${ranges.countedWord}")${among})` }] as const),
      [SUM, { formula: `=SUM(${cellA1(row, FIRST)}:${cellA1(row, FIRST + SUMMED_MARKS.length - 1)})` }],
    ],
  });
  return [
    heading('section', [[COLUMN.label, '実施状況の集計'], [COLUMN.firstMonth, STATUS_MARKS.map((mark) => `${mark} ${MARK_MEANINGS[mark]}`).join('　')]]),
    {
      key: HEADER, look: 'header', lastColumn: SUM, marks: STATUS_MARKS.map((_, index) => FIRST + index),
      cells: () => [[COLUMN.label, '件数'], ...STATUS_MARKS.map((mark, index) => [FIRST + index, mark] as const), [SUM, '計（－を除く）']],
    },
    counted('全体', '全体', ''),
    counted('KPI', 'うちKPI（再掲）', `*(${ranges.kpi}<>"")`),
    ...missingRow(ranges),
    BLANK,
  ];
}

/** What is still to be written, counted in a sentence; 「事業計画」 says beside each row. */
function missingRow({ effective, counted, kpi, countedWord, progress, manual, manualReason, judgedText, textAsOf, judgedAsOf }: ReturnType<typeof tallyRanges>): SummaryRow[] {
  const count = (condition: string): string => `SUMPRODUCT(${condition}*(${counted}="${countedWord}"))`;
  const missed = `((${effective}="△")+(${effective}="×"))`;
  const unwritten = `${missed}*(${progress}="")`;
  const isDated = ![progress, judgedText, textAsOf, judgedAsOf].includes('');
  const sentences = [
    ...(progress === '' ? [] : [`"今後改善すべき点が未記入の行（△・×）: "&${count(unwritten)}&"件（うちKPI "&${count(`${unwritten}*(${kpi}<>"")`)}&"件）"`]),
    ...(isDated ? [`"前の月の文のままの行: "&${count(`${missed}*(${progress}<>"")*(${progress}=${judgedText})*(${judgedAsOf}<>"")*(${textAsOf}<>${judgedAsOf})`)}&"件"`] : []),
    ...(manualReason === '' ? [] : [`"手動の理由が未記入のKPI: "&${count(`(${manual}<>"")*(${manualReason}="")*(${kpi}<>"")`)}&"件"`]),
  ];
  return sentences.length === 0 ? [] : [{ key: UNWRITTEN_KEY, look: 'text', cells: () => [[COLUMN.label, { formula: `=${sentences.join('&"　／　"&')}` }]] }];
}
