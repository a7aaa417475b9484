import { footprintOf } from '../plan/footprint';
import { withLandmarks } from '../plan/landmarks';
import { keepLooks, restorePointOf, sizeOf, type RestorePoint } from '../plan/restorePoint';
import type { SheetSnapshot, WorkbookSnapshot } from '../plan/snapshot';
import { textCellsMade } from '../plan/textCells';
import type { PlanAction, WorkbookPlan } from '../plan/workbookPlan';
import { keepSheets } from '../sheets/restore/keepSheets';
import { placeSheets } from '../sheets/restore/placeSheets';
import { readRestoreRecord } from '../sheets/restore/restoreRecord';
import { looksName, nextId, openLine, reopenLines, type OpenedLine } from '../sheets/restore/restoreSheet';
import { restoreText } from '../sheets/restore/restoreText';
import { firstPlaces } from './places';

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

/** A plan with all that goes with it. */
export interface PreparedWriting {
  readonly whole: WorkbookPlan;
  /** Sheets that it deletes for good: nothing brings them back. */
  readonly forGood: readonly string[];
  /** Its line in the record; null: it has none. */
  readonly line: OpenedLine | null;
  /** What takes it back to the workbook that was compared. */
  readonly point: RestorePoint;
  /** The same to another state of the workbook, which must hold the touched areas with number formats. */
  readonly pointOver: (state: WorkbookSnapshot) => RestorePoint;
  /** The steps that put the record's line in again that gave way to this one. */
  readonly reopening: readonly PlanAction[];
  /** What is to be said beside the report: sentences. */
  readonly notes: readonly string[];
}

/** Makes a plan ready to be written over a workbook that was compared: `now` holds the touched areas with number formats, and the record's lines. */
export function prepareWriting(writing: Writing, now: WorkbookSnapshot): PreparedWriting {
  const { seen, wayBack, consumes } = writing;
  const record = readRestoreRecord(now);
  const recorded = wayBack && record.closed === null;
  const id = nextId(record, now.sheets);
  const kept = wayBack ? keepSheets(writing.plan, id, now.sheets) : writing.plan;
  const { plan, cells } = textCellsMade(placeSheets(kept, now.sheets), now);
  const looksOn = (sheet: string): string => looksName(id, sheet, takenNames(now, plan));
  const wayBackTo = (state: WorkbookSnapshot): ReturnType<typeof keepLooks> => {
    const bare = restorePointOf(footprintOf(plan, withContents(state, seen)), state);
    return recorded && !record.locked ? keepLooks(bare, looksOn) : { point: bare, steps: [] };
  };
  const { point, steps } = wayBackTo(now);
  const line = recorded ? openLine(record, now.sheets, { at: writing.at, job: writing.job, ...sizeOf(point), text: restoreText(withLandmarks(point, seen)) }, consumes ?? null) : null;
  const lostLooks = record.locked && line?.isKept === true && point.sheets.some((one) => one.kept.length > 0);
  return {
    // Where there is a line, the looks are kept already.
    whole: line ? { actions: [...steps, ...line.open, ...plan.actions, ...line.close] } : plan,
    forGood: plan.actions.flatMap((action) => (action.kind === 'deleteSheet' ? [action.sheet] : [])),
    line, point,
    pointOver: (state) => wayBackTo(state).point,
    reopening: line ? reopenLines(seen, record.lines.filter((one) => one.id === consumes)) : [],
    notes: [
      ...(record.closed !== null && wayBack ? [record.closed] : []),
      ...(line?.isKept === false ? ['変更が多いため、この操作は「直前の状態に戻す」では戻せません。'] : []),
      ...(cells.length > 0 ? [`書式が「文字列」のセルでは数値や計算式が文字になるため、書式を変えました（${firstPlaces(cells)}）。`] : []),
      ...(lostLooks ? ['ブックの構成が保護されているため、「直前の状態に戻す」では、変わった書式の一部が元に戻りません。'] : []),
    ],
  };
}

/** Names that no other sheet may take, those of the plan included. */
const takenNames = (now: WorkbookSnapshot, plan: WorkbookPlan): { readonly name: string }[] =>
  [...now.sheets, ...plan.actions.flatMap((action) => (action.kind === 'renameSheet' ? [{ name: action.to }] : []))];

/** Copies are followed by what was read of their sheets, which the comparison did not read whole. */
function withContents(now: WorkbookSnapshot, seen: WorkbookSnapshot): WorkbookSnapshot {
  return { ...now, sheets: now.sheets.map((sheet) => ({ ...sheet, ...usedOf(seen.sheets.find((one) => one.name === sheet.name)) })) };
}

const usedOf = (sheet: SheetSnapshot | undefined): Pick<SheetSnapshot, 'used'> => (sheet?.used === undefined ? {} : { used: sheet.used });
