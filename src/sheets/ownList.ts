import { findCopies } from './copies';
import { ANCHORS, foldName, type AnchorKey } from './names';
import type { RecordHeadings, RecordTable } from './recordTable';
import { findList, lostWords, type WorkbookState } from './workbookState';

/** A list as found; `damage`: it is ours and lost a heading, a sentence. */
export interface OwnList<K extends string> {
  readonly table: RecordTable<K> | null;
  readonly damage: string | null;
}

/** A list of ours that is made only when needed, wherever it stands. A sheet without our name that merely looks like one is the staff's own, and no fault. */
export function ownList<K extends string>({ snapshot, grids }: Pick<WorkbookState, 'snapshot' | 'grids'>, key: AnchorKey, spec: RecordHeadings<K>): OwnList<K> {
  const isOurs = snapshot.names.some((name) => foldName(name.name) === foldName(ANCHORS[key].name));
  const { table, lost } = findList(key, spec, { snapshot, grids, copies: findCopies(snapshot) });
  return { table, damage: lost && isOurs ? lostWords(lost) : null };
}
