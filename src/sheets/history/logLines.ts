import type { KpiCondition } from '../../domain/definitions';
import { monthLabel } from '../../domain/fiscalYear';
import { formatFigure } from '../../domain/formatFigure';
import { standingWords, unitOf, type ConditionJudgement, type KpiJudgement } from '../../domain/judgement';
import type { StatusMark } from '../../domain/marks';
import type { CellContent } from '../../plan/snapshot';
import type { RecordLine } from '../recordTable';
import type { WorkbookState } from '../workbookState';
import type { NewLine } from './growList';
import type { LogKey } from './logSheet';

/** A KPI as judged now, with what people set by hand. */
export interface JudgedKpi {
  readonly judgement: KpiJudgement;
  readonly manual: StatusMark | null;
  readonly manualReason: string;
}

/** What the log says of a KPI at one evaluation, as cells of its line. */
type Entry = Readonly<Record<Exclude<LogKey, 'number' | 'at' | 'changes'>, CellContent>>;

/** What changed of a KPI since its last line. */
export interface LogChange {
  readonly line: NewLine<Exclude<LogKey, 'number' | 'at'>>;
  /** "郵送化率: △ → ○（実績 94.3％ → 95.1％）" where the mark that counts is another; null: it is the same, or there was none. */
  readonly markWords: string | null;
}

const NONE = 'なし';
const SEPARATOR = '／';

/** The line a KPI gets in the log; null where nothing of what the log tells is different. `before`: its last line. */
export function logChange(state: Pick<WorkbookState, 'catalog'>, kpi: JudgedKpi, before: RecordLine<LogKey> | null, year: number, asOf: number): LogChange | null {
  const now = entryOf(state, kpi, year, asOf);
  const formats = figureFormats(kpi.judgement, now);
  if (before === null) return { line: { contents: { ...now, changes: '初めての記録' }, formats }, markWords: null };
  const shown = shownBy(state, kpi.judgement);
  const said = (key: keyof Entry): Said => [shown(key, before.value(key)), shown(key, now[key])];
  const parts = changedParts(said);
  if (parts.length === 0) return null;
  const [automatic, manual] = [said('automatic'), said('manual')];
  // The mark that counts: the one set by hand goes before.
  const [markBefore, mark] = [manual[0] || automatic[0], manual[1] || automatic[1]];
  const details = parts.filter((part) => part.isDetail).map((part) => part.words).join('、');
  return {
    line: { contents: { ...now, changes: parts.map((part) => part.words).join('、') }, formats },
    markWords: markBefore === mark ? null : `${kpi.judgement.kpi.name}: ${markBefore} → ${mark}${details === '' ? '' : `（${details}）`}`,
  };
}

/** How something reads in the last line and now. */
type Said = readonly [before: string, after: string];

/** A line of the log as it begins a new sheet. */
export function carriedLine(line: RecordLine<LogKey>, judgement: KpiJudgement): NewLine<LogKey> {
  const keys: readonly LogKey[] = ['number', 'at', 'year', 'month', 'kpiId', 'name', 'target', 'actual', 'asOf', 'automatic', 'manual', 'manualReason', 'reason', 'changes'];
  const contents = Object.fromEntries(keys.map((key) => [key, line.value(key)])) as Record<LogKey, CellContent>;
  return { contents, formats: figureFormats(judgement, contents) };
}

function entryOf({ catalog }: Pick<WorkbookState, 'catalog'>, { judgement, manual, manualReason }: JudgedKpi, year: number, asOf: number): Entry {
  const { kpi, conditions, mark, reason } = judgement;
  const unit = (condition: KpiCondition): string => unitOf(condition, catalog);
  const figure = (value: number | null, condition: KpiCondition): string => (value === null ? NONE : formatFigure(value, condition.format, unit(condition)));
  const target = ({ target: { value, upper }, condition }: ConditionJudgement): CellContent =>
    upper === null ? (value ?? '') : `${figure(value, condition)}〜${figure(upper, condition)}`;
  /** One condition has its figure as a number; several are told in words, each by its name. */
  const all = (pick: (one: ConditionJudgement) => CellContent): CellContent => {
    const [only, ...others] = conditions;
    if (only && others.length === 0) return pick(only);
    return conditions.map((one) => {
      const content = pick(one);
      return `${one.condition.label} ${typeof content === 'number' ? figure(content, one.condition) : String(content) || NONE}`;
    }).join(SEPARATOR);
  };
  return {
    year, month: monthLabel(asOf), kpiId: kpi.id, name: kpi.name,
    target: all(target),
    actual: all((one) => one.actual.value ?? ''),
    asOf: [...new Set(conditions.map((one) => standingWords(one.actual)).filter((words) => words !== ''))].join(SEPARATOR),
    automatic: mark, manual: manual ?? '', manualReason, reason,
  };
}

/** How a figure of the KPI reads in words: at the precision it is judged at, so that what prints alike is alike. */
function shownBy({ catalog }: Pick<WorkbookState, 'catalog'>, { conditions: [condition] }: KpiJudgement): (key: keyof Entry, content: CellContent) => string {
  return (key, content) => ((key === 'target' || key === 'actual') && typeof content === 'number' && condition
    ? formatFigure(content, condition.condition.format, unitOf(condition.condition, catalog))
    : String(content).trim().replace(/\s+/g, ' '));
}

function figureFormats({ conditions: [only, ...others] }: KpiJudgement, contents: Pick<Entry, 'target' | 'actual'>): Partial<Record<LogKey, string>> {
  if (!only || others.length > 0) return {};
  const { format } = only.condition;
  return { ...(typeof contents.target === 'number' ? { target: format } : {}), ...(typeof contents.actual === 'number' ? { actual: format } : {}) };
}

interface Part {
  readonly words: string;
  /** Told beside a changed mark. */
  readonly isDetail: boolean;
}

function changedParts(said: (key: keyof Entry) => Said): Part[] {
  const parts: Part[] = [];
  const add = (word: string, [before, after]: Said, isDetail: boolean): void => {
    if (before !== after) parts.push({ words: `${word} ${before || NONE} → ${after || NONE}`, isDetail });
  };
  const [yearBefore, year] = said('year');
  const [monthBefore, month] = said('month');
  add('判定月', yearBefore === year ? [monthBefore, month] : [`${yearBefore}年度${monthBefore}`, `${year}年度${month}`], false);
  add('判定（自動）', said('automatic'), false);
  add('判定（手動）', said('manual'), true);
  add('実績', said('actual'), true);
  add('目標', said('target'), true);
  const [reasonBefore, reason] = said('manualReason');
  if (reasonBefore !== reason) parts.push({ words: '手動の理由', isDetail: false });
  const [sentenceBefore, sentence] = said('reason');
  if (parts.length === 0 && sentenceBefore !== sentence) parts.push({ words: '判定理由の文', isDetail: false });
  return parts;
}
