import { cellA1 } from '../../plan/a1';
import { findCopies } from '../copies';
import type { WorkbookSnapshot } from '../../plan/snapshot';
import { ANCHORS, foldName, HISTORY_KEYS, type HistoryKey } from '../names';
import type { RecordSheetSpec, RecordTable } from '../recordTable';
import { findList, historySheets, type WorkbookState } from '../workbookState';
import { CORRECTION_SHEET, type CorrectionKey } from './correctionSheet';
import { JUDGED_SHEET, type JudgedKey } from './judgedSheet';
import { LOG_SHEET, type LogKey } from './logSheet';

/** A list of the history. `closed`: nothing can be written there, and why, a sentence. */
export interface HistoryList<K extends string> {
  readonly table: RecordTable<K> | null;
  readonly closed: string | null;
}

export interface History {
  readonly log: HistoryList<LogKey>;
  readonly judged: HistoryList<JudgedKey>;
  readonly corrections: HistoryList<CorrectionKey>;
}

/** The sheets that may bear the history and were not read: by name, or where they usually are. */
export function findHistorySheets(snapshot: WorkbookSnapshot): string[] {
  const named = historySheets(snapshot);
  const usual = new Set(HISTORY_KEYS.map((key) => foldName(ANCHORS[key].sheet)));
  return snapshot.sheets.filter((sheet) => sheet.used === undefined && (named.has(sheet.name) || usual.has(foldName(sheet.name)))).map((sheet) => sheet.name);
}

/** Finds the lists of what was evaluated before, by name or usual sheet. Their sheets must have been read: Error where they were not. */
export function findHistory({ snapshot, grids }: Pick<WorkbookState, 'snapshot' | 'grids'>): History {
  const [unread] = findHistorySheets(snapshot);
  if (unread !== undefined) throw new Error(`the sheet ${unread} was not read`);
  const copies = findCopies(snapshot);
  const find = <K extends string>(key: HistoryKey, spec: RecordSheetSpec<K>): HistoryList<K> => {
    const { table, lost } = findList(key, spec, { snapshot, grids, copies });
    if (lost) {
      const column = spec.columns.findIndex((one) => one.header === lost.headings[0]);
      return { table: null, closed: `シート「${lost.sheet}」 ${cellA1(lost.row, column)} の見出し「${lost.headings.join('」「')}」がありません。` };
    }
    if (table?.grid.sheet.protected) return { table, closed: `シート「${table.sheet}」は保護されています。` };
    return { table, closed: table === null && snapshot.structureProtected ? `ブックの構成が保護されているため、シート「${ANCHORS[key].sheet}」を追加できません。` : null };
  };
  return { log: find('log', LOG_SHEET), judged: find('judged', JUDGED_SHEET), corrections: find('corrections', CORRECTION_SHEET) };
}
