import type { Definitions } from '../../domain/definitions';
import { monthEndLabel, monthLabel } from '../../domain/fiscalYear';
import { sheetOfPrefix } from '../../plan/a1';
import type { NameSnapshot, WorkbookSnapshot } from '../../plan/snapshot';
import { tokenizeFormula } from '../../plan/formulaText';
import { freeSheetName, foldName, isOutputName, outputName, sheetNamePart } from '../names';
import { outputSheet } from '../outputs';
import { PlanBuilder } from '../planBuilder';
import { firstOf } from '../some';
import { staleKpis } from '../staleKpis';
import { stopIfDamaged, type Thought } from '../thought';
import { lastEvaluation } from '../view/month';
import { readState, type WorkbookState } from '../workbookState';
import { differences, errorsOf, freeze } from './frozenCopy';
import { spokenCells, submitParts, USUAL_PARTS, type SubmitPart } from './submitParts';

/** IDs of sheets to submit; 'usual': the summary, the plan and the KPIs. */
export type SubmitRequest = readonly string[] | 'usual';

const TAB = '#7F7F7F';

/**
 * 提出用コピー作成: copies of the sheets chosen, with the values of the month as judged and nothing that goes on living.
 *
 * The copies stand in this workbook. An add-in can open another workbook only from bytes it wrote itself (Excel.createWorkbook): the sheets' own formats, print
 * set-up and charts would have to be rebuilt as Open XML, in a file nobody can read back before it is sent. Excel's own copy keeps all of them, it is the
 * frozen copy of the month at the same time, and a clerk moves it into a new workbook with シートの移動またはコピー.
 *
 * Charts of a copied sheet read the copy's own cells, which are values then: Excel turns references to the sheet itself to the copy.
 */
export function thinkSubmission(state: WorkbookState, request: SubmitRequest): Thought {
  const stopped = stopIfDamaged(state);
  if (stopped) return stopped;
  const judged = judgedMonth(state);
  if (judged === null) return refused('KPIをまだ評価していません。先に「KPI評価」を実行してください。');
  const stale = staleKpis(state);
  if (stale.length > 0) return refused(`数値が更新されています（${firstOf(stale, FEW, '件')}）。KPI評価をやり直してください。`);
  const offered = submitParts(state);
  const wanted = request === 'usual' ? USUAL_PARTS : request;
  const missing = wanted.filter((id) => !offered.some((part) => part.id === id));
  if (missing.length > 0) return refused(`シート${missing.map((id) => `「${id}」`).join('')}がありません。先に作成してから、もう一度実行してください。`);
  const chosen = offered.filter((part) => wanted.includes(part.id));
  if (chosen.length === 0) return refused('提出するシートが選ばれていません。シートを選んでから、もう一度実行してください。');
  return copyAll(state, chosen, judged);
}
const FEW = 3;

const refused = (why: string): Thought => ({ plan: { actions: [] }, done: [], warnings: [`${why}提出用コピーは作成していません。何も変更していません。`] });

interface Judged {
  readonly year: number;
  readonly month: number;
}

function judgedMonth(state: WorkbookState): Judged | null {
  const last = lastEvaluation(state);
  return last === null || state.fiscalYear === null ? null : { year: state.fiscalYear, month: last.asOf };
}

/** The name of a month's copy of a sheet: 事業計画_提出_2024_03_KPI. */
const copyName = ({ year, month }: Judged, part: string): string => outputName('submit', `${year}_${monthLabel(month)}_${part}`);

/** Copies of the month judged: those of other months are not read, as they pile up. Where only the tables tell the year, which are not read yet, all. */
export function submittedSheets(index: WorkbookSnapshot, standard: Definitions): string[] {
  const judged = judgedMonth(readState(index, standard, null));
  const start = judged === null ? '' : foldName(copyName(judged, ''));
  return index.names.filter((name) => isOutputName(name.name, 'submit') && foldName(name.name).startsWith(start)).flatMap((name) => outputSheet(index, name.name) ?? []);
}

/** What is told of the copies: 「令和7年3月末現在」. */
export const judgedLabel = (state: WorkbookState): string | null => {
  const judged = judgedMonth(state);
  return judged && `${monthEndLabel(judged.year, judged.month)}現在`;
};

function copyAll(state: WorkbookState, parts: readonly SubmitPart[], judged: Judged): Thought {
  const builder = new PlanBuilder();
  const asOf = `${monthEndLabel(judged.year, judged.month)}現在`;
  const taken = [...state.snapshot.sheets];
  const [done, will, warnings]: [string[], string[], string[]] = [[], [], []];
  for (const part of parts) {
    const grid = state.grids.get(part.sheet);
    if (!grid) continue;
    const name = copyName(judged, part.id);
    const changes = { spoken: spokenCells(state, part, asOf), dropped: part.dropped };
    const standing = outputSheet(state.snapshot, name);
    const found = standing === null ? undefined : state.grids.get(standing);
    const changed = found ? differences(found, grid, changes) : null;
    if (changed === 0) {
      done.push(`シート「${standing ?? ''}」は最新です。`);
      continue;
    }
    warnings.push(...tellAbout(part, grid.sheet.charts ?? [], errorsOf(grid, part.dropped)));
    let copy = standing;
    if (copy !== null && changed !== null) {
      will.push(`シート「${copy}」を作り直します（前回と違うセル ${changed}個）。そこに書き足したものは残りません。`);
      done.push(`シート「${copy}」を作り直しました（${asOf}）。`);
      builder.add({ kind: 'deleteSheet', sheet: copy });
    } else {
      copy = freeSheetName(`提出_${sheetNamePart(part.sheet)}`.slice(0, LABEL) + `_${judged.year}年度${monthLabel(judged.month)}`, taken);
      taken.push({ ...grid.sheet, name: copy });
      done.push(`シート「${copy}」を作成しました（${asOf}の値と書式）。`);
    }
    builder.add({ kind: 'copySheet', sheet: part.sheet, to: copy, tabColor: TAB });
    freeze(builder, copy, grid, changes);
    builder.add(
      ...doubledNames(state.snapshot, part.sheet).map((each) => ({ kind: 'deleteName', name: each.name, sheet: copy }) as const),
      { kind: 'defineName', name, sheet: copy, area: { row: 0, column: 0, rows: 1, columns: 1 }, comment: `「${part.sheet}」の提出用コピー ${asOf}` },
    );
  }
  const plan = builder.build(state.snapshot.names);
  if (plan.actions.length > 0) {
    will.unshift(`${asOf}の値と書式で、提出用のコピーを作ります。元のシートは変わりません。`);
    done.push('新しいブックに分けるときは、シート見出しを右クリックして「移動またはコピー」を選び、移動先を「（新しいブック）」、「コピーを作成する」をオンにしてください。');
  }
  return { plan, done, will, warnings };
}
/** Leaves room for year, month and a number. */
const LABEL = 17;

/** Names that Excel gives the copy as its own: those that point into the sheet, and the sheet's own. */
function doubledNames(snapshot: WorkbookSnapshot, sheet: string): NameSnapshot[] {
  const own = snapshot.sheets.find((one) => one.name === sheet)?.ownNames ?? [];
  const known = new Set(own.map((name) => foldName(name.name)));
  return [...own, ...snapshot.names.filter((name) => !known.has(foldName(name.name)) && pointsInto(name.refersTo, sheet))];
}

function pointsInto(refersTo: string, sheet: string): boolean {
  return tokenizeFormula(refersTo).some(({ prefix }) => prefix !== undefined && foldName(sheetOfPrefix(prefix)) === foldName(sheet));
}

/** Charts of ours are named after their KPI and read the sheet they stand on. */
const OUR_CHART = /^KPI_/;

function tellAbout(part: SubmitPart, charts: readonly string[], errors: number): string[] {
  const others = charts.filter((chart) => !OUR_CHART.test(chart));
  return [
    ...(errors > 0 ? [`シート「${part.sheet}」のエラーのセル ${errors}個は、コピーでは空欄にします。元のシートを確認してください。`] : []),
    ...(others.length > 0 ? [`シート「${part.sheet}」の図（${others.join('、')}）がほかのシートの数値を使っているときは、コピーでも数値が変わることがあります。図として貼り付け直してください。`] : []),
  ];
}
