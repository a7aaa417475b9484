import { DisposableCollection, DOCS_NORMAL_EDITOR_UNIT_ID_KEY, IUniverInstanceService, RedoCommandId, toDisposable, UndoCommandId, UniverInstanceType, type DocumentDataModel, type IDisposable, type Injector, type IRange } from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, ClearSelectionContentCommand, SetRangeValuesCommand, SheetInterceptorService, SheetsSelectionsService } from '@univerjs/sheets';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import { shiftFormula } from '../../plan/formulaText';
import { editText } from '../live/editText';
import type { LiveWorkbook, TypedCell } from '../live/liveWorkbook';
import { cellKey, type Sheet } from '../model/book';
import type { GridCommands } from './univer/gridCommands';

/** More cells are not typed into at once. */
const MOST_CELLS = 100_000;

/** Hands typed cells to the workbook. */
export type Type = (sheet: Sheet, cells: readonly TypedCell[]) => void;

const FAILED = { kind: 'refused', why: '計算できなかったため、元の内容に戻しました。もう一度入力してください。続くときは、保存してから開き直してください。' } as const;

/** @param tell shows words to the person @param refused puts right what was shown already */
export function typist(live: LiveWorkbook, tell: (words: string) => void, refused: () => void): Type {
  return (sheet, cells) => {
    void live.type(sheet, cells).catch(() => FAILED).then((outcome) => {
      if (outcome.kind === 'done') return;
      refused();
      tell(cells.length === 1 && cells[0]?.text ? `「${cells[0].text}」は入力されていません。\n${outcome.why}` : outcome.why);
    });
  };
}

export interface TypingInput {
  readonly injector: Injector;
  readonly commands: GridCommands;
  readonly live: LiveWorkbook;
  readonly type: Type;
  readonly preview: (sheetId: string, row: number, column: number, text: string) => void;
}

/** Hands what a person types, empties, takes back or makes again to the workbook. */
export function connectTyping({ injector, commands, live, type, preview }: TypingInput): IDisposable {
  const bridge = injector.get(IEditorBridgeService);
  const disposables = new DisposableCollection();
  const sheetOf = (id: string): Sheet | undefined => live.book.sheets.find((sheet) => sheet.id === id);
  commands.handlers.set(SetRangeValuesCommand.id, (params) => {
    const { subUnitId, range } = params as { subUnitId: string; range: IRange };
    const sheet = sheetOf(subUnitId);
    const text = editorText(injector);
    // Closing the editor without a change is no edit: a figure keeps the digits that the editor does not show.
    if (!sheet || (isOne(range) && text === editText(live.book, sheet, range.startRow, range.startColumn))) return true;
    if (isOne(range)) preview(subUnitId, range.startRow, range.startColumn, text);
    type(sheet, filled(range, text));
    return true;
  });
  commands.handlers.set(ClearSelectionContentCommand.id, () => {
    const sheet = live.book.sheets[live.book.activeSheet];
    const ranges = injector.get(SheetsSelectionsService).getCurrentSelections().map(({ range }) => range);
    if (sheet) type(sheet, ranges.flatMap((range) => emptied(sheet, range)));
    return true;
  });
  const travel = (step: () => Promise<boolean>) => (): boolean | undefined => {
    // Inside the editor these keys take back letters.
    if (bridge.isVisible().visible) return undefined;
    void step();
    return true;
  };
  commands.handlers.set(UndoCommandId, travel(() => live.undo()));
  commands.handlers.set(RedoCommandId, travel(() => live.redo()));
  const { writeCellInterceptor } = injector.get(SheetInterceptorService);
  disposables.add(writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: 1000,
    handler: (cell, { subUnitId, row, col }, next) => {
      const sheet = sheetOf(subUnitId);
      return next(sheet ? { ...cell, v: editText(live.book, sheet, row, col), p: null } : cell);
    },
  }));
  // Univer passes over an edit whose text equals the one shown; here that may be a formula's result or a rounded figure.
  let edits = 0;
  disposables.add(writeCellInterceptor.intercept(AFTER_CELL_EDIT, { priority: 1000, handler: (cell, _context, next) => next({ ...cell, custom: { edit: ++edits } }) }));
  const visibility = bridge.visible$.subscribe(({ visible }) => (visible ? live.beginEdit() : live.endEdit()));
  disposables.add(toDisposable(() => visibility.unsubscribe()));
  return disposables;
}

/** The text in the cell editor; its line ends become those of cells. */
function editorText(injector: Injector): string {
  const document = injector.get(IUniverInstanceService).getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY, UniverInstanceType.UNIVER_DOC);
  return (document?.getBody()?.dataStream ?? '').replace(/\r\n$/, '').replace(/\r\n?/g, '\n');
}

const isOne = ({ startRow, endRow, startColumn, endColumn }: IRange): boolean => startRow === endRow && startColumn === endColumn;

/** Ctrl+Enter puts one text into all cells of a selection; formulas move with them. */
function filled(range: IRange, text: string): TypedCell[] {
  return placesOf(range).map(({ row, column }) => {
    const moved = text.startsWith('=') ? `=${shiftFormula(text.slice(1), row - range.startRow, column - range.startColumn)}` : text;
    return { row, column, text: moved };
  });
}

function emptied(sheet: Sheet, range: IRange): TypedCell[] {
  return placesOf(range)
    .filter(({ row, column }) => {
      const cell = sheet.cells.get(cellKey(row, column));
      return cell?.value !== undefined || cell?.formula !== undefined;
    })
    .map((place) => ({ ...place, text: '' }));
}

function placesOf({ startRow, endRow, startColumn, endColumn }: IRange): { row: number; column: number }[] {
  const columns = endColumn - startColumn + 1;
  const count = (endRow - startRow + 1) * columns;
  if (!(count <= MOST_CELLS)) return [];
  return Array.from({ length: count }, (_, index) => ({ row: startRow + Math.floor(index / columns), column: startColumn + (index % columns) }));
}
