import { contentPrint, PRINT_LETTERS } from '../../plan/content';
import type { CellContent, SheetSnapshot, WorkbookSnapshot } from '../../plan/snapshot';
import type { PlanAction } from '../../plan/workbookPlan';
import { Grid } from '../grid';
import { foldName, freeSheetName } from '../names';
import { jobName } from './jobNames';
import { HEADER_ROW, HEADINGS, keptId, KEPT_PREFIX, LINE_ROWS, MOST_CHARACTERS, MOST_LINES, PIECE, RESTORE_LINES, RESTORE_SHEET, STATE_COLUMN, STATES, type RestoreLine, type RestoreRecord, type RestoreState } from './restoreRecord';

const TITLE = '復元用の記録（アドイン「事業計画アシスタント」）';
const NOTE = '「直前の状態に戻す」で使います。書き換えないでください。不要になったら、作業ウィンドウの「復元用の記録を消す」で消せます。';
const PIECES_COLUMN = HEADINGS.length;

/** What is kept beside a line; null where it is not whole. The sheet's used range must have been read. */
export function readPieces(snapshot: WorkbookSnapshot, line: RestoreLine): string | null {
  const sheet = snapshot.sheets.find((one) => foldName(one.name) === foldName(RESTORE_SHEET));
  if (!sheet || line.pieces === 0) return null;
  const grid = new Grid(sheet);
  const pieces = Array.from({ length: line.pieces }, (_, index) => pieceIn(String(grid.value(line.row, PIECES_COLUMN + index))));
  return pieces.includes(null) || pieces.join('').length !== line.characters ? null : pieces.join('');
}

/** In front of every piece, and its print behind it: no piece is ever taken for a number or formula, and none is used that somebody wrote into. */
const PIECE_MARK = '|';
const marked = (piece: string): string => PIECE_MARK + contentPrint(piece) + piece;

function pieceIn(cell: string): string | null {
  const piece = cell.slice(PIECE_MARK.length + PRINT_LETTERS);
  return cell === '' || cell === marked(piece) ? piece : null;
}

/** `job`: its kind. */
export interface NewLine extends Pick<RestoreLine, 'at' | 'job' | 'cells' | 'names' | 'sheets'> {
  readonly text: string;
}

type StandingSheet = Pick<SheetSnapshot, 'name' | 'visible'>;

/** The steps that begin a line, those that end it, and its number. */
export interface OpenedLine {
  readonly id: number;
  readonly open: readonly PlanAction[];
  readonly close: readonly PlanAction[];
  readonly isKept: boolean;
}

/** The number the next line gets: none that a line or a sheet set aside bears, not even one that stayed when the record was deleted. */
export const nextId = (record: RestoreRecord, sheets: readonly { readonly name: string }[]): number =>
  Math.max(0, ...record.lines.map((line) => line.id), ...sheets.flatMap(({ name }) => keptId(name) ?? [])) + 1;

/** Puts a line into the record, in place of the oldest where it is full, and of the one that is taken back. `sheets`: all that the workbook has. */
export function openLine(record: RestoreRecord, sheets: readonly StandingSheet[], line: NewLine, consumes: number | null): OpenedLine {
  const id = nextId(record, sheets);
  const consumed = record.lines.filter((one) => one.id === consumes);
  const isKept = line.text.length <= MOST_CHARACTERS;
  const text = isKept ? line.text : '';
  const others = record.lines.filter((one) => one.id !== consumes);
  const dropped = givingWay(others, text.length);
  const left = others.filter((one) => !dropped.includes(one));
  // The kept sheets of the one that is taken back are on their way home.
  const needed = new Set([...left, ...consumed].map((one) => one.id));
  // Of no line's at all are those that stayed when the record was deleted, because a formula speaks of them.
  const gone = new Set(dropped.map((one) => one.id));
  const row = firstFree(record.lines);
  const pieces = Math.ceil(text.length / PIECE);
  return {
    id, isKept,
    open: [
      ...(record.sheet === 'none' ? [{ kind: 'addSheet', sheet: RESTORE_SHEET } as const] : []),
      ...(record.sheet === 'laid' ? [] : headings().filter((action) => !record.locked || action.kind !== 'hideSheet')),
      write(row, [id, line.at, jobName(line.job), line.cells, line.names, line.sheets, text.length, STATES.writing, pieces, ...piecesOf(text)]),
    ],
    // What gives way goes when all is written: a writing that fails leaves the others as they were.
    close: [
      setState(row, 'done'),
      ...[...dropped, ...consumed].filter((one) => one.row !== row).map(clearLine),
      ...(record.locked ? [] : keptSheets(sheets)).filter((one) => gone.has(one.id) || (isLooksSheet(one.sheet) && !needed.has(one.id))).map((one): PlanAction => ({ kind: 'deleteSheet', sheet: one.sheet })),
    ],
  };
}

/** Takes a line out. */
export const clearLine = (line: Pick<RestoreLine, 'row' | 'pieces'>): PlanAction => write(line.row, Array<string>(PIECES_COLUMN + line.pieces).fill(''));

/** The steps that put lines in again as they stood; the sheet's used range must have been read then. */
export function reopenLines(snapshot: WorkbookSnapshot, lines: readonly RestoreLine[]): PlanAction[] {
  const sheet = snapshot.sheets.find((one) => foldName(one.name) === foldName(RESTORE_SHEET));
  if (!sheet) return [];
  const grid = new Grid(sheet);
  return lines.map((line) => write(line.row, Array.from({ length: PIECES_COLUMN + line.pieces }, (_, column) => grid.value(line.row, column))));
}

const write = (row: number, cells: readonly CellContent[]): PlanAction => ({ kind: 'write', sheet: RESTORE_SHEET, row, column: 0, cells: [cells] });
const setState = (row: number, state: RestoreState): PlanAction => ({ kind: 'write', sheet: RESTORE_SHEET, row, column: STATE_COLUMN, cells: [[STATES[state]]] });

function headings(): PlanAction[] {
  return [
    { kind: 'hideSheet', sheet: RESTORE_SHEET },
    { kind: 'numberFormat', sheet: RESTORE_SHEET, area: { row: HEADER_ROW + 1, column: 1, rows: LINE_ROWS, columns: 2 }, format: '@' },
    { kind: 'columnWidth', sheet: RESTORE_SHEET, column: 1, columns: 2, points: 110 },
    // Whoever shows the sheet and prints it gets the lines, not their pieces.
    { kind: 'pageSetup', sheet: RESTORE_SHEET, setup: { orientation: 'Landscape', paper: 'A4', pagesWide: 1, printArea: RESTORE_LINES.area } },
    write(0, [TITLE]),
    write(1, [NOTE]),
    write(HEADER_ROW, HEADINGS),
  ];
}

/** The oldest lines, as many as it takes to make room. */
function givingWay(lines: readonly RestoreLine[], characters: number): RestoreLine[] {
  const left = [...lines].sort((a, b) => a.id - b.id);
  const gone: RestoreLine[] = [];
  while (left.length > 0 && (left.length >= MOST_LINES || left.reduce((sum, one) => sum + one.characters, characters) > MOST_CHARACTERS)) gone.push(...left.splice(0, 1));
  return gone;
}

function firstFree(lines: readonly RestoreLine[]): number {
  const rows = Array.from({ length: LINE_ROWS }, (_, index) => HEADER_ROW + 1 + index);
  // Where an earlier clearing did not come to its end, the oldest line is written over.
  return rows.find((row) => !lines.some((line) => line.row === row)) ?? lines.at(-1)?.row ?? HEADER_ROW + 1;
}

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, index) => marked(text.slice(index * PIECE, (index + 1) * PIECE)));
}

/** Sheets that were taken out by a writing and are kept for it. One that is in view somebody has taken for his own. */
function keptSheets(sheets: readonly StandingSheet[]): { readonly sheet: string; readonly id: number }[] {
  return sheets.flatMap(({ name, visible }) => {
    const id = visible ? null : keptId(name);
    return id === null ? [] : [{ sheet: name, id }];
  });
}

/** The name under which looks are kept, and whether a sheet is such a one: nothing stands on it. */
export const looksName = (id: number, sheet: string, taken: readonly { readonly name: string }[]): string => keptName(id, `${LOOKS}${sheet}`, taken);
const isLooksSheet = (sheet: string): boolean => sheet.slice(sheet.indexOf('_') + 1).startsWith(LOOKS);
const LOOKS = '書式_';

/** The name under which a sheet that is taken out stays. */
export const keptName = (id: number, sheet: string, taken: readonly { readonly name: string }[]): string => freeSheetName(`${KEPT_PREFIX}${id}_${sheet}`, taken);
