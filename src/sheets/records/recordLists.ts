import { ownList } from '../ownList';
import type { RecordTable } from '../recordTable';
import type { WorkbookState } from '../workbookState';
import { ACTIVITY_SHEET, type ActivityKey } from './activitySheet';
import { DRAFT_SHEET, type DraftKey } from './draftSheet';

export interface RecordLists {
  readonly records: RecordTable<ActivityKey> | null;
  readonly drafts: RecordTable<DraftKey> | null;
  /** Those of ours that lost a heading, in sentences. */
  readonly damaged: readonly string[];
}

/** 実施記録 and 進捗の下書き, wherever they stand. */
export function recordLists(state: Pick<WorkbookState, 'snapshot' | 'grids'>): RecordLists {
  const records = ownList(state, 'records', ACTIVITY_SHEET);
  const drafts = ownList(state, 'drafts', DRAFT_SHEET);
  return { records: records.table, drafts: drafts.table, damaged: [records, drafts].flatMap((list) => list.damage ?? []) };
}
