import type { Area } from '../../plan/a1';
import type { WorkbookSnapshot } from '../../plan/snapshot';
import { Grid } from '../grid';
import { foldName } from '../names';

/**
 * 「復元用の記録」, a hidden sheet: for each writing of the add-in one line, and beside it what is needed to take it back, as text in
 * pieces that a cell holds. It bears no name, so that nothing leads there but this file.
 */
export const RESTORE_SHEET = '復元用の記録';
/** Sheets that a writing took out stay hidden under such names, as long as its line stays. */
export const KEPT_PREFIX = '復元用';

export const HEADINGS = ['番号', '日時', '操作', 'セル', '名前', 'シート', '文字数', '状態', '断片'] as const;
export const HEADER_ROW = 3;
/** Writings that can be taken back; then the oldest gives way. */
export const MOST_LINES = 10;
/** One more than the lines that stay: the oldest goes when the new one is whole. */
export const LINE_ROWS = MOST_LINES + 1;
/** Characters of all lines together; of cells, names and sheets there are never more. */
export const MOST_CHARACTERS = 2_000_000;
/** Below Excel's limit of 32,767 characters a cell. */
export const PIECE = 30_000;
const MOST_PIECES = Math.ceil(MOST_CHARACTERS / PIECE);
export const STATE_COLUMN = HEADINGS.indexOf('状態');

/** The lines without their pieces: what every reading can afford. */
export const RESTORE_LINES: { readonly sheet: string; readonly area: Area } = {
  sheet: RESTORE_SHEET, area: { row: 0, column: 0, rows: HEADER_ROW + 1 + LINE_ROWS, columns: HEADINGS.length },
};

export const STATES = { writing: '書込中', done: '完了' } as const;
/** writing: it has begun and was not brought to its end. */
export type RestoreState = keyof typeof STATES;

/** A writing that can be taken back. */
export interface RestoreLine {
  readonly id: number;
  /** As shown to people. */
  readonly at: string;
  /** The job, as its button is called. */
  readonly job: string;
  readonly cells: number;
  readonly names: number;
  readonly sheets: number;
  /** Of the text that takes it back. */
  readonly characters: number;
  readonly state: RestoreState;
  /** 0: what it takes was too large to be kept. */
  readonly pieces: number;
  readonly row: number;
}

/** The add-in's memory of what it wrote. `closed`: nothing can be kept in this workbook, and why not, a sentence. */
export interface RestoreRecord {
  /** laid: ready for lines. bare: the sheet is there, without its headings or in view. none: there is no sheet yet. */
  readonly sheet: 'laid' | 'bare' | 'none';
  readonly closed: string | null;
  /** Sheets can neither come nor go, be hidden nor shown. */
  readonly locked: boolean;
  /** The latest first. */
  readonly lines: readonly RestoreLine[];
}

/** Whether a sheet is part of that memory: no job looks at those. A person's own may begin with the same word. */
export const isRestoreSheet = (sheet: string): boolean => foldName(sheet).startsWith(foldName(RESTORE_SHEET)) || keptId(sheet) !== null;

/** The number of the writing that set a sheet aside, by the sheet's name; null: it is no such sheet. */
export function keptId(sheet: string): number | null {
  const id = new RegExp(`^${KEPT_PREFIX}(\\d{1,6})_`).exec(foldName(sheet))?.[1];
  return id === undefined ? null : Number(id);
}

/** Reads the lines; RESTORE_LINES must have been read. */
export function readRestoreRecord(snapshot: WorkbookSnapshot): RestoreRecord {
  const sheet = snapshot.sheets.find((one) => foldName(one.name) === foldName(RESTORE_SHEET));
  const locked = snapshot.structureProtected;
  if (!sheet) return { sheet: 'none', locked, closed: locked ? 'ブックの構成が保護されているため、元に戻すための記録は残せません。' : null, lines: [] };
  const grid = new Grid(sheet);
  if (sheet.protected) return { sheet: 'laid', locked, closed: `シート「${sheet.name}」が保護されているため、元に戻すための記録は残せません。`, lines: [] };
  const strange = HEADINGS.some((heading, column) => !['', heading].includes(grid.text(HEADER_ROW, column)));
  if (strange) return { sheet: 'laid', locked, closed: `シート「${sheet.name}」の見出しが変わっているため、元に戻すための記録は残せません。`, lines: [] };
  const lines = Array.from({ length: LINE_ROWS }, (_, index) => HEADER_ROW + 1 + index).flatMap((row): RestoreLine[] => {
    const count = (column: number, otherwise = 0): number => countAt(grid, row, column) ?? otherwise;
    const [id, pieces] = [count(0), Math.min(MOST_PIECES, count(8, MOST_PIECES))];
    const [cells, names, sheets, characters] = [count(3), count(4), count(5), count(6)];
    const state = (Object.keys(STATES) as RestoreState[]).find((key) => STATES[key] === grid.text(row, STATE_COLUMN));
    return id > 0 && state ? [{ id, at: grid.text(row, 1), job: grid.text(row, 2), cells, names, sheets, characters, state, pieces, row }] : [];
  });
  const isLaid = !sheet.visible && HEADINGS.every((heading, column) => grid.text(HEADER_ROW, column) === heading);
  return { sheet: isLaid ? 'laid' : 'bare', locked, closed: null, lines: lines.sort((a, b) => b.id - a.id) };
}

/** null: something else than what was written there. */
function countAt(grid: Grid, row: number, column: number): number | null {
  const count = grid.number(row, column);
  return count !== null && Number.isInteger(count) && count >= 0 && count <= MOST_CHARACTERS ? count : null;
}

/** The workbook as the jobs look at it: without that memory. */
export function withoutRestoreSheets(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  return { ...snapshot, sheets: snapshot.sheets.filter((sheet) => !isRestoreSheet(sheet.name)) };
}
