import type { PlanRowDefinition } from '../domain/definitions';
import { FIGURE_STATES, stateWords } from '../domain/figureState';
import { cellA1 } from '../plan/a1';
import { differenceFormat, type KpiSheetKey } from './kpiSheet';
import { tallyRanges } from './planSheet';
import { columnRange, lookUpFormula, type RecordPlace } from './recordTable';
import { BLANK, COLUMN, heading, quoted, type SummaryRow } from './summaryRows';
import type { WorkbookState } from './workbookState';

/** The KPI table of the annual summary, by live formulas. */

const COLUMNS = ['向き', '目標値', '前年度実績', '実績値', '差', '対計画値', '判定（自動）', '実施状況', '全国順位', '順位の時点', '実績の時点', '速報・確定'] as const;
const AT = { direction: 2, target: 3, previous: 4, actual: 5, difference: 6, ratio: 7, automatic: 8, effective: 9, rank: 10, rankAsOf: 11, asOf: 12, state: 13, tags: 14 } as const;
/** Columns between the figures and the remarks. */
const TAG_COLUMNS = COLUMN.note - AT.tags;
/** Tags that tell which list a row is in, which the summary shows by itself. */
const LIST_TAGS: ReadonlySet<string> = new Set(['KPI', '業績評価']);

export function kpiRows(state: WorkbookState): SummaryRow[] {
  const { kpis } = state.lists;
  if (!kpis) return [];
  const conditions = kpis.content.kpis.flatMap(({ kpi }) => kpi.conditions.map((condition, index) => ({ kpi, condition, first: index === 0 })));
  const tags = tagColumns(state.definitions.planRows);
  return [
    heading('section', [[COLUMN.label, 'KPIの実績と判定']]),
    heading('header', [
      [COLUMN.key, 'ID'], [COLUMN.label, 'KPI'], ...COLUMNS.map((label, index) => [AT.direction + index, label] as const),
      ...tags.map((column, index) => [AT.tags + index, column.length === 1 ? (column[0] ?? '') : 'その他のタグ'] as const), [COLUMN.note, '備考'],
    ]),
    ...conditions.map(({ kpi, condition, first }): SummaryRow => ({
      key: condition.id,
      look: 'body',
      marks: first ? [AT.automatic, AT.effective] : [],
      centered: [AT.rankAsOf, AT.state, ...tags.map((_, index) => AT.tags + index)],
      formats: [[AT.target, 3, condition.format], [AT.difference, 1, differenceFormat(condition.format)], [AT.ratio, 1, '0.0%'], [AT.rank, 1, '0"位"']],
      cells: (row) => {
        const id = cellA1(row, COLUMN.key);
        const look = (key: KpiSheetKey): { formula: string } => ({ formula: lookUp(kpis.table, key, id) });
        const [target, actual] = [cellA1(row, AT.target), cellA1(row, AT.actual)];
        return [
          [COLUMN.label, kpi.conditions.length > 1 ? condition.label : kpi.name],
          [AT.direction, condition.direction],
          [AT.target, look('target')], [AT.previous, look('previous')], [AT.actual, look('actual')], [AT.difference, look('difference')],
          // 対計画値 says something only where higher is better.
          ...(condition.direction === '以上' ? [[AT.ratio, { formula: `=IF(COUNT(${actual},${target})=2,IF(${target}<>0,${actual}/${target},""),"")` }] as const] : []),
          ...(first ? [[AT.automatic, look('automatic')], [AT.effective, look('effective')], [AT.rank, look('rank')], [AT.rankAsOf, { formula: withState(kpis.table, 'rankAsOf', 'rankState', id) }]] as const : []),
          [AT.asOf, { formula: bareAsOf(look('asOf').formula) }], [AT.state, { formula: stateOf(look('asOf').formula) }],
          ...(first ? tags.map((column, index) => [AT.tags + index, { formula: tagFormula(state, kpi.id, column) }] as const) : []),
        ];
      },
    })),
    BLANK,
  ];
}

/** The tags of the KPI rows, a column each; what there is no column for shares the last one. */
function tagColumns(planRows: readonly PlanRowDefinition[]): string[][] {
  const tags = [...new Set(planRows.flatMap((row) => (row.kpi === null ? [] : row.tags)))].filter((tag) => !LIST_TAGS.has(tag));
  const alone = tags.length > TAG_COLUMNS ? TAG_COLUMNS - 1 : tags.length;
  return [...tags.slice(0, alone).map((tag) => [tag]), ...(alone < tags.length ? [tags.slice(alone)] : [])];
}

function tagFormula(state: WorkbookState, kpiId: string, tags: readonly string[]): string {
  const plan = state.lists.planRows;
  const written = plan && columnRange(plan.table, 'tags');
  if (!plan || written === null) return '=""';
  const found = `IFERROR(INDEX(${written},MATCH(${quoted(kpiId)},${tallyRanges(plan.table).kpi},0))&"","")`;
  return `=${tags.map((tag) => `IF(ISNUMBER(FIND(${quoted(tag)},${found})),${quoted(tags.length === 1 ? '●' : `${tag} `)},"")`).join('&')}`;
}

/** Column of 差 in the KPI table; "▲0.011ポイント" is wider than any month's figure. */
export const DIFFERENCE_COLUMN: number = AT.difference;

/** Cells of a condition's line in the KPI table. */
export const targetCell = (row: number): string => cellA1(row, AT.target);
export const automaticCell = (row: number): string => cellA1(row, AT.automatic);
export const effectiveCell = (row: number): string => cellA1(row, AT.effective);

// The 時点 of a figure bears its 速報 or 確定 behind it; the two stand in columns of their own here.
const bareAsOf = (asOf: string): string => FIGURE_STATES.reduce((text, state) => `SUBSTITUTE(${text},"${stateWords(state)}","")`, asOf.slice(1)).replace(/^/, '=');
const stateOf = (asOf: string): string => `=${FIGURE_STATES.map((state) => `IF(ISNUMBER(FIND("${stateWords(state)}",${asOf.slice(1)})),"${state}","")`).join('&')}`;

/** A 時点 with what is said of its figure behind it; without that column the 時点 alone. */
function withState(place: RecordPlace<KpiSheetKey>, key: KpiSheetKey, state: KpiSheetKey, id: string): string {
  const text = lookUp(place, key, id);
  if (!place.columns.has(state)) return text;
  const said = lookUp(place, state, id).slice(1);
  return `${text}&IF(${said}="","","（"&${said}&"）")`;
}

/** A cell of the KPI list by condition ID; an empty one, or one whose column is gone, stays empty. */
export const lookUp = (place: RecordPlace<KpiSheetKey>, key: KpiSheetKey, id: string): string => lookUpFormula(place, key, 'conditionId', id) ?? '=""';
