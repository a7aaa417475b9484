import { DisposableCollection, IUniverInstanceService, RANGE_TYPE, type ICommandInfo, type Injector, type IRange } from '@univerjs/core';
import { SetSelectionsOperation, SetWorksheetActiveOperation, SheetsSelectionsService } from '@univerjs/sheets';
import { ScrollToCellCommand } from '@univerjs/sheets-ui';
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../plan/a1';
import type { LiveWorkbook } from '../live/liveWorkbook';
import type { GridCommands } from './univer/gridCommands';
import { UNIT } from './view/univerData';

/** Selection both ways: what a person selects in the grid, and what an add-in selects in the workbook. */
export class GridSelection {
  private readonly disposables = new DisposableCollection();
  private following = false;

  constructor(private readonly injector: Injector, private readonly commands: GridCommands, private readonly live: LiveWorkbook) {
    this.disposables.add(commands.onCommandExecuted((command) => this.noteGrid(command)));
  }

  /** Brings the workbook's active sheet to the front and shows what is selected there. */
  follow(): void {
    const { host, book } = this.live;
    const sheet = book.sheets[book.activeSheet];
    if (!sheet) return;
    const area = host.selection?.sheet === sheet ? host.selection.area : undefined;
    this.following = true;
    try {
      const where = { unitId: UNIT, subUnitId: sheet.id };
      if (this.frontId() !== sheet.id) this.commands.apply(SetWorksheetActiveOperation.id, where);
      const shown = this.shown();
      if (area && !(shown && same(shown, area))) this.show(where, rangeOf(area));
    } finally {
      this.following = false;
    }
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private noteGrid({ id }: Readonly<ICommandInfo>): void {
    if (this.following || (id !== SetSelectionsOperation.id && id !== SetWorksheetActiveOperation.id)) return;
    const active = this.activeId();
    const sheet = this.live.book.sheets.find((one) => one.id === active);
    const area = this.shown();
    if (sheet && area) this.live.select(sheet, area);
  }

  private show(where: { unitId: string; subUnitId: string }, range: IRange): void {
    const { startRow, startColumn } = range;
    const primary = { startRow, startColumn, endRow: startRow, endColumn: startColumn, actualRow: startRow, actualColumn: startColumn, isMerged: false, isMergedMainCell: false };
    this.commands.apply(SetSelectionsOperation.id, { ...where, selections: [{ range, primary, style: null }] });
    void this.commands.executeCommand(ScrollToCellCommand.id, { range });
  }

  private frontId(): string | undefined {
    return this.injector.get(IUniverInstanceService).getUniverSheetInstance(UNIT)?.getActiveSheet().getSheetId();
  }

  private activeId(): string | undefined {
    return this.injector.get(SheetsSelectionsService).currentSelectionParam?.sheetId;
  }

  private shown(): Area | undefined {
    const range = this.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    return range && areaOf(range);
  }
}

export function areaOf({ startRow, endRow, startColumn, endColumn, rangeType }: IRange): Area {
  // Whole rows and columns reach over the sheet's end, which the grid draws earlier than Excel.
  const rows = rangeType === RANGE_TYPE.COLUMN || Number.isNaN(startRow) ? MAX_ROWS : endRow - startRow + 1;
  const columns = rangeType === RANGE_TYPE.ROW || Number.isNaN(startColumn) ? MAX_COLUMNS : endColumn - startColumn + 1;
  return { row: startRow || 0, column: startColumn || 0, rows, columns };
}

function rangeOf({ row, column, rows, columns }: Area): IRange {
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
}

const same = (a: Area, b: Area): boolean => a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
