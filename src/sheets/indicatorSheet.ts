import { INDICATOR_DIRECTIONS, type IndicatorDefinition } from '../domain/definitions';
import type { TypedIndicator, IndicatorContent } from '../domain/indicatorFigures';
import { LineReader, type CellProblem } from './cellReading';
import type { RecordHeadings, RecordLine, RecordTable } from './recordTable';

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

/** An indicator with its line and what people typed there. */
export interface IndicatorLine {
  readonly definition: IndicatorDefinition;
  readonly line: RecordLine<IndicatorSheetKey>;
  readonly typed: TypedIndicator;
}

export interface IndicatorSheetContent {
  /** Those whose definitions can be read. */
  readonly lines: readonly IndicatorLine[];
  readonly problems: readonly CellProblem[];
}

export function readIndicatorSheet(table: RecordTable<IndicatorSheetKey>): IndicatorSheetContent {
  const problems: CellProblem[] = [];
  const lines: IndicatorLine[] = [];
  const seen = new Set<string>();
  for (const line of table.lines) {
    const reader = new LineReader(table.sheet, line, problems);
    const definition = readDefinition(reader);
    if (definition.id !== '' && seen.has(definition.id)) reader.refuse('id', `指標ID「${definition.id}」が重複しています`);
    seen.add(definition.id);
    if (reader.usable) lines.push({ definition, line, typed: { value: content(line, 'typed'), previous: content(line, 'typedPrevious'), asOf: reader.text('typedAsOf') } });
  }
  return { lines, problems };
}

function readDefinition(reader: LineReader<IndicatorSheetKey>): IndicatorDefinition {
  return {
    id: reader.required('id', '指標ID'),
    label: reader.required('label', '指標'),
    valueLabel: reader.optional('valueLabel'),
    planRow: reader.optional('planRow'),
    item: reader.number('item', '項番'),
    kpi: reader.optional('kpi'),
    actual: reader.optional('actual'),
    formula: reader.optional('formula'),
    unit: reader.text('unit'),
    format: reader.optional('format'),
    valueFormat: reader.optional('valueFormat'),
    direction: reader.oneOf('direction', '向き', INDICATOR_DIRECTIONS),
  };
}

function content(line: RecordLine<IndicatorSheetKey>, key: IndicatorSheetKey): IndicatorContent {
  const value = line.value(key);
  if (typeof value === 'number') return value;
  const text = line.text(key);
  return text === '' ? null : text;
}
