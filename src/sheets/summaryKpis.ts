import { MARK_MEANINGS, STATUS_MARKS } from '../domain/marks';
import { SUMMED_MARKS } from '../domain/tally';
import { cellA1 } from '../plan/a1';
import { differenceFormat, type KpiSheetKey } from './kpiSheet';
import { tallyRanges } from './planSheet';
import { columnRange, type RecordPlace } from './recordTable';
import { BLANK, COLUMN, heading, type SummaryRow } from './summaryRows';
import type { WorkbookState } from './workbookState';

/** The upper part of the annual summary: the tally of marks, the KPI table and the reasons. All by live formulas. */

const LOWEST_MARK = STATUS_MARKS[0];
const tallyKey = (mark: string): string => `集計:${mark}`;
/** Keys by which the summary is known to be ours. */
export const TALLY_KEYS = [tallyKey(LOWEST_MARK)] as const;

export function tallyRows(state: WorkbookState): SummaryRow[] {
  const plan = state.lists.planRows;
  if (!plan) return [];
  const ranges = tallyRanges(plan.table);
  const count = (row: number, kpiOnly: boolean): string =>
    `=SUMPRODUCT((${ranges.effective}=${cellA1(row, COLUMN.unit)})*(${ranges.counted}="${ranges.countedWord}")${kpiOnly ? `*(${ranges.kpi}<>"")` : ''})`;
  return [
    heading('section', [[COLUMN.label, '実施状況の集計']]),
    heading('header', [[COLUMN.label, '意味'], [COLUMN.unit, '印'], [COLUMN.firstMonth, '全体'], [COLUMN.firstMonth + 1, 'KPI（再掲）']], COLUMN.firstMonth + 1),
    ...STATUS_MARKS.map((mark): SummaryRow => ({
      key: tallyKey(mark),
      look: 'body',
      marks: [COLUMN.unit],
      lastColumn: COLUMN.firstMonth + 1,
      formats: [[COLUMN.firstMonth, 2, '#,##0']],
      cells: (row) => [
        [COLUMN.label, MARK_MEANINGS[mark]], [COLUMN.unit, mark],
        [COLUMN.firstMonth, { formula: count(row, false) }], [COLUMN.firstMonth + 1, { formula: count(row, true) }],
      ],
    })),
    {
      key: tallyKey('合計'),
      look: 'sum',
      lastColumn: COLUMN.firstMonth + 1,
      formats: [[COLUMN.firstMonth, 2, '#,##0']],
      cells: (_, rowOf) => {
        const first = rowOf(tallyKey(LOWEST_MARK));
        const last = rowOf(tallyKey(SUMMED_MARKS.at(-1) ?? LOWEST_MARK));
        const sum = (column: number): string => `=SUM(${cellA1(first, column)}:${cellA1(last, column)})`;
        return [[COLUMN.label, '合計（－を除く）'], [COLUMN.firstMonth, { formula: sum(COLUMN.firstMonth) }], [COLUMN.firstMonth + 1, { formula: sum(COLUMN.firstMonth + 1) }]];
      },
    },
    ...missingRows(ranges),
    BLANK,
  ];
}

/** What is still to be written, counted; 「事業計画」 says beside each row. */
function missingRows({ effective, counted, kpi, countedWord, progress, manual, manualReason, judgedText, textAsOf, judgedAsOf }: ReturnType<typeof tallyRanges>): SummaryRow[] {
  const among = (condition: string, kpiOnly: boolean): { formula: string } => ({ formula: `=SUMPRODUCT(${condition}*(${counted}="${countedWord}")${kpiOnly ? `*(${kpi}<>"")` : ''})` });
  const row = (key: string, label: string, condition: string): SummaryRow => ({
    key, look: 'body', lastColumn: COLUMN.firstMonth + 1, formats: [[COLUMN.firstMonth, 2, '#,##0']],
    cells: () => [[COLUMN.label, label], [COLUMN.firstMonth, among(condition, false)], [COLUMN.firstMonth + 1, among(condition, true)]],
  });
  const missed = `((${effective}="△")+(${effective}="×"))`;
  return [
    ...(progress === '' ? [] : [row('未記入:改善', '今後改善すべき点が未記入の行（△・×）', `${missed}*(${progress}="")`)]),
    ...([progress, judgedText, textAsOf, judgedAsOf].includes('') ? [] : [row('未記入:前の月', '今後改善すべき点が前の月の文のままの行（△・×）', `${missed}*(${progress}<>"")*(${progress}=${judgedText})*(${judgedAsOf}<>"")*(${textAsOf}<>${judgedAsOf})`)]),
    ...(manualReason === '' ? [] : [row('未記入:理由', '手動の理由が未記入の行（KPI）', `(${manual}<>"")*(${manualReason}="")*(${kpi}<>"")`)]),
  ];
}

const KPI_COLUMNS = ['向き', '目標値', '前年度実績', '実績値', '差', '対計画値', '判定（自動）', '実施状況', '全国順位', '順位の時点', '実績の時点'] as const;
const AT = { direction: 2, target: 3, previous: 4, actual: 5, difference: 6, ratio: 7, automatic: 8, effective: 9, rank: 10, rankAsOf: 11, asOf: 12, note: 13 } as const;

export function kpiRows(state: WorkbookState): SummaryRow[] {
  const { kpis } = state.lists;
  if (!kpis) return [];
  const conditions = kpis.content.kpis.flatMap(({ kpi }) => kpi.conditions.map((condition, index) => ({ kpi, condition, first: index === 0 })));
  return [
    heading('section', [[COLUMN.label, 'KPIの実績と判定']]),
    heading('header', [[COLUMN.key, 'ID'], [COLUMN.label, 'KPI'], ...KPI_COLUMNS.map((label, index) => [AT.direction + index, label] as const), [AT.note, '備考']], AT.note),
    ...conditions.map(({ kpi, condition, first }): SummaryRow => ({
      key: condition.id,
      look: 'body',
      marks: first ? [AT.automatic, AT.effective] : [],
      lastColumn: AT.note,
      noteColumn: AT.note,
      formats: [[AT.target, 3, condition.format], [AT.difference, 1, differenceFormat(condition.format)], [AT.ratio, 1, '0.0%'], [AT.rank, 1, '0"位"']],
      cells: (row) => {
        const look = (key: KpiSheetKey): { formula: string } => ({ formula: lookUp(kpis.table, key, cellA1(row, COLUMN.key)) });
        const [target, actual] = [cellA1(row, AT.target), cellA1(row, AT.actual)];
        return [
          [COLUMN.label, kpi.conditions.length > 1 ? `${condition.label}` : kpi.name],
          [AT.direction, condition.direction],
          [AT.target, look('target')], [AT.previous, look('previous')], [AT.actual, look('actual')], [AT.difference, look('difference')],
          // 対計画値 says something only where higher is better.
          ...(condition.direction === '以上' ? [[AT.ratio, { formula: `=IF(COUNT(${actual},${target})=2,IF(${target}<>0,${actual}/${target},""),"")` }] as const] : []),
          ...(first ? [[AT.automatic, look('automatic')], [AT.effective, look('effective')], [AT.rank, look('rank')], [AT.rankAsOf, { formula: withState(kpis.table, 'rankAsOf', 'rankState', cellA1(row, COLUMN.key)) }]] as const : []),
          [AT.asOf, look('asOf')],
        ];
      },
    })),
    BLANK,
    heading('section', [[COLUMN.label, '判定理由']]),
    ...kpis.content.kpis.map(({ kpi }): SummaryRow => ({
      key: `理由:${kpi.id}`,
      look: 'text',
      cells: (_, rowOf) => [[COLUMN.label, { formula: lookUp(kpis.table, 'reason', cellA1(rowOf(kpi.conditions[0]?.id ?? kpi.id), COLUMN.key)) }]],
    })),
    BLANK,
  ];
}

/** Column of 差 in the KPI table; "▲0.011ポイント" is wider than any month's figure. */
export const DIFFERENCE_COLUMN: number = AT.difference;

/** The cell of a condition's target in the KPI table. */
export const targetCell = (row: number): string => cellA1(row, AT.target);

/** A 時点 with what is said of its figure behind it; without that column the 時点 alone. */
function withState(place: RecordPlace<KpiSheetKey>, key: KpiSheetKey, state: KpiSheetKey, id: string): string {
  const text = lookUp(place, key, id);
  if (!place.columns.has(state)) return text;
  const said = lookUp(place, state, id).slice(1);
  return `${text}&IF(${said}="","","（"&${said}&"）")`;
}

/** A cell of the KPI list by condition ID; an empty one stays empty. */
function lookUp(place: RecordPlace<KpiSheetKey>, key: KpiSheetKey, id: string): string {
  const found = `INDEX(${columnRange(place, key) ?? ''},MATCH(${id},${columnRange(place, 'conditionId') ?? ''},0))`;
  return `=IFERROR(IF(${found}="","",${found}),"")`;
}
