import { findActual, MARCH } from '../../domain/actual';
import type { KpiCondition } from '../../domain/definitions';
import type { FigureState } from '../../domain/figureState';
import { fiscalMonthOf, fiscalYearOf, type CalendarMonth } from '../../domain/fiscalYear';
import { quoted } from '../../domain/figureText';
import { asPrinted, formatDifference, formatFigure, formatUnrounded, isDuration, isPercent } from '../../domain/formatFigure';
import { unitOf } from '../../domain/judgement';
import { BRANCHES, branchOf } from '../../domain/rank/branches';
import { readColumns, type BranchFigure, type RankColumn } from '../../domain/rank/rankColumn';
import { monthOf, readRankText, type RankText } from '../../domain/rank/rankText';
import { standingOf, standingWords, type Standing } from '../../domain/rank/standing';
import type { KpiLines } from '../kpiSheet';
import { some } from '../some';
import type { WorkbookState } from '../workbookState';

/** A pasted list of the branches' figures, and what a person chose over it. */
export interface RankQuestion {
  /** KPI ID. */
  readonly kpi: string;
  /** ID of the condition the figures are of; null: the KPI's first. */
  readonly condition: string | null;
  readonly text: string;
  /** Index of the column; null: the only one, or the one that bears the workbook's own figure. */
  readonly column: number | null;
  /** The rank's 時点; null: the one the list names, else that of the month judged. */
  readonly asOf: CalendarMonth | null;
}

/** A value of the list with the branches that have it. */
export interface RankMark {
  readonly shown: string;
  readonly branches: readonly string[];
}

/** Where the own branch stands. `at`: place between the worst figure, 0, and the best, 1. */
export interface RankStanding extends Pick<Standing, 'rank' | 'of' | 'better' | 'equal' | 'worse'> {
  /** "47支部中27位（同順位なし）". */
  readonly words: string;
  readonly own: RankMark;
  readonly best: RankMark;
  readonly worst: RankMark;
  readonly median: string;
  readonly toMedian: string;
  readonly medianAt: number;
  /** Best first. */
  readonly points: readonly { readonly branch: string; readonly shown: string; readonly at: number; readonly own: boolean }[];
}

/** What a list of the branches' figures says of a KPI's rank. Sentences are for a clerk. */
export interface RankView {
  /** Conditions that can be ranked by; a KPI has one rank all the same. */
  readonly conditions: readonly { readonly id: string; readonly label: string }[];
  readonly condition: string | null;
  /** Columns with figures; `column` null: a person has to choose. */
  readonly columns: readonly { readonly index: number; readonly heading: string }[];
  readonly column: number | null;
  readonly standing: RankStanding | null;
  /** Why there is no standing; null: there is one. */
  readonly refusal: string | null;
  /** Why the rank is written only where a person says so: not all branches are there; null: all are. */
  readonly incomplete: string | null;
  readonly missing: readonly string[];
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  readonly asOf: CalendarMonth;
  /** What stands in the sheet KPI. */
  readonly current: { readonly rank: number | null; readonly asOf: string; readonly state: FigureState | null } | null;
}

/** Reads a list against the workbook; nothing is written. `usual`: the 時点 where neither the person nor the list names one. */
export function rankView(state: WorkbookState, question: RankQuestion, usual: CalendarMonth): RankView {
  const lines = state.lists.kpis?.content.kpis.find((one) => one.kpi.id === question.kpi);
  const text = readRankText(question.text);
  const ranked = lines?.kpi.conditions.filter((one) => one.direction !== '範囲内') ?? [];
  const condition = ranked.find((one) => one.id === question.condition) ?? ranked[0];
  const none: RankView = {
    conditions: ranked.map(({ id, label }) => ({ id, label })), condition: condition?.id ?? null, columns: [], column: null, standing: null, refusal: null, incomplete: null,
    missing: [], problems: [], notes: [], asOf: question.asOf ?? text.asOf ?? usual,
    current: lines ? { rank: lines.rank, asOf: lines.rankAsOf, state: lines.rankState } : null,
  };
  const own = branchOf(state.branch);
  const refusal = refusalOf(state, lines, condition, question, own);
  if (refusal !== null || !condition || own === null) return { ...none, refusal };
  const told = { ...none, problems: problemsOf(text), notes: totalsOf(text) };
  const actualAt = (asOf: CalendarMonth): OwnActual | null => ownActual(state, condition, asOf);
  const columns = readColumns(text, { ...expectationOf(state, condition), own, actual: actualAt(none.asOf)?.value ?? null });
  const column = chosen(columns, question.column, condition, own, actualAt(none.asOf)?.value ?? null);
  const listed = { ...told, notes: [...told.notes, ...(column && columns.length > 1 ? [`${columnWords(column)}の数値で順位を付けています。`] : [])], columns: columns.map(({ index, heading }) => ({ index, heading })) };
  if (columns.length === 0) return { ...told, refusal: text.lines.length === 0 ? '支部名と数値の行が見つかりません。47支部の表を、支部名と一緒に貼り付けてください。' : '支部名は見つかりましたが、このKPIの数値として読み取れる列がありません。' };
  if (!column) return { ...listed, refusal: `数値の列が${columns.length}つあります。順位を付ける列を選んでください。` };
  return { ...listed, ...withColumn(state, condition, column, own, question.asOf ?? monthOf(column.heading) ?? none.asOf, listed) };
}

function refusalOf(state: WorkbookState, lines: KpiLines | undefined, condition: KpiCondition | undefined, { kpi, condition: wanted }: RankQuestion, own: string | null): string | null {
  if (!state.lists.kpis) return 'シート「KPI」がありません。先に「表を配置」を実行してください。';
  if (!lines) return `KPI「${kpi}」がシート「KPI」にありません。`;
  if (!lines.readable) return `「${lines.kpi.name}」は定義に誤りがあるため、順位を付けられません。シート「KPI」の定義を直してください。`;
  if (!condition) return `「${lines.kpi.name}」は目標が範囲内のKPIです。高い・低いで比べられないため、順位はありません。`;
  if (wanted !== null && condition.id !== wanted) return `条件「${wanted}」は、「${lines.kpi.name}」の順位を付けられる条件ではありません。`;
  if (own !== null) return null;
  return `シート「表定義」の支部が${state.branch === '' ? '空欄' : `「${state.branch}」`}のため、自支部を見つけられません。支部名（例: ${BRANCHES[0] ?? ''}支部）を入力してください。`;
}

/** How the KPI's own figures are read; dates have no rank. */
const expectationOf = (state: WorkbookState, condition: KpiCondition) =>
  ({ form: isPercent(condition.format) ? 'rate' : isDuration(condition.format) ? 'duration' : 'number', unit: unitOf(condition, state.catalog), fiscalYear: state.fiscalYear ?? 0 }) as const;

interface OwnActual {
  readonly value: number;
  readonly standing: string;
}

/** The workbook's own figure at a 時点; of a later one than its year that of March. null: it has none. */
function ownActual(state: WorkbookState, condition: KpiCondition, { year, month }: CalendarMonth): OwnActual | null {
  const fiscalYear = fiscalYearOf(year, month);
  if (state.fiscalYear === null || fiscalYear < state.fiscalYear) return null;
  const found = findActual(condition, state.catalog, state.figures, state.fiscalYear, fiscalYear === state.fiscalYear ? fiscalMonthOf(month) : MARCH);
  return found.ok && found.data.value !== null ? { value: found.data.value, standing: found.data.asOfSentence } : null;
}

/** The column a person chose, the only one, or the one alone that bears the workbook's own figure. */
function chosen(columns: readonly RankColumn[], wanted: number | null, condition: KpiCondition, own: string, actual: number | null): RankColumn | undefined {
  if (wanted !== null) return columns.find((column) => column.index === wanted);
  const [first, ...others] = columns;
  if (others.length === 0 || actual === null) return others.length === 0 ? first : undefined;
  const same = columns.filter((column) => column.figures.some((one) => one.branch === own && printsAlike(one.value, actual, condition)));
  return same.length === 1 ? same[0] : undefined;
}

const printsAlike = (one: number, other: number, { format }: KpiCondition): boolean => asPrinted(one, format) === asPrinted(other, format);

/** "「令和7年3月」の列", "2列目". */
const columnWords = ({ heading, index }: RankColumn): string => (heading === '' ? `${index + 1}列目` : `「${heading}」の列`);

function problemsOf({ strangers, cut }: RankText): string[] {
  return [...(cut === null ? [] : [cut]), ...some(strangers.map(({ line, label }) => `${line}行目${quoted(label)}は、支部の名前として読み取れません。`))];
}

function totalsOf({ totals }: RankText): string[] {
  return some(totals.map(({ line, label }) => `${line}行目${quoted(label)}は支部ではないため、順位に入れていません。`));
}

function withColumn(state: WorkbookState, condition: KpiCondition, column: RankColumn, own: string, asOf: CalendarMonth, told: Pick<RankView, 'problems' | 'notes'>): Partial<RankView> {
  const { missing } = column;
  const problems = [...told.problems, ...some(column.problems)];
  const standing = condition.direction === '範囲内' ? null : standingOf(column.figures, own, condition.direction);
  const base = { column: column.index, missing, problems, notes: [...told.notes, ...some(column.notes)], asOf };
  if (!standing) return { ...base, refusal: `自支部「${own}」の数値がないため、順位を付けられません。` };
  const actual = ownActual(state, condition, asOf);
  const unit = unitOf(condition, state.catalog);
  const shown = (value: number): string => shownFigure(value, condition.format, unit);
  const differs = actual !== null && !printsAlike(standing.own.value, actual.value, condition)
    ? [`${own}の数値 ${shown(standing.own.value)}は、このブックの実績 ${formatFigure(actual.value, condition.format, unit)}${actual.standing === '' ? '' : `（${actual.standing}）`}と違います。順位は、貼り付けた数値で付けています。`] : [];
  return {
    ...base, problems: [...differs, ...problems], standing: shownStanding(standing, shown, condition, unit),
    incomplete: missing.length === 0 ? null : `${BRANCHES.length}支部のうち${standing.of}支部の数値しかないため、そのままでは全国順位として書き込みません。数値のない支部: ${missing.join('、')}。`,
  };
}

/** At the KPI's precision, or finer where that hides what decides a rank. */
const shownFigure = (value: number, format: string, unit: string): string =>
  (asPrinted(value, format) === value ? formatFigure(value, format, unit) : formatUnrounded(value, format, unit));

function shownStanding(standing: Standing<BranchFigure>, shown: (value: number) => string, { format }: KpiCondition, unit: string): RankStanding {
  const { rank, of, better, equal, worse, own, best, worst, median, ordered } = standing;
  const [high, low] = [best[0]?.value ?? own.value, worst[0]?.value ?? own.value];
  const at = (value: number): number => (high === low ? 0.5 : (value - low) / (high - low));
  const mark = (figures: readonly BranchFigure[]): RankMark => ({ shown: shown(figures[0]?.value ?? own.value), branches: figures.map((one) => one.branch) });
  return {
    rank, of, better, equal, worse,
    words: standingWords(standing),
    own: mark([own]), best: mark(best), worst: mark(worst),
    median: shown(median), toMedian: formatDifference(own.value - median, format, unit), medianAt: at(median),
    points: ordered.map((one) => ({ branch: one.branch, shown: shown(one.value), at: at(one.value), own: one.branch === own.branch })),
  };
}
