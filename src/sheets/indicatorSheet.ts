import type { RecordHeadings } from './recordTable';

/** 「業績評価」: the performance indicators, a line each: their figures beside the year before, what people type, and their definitions. */

/** Headings by column, in their order. */
const HEADERS = {
  id: '指標ID',
  item: '項番',
  label: '指標',
  valueLabel: '値の名称',
  value: '値',
  current: '今年度',
  previous: '前年度',
  change: '増減',
  comparison: '前年度比',
  final: '前年度末',
  target: 'KPIの目標値',
  asOf: '時点',
  effective: '実施状況',
  reading: '説明',
  note: '備考',
  typed: '入力値',
  typedPrevious: '前年度の入力値',
  typedAsOf: '入力値の時点',
  stale: '評価後の変更',
  planRow: '行ID',
  kpi: 'KPI',
  actual: '実績の参照',
  formula: '計算式',
  unit: '単位',
  format: '表示形式',
  valueFormat: '値の表示形式',
  direction: '向き',
  judgedCurrent: '評価時の今年度',
  judgedPrevious: '評価時の前年度',
} as const;
export type IndicatorSheetKey = keyof typeof HEADERS;

const KEYS = Object.keys(HEADERS) as IndicatorSheetKey[];
export const INDICATOR_HEADINGS: RecordHeadings<IndicatorSheetKey> = {
  columns: KEYS.map((key) => ({ key, header: HEADERS[key] })),
  required: ['id', 'label', 'value', 'current', 'previous', 'kpi', 'actual', 'formula', 'typed'],
};

/** How the sheet is filled, for those who do. */
export const INDICATOR_GUIDES: readonly string[] = [
  '灰色の列は「KPI評価」と計算式が記入します。前年度は、今年度の数値と同じ月までの数値です。KPIのある指標は、シート「KPI」と「事業計画」の数値と印を表示します。',
  '表にない指標は、入力値（数値または文字）・前年度の入力値・入力値の時点（R6.9 のように）に入力してください。',
];
