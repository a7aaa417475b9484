import { INDICATOR_DIRECTIONS, type IndicatorDefinition } from '../domain/definitions';
import type { TypedIndicator, IndicatorContent } from '../domain/indicatorFigures';
import { LineReader, readableLines, type CellProblem } from './cellReading';
import type { IndicatorSheetKey } from './indicatorSheet';
import type { RecordLine, RecordTable } from './recordTable';

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
  for (const line of readableLines(table, 'id', problems)) {
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
    id: reader.lookedUp('id', '指標ID'),
    label: reader.required('label', '指標'),
    valueLabel: reader.optional('valueLabel'),
    planRow: reader.optional('planRow'),
    item: reader.number('item', '項番'),
    kpi: reader.optional('kpi'),
    actual: reader.optional('actual'),
    formula: reader.optional('formula'),
    unit: reader.text('unit'),
    format: reader.format('format', '表示形式', null),
    valueFormat: reader.format('valueFormat', '表示形式', null),
    direction: reader.oneOf('direction', '向き', INDICATOR_DIRECTIONS),
  };
}

function content(line: RecordLine<IndicatorSheetKey>, key: IndicatorSheetKey): IndicatorContent {
  const value = line.value(key);
  if (typeof value === 'number') return value;
  const text = line.text(key);
  return text === '' ? null : text;
}
