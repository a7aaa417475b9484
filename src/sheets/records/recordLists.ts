import { findCopies } from '../copies';
import { ANCHORS, foldName, type AnchorKey } from '../names';
import type { RecordSheetSpec, RecordTable } from '../recordTable';
import { findList, lostWords, type WorkbookState } from '../workbookState';
import { ACTIVITY_SHEET, type ActivityKey } from './activitySheet';
import { DRAFT_SHEET, type DraftKey } from './draftSheet';

export interface RecordLists {
  readonly records: RecordTable<ActivityKey> | null;
  readonly drafts: RecordTable<DraftKey> | null;
  /** Those of ours that lost a heading, in sentences. */
  readonly damaged: readonly string[];
}

/** 実施記録 and 進捗の下書き, wherever they stand. A sheet without our name that merely looks like one is the staff's own, and no fault. */
export function recordLists(state: Pick<WorkbookState, 'snapshot' | 'grids'>): RecordLists {
  const { snapshot, grids } = state;
  const damaged: string[] = [];
  const copies = findCopies(snapshot);
  const find = <K extends string>(key: AnchorKey, spec: RecordSheetSpec<K>): RecordTable<K> | null => {
    const isOurs = snapshot.names.some((name) => foldName(name.name) === foldName(ANCHORS[key].name));
    const { table, lost } = findList(key, spec, { snapshot, grids, copies });
    if (lost && isOurs) damaged.push(lostWords(lost));
    return table;
  };
  return { records: find('records', ACTIVITY_SHEET), drafts: find('drafts', DRAFT_SHEET), damaged };
}
