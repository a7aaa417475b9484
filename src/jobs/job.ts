import type { Definitions } from '../domain/definitions';
import { STANDARD_GROUPS } from '../domain/groups';
import { GatewayError, type WorkbookGateway } from '../plan/gateway';
import type { WorkbookSnapshot } from '../plan/snapshot';
import { RESTORE_LINES, withoutRestoreSheets } from '../sheets/restore/restoreRecord';
import { HISTORY_SHEETS, readState, sheetsToRead, USUAL_SHEETS, type WorkbookState } from '../sheets/workbookState';

/** Jobs that need nothing typed in a form. */
export const JOB_NAMES = ['layout', 'recompute', 'evaluate', 'summary', 'release', 'publish', 'submit', 'adopt'] as const;
export type JobName = (typeof JOB_NAMES)[number];

/** What every job is given. */
export interface JobContext {
  readonly gateway: WorkbookGateway;
  /** The definitions a workbook starts with; its own go before. */
  readonly standard: Definitions;
  /** The time as people read it, e.g. "2025/4/7 9:30". */
  readonly now: () => string;
  /** false: no record of how to take a writing back goes into the workbook, for the file itself is left as it was. */
  readonly wayBack?: boolean;
}

/** What a job did, in words a clerk reads. */
export interface JobReport {
  readonly job: JobName | 'import' | 'enter' | 'rank' | 'progress' | 'rollover' | 'restore' | 'forget' | 'accept' | 'unaccept' | 'fix';
  /** Whether anything was written. */
  readonly changed: boolean;
  /** Requests sent, reads and write. */
  readonly syncs: number;
  readonly summary: readonly string[];
  /** What was left alone and why. */
  readonly warnings: readonly string[];
  /** The number by which it can be taken back; null: it cannot. */
  readonly restore: number | null;
}

/**
 * Which sheets a job reads: those that may bear something of ours, the same with what was evaluated before, all, all that may
 * hold a table of months, with number formats; all and what it takes to take writings back; or ours and what else is named.
 */
export type Reads = 'ours' | 'history' | 'all' | 'restore' | 'tables' | ((index: WorkbookSnapshot) => readonly string[]);

/** Reads the workbook and thinks it through. `year`: for a workbook that names none. */
export async function openWorkbook(context: JobContext, year: number | null, reads: Reads = 'ours', atOnce = false): Promise<WorkbookState> {
  return readState(await readWorkbook(context, reads, atOnce), context.standard, year);
}

/**
 * Reads the workbook; nothing is thought yet. `atOnce`: what the first request read is read again with the rest, so that all figures are
 * of one moment; for what writes. Throws GatewayError.
 */
export async function readWorkbook({ gateway }: Pick<JobContext, 'gateway'>, reads: Reads = 'ours', atOnce = false): Promise<WorkbookSnapshot> {
  // Fetched when it is first wanted, as the jobs themselves are.
  if (reads === 'tables') return (await import('./readTables')).readForTables(gateway);
  const withHistory = reads === 'history';
  const all = await gateway.readIndex(withHistory ? [...USUAL_SHEETS, ...HISTORY_SHEETS] : USUAL_SHEETS, [RESTORE_LINES]);
  const index = withoutRestoreSheets(all);
  const ours = (): string[] => sheetsToRead(index, STANDARD_GROUPS, withHistory);
  const rest = reads === 'restore' ? all.sheets.map((sheet) => sheet.name) : reads === 'all' ? index.sheets.flatMap((sheet) => (sheet.used === undefined ? [sheet.name] : [])) : [...ours(), ...(typeof reads === 'function' ? reads(index) : [])];
  const again = atOnce && rest.length > 0 ? index.sheets.flatMap((sheet) => (sheet.used === undefined || rest.includes(sheet.name) ? [] : [sheet.name])) : [];
  const wanted = [...rest, ...again];
  try {
    return await gateway.readSheets(all, wanted);
  } catch (error) {
    if (!(error instanceof GatewayError) || error.fault !== 'tooLarge') throw error;
    return (await import('./readAreas')).readInParts(gateway, all, wanted);
  }
}
