import { IUniverInstanceService, UniverInstanceType, type ICellData, type IObjectMatrixPrimitiveType, type Univer } from '@univerjs/core';
import { SetRangeValuesMutation, SetWorksheetColWidthMutation, SetWorksheetRowHeightMutation } from '@univerjs/sheets';
import { UniverEngine } from '../engine/calculation';
import { cellKey, keyColumn, keyRow, type Book } from '../model/book';
import { placeNow, scrollBack } from './gridPlace';
import { canvasMeasure } from './measure';
import type { GridCommands } from './univer/gridCommands';
import { conditionalPaint, type Paint } from './view/conditionalPaint';
import { sheetView, type SheetView } from './view/sheetView';
import { StyleShelf } from './view/styleShelf';
import { cellUpdate, UNIT, workbookData } from './view/univerData';
import { needsRebuild, viewChanges, type ViewChanges } from './view/viewChanges';

/** Keeps what Univer shows equal to the book; one refresh at a time, and only the last of those that wait. */
export class GridView {
  private readonly shelf: StyleShelf;
  private readonly measure = canvasMeasure();
  private readonly engine = new UniverEngine();
  private readonly paints = new Map<string, ReadonlyMap<number, Paint>>();
  private readonly previewed = new Map<string, Set<number>>();
  private views: readonly SheetView[] = [];
  private running: Promise<void> = Promise.resolve();
  private waiting = false;

  /** @param refreshed called after Univer shows what the book holds, to bring what is active to the front */
  constructor(private readonly univer: Univer, private readonly commands: GridCommands, private readonly book: Book, private readonly refreshed: () => void) {
    this.shelf = new StyleShelf(book);
  }

  /** The book's contents changed. */
  refresh(): Promise<void> {
    this.paints.clear();
    return this.showSoon();
  }

  /** Another sheet is in front, or another area is selected. */
  turn(): Promise<void> {
    const id = this.book.sheets[this.book.activeSheet]?.id ?? '';
    if (this.paints.has(id)) this.refreshed();
    return this.paints.has(id) ? this.running : this.showSoon();
  }

  private showSoon(): Promise<void> {
    if (this.waiting) return this.running;
    this.waiting = true;
    // What failed once may go well with the next change.
    this.running = this.running.catch(() => undefined).then(async () => {
      this.waiting = false;
      await this.show();
    });
    return this.running;
  }

  /** Shows what was typed until it is calculated: the cell must not fall back to its former text for that while. */
  preview(subUnitId: string, row: number, column: number, text: string): void {
    if (text.startsWith('=')) return;
    this.previewed.set(subUnitId, (this.previewed.get(subUnitId) ?? new Set()).add(cellKey(row, column)));
    this.commands.apply(SetRangeValuesMutation.id, { unitId: UNIT, subUnitId, cellValue: { [row]: { [column]: { v: text } } } });
  }

  private async show(): Promise<void> {
    // Only sheets that were in front are painted: working out the rules takes a while.
    const active = this.book.sheets[this.book.activeSheet];
    if (active && !this.paints.has(active.id)) this.paints.set(active.id, await conditionalPaint(this.book, active, this.engine));
    const views = this.book.sheets.map((sheet) => sheetView({ book: this.book, sheet, shelf: this.shelf, paints: this.paints.get(sheet.id) ?? new Map<number, Paint>(), measure: this.measure }));
    if (needsRebuild(this.views, views)) this.build(views);
    else views.forEach((view, index) => this.update(view.id, viewChanges(this.views[index] ?? view, view, this.previewed.get(view.id))));
    this.previewed.clear();
    this.views = views;
    this.refreshed();
  }

  private build(views: readonly SheetView[]): void {
    const injector = this.univer.__getInjector();
    const units = injector.get(IUniverInstanceService);
    const place = this.views.length > 0 ? placeNow(injector) : undefined;
    if (place) units.disposeUnit(UNIT);
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, workbookData(views, this.shelf.all(), place?.zooms));
    // Keys reach the cell editor only of a workbook in focus.
    units.focusUnit(UNIT);
    if (place) requestAnimationFrame(() => scrollBack(injector, this.commands, place));
  }

  private update(subUnitId: string, { cells, rows, columns }: ViewChanges): void {
    const where = { unitId: UNIT, subUnitId };
    if (cells.size > 0) {
      const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
      for (const [key, cell] of cells) (cellValue[keyRow(key)] ??= {})[keyColumn(key)] = cellUpdate(cell);
      this.commands.apply(SetRangeValuesMutation.id, { ...where, cellValue });
    }
    if (columns.size > 0) this.commands.apply(SetWorksheetColWidthMutation.id, { ...where, ranges: spans(columns, 'Column'), colWidth: Object.fromEntries(columns) });
    if (rows.size > 0) this.commands.apply(SetWorksheetRowHeightMutation.id, { ...where, ranges: spans(rows, 'Row'), rowHeight: Object.fromEntries(rows) });
  }
}

function spans(sizes: ReadonlyMap<number, number>, axis: 'Row' | 'Column'): object[] {
  const other = axis === 'Row' ? 'Column' : 'Row';
  return [...sizes.keys()].map((index) => ({ [`start${axis}`]: index, [`end${axis}`]: index, [`start${other}`]: 0, [`end${other}`]: 0 }));
}
