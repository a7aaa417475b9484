import type { KpiCondition } from '../domain/definitions';
import { stateWords } from '../domain/figureState';
import { monthEndLabel, monthLabel } from '../domain/fiscalYear';
import { judgeKpi, withoutJudgement, type ConditionJudgement, type KpiJudgement } from '../domain/judgement';
import type { StatusMark } from '../domain/marks';
import { effectiveMark, tallyMarks, type Tally } from '../domain/tally';
import { cellA1 } from '../plan/a1';
import type { CellInput } from '../plan/workbookPlan';
import { actualFormula, awaitedCells, ruledTargetFormula, staleFormula } from './actualFormula';
import { keptWords, updateCell } from './cellUpdate';
import { numberTest } from './derivedCells';
import { evaluateIndicators, type IndicatorEvaluation } from './indicatorPlan';
import { asOfCell, differenceFormat, differenceFormula, lastRunCell, type KpiLines, type KpiSheetKey } from './kpiSheet';
import { updateLine } from './lineUpdate';
import { mendPlaces } from './mend';
import { outlookText } from './outlookText';
import { PlanBuilder } from './planBuilder';
import { effectiveLookup, planFormulas, type PlanLine } from './planSheet';
import { datePlanTexts } from './planTexts';
import { lastEvaluation } from './view/month';
import { recordHistory } from './history/recordHistory';
import type { RecordLine, RecordTable } from './recordTable';
import type { NumberTest } from './sameFormula';
import { stopIfDamaged, type Thought } from './thought';
import type { WorkbookState } from './workbookState';

/** A KPI as evaluated, for the report. Rates are unrounded fractions. */
export interface Evaluation {
  readonly id: string;
  readonly kpi: string;
  /** 実施状況: the manual mark where there is one. */
  readonly status: StatusMark;
  readonly computed: StatusMark;
  readonly actual: number | null;
  readonly target: number | null;
  readonly asOf: string;
  readonly rank: number | null;
  readonly reason: string;
  readonly conditions: readonly { readonly id: string; readonly label: string; readonly mark: StatusMark; readonly actual: number | null; readonly target: number | null; readonly threshold: number | null; readonly asOf: string }[];
}

export interface EvaluateThought extends Thought {
  readonly evaluations: readonly Evaluation[];
  /** The indicators of 業績評価; none where the workbook has no such sheet. */
  readonly indicators: readonly IndicatorEvaluation[];
  readonly tally: Tally;
}

/** Judges every KPI at the end of a month (0 = 4月 … 11 = 3月). `at` is the time of the evaluation, as shown to people. */
export function thinkEvaluation(state: WorkbookState, asOf: number, at: string): EvaluateThought {
  const stopped = stopIfDamaged(state);
  if (stopped) return { ...stopped, evaluations: [], indicators: [], tally: tallyMarks([]) };
  const { kpis, planRows } = state.lists;
  const year = state.fiscalYear;
  if (!kpis || year === null) {
    return { plan: { actions: [] }, done: [], warnings: ['シート「KPI」または「表定義」がないため、評価していません。先に「表を配置」を実行してください。'], evaluations: [], indicators: [], tally: tallyMarks([]) };
  }
  const builder = new PlanBuilder();
  const warnings: string[] = [];
  const judgements = kpis.content.kpis.map((lines) => ({ lines, judgement: lines.readable ? judgeKpi(lines.kpi, state.catalog, state.figures, year, asOf) : withoutJudgement(lines.kpi) }));
  // Judged at an earlier month, a sum that reaches further is another.
  const bearsNumber = numberTest(state.grids);
  let changed = 0;
  for (const one of judgements) {
    changed += writeKpi(builder, state, kpis.table, one, bearsNumber, warnings) ? 1 : 0;
    warnings.push(...one.judgement.conditions.flatMap((condition) => condition.warnings));
  }
  const judged = new Map(judgements.flatMap(({ lines, judgement }) => judgement.conditions.map((one) => [one.condition.id, lines.readable ? one : null] as const)));
  const indicators = evaluateIndicators(builder, state, judged, { year, asOf, bearsNumber });
  warnings.push(...indicators.warnings);
  if (planRows) {
    mendPlanFormulas(builder, state, warnings);
    datePlanTexts(builder, planRows, { year, asOf, before: lastEvaluation(state)?.asOf ?? null });
  }
  const byHand = manualMarks(state);
  const history = recordHistory(builder, state, { year, asOf, at, kpis: judgements.map(({ judgement }) => ({ judgement, manual: null, manualReason: '', ...byHand.get(judgement.kpi.id) })) });
  writeSettings(builder, state, year, asOf, at);
  const mended = mendPlaces(builder, state);
  const evaluations = judgements.map(({ lines, judgement }) => toEvaluation(state, lines, judgement));
  const count = (mark: StatusMark): number => evaluations.filter((one) => one.computed === mark).length;
  return {
    plan: builder.build(state.snapshot.names),
    evaluations,
    indicators: indicators.evaluations,
    tally: tallyOf(state, judgements.map((one) => one.judgement)),
    done: [
      ...mended.done,
      `${monthEndLabel(year, asOf)}現在で KPI ${evaluations.length}件を評価しました（判定（自動）: ◎${count('◎')}　○${count('○')}　△${count('△')}　－${count('－')}）。`,
      ...(changed + indicators.changed === 0 && history.done.length === 0 ? ['前回の評価から変わったところはありません。'] : []),
      ...(changed > 0 ? [`${changed}件のKPIの判定・実績・理由を書き込みました。`] : []),
      ...(indicators.changed > 0 ? [`業績評価 ${indicators.changed}件の数値と説明を書き込みました。`] : []),
      ...history.done,
    ],
    warnings: [...mended.warnings, ...warnings, ...history.warnings],
  };
}

function writeKpi(
  builder: PlanBuilder, state: WorkbookState, table: RecordTable<KpiSheetKey>, { lines, judgement }: { readonly lines: KpiLines; readonly judgement: KpiJudgement }, bearsNumber: NumberTest, warnings: string[],
): boolean {
  let changed = false;
  lines.lines.forEach((line, index) => {
    const condition = judgement.conditions[index];
    if (!condition) return;
    const contents = lineContents(state, table, line, condition, index === 0 ? judgement : null);
    const { format } = condition.condition;
    const formatOf = (key: KpiSheetKey): string | null => (FIGURE_KEYS.has(key) ? format : key === 'difference' ? differenceFormat(format) : null);
    changed = writeRuledTarget(builder, state, table, line, condition.condition) || changed;
    changed = updateLine(builder, table, line.row, { contents, formatOf, bearsNumber }, warnings) || changed;
  });
  return changed;
}

/** A target by rule is a live formula until a person types one. */
function writeRuledTarget(builder: PlanBuilder, state: WorkbookState, table: RecordTable<KpiSheetKey>, line: RecordLine<KpiSheetKey>, condition: KpiCondition): boolean {
  const column = table.columns.get('target');
  if (column === undefined || condition.targetRule === '固定値' || (!table.grid.isEmpty(line.row, column) && table.grid.formula(line.row, column) === null)) return false;
  const formula = ruledTargetFormula(condition, state, table.sheet);
  return formula !== null && updateCell(builder, table.grid, line.row, column, { formula }) === 'written';
}

const FIGURE_KEYS: ReadonlySet<KpiSheetKey> = new Set<KpiSheetKey>(['actual', 'previous', 'judgedActual', 'judgedTarget']);

function lineContents(
  state: WorkbookState, table: RecordTable<KpiSheetKey>, line: RecordLine<KpiSheetKey>, condition: ConditionJudgement, whole: KpiJudgement | null,
): [KpiSheetKey, CellInput][] {
  const { actual, previous, target } = condition;
  const formula = (text: string | null): CellInput => text === null ? null : { formula: text };
  const column = (key: KpiSheetKey): number => table.columns.get(key) ?? 0;
  const contents: [KpiSheetKey, CellInput][] = [
    ['actual', formula(actualFormula(actual.source, state, table.sheet))],
    ['previous', formula(actualFormula(previous.source, state, table.sheet))],
    ['difference', formula(differenceFormula(line.row, table, condition.condition.format))],
    ['conditionMark', condition.mark],
    ['asOf', `${actual.asOfSentence.replace(/現在$/, '')}${stateWords(actual.state)}`],
    ['reason', whole?.reason ?? condition.reason],
    ['outlook', outlookText(state, condition)],
    ['judgedActual', actual.value ?? ''],
    ['judgedTarget', target.value ?? ''],
    ['stale', formula(staleFormula(line.row, { actual: column('actual'), judgedActual: column('judgedActual'), target: column('target'), judgedTarget: column('judgedTarget') }, awaitedCells(actual, state, table.sheet)))],
  ];
  if (whole) {
    contents.push(['automatic', whole.mark]);
    const plan = state.lists.planRows;
    const automatic = cellA1(line.row, column('automatic'));
    contents.push(['effective', { formula: plan ? effectiveLookup(plan.table, cellA1(line.row, column('kpiId')), automatic) : `=${automatic}&""` }]);
  }
  return contents;
}

/** Live cells of the plan that were emptied come back; what a person typed there is told, not touched. */
function mendPlanFormulas(builder: PlanBuilder, state: WorkbookState, warnings: string[]): void {
  const { planRows, kpis } = state.lists;
  if (!planRows || !kpis) return;
  const { grid, sheet } = planRows.table;
  for (const line of planRows.content.lines) {
    const formulas = planFormulas(planRows.table, kpis.table, line.row, line.definition.kpi !== null);
    for (const key of ['automatic', 'effective', 'rank', 'notice'] as const) {
      const column = planRows.table.columns.get(key);
      const content = formulas[key];
      if (column === undefined || content === undefined) continue;
      if (grid.isEmpty(line.row, column)) builder.put(sheet, line.row, column, content);
      else if (grid.formula(line.row, column) === null) warnings.push(`${keptWords(grid, line.row, column)}判定を変えるときは「判定（手動）」に入力してください。`);
    }
    if (line.manual !== null && line.definition.kpi !== null && line.manualReason === '') {
      warnings.push(`「${line.definition.label}」（${line.definition.id}）: 手動で判定を変更するには、理由を入力してください。`);
    }
  }
}

/** The time is written only where something else is, so that a second run changes nothing. */
function writeSettings(builder: PlanBuilder, state: WorkbookState, year: number, asOf: number, at: string): void {
  const table = state.lists.kpis?.table;
  if (!table) return;
  const month = asOfCell(table);
  if (month) {
    updateCell(builder, table.grid, month.row, month.column, monthLabel(asOf));
    updateCell(builder, table.grid, month.row, month.column + 1, `${monthEndLabel(year, asOf)}現在`);
  }
  const last = lastRunCell(table);
  if (last && !builder.isEmpty) builder.put(table.sheet, last.row, last.column, at);
}

/** What people set by hand, by KPI. */
function manualMarks(state: WorkbookState): ReadonlyMap<string, Pick<PlanLine, 'manual' | 'manualReason'>> {
  const lines = state.lists.planRows?.content.lines ?? [];
  return new Map(lines.flatMap(({ definition, manual, manualReason }) => (definition.kpi !== null && manual !== null ? [[definition.kpi, { manual, manualReason }] as const] : [])));
}

function toEvaluation(state: WorkbookState, lines: KpiLines, judgement: KpiJudgement): Evaluation {
  const [first] = judgement.conditions;
  return {
    id: lines.kpi.id,
    kpi: lines.kpi.name,
    status: manualMarks(state).get(lines.kpi.id)?.manual ?? judgement.mark,
    computed: judgement.mark,
    actual: first?.actual.value ?? null,
    target: first?.target.value ?? null,
    asOf: first?.actual.asOf ?? '',
    rank: lines.rank,
    reason: judgement.reason,
    conditions: judgement.conditions.map((one) => ({
      id: one.condition.id, label: one.condition.label, mark: one.mark, actual: one.actual.value, target: one.target.value, threshold: one.threshold?.target ?? null, asOf: one.actual.asOf,
    })),
  };
}

function tallyOf(state: WorkbookState, judgements: readonly KpiJudgement[]): Tally {
  const automatic = new Map(judgements.map((one) => [one.kpi.id, one.mark]));
  return tallyMarks((state.lists.planRows?.content.lines ?? []).map((line) => ({
    mark: effectiveMark(line.manual, line.definition.kpi === null ? null : (automatic.get(line.definition.kpi) ?? null)),
    counted: line.definition.counted,
    kpi: line.definition.kpi !== null,
  })));
}
