import { countPlan, planPrint } from '../plan/describe';
import type { CellContent } from '../plan/snapshot';
import { withReport } from '../sheets/reportNote';
import type { Thought } from '../sheets/thought';
import type { WorkbookState } from '../sheets/workbookState';
import { checkPlan } from './checkPlan';
import { openWorkbook, type JobContext, type JobReport } from './job';
import { reportOf, warningsOf } from './runJob';
import type { Proposal } from './proposal';
import type { Phase, Task } from './task';
import { thinkerOf, type ThinkerInput } from './thinkers';
import { writeSafely } from './writeSafely';

export type RunOutcome = { readonly kind: 'done'; readonly report: JobReport } | { readonly kind: 'changed'; readonly proposal: Proposal };

export interface TaskContext extends JobContext, Pick<ThinkerInput, 'year' | 'sample'> {
  readonly today: () => Date;
}

/** Thinks a task through and tells it in words; writes nothing. Throws GatewayError, also where the plan could not be written. */
export async function propose(context: TaskContext, task: Task): Promise<Proposal> {
  const { state, thought, at } = await think(context, task, () => undefined);
  checkPlan(thought.plan, state.whole);
  return proposalOf(thought, state, at);
}

/**
 * Runs a task on the workbook as it is now: at most four requests. `agreed`: what a person said yes to; where something else would be written
 * now, nothing is, and the new proposal comes back. `onPhase` may ask for a moment to show where things stand. Throws GatewayError.
 */
export async function perform(context: TaskContext, task: Task, agreed: Proposal | null, onPhase: (phase: Phase) => Promise<void> | void): Promise<RunOutcome> {
  const before = context.gateway.requests;
  const { state, thought, at } = await think(context, task, onPhase);
  checkPlan(thought.plan, state.whole);
  if (agreed !== null && agreed.print !== printOf(thought, at)) return { kind: 'changed', proposal: proposalOf(thought, state, at) };
  await onPhase('writing');
  const written = await writeSafely(context.gateway, { plan: thought.plan, job: task.kind, at, seen: state.whole, wayBack: thought.forGood !== true, consumes: thought.consumes });
  return { kind: 'done', report: reportOf(task.kind, thought, state, context.gateway.requests - before, written) };
}

/**
 * Runs a task whose report nobody sees in a pane: the report is written into the sheet KPI in the same request. false: the
 * workbook has no cell for it, and nothing was done. Throws GatewayError.
 */
export async function performUnseen(context: TaskContext, task: Task): Promise<boolean> {
  const { state, thought, at } = await think(context, task, () => undefined);
  const noted = withReport(thought, state);
  if (noted === null) return false;
  await writeSafely(context.gateway, { plan: noted.plan, job: task.kind, at, seen: state.whole, wayBack: true });
  return true;
}

async function think(context: TaskContext, task: Task, onPhase: (phase: Phase) => Promise<void> | void): Promise<{ readonly state: WorkbookState; readonly thought: Thought; readonly at: string }> {
  const at = context.now();
  await onPhase('reading');
  const thinker = await thinkerOf(task, { ...context, at, today: context.today() });
  const state = await openWorkbook(context, thinker.year, thinker.reads, true);
  await onPhase('thinking');
  return { state, thought: thinker.think(state), at };
}

/** A figure that gives way is named in the words: over another one it is another question. */
const printOf = ({ plan, will = [] }: Thought, at: string): string => planPrint(plan, at, will);

function proposalOf(thought: Thought, state: WorkbookState, at: string): Proposal {
  const { sheets, renamed, newNames, renewedNames, removedNames, removedSheets, remade, cells, replaced } = countPlan(thought.plan, (sheet, row, column) => typedIn(state, sheet, row, column));
  const added = [sheets.length > 0 ? `${sheets.length}枚のシート` : '', newNames > 0 ? `${newNames}個の名前` : ''].filter((part) => part !== '');
  const words = [
    ...(thought.will ?? []),
    ...(added.length > 0 ? [`${added.join('、')}を追加します${sheets.length > 0 ? `（シート: ${sheets.join('、')}）` : ''}。`] : []),
    ...renamed.map(({ from, to }) => (isEmptySheet(state, from) ? `空のシート「${from}」を「${to}」として使います。` : `シート「${from}」の名前を「${to}」に変えます。`)),
    ...(renewedNames > 0 ? [`${renewedNames}個の名前を、正しい場所に付け直します。`] : []),
    ...(removedNames > 0 ? [`${removedNames}個の名前を外します。`] : []),
    ...(removedSheets.length > 0 ? [`シート${removedSheets.map((sheet) => `「${sheet}」`).join('')}を削除します。`] : []),
    ...(cells > 0 ? [`今あるシートの${cells}個のセルに書き込みます。`] : []),
    removedSheets.length + remade.length > 0 ? 'ほかのシートの値と計算式は変わりません。' : replaced === 0 ? '入力値は変わりません。' : `入力されている値のうち、${replaced}個が置き換わります。`,
  ];
  const empty = thought.plan.actions.length === 0;
  const parts = empty ? [] : (thought.parts ?? []).filter((part) => part.lines.length > 0);
  const told = new Set(parts.flatMap((part) => part.lines));
  return { words: empty ? thought.done : words, ...(parts.length > 0 ? { parts } : {}), warnings: warningsOf(thought, state).filter((line) => !told.has(line)), empty, print: printOf(thought, at) };
}

const isEmptySheet = (state: WorkbookState, sheet: string): boolean => state.snapshot.sheets.find((one) => one.name === sheet)?.used === null;

/** A figure or text typed in a cell; null for a formula or an empty cell. */
function typedIn(state: WorkbookState, sheet: string, row: number, column: number): CellContent | null {
  const grid = state.grids.get(sheet);
  if (!grid || grid.isEmpty(row, column) || grid.formula(row, column) !== null) return null;
  return grid.value(row, column);
}
