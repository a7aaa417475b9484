import fc from 'fast-check';
import { contentsOf, differences } from './contents';
import { applyEdit, EDIT_KINDS, type Edit, type EditKind } from './hand/edits';
import type { Order, Wish } from './tasks';
import { orderOf, TASK_KINDS } from './tasks';
import type { TaskKind } from '../../src/jobs/task';
import { GatewayError } from '../../src/plan/gateway';
import { Watch } from './watch';
import { leftBehind } from './writing';
import { START_WEIGHTS, type SoakWorkbook, type Start } from './workbook';

/** What people do to the workbook, and the job that is pressed then. */
export interface Round {
  readonly edits: readonly Edit[];
  readonly wish: Wish;
}
export interface Sequence {
  readonly start: Start;
  readonly rounds: readonly Round[];
}

/** What a run of sequences came to. */
export interface Counts {
  sequences: number;
  readonly steps: Map<string, number>;
  wrote: number;
  nothing: number;
  refused: number;
  figures: number;
}
export const noCounts = (): Counts => ({ sequences: 0, steps: new Map(), wrote: 0, nothing: 0, refused: 0, figures: 0 });

const number = fc.nat(9_999);
const content = fc.constantFrom<(string | number)[]>(0, 1, 57, 123_456, -16, 0.5, 0.943, 45_292, '', '未定', '3.46', '１２３', '△16', '－', '57件');
/** What people do all day is more frequent than what they do to a workbook once. */
const DAILY: readonly EditKind[] = ['retype', 'typeText', 'typeOverFormula', 'sortRows', 'cutPaste', 'moveRows', 'typeOnList'];
const hand = fc.constantFrom(...EDIT_KINDS, ...DAILY, ...DAILY);
const edit: fc.Arbitrary<Edit> = fc.record({ kind: hand, sheet: number, at: number, more: number, content });
/** What ends or turns a year is rarer than what is pressed every month. */
const RARE: readonly TaskKind[] = ['release', 'rollover', 'adopt', 'layout', 'forget', 'unaccept'];
const kind = fc.oneof({ weight: 1, arbitrary: fc.constant<Wish['kind']>('restore') }, { weight: 5, arbitrary: fc.constantFrom(...TASK_KINDS.filter((one) => !RARE.includes(one))) }, { weight: 1, arbitrary: fc.constantFrom(...TASK_KINDS.filter((one) => RARE.includes(one))) });
const round: fc.Arbitrary<Round> = fc.record({ edits: fc.array(edit, { maxLength: 3, size: 'max' }), wish: fc.record({ kind, at: number, more: number }) });
const start = fc.oneof(...Object.entries(START_WEIGHTS).map(([one, weight]) => ({ weight, arbitrary: fc.constant(one as Start) })));

/** Three or four jobs, each after up to three edits. */
export const sequences: fc.Arbitrary<Sequence> = fc.record({ start, rounds: fc.array(round, { minLength: 3, maxLength: 4, size: 'max' }) });

/** Runs a sequence. Gives what was done, step by step. @throws Error with the first fault, and with all that was done */
export async function play(workbook: SoakWorkbook, { start: from, rounds }: Sequence, counts: Counts): Promise<string[]> {
  await workbook.begin(from);
  const told = [`a workbook ${from}`];
  counts.sequences++;
  for (const { edits, wish } of rounds) {
    for (const one of edits) {
      const words = applyEdit(workbook.book, one);
      if (words === null) continue;
      count(counts, `hand ${one.kind}`);
      told.push(words);
      workbook.changed();
    }
    count(counts, `job ${wish.kind}`);
    const faults = await playJob(workbook, wish, counts, told);
    if (faults.length > 0) throw new Error(`${faults.slice(0, FEW).join('\n')}${faults.length > FEW ? `\n… ${faults.length} faults` : ''}\nafter:\n${told.map((line) => `  ${line}`).join('\n')}`);
  }
  return told;
}
const FEW = 8;

const count = ({ steps }: Counts, kind: string): void => void steps.set(kind, (steps.get(kind) ?? 0) + 1);

async function ordered(workbook: SoakWorkbook, wish: Wish): Promise<Order | null> {
  try {
    return await orderOf(workbook.context, workbook.book, workbook.made, wish);
  } catch (error) {
    if (error instanceof GatewayError) return null;
    throw error;
  }
}

/** Orders a job, runs it, and runs it again. Gives the faults. */
async function playJob(workbook: SoakWorkbook, wish: Wish, counts: Counts, told: string[]): Promise<string[]> {
  const { book } = workbook;
  await workbook.workOut();
  const watch = new Watch(book);
  counts.figures += watch.figures;
  try {
    const order = await ordered(workbook, wish);
    if (order === null) return [];
    const { task, asked, undone } = order;
    told.push(`job ${JSON.stringify(task, (_, value: unknown) => (value instanceof Set ? [...value] as unknown[] : typeof value === 'string' && value.length > 60 ? `${value.slice(0, 60)}…` : value))}`);
    const looked = differences(watch.before, contentsOf(book));
    if (looked.length > 0) return [`looking at the workbook changed it: ${looked.slice(0, 3).join('; ')}`];
    const done = await workbook.press(task);
    await workbook.workOut();
    const after = contentsOf(book);
    const changes = differences(watch.before, after);
    if (done.kind === 'refused') {
      counts.refused++;
      told.push(`  refused: ${done.fault}`);
      return changes.map((change) => `changed, though refused (${done.fault}): ${change}`);
    }
    const { report } = done;
    if (report.changed) counts.wrote++;
    else counts.nothing++;
    told.push(`  ${report.changed ? `wrote: ${report.summary.join(' ')}` : `wrote nothing: ${report.warnings[0] ?? report.summary[0] ?? ''}`}`.slice(0, 300));
    if (!report.changed && changes.length > 0) return changes.map((change) => `changed, though it says otherwise: ${change}`);
    const faults = [...watch.faults(after, task, { asked, undone }), ...(undone && report.changed ? leftBehind(undone, watch.before, after) : [])];
    return faults.length > 0 ? faults : await again(workbook, task);
  } catch (error) {
    return [`not caught: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}

/** A job run again at once changes nothing. */
async function again(workbook: SoakWorkbook, task: Order['task']): Promise<string[]> {
  const before = contentsOf(workbook.book);
  const done = await workbook.press(task);
  await workbook.workOut();
  const changes = differences(before, contentsOf(workbook.book));
  if (done.kind === 'refused') return [`refused the second time: ${done.fault}`];
  if (changes.length > 0) return changes.map((change) => `changed the second time: ${change}`);
  return done.report.changed ? [`wrote the second time: ${done.report.summary.join(' ')}`] : [];
}
