import { changedSince } from '../plan/changes';
import { footprintOf } from '../plan/footprint';
import { GatewayError, type WorkbookGateway } from '../plan/gateway';
import { withLandmarks } from '../plan/landmarks';
import { keepLooks, restorePointOf, sizeOf, touchedAreas, type RestorePoint } from '../plan/restorePoint';
import type { SheetSnapshot, WorkbookSnapshot } from '../plan/snapshot';
import { splitPlan } from '../plan/split';
import { plainCells } from '../plan/textCells';
import { areasToRead, conflictPlace, undoPlan, type Conflict } from '../plan/undo';
import type { PlanAction, WorkbookPlan } from '../plan/workbookPlan';
import { keepSheets } from '../sheets/restore/keepSheets';
import { placeSheets } from '../sheets/restore/placeSheets';
import { readRestoreRecord, RESTORE_LINES, RESTORE_SHEET, type RestoreRecord } from '../sheets/restore/restoreRecord';
import { clearLine, looksName, nextId, openLine } from '../sheets/restore/restoreSheet';
import { restoreText } from '../sheets/restore/restoreText';
import { firstOf } from '../sheets/some';
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
 * takes to take the plan back goes into the workbook with it, and where the writing fails the workbook is brought back. Two requests;
 * more where a plan must be split or brought back. Throws GatewayError, which says how the workbook stands.
 */
export async function writeSafely(gateway: WorkbookGateway, writing: Writing): Promise<Written> {
  if (writing.plan.actions.length === 0) return { restore: null, notes: [] };
  checkPlan(writing.plan, writing.seen);
  const footprint = footprintOf(writing.plan, writing.seen);
  // The record's own lines are read in any case; sheets that leave are compared whole.
  const wanted = [RESTORE_LINES, ...touchedAreas(footprint).filter((one) => one.sheet !== RESTORE_SHEET)].filter((one) => !footprint.deleted.includes(one.sheet));
  const now = await readAreas(gateway, footprint.deleted, wanted);
  checkPlan(writing.plan, now);
  const changed = changedSince(footprint, writing.seen, now);
  if (changed.length > 0) throw new GatewayError('changed', placesOf(changed));
  const record = readRestoreRecord(now);
  const id = nextId(record, now.sheets);
  const kept = writing.wayBack ? keepSheets(writing.plan, id, now.sheets) : writing.plan;
  const { plan, cells: plain } = plainCells(placeSheets(kept, now.sheets), now);
  const bare = withLandmarks(restorePointOf(footprintOf(plan, withContents(now, writing.seen)), now), writing.seen);
  const { point, steps } = record.closed === null && !record.locked && writing.wayBack ? keepLooks(bare, (sheet) => looksName(id, sheet, takenNames(now, plan))) : { point: bare, steps: [] };
  const line = record.closed !== null || !writing.wayBack ? null : openLine(record, now.sheets, { at: writing.at, job: writing.job, ...sizeOf(point), text: restoreText(point) }, writing.consumes ?? null);
  // Where there is a line, the looks are kept already.
  const whole = line ? { actions: [...steps, ...line.open, ...plan.actions, ...line.close] } : plan;
  try {
    for (const part of splitPlan(whole)) await gateway.apply(part);
  } catch (error) {
    const forGood = writing.wayBack ? [] : footprint.deleted;
    await recover(gateway, { point, id: line?.id ?? null, forGood, isAll: forGood.length === whole.actions.length }, error);
  }
  const lostLooks = record.locked && line?.isKept === true && point.sheets.some((one) => one.kept.length > 0);
  const notes = [
    ...(record.closed !== null && writing.wayBack ? [record.closed] : []),
    ...(line?.isKept === false ? ['変更が多いため、この操作は「直前の状態に戻す」では戻せません。'] : []),
    ...(plain.length > 0 ? [`書式が「文字列」のセルでは数値や計算式が文字になるため、書式を「標準」に変えました（${firstOf(plain, FEW, 'か所')}）。`] : []),
    ...(lostLooks ? ['ブックの構成が保護されているため、「直前の状態に戻す」では、変わった書式の一部が元に戻りません。'] : []),
  ];
  return { restore: line?.isKept ? line.id : null, notes };
}

/** Names that no other sheet may take, those of the plan included. */
const takenNames = (now: WorkbookSnapshot, plan: WorkbookPlan): { readonly name: string }[] =>
  [...now.sheets, ...plan.actions.flatMap((action) => (action.kind === 'renameSheet' ? [{ name: action.to }] : []))];

/** Copies are followed by what was read of their sheets, which the comparison did not read whole. */
function withContents(now: WorkbookSnapshot, seen: WorkbookSnapshot): WorkbookSnapshot {
  return { ...now, sheets: now.sheets.map((sheet) => ({ ...sheet, ...usedOf(seen.sheets.find((one) => one.name === sheet.name)) })) };
}

const usedOf = (sheet: SheetSnapshot | undefined): Pick<SheetSnapshot, 'used'> => (sheet?.used === undefined ? {} : { used: sheet.used });

const ATTEMPTS = 4;
const PAUSE_MS = 250;

/** A writing that has begun. */
interface Begun {
  readonly point: RestorePoint;
  /** Of its line in the record; null: it has none. */
  readonly id: number | null;
  /** Sheets that it deletes for good: no point brings them back. `isAll`: it does nothing else. */
  readonly forGood: readonly string[];
  readonly isAll: boolean;
}

/** After a failed writing: nothing to do where it was written after all, else the workbook is brought back. Throws GatewayError unless all was written. */
async function recover(gateway: WorkbookGateway, { point, id, forGood, isAll }: Begun, error: unknown): Promise<void> {
  const cause = error instanceof GatewayError ? error : new GatewayError('unknown', String(error), { cause: error });
  for (let attempt = 1; ; attempt++) {
    try {
      const { now, record } = await readNow(gateway, point);
      const line = record.lines.find((one) => one.id === id);
      if (line?.state === 'done') return;
      const lost = forGood.filter((sheet) => !now.sheets.some((one) => one.name === sheet));
      if (isAll && lost.length === forGood.length) return;
      const { plan, settled } = undoPlan(point, now, false);
      const clearing = [...(line ? [clearLine(line)] : []), ...looksAside(point, now)];
      // Contents are as they were; looks that were set before it stopped do not tell.
      const unseen = line ? plan.actions : [];
      if (settled) {
        for (const part of splitPlan({ actions: [...unseen, ...clearing] })) await gateway.apply(part);
        throw cause.after(lost.length === 0 ? 'untouched' : 'unsure', '');
      }
      for (const part of splitPlan({ actions: [...plan.actions, ...clearing] })) await gateway.apply(part);
      const after = undoPlan(point, (await readNow(gateway, point)).now, false);
      throw cause.after(after.settled && lost.length === 0 ? 'broughtBack' : 'unsure', placesOf(after.conflicts));
    } catch (failure) {
      if (failure instanceof GatewayError && failure.outcome !== null) throw failure;
      if (attempt === ATTEMPTS) throw cause.after('unsure', '');
      await new Promise((resolve) => { setTimeout(resolve, PAUSE_MS * attempt); });
    }
  }
}

/** Takes the sheets out on which looks were kept: once those are back, they are of no more use. */
const looksAside = ({ looksOn }: RestorePoint, { sheets }: WorkbookSnapshot): PlanAction[] =>
  looksOn.flatMap(({ on }) => (sheets.some((one) => one.name === on) ? [{ kind: 'deleteSheet', sheet: on }] : []));

/** The workbook as far as a restore point touches it: two requests. */
async function readNow(gateway: WorkbookGateway, point: RestorePoint): Promise<{ readonly now: WorkbookSnapshot; readonly record: RestoreRecord }> {
  const index = await gateway.readIndex([], [RESTORE_LINES]);
  const { areas, sheets } = areasToRead(point, index);
  return { now: await readAreas(gateway, sheets, areas), record: readRestoreRecord(index) };
}

const FEW = 5;
/** The first places of several, in words. */
const placesOf = (conflicts: readonly Conflict[]): string => firstOf(conflicts.map(conflictPlace), FEW, 'か所');
