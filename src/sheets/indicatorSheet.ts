import { INDICATOR_DIRECTIONS, type IndicatorDefinition } from '../domain/definitions';
import type { TypedIndicator, IndicatorContent } from '../domain/indicatorFigures';
import { LineReader, type CellProblem } from './cellReading';
import { COLORS } from './palette';
import type { RecordLine, RecordSheetSpec, RecordTable } from './recordTable';

/** 「業績評価」: the performance indicators, a line each: their figures beside the year before, what people type, and their definitions. */

const TEXT = '@';
export type IndicatorSheetKey =
  | 'id' | 'item' | 'label' | 'valueLabel' | 'value' | 'current' | 'previous' | 'change' | 'comparison' | 'final' | 'target' | 'asOf' | 'effective' | 'reading' | 'note'
  | 'typed' | 'typedPrevious' | 'typedAsOf' | 'stale' | 'planRow' | 'kpi' | 'actual' | 'formula' | 'unit' | 'format' | 'valueFormat' | 'direction' | 'judgedCurrent' | 'judgedPrevious';

const CENTERED = { horizontal: 'Center' } as const;
const WRAPPED = { wrap: true } as const;
const FIGURE = { wrap: true, horizontal: 'Right' } as const;
const PERSON = { wrap: true, fill: COLORS.personFill } as const;
export const INDICATOR_SHEET: RecordSheetSpec<IndicatorSheetKey> = {
  title: '業績評価',
  notes: [
    '灰色の列は「KPI評価」と計算式が記入します。前年度は、今年度の数値と同じ月までの数値です。KPIのある指標は、シート「KPI」と「事業計画」の数値と印を表示します。',
    '表にない指標は、入力値（数値または文字）・前年度の入力値・入力値の時点（R6.9 のように）に入力してください。',
  ],
  headerRow: 4,
  required: ['id', 'label', 'value', 'current', 'previous', 'kpi', 'actual', 'formula', 'typed'],
  freezeColumns: 3,
  paper: 'A3',
  spareRows: 12,
  printColumns: 15,
  lineHeight: 36,
  columns: [
    { key: 'id', header: '指標ID', points: 44, format: TEXT, style: CENTERED },
    { key: 'item', header: '項番', points: 34, style: CENTERED },
    { key: 'label', header: '指標', points: 180, format: TEXT, style: WRAPPED },
    { key: 'valueLabel', header: '値の名称', points: 82, format: TEXT, style: WRAPPED },
    { key: 'value', header: '値', points: 100, derived: true, style: FIGURE },
    { key: 'current', header: '今年度', points: 100, derived: true, style: FIGURE },
    { key: 'previous', header: '前年度', points: 76, derived: true, style: FIGURE },
    { key: 'change', header: '増減', points: 86, derived: true },
    { key: 'comparison', header: '前年度比', points: 54, derived: true, style: CENTERED },
    { key: 'final', header: '前年度末', points: 76, derived: true, style: FIGURE },
    { key: 'target', header: 'KPIの目標値', points: 66, derived: true },
    { key: 'asOf', header: '時点', points: 84, derived: true, format: TEXT, style: { ...WRAPPED, ...CENTERED } },
    { key: 'effective', header: '実施状況', points: 54, derived: true, style: CENTERED },
    { key: 'reading', header: '説明', points: 400, derived: true, format: TEXT, style: WRAPPED },
    { key: 'note', header: '備考', points: 130, format: TEXT, style: PERSON },
    { key: 'typed', header: '入力値', points: 110, style: PERSON },
    { key: 'typedPrevious', header: '前年度の入力値', points: 80, style: PERSON },
    { key: 'typedAsOf', header: '入力値の時点', points: 70, format: TEXT, style: PERSON },
    { key: 'stale', header: '評価後の変更', points: 120, derived: true, style: WRAPPED },
    { key: 'planRow', header: '行ID', points: 56, format: TEXT, style: CENTERED },
    { key: 'kpi', header: 'KPI', points: 44, format: TEXT, style: CENTERED },
    { key: 'actual', header: '実績の参照', points: 190, format: TEXT, style: WRAPPED },
    { key: 'formula', header: '計算式', points: 260, format: TEXT, style: WRAPPED },
    { key: 'unit', header: '単位', points: 40, format: TEXT, style: CENTERED },
    { key: 'format', header: '表示形式', points: 90, format: TEXT },
    { key: 'valueFormat', header: '値の表示形式', points: 96, format: TEXT },
    { key: 'direction', header: '向き', points: 86, choices: INDICATOR_DIRECTIONS },
    { key: 'judgedCurrent', header: '評価時の今年度', points: 76, derived: true, style: FIGURE },
    { key: 'judgedPrevious', header: '評価時の前年度', points: 76, derived: true, style: FIGURE },
  ],
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
