import type { DraftPreview, FigurePreview } from '../../jobs/workbookLook';

/** What a person decided over the drafts and figures of 実施記録. */
export interface RecordWork {
  readonly open: boolean;
  /** By `draftTick` and `figureTick`: written or not; what was left alone is not in it. */
  readonly ticked: ReadonlyMap<string, boolean>;
}

export const NO_WORK: RecordWork = { open: false, ticked: new Map() };

/** A decision holds for the texts it was made over: over others it is another question. */
export const draftTick = ({ rowId, before, after }: DraftPreview): string => JSON.stringify([rowId, before, after]);
export const figureTick = ({ id, before, after }: FigurePreview): string => JSON.stringify([id, before, after]);
