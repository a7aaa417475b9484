import { readIndicator, type IndicatorReading } from '../domain/indicators';
import { NOTHING } from '../domain/actual';
import type { IndicatorContent } from '../domain/indicatorFigures';
import type { ConditionJudgement } from '../domain/judgement';
import type { CellInput } from '../plan/workbookPlan';
import { awaitedCells, staleFormula } from './actualFormula';
import { problemWords } from './cellReading';
import { indicatorFaults } from './indicatorFaults';
import { figureFormulas } from './indicatorFormulas';
import { readIndicatorSheet } from './indicatorLines';
import type { IndicatorSheetKey } from './indicatorSheet';
import { differenceFormat } from './kpiSheet';
import { updateLine } from './lineUpdate';
import type { PlanBuilder } from './planBuilder';
import type { RecordTable } from './recordTable';
import type { NumberTest } from './sameFormula';
import type { WorkbookState } from './workbookState';

/** An indicator as evaluated, for the report. Rates are unrounded fractions. */
export interface IndicatorEvaluation {
  readonly id: string;
  readonly label: string;
  readonly value: IndicatorContent;
  readonly current: IndicatorContent;
  readonly previous: IndicatorContent;
  readonly final: IndicatorContent;
  /** "令和7年3月末現在"; "" where there is no figure. */
  readonly asOf: string;
  readonly text: string;
}

export interface IndicatorsEvaluated {
  readonly evaluations: readonly IndicatorEvaluation[];
  /** How many lines were written to. */
  readonly changed: number;
  readonly warnings: readonly string[];
}

/** The month (0 = 4月 … 11 = 3月) of the evaluation, and which cells bear numbers. */
export interface IndicatorCircumstances {
  readonly year: number;
  readonly asOf: number;
  readonly bearsNumber: NumberTest;
}

/** Brings 業績評価 up to a month. `judged`: the KPI conditions by ID; null where the KPI's definition has a fault. */
export function evaluateIndicators(builder: PlanBuilder, state: WorkbookState, judged: ReadonlyMap<string, ConditionJudgement | null>, { year, asOf, bearsNumber }: IndicatorCircumstances): IndicatorsEvaluated {
  const list = state.lists.indicators;
  if (!list) return { evaluations: [], changed: 0, warnings: [] };
  const { catalog, figures } = state;
  const content = readIndicatorSheet(list.table);
  const warnings = [...content.problems, ...indicatorFaults(list.table, content, state)].map(problemWords);
  let changed = 0;
  const evaluations = content.lines.map(({ definition, line, typed }): IndicatorEvaluation => {
    const reading = readIndicator(definition, { catalog, figures, year, asOf, typed, judgement: (id) => judged.get(id) });
    warnings.push(...reading.warnings);
    const contents = lineContents(state, list.table, line.row, reading);
    if (updateLine(builder, list.table, line.row, { contents, formatOf: (key) => figureFormat(key, reading.look), bearsNumber }, warnings)) changed++;
    const { value = null, current = null, previous = null, final = null } = shown(reading);
    return { id: definition.id, label: definition.label, value, current, previous, final, asOf: reading.standing, text: reading.text };
  });
  return { evaluations, changed, warnings };
}

function shown({ figures }: IndicatorReading): Partial<Record<'value' | 'current' | 'previous' | 'final', IndicatorContent>> {
  return figures ? { value: figures.value.value, current: figures.current.value, previous: figures.previous.value, final: figures.final.value } : {};
}

const FIGURES: ReadonlySet<IndicatorSheetKey> = new Set<IndicatorSheetKey>(['current', 'previous', 'final', 'target', 'judgedCurrent', 'judgedPrevious']);

/** How a figure of an indicator is shown; null: the column bears none, or nobody says. */
export function figureFormat(key: IndicatorSheetKey, look: IndicatorReading['look']): string | null {
  if (key === 'value') return look.valueFormat ?? look.format;
  if (key === 'change') return look.format === null ? null : differenceFormat(look.format);
  return FIGURES.has(key) ? look.format : null;
}

function lineContents(state: WorkbookState, table: RecordTable<IndicatorSheetKey>, row: number, reading: IndicatorReading): [IndicatorSheetKey, CellInput][] {
  const formulas = figureFormulas(reading, row, table, state);
  const formula = (key: keyof typeof formulas): [IndicatorSheetKey, CellInput] => { const text = formulas[key]; return [key, text == null ? null : { formula: text }]; };
  const { current, previous } = shown(reading);
  return [
    ...(['value', 'current', 'previous', 'change', 'comparison', 'final', 'target', 'effective'] as const).map(formula),
    ['asOf', reading.standing.replace('現在', '')],
    ['reading', reading.text],
    ['judgedCurrent', current ?? ''],
    ['judgedPrevious', previous ?? ''],
    ...staleCell(state, table, row, reading),
  ];
}

/** Says on a machine without the add-in that the text no longer tells the figures. */
function staleCell(state: WorkbookState, table: RecordTable<IndicatorSheetKey>, row: number, { figures }: IndicatorReading): [IndicatorSheetKey, CellInput][] {
  const [current, previous, judgedCurrent, judgedPrevious] = (['current', 'previous', 'judgedCurrent', 'judgedPrevious'] as const).map((key) => table.columns.get(key));
  if (current === undefined || previous === undefined || judgedCurrent === undefined || judgedPrevious === undefined) return [];
  const columns = { actual: current, judgedActual: judgedCurrent, target: previous, judgedTarget: judgedPrevious };
  return [['stale', { formula: staleFormula(row, columns, awaitedCells(figures?.actual ?? NOTHING, state, table.sheet), [[current, judgedCurrent]]) }]];
}
