import { readFileSync } from 'node:fs';
import path from 'node:path';
import seedJson from '../../seeds/gunma-2024.json';
import standardJson from '../../seeds/standard.json';
import { parseDefinitions, parseSeedFigures } from '../../src/domain/seedSchema';
import { newWorkbook, openWorkbook } from '../../src/embedded/xlsx/open';
import { openWorkbook as openState } from '../../src/jobs/job';
import { prepareWriting } from '../../src/jobs/prepareWriting';
import { thinkerOf } from '../../src/jobs/thinkers';
import type { Task } from '../../src/jobs/task';
import { changedSince } from '../../src/plan/changes';
import { planPrint } from '../../src/plan/describe';
import { footprintOf } from '../../src/plan/footprint';
import { touchedAreas } from '../../src/plan/restorePoint';
import type { WorkbookSnapshot } from '../../src/plan/snapshot';
import type { WorkbookPlan } from '../../src/plan/workbookPlan';
import { entryForm, missingFigures } from '../../src/sheets/view/entryForm';
import { kpiCards } from '../../src/sheets/view/kpiCard';
import { tableHealth } from '../../src/sheets/view/tableHealth';
import { readState } from '../../src/sheets/workbookState';
import { BookGateway } from '../support/bookGateway';
import { median } from './say';

const MARCH = 11;
const TURNS = 15;
const AT = '2025/4/7 9:30';

/** Milliseconds of what the pane thinks without Excel, on the sample year: the first time, as the pane does it, and the median later. */
export interface Thinking {
  readonly name: string;
  readonly first: number;
  readonly later: number;
}

/** Times the heaviest thoughts of the pane in this process, heaviest first. @param site the folder of a built site, for its sample.xlsx */
export async function timeThinking(site: string): Promise<readonly Thinking[]> {
  const standard = given(parseDefinitions(standardJson));
  const seed = given(parseSeedFigures(seedJson, standard));
  const read = (book: ReturnType<typeof newWorkbook>['book']) =>
    openState({ gateway: new BookGateway(book, { recalculate: () => Promise.resolve() }), standard, now: () => AT }, 2024);
  const sample = () => read(openWorkbook(readFileSync(path.join(site, 'page/sample.xlsx')), 'sample.xlsx').book);
  const [full, empty] = [await sample(), await read(newWorkbook().book)];
  const thinker = async (task: Task) => (await thinkerOf(task, { year: 2024, standard, at: AT, today: new Date(2025, 3, 7), sample: () => Promise.resolve(seed) })).think;
  const [layout, recompute, evaluate, summary] = [await thinker({ kind: 'layout', sample: true }), await thinker({ kind: 'recompute', restore: [] }), await thinker({ kind: 'evaluate', asOf: MARCH }), await thinker({ kind: 'summary' })];
  const rollover = await thinker({ kind: 'rollover', to: 2025 });
  const laidOut: { plan?: WorkbookPlan } = {};
  const rolledOver = await readyToWrite(path.join(site, 'page/sample.xlsx'), rollover(full).plan, full.whole);
  const thoughts: readonly (readonly [string, () => unknown])[] = [
    ['what was read, as tables', () => readState(full.snapshot, standard, 2024)],
    ['KPI cards (home)', () => kpiCards(full, MARCH)],
    ['table health (点検)', () => tableHealth(full)],
    ['entry form (毎月入力)', () => entryForm(full, full.definitions.groups[0] ?? '', MARCH, MARCH)],
    ['missing figures (未入力一覧)', () => missingFigures(full, MARCH, MARCH)],
    ['layout of an empty workbook', () => Object.assign(laidOut, layout(empty))],
    ['print of that plan', () => laidOut.plan && planPrint(laidOut.plan, AT)],
    ['recompute', () => recompute(full)],
    ['evaluate', () => evaluate(full)],
    ['summary', () => summary(full)],
    ['rollover', () => rollover(full)],
    ['what goes with its writing', rolledOver],
  ];
  return thoughts.map(([name, think]) => {
    const turns = Array.from({ length: TURNS }, () => timed(think));
    return { name, first: turns[0] ?? 0, later: median(turns.slice(1)) };
  }).sort((a, b) => b.first - a.first);
}

/** What is thought between a plan and its writing: the comparison, the way back, and the steps that go with it. */
async function readyToWrite(file: string, plan: WorkbookPlan, seen: WorkbookSnapshot): Promise<() => unknown> {
  const footprint = footprintOf(plan, seen);
  const { book } = openWorkbook(readFileSync(file), 'sample.xlsx');
  const now = await new BookGateway(book, { recalculate: () => Promise.resolve() }).readIndex(footprint.deleted, touchedAreas(footprint));
  return () => [changedSince(footprint, seen, now), prepareWriting({ plan, job: 'rollover', at: AT, seen, wayBack: true }, now)];
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function given<T>(reading: { ok: true; data: T } | { ok: false; problems: readonly string[] }): T {
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.data;
}
