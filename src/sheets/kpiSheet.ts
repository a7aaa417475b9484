import { BASES, DIRECTIONS, MID_YEAR_RULES, TARGET_RULES, type KpiCondition, type KpiDefinition } from '../domain/definitions';
import { FIGURE_STATES, type FigureState } from '../domain/figureState';
import { readMark, type StatusMark } from '../domain/marks';
import { printedDecimals } from '../domain/rounding';
import { isDuration, isPercent } from '../domain/formatFigure';
import { cellA1, quoteSheet } from '../plan/a1';
import type { CellInput } from '../plan/workbookPlan';
import { LineReader, readableLines, type CellProblem } from './cellReading';
import { markRules } from './palette';
import type { PlanBuilder } from './planBuilder';
import { layoutRecordSheet, type RecordLine, type RecordPlace, type RecordSheetSpec, type RecordTable } from './recordTable';
import { findSetting, SETTING_COLUMN, writeSettings } from './settings';

/** 「KPI」: definitions and judgement, a line each condition. The mark and the rank stand in a KPI's first line. */

const TEXT = '@';
export type KpiSheetKey =
  | 'kpiId' | 'item' | 'name' | 'label' | 'target' | 'actual' | 'difference' | 'conditionMark' | 'automatic' | 'effective' | 'stale' | 'rank' | 'rankAsOf' | 'rankState'
  | 'asOf' | 'state' | 'reason' | 'previous' | 'outlook' | 'conditionId' | 'reference' | 'basis' | 'direction' | 'targetSource' | 'targetFollows' | 'targetRule' | 'targetUpper' | 'excellent' | 'midYear' | 'format'
  | 'judgedActual' | 'judgedTarget';

const CENTERED = { horizontal: 'Center' } as const;
export const KPI_SHEET: RecordSheetSpec<KpiSheetKey> = {
  title: 'KPI',
  notes: ['灰色の列は「KPI評価」と計算式が記入します。目標値・全国順位・定義の列は入力できます。手動の判定はシート「事業計画」に入力します。'],
  headerRow: 6,
  required: ['kpiId', 'conditionId', 'reference', 'basis', 'direction', 'format', 'target', 'actual', 'automatic', 'effective', 'stale', 'rank', 'judgedActual', 'judgedTarget'],
  freezeColumns: 3,
  paper: 'A3',
  spareRows: 15,
  printColumns: 18,
  lineHeight: 34,
  columns: [
    { key: 'kpiId', header: 'KPI ID', points: 48, format: TEXT, style: CENTERED },
    { key: 'item', header: '項番', points: 36, style: CENTERED },
    { key: 'name', header: 'KPI', points: 190, format: TEXT, style: { wrap: true } },
    { key: 'label', header: '条件', points: 150, format: TEXT, style: { wrap: true } },
    { key: 'target', header: '目標値', points: 62 },
    { key: 'actual', header: '実績値', points: 62, derived: true },
    { key: 'difference', header: '差', points: 86, derived: true },
    { key: 'conditionMark', header: '条件の判定', points: 58, derived: true, style: CENTERED },
    { key: 'automatic', header: '判定（自動）', points: 58, derived: true, style: CENTERED },
    { key: 'effective', header: '実施状況', points: 54, derived: true, style: CENTERED },
    { key: 'stale', header: '評価後の変更', points: 120, derived: true, style: { wrap: true } },
    { key: 'rank', header: '全国順位', points: 48, format: '0"位"', style: CENTERED },
    { key: 'rankAsOf', header: '順位の時点', points: 56, format: TEXT },
    { key: 'rankState', header: '順位の区分', points: 56, choices: FIGURE_STATES, style: CENTERED },
    { key: 'asOf', header: '時点', points: 90, derived: true, format: TEXT },
    { key: 'state', header: '実績の区分', points: 56, choices: FIGURE_STATES, style: CENTERED },
    { key: 'reason', header: '判定理由', points: 400, derived: true, format: TEXT, style: { wrap: true } },
    { key: 'previous', header: '前年度実績', points: 62, derived: true },
    { key: 'outlook', header: '3月の見通し（判定には使いません）', points: 300, derived: true, format: TEXT, style: { wrap: true } },
    { key: 'conditionId', header: '条件ID', points: 44, format: TEXT, style: CENTERED },
    { key: 'reference', header: '実績の参照', points: 220, format: TEXT, style: { wrap: true } },
    { key: 'basis', header: '評価基準', points: 76, choices: BASES },
    { key: 'direction', header: '向き', points: 40, choices: DIRECTIONS },
    { key: 'targetSource', header: '目標の根拠', points: 130, format: TEXT, style: { wrap: true } },
    { key: 'targetFollows', header: '前年度の参照', points: 200, format: TEXT, style: { wrap: true } },
    { key: 'targetRule', header: '目標の決め方', points: 110, choices: TARGET_RULES, style: { wrap: true } },
    { key: 'targetUpper', header: '目標の上限', points: 56 },
    { key: 'excellent', header: '◎の基準', points: 56 },
    { key: 'midYear', header: '年度途中の判定', points: 86, choices: MID_YEAR_RULES },
    { key: 'format', header: '表示形式', points: 56, format: TEXT },
    { key: 'judgedActual', header: '評価時の実績値', points: 62, derived: true },
    { key: 'judgedTarget', header: '評価時の目標値', points: 62, derived: true },
  ],
};

const AS_OF = '判定月';
const LAST_RUN = '最終評価';
const LAST_REPORT = '直近の結果';
/** What stands for month and time before the first evaluation of a year. */
export const NOT_EVALUATED = '未評価';
const AS_OF_ROW = 3;

export function layoutKpiSheet(
  builder: PlanBuilder, sheet: string, kpis: readonly KpiDefinition[], ranks: readonly { readonly kpi: string; readonly rank: number; readonly asOf: string | null }[],
): void {
  const records = kpis.flatMap((kpi) => kpi.conditions.map((condition, index) => {
    const rank = index === 0 ? ranks.find((one) => one.kpi === kpi.id) : undefined;
    return conditionRecord(kpi, condition, rank);
  }));
  layoutRecordSheet(builder, sheet, KPI_SHEET, records);
  writeSettings(builder, sheet, [{ key: AS_OF, value: NOT_EVALUATED, note: '' }, { key: LAST_RUN, value: NOT_EVALUATED, note: '' }, { key: LAST_REPORT, value: '', note: '' }], AS_OF_ROW);
  const column = (key: KpiSheetKey): number => KPI_SHEET.columns.findIndex((one) => one.key === key);
  const first = KPI_SHEET.headerRow + 1;
  kpis.flatMap((kpi) => kpi.conditions).forEach((condition, index) => {
    for (const key of ['target', 'targetUpper', 'excellent'] as const) {
      builder.add({ kind: 'numberFormat', sheet, area: { row: first + index, column: column(key), rows: 1, columns: 1 }, format: condition.format });
    }
  });
  const marks = { row: first, column: column('conditionMark'), rows: records.length + KPI_SHEET.spareRows, columns: 3 };
  builder.add({ kind: 'conditionalFormats', sheet, area: marks, rules: markRules(cellA1(first, marks.column)) });
}

function conditionRecord(kpi: KpiDefinition, condition: KpiCondition, rank: { readonly rank: number; readonly asOf: string | null } | undefined): Partial<Record<KpiSheetKey, CellInput>> {
  return {
    kpiId: kpi.id,
    item: kpi.item,
    name: kpi.name,
    label: condition.label,
    target: condition.target,
    rank: rank?.rank ?? null,
    rankAsOf: rank?.asOf ?? null,
    conditionId: condition.id,
    reference: condition.actual,
    basis: condition.basis,
    direction: condition.direction,
    targetSource: condition.targetSource,
    targetFollows: condition.targetFollows,
    targetRule: condition.targetRule,
    targetUpper: condition.targetUpper,
    excellent: condition.excellent,
    midYear: condition.midYear,
    format: condition.format,
  };
}

/** A KPI with the lines its conditions stand in, and what people and the evaluation wrote there. */
export interface KpiLines {
  readonly kpi: KpiDefinition;
  readonly lines: readonly RecordLine<KpiSheetKey>[];
  readonly rank: number | null;
  readonly rankAsOf: string;
  readonly rankState: FigureState | null;
  /** false: a cell of its definition cannot be used, so it cannot be judged. */
  readonly readable: boolean;
  /** The automatic mark of the last evaluation. */
  readonly automatic: StatusMark | null;
}

export interface KpiSheetContent {
  /** What people say of the figures, by condition ID. */
  readonly states: ReadonlyMap<string, FigureState>;
  readonly kpis: readonly KpiLines[];
  readonly problems: readonly CellProblem[];
}

export function readKpiSheet(table: RecordTable<KpiSheetKey>): KpiSheetContent {
  const problems: CellProblem[] = [];
  const groups = new Map<string, { item: number; name: string; parts: { condition: KpiCondition; line: RecordLine<KpiSheetKey>; rankState: FigureState | null }[] }>();
  const seen = new Set<string>();
  // All conditions of a KPI must hold: without one of them it cannot be judged by the others.
  const spoiled = new Set<string>();
  const states = new Map<string, FigureState>();
  for (const line of readableLines(table, 'kpiId', problems)) {
    const reader = new LineReader(table.sheet, line, problems);
    const kpiId = reader.lookedUp('kpiId', 'KPI ID');
    const condition = readCondition(reader, kpiId);
    if (seen.has(condition.id)) reader.refuse('conditionId', `条件ID「${condition.id}」が重複しています`);
    seen.add(condition.id);
    const item = reader.number('item', '項番') ?? 0;
    const state = reader.oneOf('state', '実績の区分', FIGURE_STATES);
    if (state) states.set(condition.id, state);
    const rankState = reader.oneOf('rankState', '順位の区分', FIGURE_STATES);
    if (!reader.usable) spoiled.add(kpiId);
    if (kpiId === '') continue;
    const group = groups.get(kpiId) ?? { item, name: reader.text('name') || condition.label, parts: [] };
    groups.set(kpiId, group);
    group.parts.push({ condition, line, rankState });
  }
  const kpis = [...groups].map(([id, group]): KpiLines => {
    // The mark and the rank stand in the first condition's line, however the lines are sorted.
    const parts = [...group.parts].sort((a, b) => a.condition.id.localeCompare(b.condition.id, 'ja', { numeric: true }));
    const first = parts[0]?.line;
    const rank = first?.value('rank');
    return {
      kpi: { id, name: group.name, item: group.item, conditions: parts.map((part) => part.condition) },
      lines: parts.map((part) => part.line),
      readable: !spoiled.has(id),
      rank: typeof rank === 'number' ? rank : null,
      rankAsOf: first?.text('rankAsOf') ?? '',
      rankState: parts[0]?.rankState ?? null,
      automatic: readMark(first?.text('automatic') ?? ''),
    };
  });
  return { kpis, states, problems };
}

function readCondition(reader: LineReader<KpiSheetKey>, kpiId: string): KpiCondition {
  return {
    id: reader.lookedUp('conditionId', '条件ID', kpiId),
    label: reader.optional('label') ?? reader.text('name'),
    actual: reader.required('reference', '実績の参照'),
    basis: reader.choice('basis', '評価基準', BASES, '最新月'),
    direction: reader.choice('direction', '向き', DIRECTIONS, '以上'),
    target: reader.number('target', '目標値'),
    targetUpper: reader.number('targetUpper', '目標の上限'),
    targetRule: reader.choice('targetRule', '目標の決め方', TARGET_RULES, '固定値'),
    targetSource: reader.text('targetSource'),
    targetFollows: reader.optional('targetFollows'),
    excellent: reader.number('excellent', '◎の基準'),
    midYear: reader.choice('midYear', '年度途中の判定', MID_YEAR_RULES, '年度末の目標'),
    format: reader.format('format', '表示形式', '0.0%'),
  };
}

/** Formula that shows the 時点 of the judgement, "令和7年3月末現在", which stands beside the month judged; null where the setting was removed. */
export function asOfFormula(sheet: string, table: RecordTable<KpiSheetKey> | null): string | null {
  const at = table === null ? { row: AS_OF_ROW, column: SETTING_COLUMN } : asOfCell(table);
  const from = at && `${quoteSheet(sheet)}!${cellA1(at.row, at.column + 1)}`;
  return from && `=IF(${from}="","（未評価）",${from})`;
}

/** Cell of the month judged ("3月") and of the sentence beside it; null where the setting was removed. */
export function asOfCell(table: RecordTable<KpiSheetKey>): { readonly row: number; readonly column: number } | null {
  return findSetting(table.grid, AS_OF, table.headerRow);
}
export function lastRunCell(table: RecordTable<KpiSheetKey>): { readonly row: number; readonly column: number } | null {
  return findSetting(table.grid, LAST_RUN, table.headerRow);
}
/** Where a job pressed on the ribbon reports while the pane is closed. */
export function lastReportCell(table: RecordTable<KpiSheetKey>): { readonly row: number; readonly column: number } | null {
  return findSetting(table.grid, LAST_REPORT, table.headerRow);
}

/** Number format of 差: points for rates, minutes for durations (a negative one Excel shows as ####), the figure's own unit otherwise. */
export function differenceFormat(format: string): string {
  const decimals = Math.max(0, printedDecimals(format) - (isPercent(format) ? 2 : 0));
  const digits = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  const unit = isPercent(format) ? '"ポイント"' : isDuration(format) ? '"分"' : '';
  return `${digits}${unit};"▲"${digits}${unit}`;
}

/** 差 = 実績値 − 目標値 at the printed precision, as judgeFigure compares them: in points for rates, in minutes for durations. */
export function differenceFormula(row: number, place: RecordPlace<KpiSheetKey>, format: string): string | null {
  const actual = place.columns.get('actual');
  const target = place.columns.get('target');
  if (actual === undefined || target === undefined) return null;
  return differenceOf(cellA1(row, actual), cellA1(row, target), format);
}

/** The difference of two cells at the printed precision. */
export function differenceOf(a: string, t: string, format: string): string {
  if (isDuration(format)) return `=IF(COUNT(${a},${t})=2,${wholeMinutes(a)}-${wholeMinutes(t)},"")`;
  const digits = printedDecimals(format);
  const difference = `ROUND(${a},${digits})-ROUND(${t},${digits})`;
  return `=IF(COUNT(${a},${t})=2,${isPercent(format) ? `ROUND((${difference})*100,${Math.max(0, digits - 2)})` : `ROUND(${difference},${digits})`},"")`;
}

/** [h]:mm cuts the seconds; the inner ROUND takes the binary error of a whole minute away. */
const wholeMinutes = (cell: string): string => `ROUNDDOWN(ROUND(${cell}*1440,6),0)`;
