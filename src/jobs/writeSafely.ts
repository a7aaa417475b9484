import { changedSince } from '../plan/changes';
import { footprintOf } from '../plan/footprint';
import { GatewayError, type WorkbookGateway } from '../plan/gateway';
import { touchedAreas } from '../plan/restorePoint';
import type { SheetArea } from '../plan/sheetReference';
import type { WorkbookSnapshot } from '../plan/snapshot';
import { splitPlan } from '../plan/split';
import type { Conflict } from '../plan/undo';
import type { WorkbookPlan } from '../plan/workbookPlan';
import { RESTORE_LINES, RESTORE_SHEET } from '../sheets/restore/restoreRecord';
import { recover, takeBack } from './bringBack';
import { checkPlan } from './checkPlan';
import { placesOf } from './places';
import { prepareWriting, type Writing } from './prepareWriting';
import { readAreas } from './readAreas';

export interface Written {
  /** The number by which it can be taken back; null: it cannot. */
  readonly restore: number | null;
  /** What is to be said beside the report: sentences. */
  readonly notes: readonly string[];
}

/**
 * Writes a plan so that either all of it is written or nothing: what is about to be replaced is compared with what was read, what it
 * takes to take the plan back goes into the workbook with it, and where the writing fails the workbook is brought back. What is
 * replaced is read once more with the writing itself: an edit of the moment in between comes back, and what was written goes. Two
 * requests; more where a plan must be split or brought back. Throws GatewayError, which says how the workbook stands.
 */
export async function writeSafely(gateway: WorkbookGateway, writing: Writing): Promise<Written> {
  if (writing.plan.actions.length === 0) return { restore: null, notes: [] };
  checkPlan(writing.plan, writing.seen);
  const footprint = footprintOf(writing.plan, writing.seen);
  // The record's own lines are read in any case; sheets that leave are compared whole, rows from their beginning, where their labels stand.
  const touched = touchedAreas(footprint).filter((one) => one.sheet !== RESTORE_SHEET && !footprint.deleted.includes(one.sheet)).map(fromFirstColumn);
  const before = gateway.requests;
  const now = await readAreas(gateway, footprint.deleted, footprint.deleted.includes(RESTORE_SHEET) ? touched : [RESTORE_LINES, ...touched]);
  const fitsOneAnswer = gateway.requests === before + 1;
  checkPlan(writing.plan, now);
  const changed = changedSince(footprint, writing.seen, now);
  if (changed.length > 0) throw new GatewayError('changed', placesOf(changed));
  const { whole, forGood, line, point, pointOver, reopening, notes } = prepareWriting(writing, now);
  const begun = { gateway, point, id: line?.id ?? null, forGood, nothingElse: forGood.length === whole.actions.length };
  // What is deleted for good does not come back, so that nothing else of such a plan may either.
  const changes = (then: WorkbookSnapshot): Conflict[] => changedSince(footprint, now, then);
  const looking = fitsOneAnswer && forGood.length === 0 ? { sheets: footprint.deleted, areas: touched, changes } : null;
  let overtaking: Overtaking | null = null;
  try {
    overtaking = await send(gateway, splitPlan(whole), looking);
  } catch (error) {
    await recover(begun, error);
  }
  if (overtaking) await takeBack({ ...begun, point: pointOver(overtaking.then) }, new GatewayError('changed', placesOf(overtaking.changes)), reopening);
  return { restore: line?.isKept ? line.id : null, notes };
}

/** What somebody changed after the comparison, and the workbook as the writing found it. */
interface Overtaking {
  readonly then: WorkbookSnapshot;
  readonly changes: readonly Conflict[];
}

/** What is read again with a writing's first request, and what of it is not as it was. */
interface Looking {
  readonly sheets: readonly string[];
  readonly areas: readonly SheetArea[];
  readonly changes: (then: WorkbookSnapshot) => readonly Conflict[];
}

/** Sends the parts of a plan one by one; where the workbook turns out to be another one than was compared, no more of them. */
async function send(gateway: WorkbookGateway, [first, ...others]: readonly WorkbookPlan[], looking: Looking | null): Promise<Overtaking | null> {
  if (first && looking) {
    const then = await gateway.applyAfterReading(first, looking.sheets, looking.areas);
    const changes = looking.changes(then);
    if (changes.length > 0) return { then, changes };
  } else if (first) await gateway.apply(first);
  for (const part of others) await gateway.apply(part);
  return null;
}

const fromFirstColumn = ({ sheet, area }: SheetArea): SheetArea => ({ sheet, area: { ...area, column: 0, columns: area.column + area.columns } });
