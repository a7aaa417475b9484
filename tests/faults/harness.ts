import type { Book } from '../../src/embedded/model/book';
import { KEPT_PREFIX, RESTORE_SHEET } from '../../src/sheets/restore/restoreRecord';
import { differences, samePrint, type WorkbookPrint } from '../support/workbookPrint';
import { actsFor, type Act } from './acts';
import { PASS, type Ending, type FaultBench } from './bench';
import { faultsAt, type Fault, type FaultKind } from './faults';
import { backFrom, startBook, type FaultJob } from './jobs';

/** full: success, and all is written. before: refused in words, and nothing has changed, but for what a person did meanwhile. violation: anything else. */
export const VERDICTS = ['full', 'before', 'violation'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A fault at a request of a job, and what came of it. */
export interface Case {
  readonly job: string;
  /** From 1. */
  readonly request: number;
  readonly requests: number;
  readonly fault: FaultKind;
  readonly name: string;
  readonly ending: Ending;
  readonly verdict: Verdict;
  /** Where the workbook differs from what it should be. */
  readonly why: readonly string[];
  /** Places of the add-in's own records that differ from before; they are no violation. */
  readonly records: readonly string[];
}

export interface Trial {
  readonly seed: number;
  /** Random places in the middle of a batch, a request. */
  readonly random: number;
  /** Whether a fault is to be tried. */
  readonly wanted: (fault: Fault) => boolean;
}

const RECORDS = ['評価ログ', '訂正一覧', '評価時の数値', '上書きの記録', '点検の記録'];
/** What it takes to bring the workbook back is the add-in's own. */
const isRestoreSheet = (sheet: string): boolean => sheet.startsWith(KEPT_PREFIX);
const isRecordSheet = (sheet: string): boolean => isRestoreSheet(sheet) || RECORDS.some((name) => sheet.startsWith(name));

/** A workbook printed with the records of ours and without them. */
interface Prints { readonly whole: WorkbookPrint; readonly apart: WorkbookPrint }
const printsOf = (bench: FaultBench): Prints => ({ whole: bench.print(isRestoreSheet), apart: bench.print(isRecordSheet) });
/** The same, where only few ask for the second. */
function lazyPrintsOf(bench: FaultBench): Prints {
  let apart: WorkbookPrint | null = null;
  return { whole: bench.print(isRestoreSheet), get apart() { return (apart ??= bench.print(isRecordSheet)); } };
}

/** What the job does where nothing goes wrong. */
interface CleanRun { readonly writes: readonly boolean[]; readonly before: Prints; readonly full: Prints }

/** Tries every fault at every request of a job, and gives each case as it comes. */
export async function* tryJob(bench: FaultBench, job: FaultJob, trial: Trial): AsyncGenerator<Case> {
  const start = await startBook(bench, job.from);
  const clean = await cleanRun(bench, job);
  const acts = actsFor(start, differences(clean.before.apart, clean.full.apart).map((line) => line.slice(0, line.indexOf(': '))));
  const expected = new Map<Act, ActOutcomes>();
  for (const [at, writes] of clean.writes.entries()) {
    for (const fault of faultsAt(writes, acts, trial.seed + at, trial.random)) {
      if (!trial.wanted(fault)) continue;
      const { act } = fault;
      const outcomes = act === null ? null : (expected.get(act) ?? await outcomesOf(bench, job, act));
      if (act && outcomes) expected.set(act, outcomes);
      bench.put(start);
      const ending = await bench.run(job.press, fault.meet(bench, at));
      const after = lazyPrintsOf(bench);
      const [verdict, why, records] = judge(ending, after, clean, outcomes, fault.kind);
      const left = verdict === 'before' ? leftAside(start, bench.book) : [];
      const again = verdict === 'before' && act === null ? await pressedAgain(bench, job, clean) : [];
      yield {
        job: job.name, request: at + 1, requests: clean.writes.length, fault: fault.kind, name: fault.name, ending, records,
        verdict: again.length + left.length > 0 ? 'violation' : verdict, why: [...why, ...left, ...again],
      };
    }
  }
}

async function cleanRun(bench: FaultBench, job: FaultJob): Promise<CleanRun> {
  bench.put(await startBook(bench, job.from));
  const before = printsOf(bench);
  const seen: WorkbookPrint[] = [];
  const everything = (): WorkbookPrint => bench.print(() => false);
  const ending = await bench.run(job.press, () => {
    seen.push(everything());
    return PASS;
  });
  if (ending.kind !== 'done') throw new Error(`${job.name} fails where nothing goes wrong: ${JSON.stringify(ending)}`);
  seen.push(everything());
  const writes = seen.slice(1).map((print, index) => !samePrint(print, seen[index] ?? new Map()));
  if (!writes.includes(true)) throw new Error(`${job.name} has nothing to write: ${JSON.stringify(ending)}`);
  return { writes, before, full: printsOf(bench) };
}

/** How a workbook may stand where a person did something meanwhile: that alone, or with the job before or behind it; null: the job refuses then. */
interface ActOutcomes { readonly alone: Prints; readonly done: readonly Prints[] }

async function outcomesOf(bench: FaultBench, job: FaultJob, act: Act): Promise<ActOutcomes> {
  const start = await startBook(bench, job.from);
  bench.put(start);
  await act.perform(bench);
  const alone = printsOf(bench);
  const first = await bench.run(job.press);
  const afterAct = printsOf(bench);
  bench.put(start);
  await bench.run(job.press);
  await act.perform(bench);
  const done = [...(first.kind === 'done' ? [afterAct] : []), printsOf(bench)];
  if (act.aimed) {
    bench.put(start);
    const aimed = act.aimed(bench);
    await bench.run(job.press);
    aimed();
    done.push(printsOf(bench));
  }
  return { alone, done };
}

/** A height that a row was given is not read, so that it is not given back to a row that came meanwhile. */
const HEIGHT = /!\d+:\d+$/;
const withoutHeights = (print: WorkbookPrint): WorkbookPrint => new Map([...print].filter(([place]) => !HEIGHT.test(place)));

function judge(ending: Ending, after: Prints, clean: CleanRun, act: ActOutcomes | null, kind: FaultKind): [Verdict, string[], string[]] {
  const seen = kind === 'inserted row' ? withoutHeights : (print: WorkbookPrint): WorkbookPrint => print;
  const equals = (one: Prints): boolean => samePrint(seen(one.whole), seen(after.whole)) || samePrint(seen(one.apart), seen(after.apart));
  switch (ending.kind) {
    case 'other':
      return ['violation', [`it threw ${ending.thrown}`], []];
    case 'done': {
      const full = act?.done ?? [clean.full];
      if (full.some(equals)) return ['full', [], []];
      return ['violation', ['it says it is done, but:', ...nearest(full, after)], []];
    }
    case 'refused': {
      const before = act?.alone ?? clean.before;
      if (equals(before)) return ['before', [], differences(before.whole, after.whole)];
      return ['violation', [`it says: ${ending.words} But:`, ...nearest([before], after)], []];
    }
  }
}

function nearest(wanted: readonly Prints[], after: Prints): string[] {
  const found = wanted.map((one) => differences(one.apart, after.apart)).sort((a, b) => a.length - b.length);
  return found[0] ?? [];
}

/** Sheets on which something was kept for a way back that led back already. */
function leftAside(start: Book, { sheets }: Book): string[] {
  const known = new Set([RESTORE_SHEET, ...start.sheets.map((sheet) => sheet.name)]);
  return sheets.flatMap(({ name }) => (isRestoreSheet(name) && !known.has(name) ? [`it leaves the sheet ${name}`] : []));
}

/** After a refusal the same job must do what it would have done. */
async function pressedAgain(bench: FaultBench, job: FaultJob, { full }: CleanRun): Promise<string[]> {
  const ending = await bench.run(job.press);
  if (ending.kind !== 'done') return [`pressed again it fails: ${JSON.stringify(ending)}`];
  const lines = differences(full.apart, bench.print(isRecordSheet));
  return lines.length === 0 ? [] : ['pressed again:', ...lines];
}

/** Where a workbook is another one after a job was done and taken back, in sentences. */
export async function notTakenBack(bench: FaultBench, job: FaultJob): Promise<string[]> {
  bench.put(await startBook(bench, job.from));
  const before = bench.print(isRecordSheet);
  const back = backFrom(job);
  bench.put(await startBook(bench, job));
  const ending = await bench.run(back.press);
  return ending.kind === 'done' ? differences(before, bench.print(isRecordSheet)) : [JSON.stringify(ending)];
}
