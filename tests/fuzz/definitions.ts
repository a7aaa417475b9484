import fc from 'fast-check';
import { keyColumn, type Cell } from '../../src/embedded/model/book';
import { GatewayError, type GatewayFault } from '../../src/plan/gateway';
import { contentsOf, differences, placeOf, sameCell, type Contents, type SheetContents } from '../soak/contents';
import { said } from '../soak/hand/cells';
import type { Order, Wish } from '../soak/tasks';
import { ANCHORS } from '../../src/sheets/names';
import type { Replaced } from '../soak/owned';
import { Watch } from '../soak/watch';
import { SMALL_FIGURES } from '../support/smallBranch';
import type { Branch } from './branch';
import { lookAtAll, pressed, presses } from './pressed';
import { isSaid, saidBy } from './said';
import { slip, slips, type Slip } from './slips';

/** Slips in the lists, and the job that is pressed then. */
export interface Day {
  readonly slips: readonly Slip[];
  readonly press: Wish;
}
export const days: fc.Arbitrary<Day> = fc.record({ slips, press: presses });

export interface DayCounts { days: number; wrote: number; nothing: number; refused: number; figures: number; problems: number; readonly jobs: Map<string, number> }
export const noDayCounts = (): DayCounts => ({ days: 0, wrote: 0, nothing: 0, refused: 0, figures: 0, problems: 0, jobs: new Map() });

/** What a person can do something about; any other failure is a fault of ours. */
const PEOPLES: readonly GatewayFault[] = ['readOnly', 'sheetProtected', 'structureProtected', 'cellEditing', 'busy', 'tooLarge'];

/** Makes the slips, looks at the workbook in every way, and presses a job. @throws Error with what went wrong, and all that was done */
export async function playDay(branch: Branch, { slips: made, press }: Day, counts: DayCounts): Promise<void> {
  await branch.begin();
  counts.days++;
  const told = made.flatMap((one) => slip(branch.book, one, press.kind) ?? []);
  branch.workbook.changed();
  await branch.workbook.workOut();
  const faults = await faultsOf(branch, press, counts, told);
  if (faults.length > 0) throw new Error(`${faults.slice(0, FEW).join('\n')}\nafter:\n${told.map((line) => `  ${line}`).join('\n')}`);
}
const FEW = 8;

async function faultsOf(branch: Branch, press: Wish, counts: DayCounts, told: string[]): Promise<string[]> {
  const { book, workbook } = branch;
  const watch = new Watch(book);
  counts.figures += watch.figures;
  try {
    const look = await branch.look();
    const shown = await lookAtAll(look, press);
    const order = await pressed(branch, press);
    const looked = [...differences(watch.before, contentsOf(book)).map((change) => `looking at the workbook changed it: ${change}`), ...shown.flatMap(nonsenseOf)];
    if (order === null || looked.length > 0) return looked;
    const { task } = order;
    counts.jobs.set(task.kind, (counts.jobs.get(task.kind) ?? 0) + 1);
    told.push(`job ${JSON.stringify(task, (_, one: unknown) => (one instanceof Set ? [...one] as unknown[] : one)).slice(0, 300)}`);
    const done = await workbook.press(task);
    await workbook.workOut();
    const after = contentsOf(book);
    const changes = differences(watch.before, after);
    if (done.kind === 'refused') {
      counts.refused++;
      const isOurs = !PEOPLES.some((fault) => done.fault.startsWith(fault));
      return [...(isOurs ? [`failed: ${done.fault}`] : []), ...changes.map((change) => `changed, though refused: ${change}`)];
    }
    const { report } = done;
    told.push(`  ${report.changed ? 'wrote' : 'wrote nothing'}: ${[...report.summary, ...report.warnings].join(' ')}`.slice(0, 400));
    if (report.changed) counts.wrote++;
    else counts.nothing++;
    counts.problems += report.warnings.length;
    if (!report.changed && changes.length > 0) return changes.map((change) => `changed, though it says otherwise: ${change}`);
    return [...watch.faults(after, task, order, (replaced) => isMeant(branch, order, replaced, after)), ...invented(watch.before, after, order, branch), ...nonsenseOf([...report.summary, ...report.warnings].join(' '))];
  } catch (error) {
    if (error instanceof GatewayError && PEOPLES.includes(error.fault)) return [];
    return [`not caught: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}

/** Words of the machine in a sentence for a person. */
const nonsenseOf = (sentence: string): string[] => [...sentence.matchAll(/.{0,60}(?:\bundefined\b|\[object |\bfunction \w*\().{0,40}/g)].map(([words]) => `says nonsense: ${words}`);

/**
 * A way back gives what stood before; a figure that gave way to its formula may be kept in a record that lost the headings of its sheet or
 * cell: then its content must be there.
 */
function isMeant(branch: Branch, { task, asked }: Order, { sheet, key, before, after: now }: Replaced, after: Contents): boolean {
  if (task.kind === 'restore') return wasSo(branch, sheet.id, key, now);
  if ((task.kind !== 'recompute' && task.kind !== 'fix') || !asked.get(sheet.id)?.has(key)) return false;
  return [...after.sheets.values()].some(({ name, cells }) => name.startsWith(ANCHORS.overwritten.sheet) && [...cells.values()].some((cell) => sameCell(cell, before.formula === undefined ? before : { value: `=${before.formula}` })));
}

/** Whether a cell is as it was before one of the writings that can be taken back. */
const wasSo = ({ earlier }: Pick<Branch, 'earlier'>, sheet: string, key: number, now: Cell | undefined): boolean => earlier.some((was) => sameCell(was.sheets.get(sheet)?.cells.get(key), now));

/** Figures on sheets of monthly tables that nobody typed and no one asked for. */
export function invented(before: Contents, after: Contents, order: Pick<Order, 'task' | 'asked'>, branch: Pick<Branch, 'earlier'>): string[] {
  return [...after.sheets.values()].filter((sheet) => isMonthly(after, sheet)).flatMap((sheet) => [...sheet.cells].flatMap(([key, cell]) => {
    const was = before.sheets.get(sheet.id)?.cells.get(key);
    if (cell.formula !== undefined || typeof cell.value !== 'number' || keyColumn(key) === 0 || (was !== undefined && sameCell(was, cell))) return [];
    const known = order.asked.get(sheet.id)?.has(key) === true || mayWrite(order, cell.value) || (order.task.kind === 'restore' && wasSo(branch, sheet.id, key, cell));
    return known ? [] : [`invented: ${placeOf(sheet.name, key)} ${said(was)} → ${said(cell)}`];
  }));
}

const isMonthly = ({ names }: Contents, { name }: SheetContents): boolean => names.some((one) => one.includes('"月次_') && one.includes(`"${name}!`));
const SAMPLE = new Set(SMALL_FIGURES.series.flatMap((one) => [...one.months, one.total]));

/** Whether a figure comes from what the job was given. */
function mayWrite({ task }: Pick<Order, 'task'>, figure: number): boolean {
  switch (task.kind) {
    case 'layout': return task.sample && SAMPLE.has(figure);
    case 'import': return isSaid(figure, saidBy(task.text, 2024), null);
    case 'enter': return task.figures.some(({ text }) => isSaid(figure, saidBy(text, 2024), null));
    // Counts of records, and their dates.
    case 'progress': return true;
    default: return false;
  }
}
