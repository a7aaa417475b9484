import type { PlanBuilder } from '../planBuilder';
import { openList, prepareLines, type RecordSheetSpec, type RecordTable } from '../recordTable';

/**
 * 「進捗の下書き」: the drafts as they were written into 進捗状況, so that one that still stands there word for word can be told from a
 * person's text. Made when the first is written.
 */

const TEXT = '@';
export type DraftKey = 'rowId' | 'label' | 'text' | 'at';

export const DRAFT_SHEET: RecordSheetSpec<DraftKey> = {
  title: '進捗の下書き',
  notes: ['進捗状況に書き込んだ下書きの控えです。進捗状況がこの文のままの行だけ、次の下書きに書き直します。直した文は、選ばないかぎりそのままにします。'],
  headerRow: 3,
  required: ['rowId', 'text'],
  freezeColumns: 0,
  paper: 'A4',
  spareRows: 1,
  printsAll: true,
  columns: [
    { key: 'rowId', header: '行ID', points: 58, format: TEXT, style: { vertical: 'Top' } },
    { key: 'label', header: '計画の項目', points: 200, format: TEXT, style: { vertical: 'Top', wrap: true } },
    { key: 'text', header: '書き込んだ下書き', points: 400, format: TEXT, style: { vertical: 'Top', wrap: true } },
    { key: 'at', header: '日時', points: 110, format: TEXT, style: { vertical: 'Top' } },
  ],
};

/** Row ID → the draft as it was last written. */
export const writtenDrafts = (found: RecordTable<DraftKey> | null): ReadonlyMap<string, string> =>
  new Map(found?.lines.map((line) => [line.text('rowId'), String(line.value('text'))]));

export interface WrittenDraft {
  readonly rowId: string;
  readonly label: string;
  readonly text: string;
}

/** Notes what is written now, a line a row of the plan; `at` is the time as shown to people. */
export function recordDrafts(builder: PlanBuilder, found: RecordTable<DraftKey> | null, taken: readonly { readonly name: string }[], drafts: readonly WrittenDraft[], at: string): void {
  const { place, next } = openList(builder, 'drafts', DRAFT_SHEET, found, taken);
  let free = next;
  for (const draft of drafts) {
    const row = found?.lines.find((line) => line.text('rowId') === draft.rowId)?.row ?? free++;
    if (row >= next) prepareLines(builder, place, DRAFT_SHEET, row, 1);
    for (const [key, column] of place.columns) builder.put(place.sheet, row, column, { ...draft, at }[key]);
    builder.add({ kind: 'fitRows', sheet: place.sheet, row, rows: 1 });
  }
}
