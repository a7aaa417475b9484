import { resolveActual } from '../../domain/actual';
import type { Direction, KpiCondition } from '../../domain/definitions';
import type { FigureState } from '../../domain/figureState';
import { formatFigure } from '../../domain/formatFigure';
import { judgeKpi, unitOf, withoutJudgement, type ConditionJudgement } from '../../domain/judgement';
import type { StatusMark } from '../../domain/marks';
import { seriesKey } from '../../domain/series';
import type { WorkbookState } from '../workbookState';
import { outlookText } from '../outlookText';
import { linePlace, seriesRow, type Place } from './place';

/** A measure through the year, April first, beside the year before. */
export interface Trend {
  readonly months: readonly (number | null)[];
  readonly previous: readonly (number | null)[];
  /** As the table shows them; "" where there is no figure. */
  readonly shown: readonly string[];
  readonly shownPrevious: readonly string[];
  /** The target in the figure's own unit; null where the basis does not compare month by month. */
  readonly target: number | null;
}

/** A condition of a KPI as it stands now, at the month asked for. */
export interface ConditionCard {
  readonly id: string;
  readonly label: string;
  readonly mark: StatusMark;
  /** As printed, with the unit; "" where not known. */
  readonly actual: string;
  readonly target: string;
  readonly direction: Direction;
  /** The upper end of a band; null elsewhere. */
  readonly targetUpper: number | null;
  /** The number format whose precision is compared. */
  readonly format: string;
  readonly previous: string;
  /** "3月", "令和6年度"; "" where there is no actual. */
  readonly asOf: string;
  readonly state: FigureState | null;
  readonly reason: string;
  /** Where March may land and what is needed for the target, in sentences apart from the judgement; "" where nothing can be said. */
  readonly outlook: string;
  /** null: a yearly figure has no months. */
  readonly trend: Trend | null;
  /** Row of the measure in its table; null for a measure that is not in the workbook. */
  readonly place: Place | null;
}

/** A KPI as the pane lists it. */
export interface KpiCard {
  readonly id: string;
  readonly item: number;
  readonly name: string;
  /** Group answering for it and those sharing the work; "" where no plan row bears the KPI. */
  readonly owner: string;
  readonly others: readonly string[];
  readonly tags: readonly string[];
  /** 実施状況 as it stands: the manual mark, else the mark of the last evaluation; null: not evaluated yet. */
  readonly mark: StatusMark | null;
  readonly manual: { readonly mark: StatusMark; readonly reason: string } | null;
  /** The mark the figures give now at the month asked for. */
  readonly current: StatusMark;
  /** In words, of the figures now. */
  readonly reason: string;
  /** The figures it rests on differ from those evaluated. */
  readonly stale: boolean;
  readonly rank: { readonly rank: number; readonly asOf: string; readonly state: FigureState | null } | null;
  readonly conditions: readonly ConditionCard[];
  /** Its first line on the sheet KPI; null where there is no such sheet. */
  readonly place: Place | null;
}

/** Every KPI of the workbook, judged by the figures as they stand at a month (0 = 4月 … 11 = 3月). Empty where there is no sheet KPI. */
export function kpiCards(state: WorkbookState, asOf: number): KpiCard[] {
  const { kpis, planRows } = state.lists;
  if (!kpis) return [];
  return kpis.content.kpis.map((lines): KpiCard => {
    const { kpi } = lines;
    const judgement = lines.readable && state.fiscalYear !== null ? judgeKpi(kpi, state.catalog, state.figures, state.fiscalYear, asOf) : withoutJudgement(kpi);
    const planLine = planRows?.content.lines.find((line) => line.definition.kpi === kpi.id);
    const manual = planLine?.manual ?? null;
    return {
      id: kpi.id,
      item: kpi.item,
      name: kpi.name,
      owner: planLine?.definition.owner ?? '',
      others: planLine?.definition.others ?? [],
      tags: planLine?.definition.tags ?? [],
      mark: manual ?? lines.automatic,
      manual: manual === null ? null : { mark: manual, reason: planLine?.manualReason ?? '' },
      current: judgement.mark,
      reason: judgement.reason,
      stale: lines.lines.some((line) => line.text('stale') !== ''),
      rank: lines.rank === null ? null : { rank: lines.rank, asOf: lines.rankAsOf, state: lines.rankState },
      conditions: judgement.conditions.map((condition) => conditionCard(state, condition)),
      place: linePlace(kpis.table, lines.lines[0]?.row),
    };
  });
}

function conditionCard(state: WorkbookState, judgement: ConditionJudgement): ConditionCard {
  const { condition, actual, previous, target, mark, reason } = judgement;
  const unit = unitOf(condition, state.catalog);
  const shown = (value: number | null): string => (value === null ? '' : formatFigure(value, condition.format, unit));
  const measured = measureOf(state, condition);
  return {
    id: condition.id,
    label: condition.label,
    mark,
    actual: shown(actual.value),
    target: target.upper === null || target.value === null ? shown(target.value) : `${shown(target.value)}〜${shown(target.upper)}`,
    direction: condition.direction,
    targetUpper: target.upper,
    format: condition.format,
    previous: shown(previous.value),
    asOf: actual.asOf,
    state: actual.state,
    reason,
    outlook: outlookText(state, judgement),
    trend: measured.trend,
    place: measured.place,
  };
}

/** The months behind a condition and where they stand. */
function measureOf(state: WorkbookState, condition: KpiCondition): { readonly trend: Trend | null; readonly place: Place | null } {
  const target = resolveActual(condition.actual, state.catalog);
  if (!target.ok || state.fiscalYear === null) return { trend: null, place: null };
  if (target.data.kind === 'yearly') {
    const yearly = state.lists.yearly;
    return { trend: null, place: yearly && linePlace(yearly.table, yearly.content.rows.get(seriesKey(target.data.id, state.fiscalYear))) };
  }
  const { rowId, yearsBack } = target.data.ref;
  const row = state.catalog.rows.get(rowId)?.definition;
  const year = state.fiscalYear - yearsBack;
  const monthsOf = (of: number): readonly (number | null)[] => state.figures.series.get(seriesKey(rowId, of))?.months ?? NO_MONTHS;
  const show = (months: readonly (number | null)[]): string[] => months.map((month) => (month === null || !row ? '' : formatFigure(month, row.format, row.unit)));
  const [months, previous] = [monthsOf(year), monthsOf(year - 1)];
  // A target of a whole year's total says nothing of one month.
  const monthly = condition.basis !== '計' && row?.kind !== '実施日';
  return {
    trend: { months, previous, shown: show(months), shownPrevious: show(previous), target: monthly ? condition.target : null },
    place: seriesRow(state, seriesKey(rowId, year)),
  };
}

const NO_MONTHS: readonly null[] = Array<null>(12).fill(null);
