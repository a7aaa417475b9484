import { ANCHORS, freeSheetName, yearSheetName } from '../names';
import { recordLists } from '../records/recordLists';
import type { Told, Turn } from './turn';

/**
 * 「実施記録」 is of its year: it stays under that year's name, and the next year's begins when it is wanted. What was kept of the drafts
 * written from it is of no use any more.
 */
export function archiveRecords({ state, builder, sheets, ended }: Turn): Told {
  const { records, drafts } = recordLists(state);
  const { names } = state.snapshot;
  const forget = (name: string): void => {
    if (names.some((one) => one.name === name)) builder.add({ kind: 'deleteName', name });
  };
  if (drafts) {
    forget(ANCHORS.drafts.name);
    builder.add({ kind: 'deleteSheet', sheet: drafts.sheet });
  }
  if (!records) return {};
  const sheet = freeSheetName(yearSheetName(records.sheet, ended), sheets);
  sheets.push({ name: sheet });
  forget(ANCHORS.records.name);
  builder.add({ kind: 'renameSheet', sheet: records.sheet, to: sheet });
  return { renewed: [`実施記録: シート「${sheet}」として残す。新しい年度の記録は「実施記録のシートを作る」で始める`] };
}
