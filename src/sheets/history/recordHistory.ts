import { ANCHORS } from '../names';
import type { PlanBuilder } from '../planBuilder';
import { lastEvaluation } from '../view/month';
import type { WorkbookState } from '../workbookState';
import { CORRECTION_SHEET, type CorrectionKey } from './correctionSheet';
import { figureChanges } from './corrections';
import { findHistory, type History } from './findHistory';
import { formatFigures, growList, keepAnchor, type Grown, type NewLine } from './growList';
import { JUDGED_SHEET, type JudgedKey } from './judgedSheet';
import { carriedLine, logChange, type JudgedKpi } from './logLines';
import { LOG_SHEET, type LogKey } from './logSheet';
import { latestFirst, nextNumber } from './numbered';

/** The evaluation whose history is kept. `at` as shown to people; months count 0 = 4月 … 11 = 3月. */
export interface JudgedAt {
  readonly kpis: readonly JudgedKpi[];
  readonly year: number;
  readonly asOf: number;
  readonly at: string;
}

interface Told {
  readonly done: readonly string[];
  readonly warnings: readonly string[];
}

/** Writes down what an evaluation found different from the last one, and which figures were corrected since. Needs the history read. */
export function recordHistory(builder: PlanBuilder, state: WorkbookState, judged: JudgedAt): Told {
  const history = findHistory(state);
  const log = recordLog(builder, state, history.log, judged);
  const figures = recordFigures(builder, state, history, judged);
  return { done: [...log.done, ...figures.done], warnings: [...log.warnings, ...figures.warnings] };
}

function recordLog(builder: PlanBuilder, state: WorkbookState, { table, closed }: History['log'], { kpis, year, asOf, at }: JudgedAt): Told {
  const known = latestFirst(table?.lines ?? []);
  const lastOf = (id: string) => known.find((line) => line.text('kpiId') === id) ?? null;
  const changes = kpis.flatMap((kpi) => logChange(state, kpi, lastOf(kpi.judgement.kpi.id), year, asOf) ?? []);
  if (changes.length > 0 && closed !== null) return { done: [], warnings: [`${closed}今回の評価は「${ANCHORS.log.sheet}」に記録していません。評価は行いました。`] };
  if (changes.length === 0) {
    if (table) keepAnchor(builder, 'log', table, state.snapshot);
    return { done: [], warnings: [] };
  }
  const first = nextNumber(known);
  const lines = changes.map(({ line }, index): NewLine<LogKey> => ({ ...line, contents: { ...line.contents, number: first + index, at } }));
  const carried = kpis.flatMap(({ judgement }) => { const line = lastOf(judgement.kpi.id); return line ? [carriedLine(line, judgement)] : []; });
  const grown = growList(builder, 'log', LOG_SHEET, table, state.snapshot, lines, carried);
  if (table === null) return { done: [`シート「${grown.sheet}」を追加し、${changes.length}件のKPIの評価を記録しました。${lastEvaluation(state) === null ? '' : '前回までの記録がないため、前回との比較は次の評価からです。'}`], warnings: [] };
  return { done: [...changeWords(changes.flatMap((change) => change.markWords ?? [])), `前回から変わった${changes.length}件のKPIを、シート「${grown.sheet}」に記録しました。${keptWords(grown)}`], warnings: [] };
}

const MANY = 5;
const changeWords = (words: readonly string[]): string[] => [...words.slice(0, MANY), ...(words.length > MANY ? [`ほか${words.length - MANY}件のKPIの判定が変わりました。`] : [])];
const keptWords = ({ kept }: Grown): string => (kept === null ? '' : `これまでの記録は、シート「${kept}」にそのまま残しています。`);

/** The record and the list of corrections go together: what is not told must not be taken for known. */
function recordFigures(builder: PlanBuilder, state: WorkbookState, { judged: { table, closed }, corrections: list }: History, { kpis, year, asOf, at }: JudgedAt): Told {
  const changes = figureChanges(state, kpis.map(({ judgement }) => judgement.kpi), table, year, asOf);
  const why = (changes.updates.length + changes.added.length > 0 ? closed : null) ?? (changes.corrections.length > 0 ? list.closed : null);
  if (why !== null) return { done: [], warnings: [`${why}評価したあとに変わった数値は記録していません。評価は行いました。`] };
  for (const { line, key, content } of changes.updates) {
    const column = table?.columns.get(key);
    if (table && column !== undefined) builder.put(table.sheet, line.row, column, content);
  }
  addJudged(builder, state, table, changes.added, year);
  if (changes.corrections.length === 0) {
    if (list.table) keepAnchor(builder, 'corrections', list.table, state.snapshot);
    return { done: [], warnings: [] };
  }
  const first = nextNumber(list.table?.lines ?? []);
  const lines = changes.corrections.map((line, index): NewLine<CorrectionKey> => ({ ...line, contents: { ...line.contents, number: first + index, at } }));
  const grown = growList(builder, 'corrections', CORRECTION_SHEET, list.table, state.snapshot, lines);
  const more = lines.length > 1 ? ' など' : '';
  return { done: [`評価したあとに変わった数値が${lines.length}個ありました（${changes.firstWords}${more}）。シート「${grown.sheet}」に記録しました。${keptWords(grown)}`], warnings: [] };
}

/** New series take the lines of years that nothing is compared with any more, so that the record stays as short as it is. */
function addJudged(builder: PlanBuilder, state: WorkbookState, table: History['judged']['table'], added: readonly NewLine<JudgedKey>[], year: number): void {
  const outdated = (table?.lines ?? []).filter((line) => Number(line.value('year')) < year - YEARS_COMPARED);
  outdated.slice(0, added.length).forEach((line, index) => {
    const next = added[index];
    if (!table || !next) return;
    for (const [key, column] of table.columns) builder.put(table.sheet, line.row, column, next.contents[key] ?? '');
    formatFigures(builder, table, line.row, [next]);
  });
  const rest = added.slice(outdated.length);
  if (rest.length === 0) {
    if (table) keepAnchor(builder, 'judged', table, state.snapshot);
    return;
  }
  const grown = growList(builder, 'judged', JUDGED_SHEET, table, state.snapshot, rest);
  if (grown.isNew) builder.add({ kind: 'hideSheet', sheet: grown.sheet });
}
const YEARS_COMPARED = 2;
