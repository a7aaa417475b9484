import { mendCopies, standingNames } from './copies';
import { firstWords, groups } from './groups';
import type { Block } from './blocks';
import type { MendedNote, TableNote } from './tableMap';
import type { WorkbookState } from './workbookState';

/** What was noticed of the tables while they were looked for; many names of one kind in a table are one note. */
export function tableNotes({ warnings, mended }: WorkbookState['map']): TableNote[] {
  const names = groups(mended, (note) => `${note.tableId} ${note.kind}`).map((notes): TableNote => {
    const [first] = notes;
    return notes.length === 1 ? first : { ...first, text: NAMES[first.kind](firstWords(notes.map((note) => note.name)), notes.length) };
  });
  return [...warnings, ...names];
}

const NAMES: Readonly<Record<MendedNote['kind'], (names: string, count: number) => string>> = {
  rowAdded: (names, count) => `表定義に追加された項目に、名前 ${count}件がまだありません（${names}）。`,
  nameLost: (names, count) => `名前 ${count}件がなくなっています（${names}）。`,
  rowMoved: (names, count) => `名前 ${count}件が別の場所を指しています（${names}）。`,
};

/** A table of which some blocks are not in the workbook. */
export const missingWords = (name: string, blocks: readonly Block[]): string => `「${name}」（${blocks.map((one) => one.headerLabel).join('、')}）は、このブックにまだありません。`;

/** Copied sheets that bear our names a second time. */
export const copiedSheets = (state: WorkbookState): readonly { readonly sheet: string; readonly text: string }[] =>
  mendCopies(state.snapshot, state.stems, standingNames(state.snapshot, state.map.repairs)).found;
