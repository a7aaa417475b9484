import { lastEndedMonth } from '../../domain/due';
import { fiscalYearLabel, serialOfDate } from '../../domain/fiscalYear';
import { updateCell } from '../cellUpdate';
import { placedName, shown, standing } from '../import/compare';
import type { PlacedFigure } from '../import/figures';
import type { DerivedId } from '../overwrittenSheet';
import { PlanBuilder } from '../planBuilder';
import { PLAN_SHEET } from '../planSheet';
import { some } from '../some';
import { stopIfDamaged, type Thought } from '../thought';
import type { WorkbookState } from '../workbookState';
import { extendActivitySheet, layoutActivitySheet, yearCell } from './activitySheet';
import { draftChanges, isOnRequest, isUsual, orphanedDrafts, type DraftChange } from './draftChanges';
import { recordDrafts, writtenDrafts } from './draftSheet';
import { readRecords, type RecordReading } from './readRecords';
import { recordFigures, type RecordFigures } from './recordFigures';
import { recordLists, type RecordLists } from './recordLists';

/** What a person decided over the drafts and figures of 実施記録. usual: what is written unasked, empty cells and drafts of last time. */
export interface ProgressChoice {
  /** IDs of the plan's rows whose 進捗状況 is written. */
  readonly rows: 'usual' | readonly string[];
  /** Figures that are written, those that take another one's place among them. */
  readonly figures: 'usual' | readonly DerivedId[];
}

export interface ProgressInput {
  readonly today: Date;
  /** The time as shown to people. */
  readonly at: string;
}

/** What 実施記録 says, and what would become of it. */
export interface ProgressReading extends RecordFigures {
  readonly lists: RecordLists & { readonly records: NonNullable<RecordLists['records']> };
  readonly reading: RecordReading;
  readonly drafts: readonly DraftChange[];
  /** Rows whose draft still stands although their records are gone, by ID. */
  readonly orphaned: readonly string[];
}

export interface ProgressThought extends Thought {
  /** null: nothing was read, because there is no sheet yet or it cannot be read. */
  readonly progress: ProgressReading | null;
}

/** Why nothing can be thought out, in sentences. */
type Refusal = { readonly refused: readonly string[] };

/** Reads the records; null: there is no sheet of records yet. */
export function readProgress(state: WorkbookState, today: Date): ProgressReading | Refusal | null {
  const lists = recordLists(state);
  const { records } = lists;
  const { planRows } = state.lists;
  if (lists.damaged.length > 0) return { refused: [...lists.damaged, NOTHING_DONE] };
  if (!planRows) return { refused: [`シート「${PLAN_SHEET.title}」がありません。「表を配置」を実行してから、もう一度お試しください。`] };
  if (state.fiscalYear === null) return { refused: ['ブックの年度が分からないため、日付を読み取れません。「表を配置」を実行してから、もう一度お試しください。'] };
  if (!records) return null;
  const year = state.fiscalYear;
  const day = serialOfDate(today.getFullYear(), today.getMonth() + 1, today.getDate());
  const reading = readRecords(records, state.definitions.planRows.map((row) => row.id), year, day);
  const figures = recordFigures(state, records, reading.done, year, Math.min(11, lastEndedMonth(today, year)));
  const written = writtenDrafts(lists.drafts);
  const drafts = draftChanges(planRows, reading.done, written);
  const told = drafts === null ? [`シート「${planRows.table.sheet}」に「進捗状況」の列がないため、下書きを書き込んでいません。`] : [];
  return { lists: { ...lists, records }, reading, ...figures, told: [...told, ...figures.told], drafts: drafts ?? [], orphaned: orphanedDrafts(planRows, reading.done, written) };
}

const NOTHING_DONE = '読み取れないため、処理を中止しました。何も変更していません。直してから、もう一度実行してください。';

/**
 * 実施記録: the first time lays the sheet out. From then on writes the drafts of 進捗状況, the counts of tenders and the days of meetings:
 * unasked only into empty cells and over drafts of its own, over anything else only what was chosen.
 */
export function thinkProgress(state: WorkbookState, choice: ProgressChoice, input: ProgressInput): ProgressThought {
  const stopped = stopIfDamaged(state);
  if (stopped) return { ...stopped, progress: null };
  const progress = readProgress(state, input.today);
  if (progress === null) return { ...layOut(state), progress };
  if ('refused' in progress) return { plan: { actions: [] }, done: [], warnings: progress.refused, progress: null };
  const drafts = progress.drafts.filter((one) => (choice.rows === 'usual' ? isUsual(one) : choice.rows.includes(one.rowId) && (isUsual(one) || isOnRequest(one))));
  const figures = progress.figures.filter((one) => (choice.figures === 'usual' ? one.kind === 'fill' : choice.figures.includes(one.id) && (one.kind === 'fill' || one.kind === 'differs')));
  const builder = new PlanBuilder();
  keepSheet(builder, state, progress);
  for (const { cell, after } of drafts) {
    builder.put(cell.sheet, cell.row, cell.column, after);
    builder.add({ kind: 'fitRows', sheet: cell.sheet, row: cell.row, rows: 1 });
  }
  if (drafts.length > 0) recordDrafts(builder, progress.lists.drafts, state.snapshot.sheets, drafts.map(({ rowId, label, draft }) => ({ rowId, label, text: draft })), input.at);
  for (const { cell, value } of figures) if (cell) builder.put(cell.sheet, cell.row, cell.column, value);
  return {
    plan: builder.build(state.snapshot.names),
    will: actWords(drafts, figures, 'ます'),
    done: isBlank(progress) ? [`シート「${progress.lists.records.sheet}」には、まだ記録がありません。`] : actWords(drafts, figures, 'ました'),
    warnings: progressTold(progress, drafts, figures),
    progress,
  };
}

const isBlank = ({ reading: { done, planned, problems } }: ProgressReading): boolean => done.length + planned + problems.length === 0;

function layOut(state: WorkbookState): Thought {
  const { planRows } = state.lists;
  if (!planRows || state.fiscalYear === null) return { plan: { actions: [] }, done: [], warnings: [] };
  const builder = new PlanBuilder();
  const sheet = layoutActivitySheet(builder, state.snapshot.sheets, planRows.table, planRowCount(state), state.fiscalYear);
  const words = (verb: string): string => `シート「${sheet}」を作り${verb}。会議、広報、研修、訪問、調達を、日付ごとに1行ずつ記録してください（${fiscalYearLabel(state.fiscalYear ?? 0)}）。`;
  return { plan: builder.build(state.snapshot.names), will: [words('ます')], done: [words('ました')], warnings: [] };
}

/** Rows of the plan that can be picked: those there are, and those prepared below. */
function planRowCount({ lists: { planRows } }: WorkbookState): number {
  const last = Math.max(0, ...(planRows?.content.lines.map((line) => line.row - planRows.table.headerRow) ?? []));
  return last + PLAN_SHEET.spareRows;
}

/** The sheet's own cells: the year it checks by, and lines to go on typing in. */
function keepSheet(builder: PlanBuilder, state: WorkbookState, { lists: { records }, reading }: ProgressReading): void {
  const year = yearCell(records);
  if (year && state.fiscalYear !== null) updateCell(builder, records.grid, year.row, year.column, state.fiscalYear);
  if (state.lists.planRows) extendActivitySheet(builder, records, reading.lastRow, state.lists.planRows.table, planRowCount(state));
}

type Verb = 'ます' | 'ました';

function actWords(drafts: readonly DraftChange[], figures: readonly PlacedFigure[], verb: Verb): string[] {
  const of = (...fates: readonly DraftChange['fate'][]): DraftChange[] => drafts.filter((one) => fates.includes(one.fate));
  const rows = (some: readonly DraftChange[], words: string): string[] => (some.length > 0 ? [`${words}${verb}（${listed(some.map((one) => one.rowId))}）。`] : []);
  const [fresh, renewed, below, within] = [of('new'), of('renew'), of('below'), of('within')];
  const filled = figures.filter((one) => one.kind === 'fill');
  const corrected = figures.filter((one) => one.kind === 'differs');
  return [
    ...rows(fresh, `進捗状況が空欄の${fresh.length}行に、下書きを書き込み`),
    ...rows(renewed, `前に書き込んだ下書き ${renewed.length}行を、いまの記録に合わせて書き直し`),
    ...rows(below, `入力済みの進捗状況 ${below.length}行の下に、下書きを書き足し`),
    ...rows(within, `入力済みの進捗状況 ${within.length}行のうち、前の下書きの部分だけを書き直し`),
    ...(filled.length > 0 ? [`記録から数えた件数と実施日 ${filled.length}個を、空欄に書き込み${verb}（${listed([...new Set(filled.map((one) => one.row.table.name))])}）。`] : []),
    ...corrected.map((one) => `訂正: ${placedName(one)} ${standing(one)} → ${shown(one, one.value)}`),
  ];
}

const FEW = 5;
const listed = (words: readonly string[]): string => `${words.slice(0, FEW).join('、')}${words.length > FEW ? ' など' : ''}`;

/** What is left alone and why. */
export function progressTold(progress: ProgressReading, drafts: readonly DraftChange[], figures: readonly PlacedFigure[]): string[] {
  const { reading, drafts: all, figures: found, told, orphaned } = progress;
  const left = all.filter((one) => !drafts.includes(one));
  const names = (some: readonly DraftChange[]): string => listed(some.map((one) => one.rowId));
  const [own, formulas, long] = [left.filter(isOnRequest), left.filter((one) => one.fate === 'formula'), left.filter((one) => one.fate === 'tooLong')];
  return [
    ...some(reading.problems.map((problem) => `シート「${problem.sheet}」 ${problem.cell}: ${problem.message}。${problem.effect}`)),
    ...(own.length > 0 ? [`進捗状況が入力済みの${own.length}行（${names(own)}）は、変更していません。`] : []),
    ...(formulas.length > 0 ? [`進捗状況に計算式のある${formulas.length}行（${names(formulas)}）は、変更していません。`] : []),
    ...(long.length > 0 ? [`文字数がセルの上限を超える${long.length}行（${names(long)}）は、下書きを書き込んでいません。`] : []),
    ...(orphaned.length > 0 ? [`記録がなくなった${orphaned.length}行（${listed(orphaned)}）の下書きは、進捗状況に残しています。要らないときは消してください。`] : []),
    ...(reading.planned > 0 ? [`今日より後の記録 ${reading.planned}件は予定とみて、下書きにも件数にも入れていません。`] : []),
    ...told,
    ...some(found.filter((one) => one.kind === 'differs' && !figures.includes(one)).map((one) => `${placedName(one)}は、記録では ${shown(one, one.value)}、表では ${standing(one)}です。変更していません。`)),
    ...some(keptFigures(found)),
  ];
}

/** Figures that have no cell to go to, a sentence a table and reason. */
function keptFigures(figures: readonly PlacedFigure[]): string[] {
  const reasons = figures.flatMap((one) => {
    const reason = one.kind === 'new' ? 'ブックに配置されていない表' : one.kind === 'derived' ? '計算式の欄' : one.kind === 'kept' ? one.reason : null;
    return reason === null ? [] : [`「${one.row.table.name}」の${one.row.definition.label}は、${reason}のため書き込みません。`];
  });
  return [...new Set(reasons)];
}
