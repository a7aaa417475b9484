import { GatewayError, type WorkbookGateway } from '../plan/gateway';
import type { RestorePoint } from '../plan/restorePoint';
import type { WorkbookSnapshot } from '../plan/snapshot';
import { splitPlan } from '../plan/split';
import { areasToRead, undoPlan } from '../plan/undo';
import type { PlanAction } from '../plan/workbookPlan';
import { readRestoreRecord, RESTORE_LINES, type RestoreRecord } from '../sheets/restore/restoreRecord';
import { clearLine } from '../sheets/restore/restoreSheet';
import { placesOf } from './places';
import { readAreas } from './readAreas';

/** A writing that may have to go again. */
export interface Begun {
  readonly gateway: WorkbookGateway;
  readonly point: RestorePoint;
  /** The number of its line in the record; null: it has none. */
  readonly id: number | null;
  /** Sheets that it deletes for good: no point brings them back. `nothingElse`: it does no more than that. */
  readonly forGood: readonly string[];
  readonly nothingElse: boolean;
}

/** After a failed writing: nothing to do where it was written after all, else the workbook is brought back. Throws GatewayError unless all was written. */
export async function recover(begun: Begun, error: unknown): Promise<void> {
  const cause = error instanceof GatewayError ? error : new GatewayError('unknown', String(error), { cause: error });
  const failure = await bringBack(begun, cause, { evenIfDone: false, also: [] });
  if (failure) throw failure;
}

/** Takes back what was written, to its end or not. `also`: steps that go with it. Throws GatewayError. */
export async function takeBack(begun: Begun, cause: GatewayError, also: readonly PlanAction[]): Promise<void> {
  throw (await bringBack(begun, cause, { evenIfDone: true, also })) ?? cause;
}

const ATTEMPTS = 4;
const PAUSE_MS = 250;

/** Brings the workbook back in a few attempts; gives the failure with what became of it. null: all was written, and stays. */
async function bringBack(begun: Begun, cause: GatewayError, how: { readonly evenIfDone: boolean; readonly also: readonly PlanAction[] }): Promise<GatewayError | null> {
  const { gateway, point, id, forGood, nothingElse } = begun;
  for (let attempt = 1; ; attempt++) {
    try {
      const { now, record } = await readNow(gateway, point);
      const line = record.lines.find((one) => one.id === id);
      if (line?.state === 'done' && !how.evenIfDone) return null;
      const lost = forGood.filter((sheet) => !now.sheets.some((one) => one.name === sheet));
      if (nothingElse && lost.length === forGood.length) return null;
      const { plan, settled } = undoPlan(point, now, false);
      const clearing = [...(line ? [clearLine(line)] : []), ...looksAside(point, now), ...how.also];
      // Contents may be as they were while looks that were set before it stopped are not: those do not tell.
      const steps = settled && !line ? clearing : [...plan.actions, ...clearing];
      for (const part of splitPlan({ actions: steps })) await gateway.apply(part);
      if (settled) return cause.after(lost.length === 0 ? 'untouched' : 'unsure', '');
      const after = undoPlan(point, (await readNow(gateway, point)).now, false);
      return cause.after(after.settled && lost.length === 0 ? 'broughtBack' : 'unsure', placesOf(after.conflicts));
    } catch {
      if (attempt === ATTEMPTS) return cause.after('unsure', '');
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
