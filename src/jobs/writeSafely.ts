import { changedSince } from '../plan/changes';
import { footprintOf } from '../plan/footprint';
import { withFormulaFormats } from '../plan/formulaFormats';
import { GatewayError, type WorkbookGateway } from '../plan/gateway';
import { withLandmarks } from '../plan/landmarks';
import { keepLooks, restorePointOf, sizeOf, touchedAreas } from '../plan/restorePoint';
import type { SheetArea } from '../plan/sheetReference';
import type { SheetSnapshot, WorkbookSnapshot } from '../plan/snapshot';
import { splitPlan } from '../plan/split';
import type { Conflict } from '../plan/undo';
import type { WorkbookPlan } from '../plan/workbookPlan';
import { keepSheets } from '../sheets/restore/keepSheets';
import { placeSheets } from '../sheets/restore/placeSheets';
import { readRestoreRecord, RESTORE_LINES, RESTORE_SHEET } from '../sheets/restore/restoreRecord';
import { looksName, nextId, openLine, reopenLines } from '../sheets/restore/restoreSheet';
import { restoreText } from '../sheets/restore/restoreText';
import { placesOf, recover, takeBack } from './bringBack';
import { checkPlan } from './checkPlan';
import { readAreas } from './readAreas';

/** What is written, for whom, and over what it was thought out. */
export interface Writing {
  readonly plan: WorkbookPlan;
  /** The job's kind, for the list of what can be taken back. */
  readonly job: string;
  /** As shown to people. */
  readonly at: string;
  /** As the plan saw the workbook. */
  readonly seen: WorkbookSnapshot;
  /** Whether what takes the plan back goes into the workbook too; without it sheets are deleted for good. */
  readonly wayBack: boolean;
  /** The number of the record that gives way to this one's. */
  readonly consumes?: number | undefined;
}

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
  const record = readRestoreRecord(now);
  const id = nextId(record, now.sheets);
  const kept = writing.wayBack ? keepSheets(writing.plan, id, now.sheets) : writing.plan;
  const plan = withFormulaFormats(placeSheets(kept, now.sheets), now);
  const recorded = record.closed === null && writing.wayBack;
  const looksOn = (sheet: string): string => looksName(id, sheet, takenNames(now, plan));
  /** What takes the plan back, and the steps that keep looks for it, over a state of the workbook. */
  const wayBackTo = (state: WorkbookSnapshot): ReturnType<typeof keepLooks> => {
    const bare = withLandmarks(restorePointOf(footprintOf(plan, withContents(state, writing.seen)), state), writing.seen);
    return recorded && !record.locked ? keepLooks(bare, looksOn) : { point: bare, steps: [] };
  };
  const { point, steps } = wayBackTo(now);
  const line = recorded ? openLine(record, now.sheets, { at: writing.at, job: writing.job, ...sizeOf(point), text: restoreText(point) }, writing.consumes ?? null) : null;
  const whole = line ? { actions: [...line.open, ...steps, ...plan.actions, ...line.close] } : plan;
  // What is deleted for good does not come back, so that nothing else of such a plan may either.
  const looksAgain = fitsOneAnswer && !plan.actions.some((action) => action.kind === 'deleteSheet');
  const begun = { gateway, point, id: line?.id ?? null };
  let overtaking: Overtaking | null = null;
  try {
    overtaking = await send(gateway, splitPlan(whole), looksAgain ? { sheets: footprint.deleted, areas: touched, changes: (then) => changedSince(footprint, now, then) } : null);
  } catch (error) {
    await recover(begun, error);
  }
  if (overtaking) {
    const reopening = line ? reopenLines(writing.seen, record.lines.filter((one) => one.id === writing.consumes)) : [];
    await takeBack({ ...begun, point: wayBackTo(overtaking.then).point }, new GatewayError('changed', placesOf(overtaking.changes)), reopening);
  }
  const lostLooks = record.locked && line?.isKept === true && point.sheets.some((one) => one.kept.length > 0);
  const notes = [
    ...(record.closed !== null && writing.wayBack ? [record.closed] : []),
    ...(line?.isKept === false ? ['変更が多いため、この操作は「直前の状態に戻す」では戻せません。'] : []),
    ...(lostLooks ? ['ブックの構成が保護されているため、「直前の状態に戻す」では、変わった書式の一部が元に戻りません。'] : []),
  ];
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

/** Names that no other sheet may take, those of the plan included. */
const takenNames = (now: WorkbookSnapshot, plan: WorkbookPlan): { readonly name: string }[] =>
  [...now.sheets, ...plan.actions.flatMap((action) => (action.kind === 'renameSheet' ? [{ name: action.to }] : []))];

/** Copies are followed by what was read of their sheets, which the comparison did not read whole. */
function withContents(now: WorkbookSnapshot, seen: WorkbookSnapshot): WorkbookSnapshot {
  return { ...now, sheets: now.sheets.map((sheet) => ({ ...sheet, ...usedOf(seen.sheets.find((one) => one.name === sheet.name)) })) };
}

const usedOf = (sheet: SheetSnapshot | undefined): Pick<SheetSnapshot, 'used'> => (sheet?.used === undefined ? {} : { used: sheet.used });
