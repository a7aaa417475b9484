import type { Area } from '../../plan/a1';
import { UniverEngine } from '../engine/calculation';
import { cellValue, cellValueType } from '../host/cells/cellValue';
import { putContent } from '../host/cells/write';
import type { ChangeDetail } from '../host/events';
import { ExcelHost, type HostOptions } from '../host/host';
import { activateSheet } from '../host/rules/sheetChanges';
import type { Sheet } from '../model/book';
import { newWorkbook, openWorkbook, type OpenedWorkbook } from '../xlsx/open';
import { areasOf } from './areasOf';
import { copyOf, History, restore, type Edit, type Step } from './history';
import type { EditOutcome, LiveChange, LiveWorkbook, TypedCell } from './liveWorkbook';
import { Refusal } from './refusal';
import { BookTrace } from './trace';
import { checkLists, readTyped, type ReadyCell } from './typedEdit';

/**
 * Opens a workbook file for a person and an add-in at once; calculated, as the add-in will read it.
 * @param bytes null: a new workbook
 * @throws FileFault
 */
export async function openLive(bytes: Uint8Array | null, fileName: string, options: Partial<HostOptions> = {}): Promise<LiveWorkbook> {
  const opened = bytes ? openWorkbook(bytes, fileName) : newWorkbook();
  opened.book.name = fileName;
  const live = new OpenWorkbook(opened, options);
  await live.start();
  return live;
}

class OpenWorkbook implements LiveWorkbook {
  readonly book;
  readonly host: ExcelHost;
  private readonly listeners = new Set<(change: LiveChange) => void>();
  private readonly history = new History();
  private trace: BookTrace;
  private place = '';

  constructor(private readonly opened: OpenedWorkbook, options: Partial<HostOptions>) {
    this.book = opened.book;
    this.host = new ExcelHost(this.book, new UniverEngine(), options);
    this.host.onAnswered = () => this.noteAddIn();
    this.trace = new BookTrace(this.book);
  }

  async start(): Promise<void> {
    await this.host.calculation.beforeReading();
    this.trace = new BookTrace(this.book);
    this.place = this.placeText();
  }

  type(sheet: Sheet, cells: readonly TypedCell[]): Promise<EditOutcome> {
    return this.host.turn(() => this.write(sheet, cells));
  }

  undo(): Promise<boolean> {
    return this.host.turn(() => this.travel(() => this.history.undo()));
  }

  redo(): Promise<boolean> {
    return this.host.turn(() => this.travel(() => this.history.redo()));
  }

  select(sheet: Sheet, area: Area): void {
    if (sheet.visibility !== 'Visible' || !this.book.sheets.includes(sheet)) return;
    activateSheet(this.host, sheet);
    this.host.select(sheet, area);
    this.notePlace();
  }

  beginEdit(): void {
    this.host.cellEdit.begin();
  }

  endEdit(): void {
    this.host.cellEdit.end();
  }

  subscribe(listener: (change: LiveChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  save(): Uint8Array {
    return this.opened.save();
  }

  private async write(sheet: Sheet, cells: readonly TypedCell[]): Promise<EditOutcome> {
    if (cells.length === 0) return { kind: 'done' };
    if (!this.book.sheets.includes(sheet)) return { kind: 'refused', why: `シート「${sheet.name}」は、もうありません。` };
    const before = cells.map(({ row, column }) => ({ row, column, before: copyOf(sheet, row, column) }));
    let written = false;
    try {
      const ready = readTyped(this.host, sheet, cells);
      written = true;
      await this.put(sheet, ready);
    } catch (error) {
      if (written) await this.takeBack(sheet, before);
      if (!(error instanceof Refusal)) throw error;
      return { kind: 'refused', why: error.message };
    }
    const steps = before.map((one) => ({ ...one, after: copyOf(sheet, one.row, one.column) }));
    this.history.add({ sheet, steps });
    this.edited({ sheet, steps });
    return { kind: 'done' };
  }

  private async put(sheet: Sheet, ready: readonly ReadyCell[]): Promise<void> {
    for (const { row, column, content } of ready) putContent(this.host, sheet, row, column, content);
    await this.calculate();
    checkLists(this.book, sheet, ready);
  }

  private async takeBack(sheet: Sheet, cells: readonly Omit<Step, 'after'>[]): Promise<void> {
    for (const { row, column, before } of cells) restore(sheet, row, column, before);
    await this.calculate();
    this.trace.changed();
  }

  private async travel(step: () => Edit | undefined): Promise<boolean> {
    const edit = step();
    if (!edit) return false;
    await this.calculate();
    this.edited(edit);
    return true;
  }

  private async calculate(): Promise<void> {
    this.host.calculation.changed();
    await this.host.calculation.beforeReading();
  }

  private edited({ sheet, steps }: Edit): void {
    const [only] = steps;
    const detail = steps.length === 1 && only ? detailOf(only) : undefined;
    this.trace.changed();
    for (const area of areasOf(steps)) this.host.events.personEdited(sheet, area, detail);
    this.tell({ kind: 'content' });
  }

  /** After a request: what an add-in wrote is not the person's to take back. */
  private noteAddIn(): void {
    if (this.trace.changed()) {
      this.history.clear();
      this.tell({ kind: 'content' });
    }
    this.notePlace();
  }

  private notePlace(): void {
    const place = this.placeText();
    if (place === this.place) return;
    this.place = place;
    this.tell({ kind: 'selection' });
  }

  private placeText(): string {
    const { selection } = this.host;
    return JSON.stringify([this.book.sheets[this.book.activeSheet]?.id, selection?.sheet.id, selection?.area]);
  }

  private tell(change: LiveChange): void {
    for (const listener of [...this.listeners]) listener(change);
  }
}

function detailOf({ before, after }: Step): ChangeDetail {
  return { valueBefore: cellValue(before), valueAfter: cellValue(after), valueTypeBefore: cellValueType(before), valueTypeAfter: cellValueType(after) };
}
