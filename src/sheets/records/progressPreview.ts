import { cellArea } from '../../plan/a1';
import { placedName, shown, standing } from '../import/compare';
import type { DerivedId } from '../overwrittenSheet';
import { cellPlace, linePlace, type Place } from '../view/place';
import type { WorkbookState } from '../workbookState';
import { isOnRequest, isUsual } from './draftChanges';
import { progressTold, readProgress } from './progressPlan';

/** A draft as a person decides over it. */
export interface DraftPreview {
  readonly rowId: string;
  readonly name: string;
  readonly place: Place;
  /** usual: written unless it is unticked. asked: a person's text stands there. same: nothing to write. */
  readonly kind: 'usual' | 'asked' | 'same';
  readonly before: string;
  readonly after: string;
}

/** A figure counted from the records that is not in its table yet. */
export interface FigurePreview {
  readonly id: DerivedId;
  /** The table, the row, the year and the month. */
  readonly name: string;
  readonly place: Place | null;
  readonly kind: 'usual' | 'asked';
  /** What stands there; "" for an empty cell. */
  readonly before: string;
  readonly after: string;
}

/** What 実施記録 says, and what would become of it. Sentences name their cells. */
export interface ProgressPreview {
  /** The list's headings; null: the workbook has no such sheet, or it cannot be read. */
  readonly place: Place | null;
  /** Why nothing can be done; then all else is empty. */
  readonly refused: readonly string[];
  /** Records of what was done, and of what is planned. */
  readonly records: number;
  readonly planned: number;
  readonly drafts: readonly DraftPreview[];
  readonly figures: readonly FigurePreview[];
  readonly bids: { readonly open: number; readonly single: number } | null;
  readonly told: readonly string[];
}

const NOTHING: ProgressPreview = { place: null, refused: [], records: 0, planned: 0, drafts: [], figures: [], bids: null, told: [] };

/** 実施記録 as it stands now; nothing is written. */
export function progressPreview(state: WorkbookState, today: Date): ProgressPreview {
  if (state.damaged.length > 0) return { ...NOTHING, refused: state.damaged };
  const progress = readProgress(state, today);
  if (progress === null) return NOTHING;
  if ('refused' in progress) return { ...NOTHING, refused: progress.refused };
  const { lists: { records }, reading, drafts, figures, bids } = progress;
  const open = figures.filter((one) => one.kind === 'fill' || one.kind === 'differs');
  return {
    place: linePlace(records, records.headerRow), refused: [], records: reading.done.length, planned: reading.planned, bids,
    drafts: drafts.filter((one) => isUsual(one) || isOnRequest(one) || one.fate === 'same').map((one) => ({
      rowId: one.rowId, name: one.name, place: cellPlace(one.cell), kind: isUsual(one) ? 'usual' : isOnRequest(one) ? 'asked' : 'same', before: one.before, after: one.after,
    })),
    figures: open.map((one) => ({
      id: one.id, name: placedName(one), place: one.cell && { sheet: one.cell.sheet, area: cellArea(one.cell) }, kind: one.kind === 'fill' ? 'usual' : 'asked',
      before: one.kind === 'fill' ? '' : standing(one), after: shown(one, one.value),
    })),
    // What can be ticked is in view itself.
    told: progressTold(progress, drafts.filter(isOnRequest), figures.filter((one) => one.kind === 'differs')),
  };
}
