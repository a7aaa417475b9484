import { cellKey, keyColumn, keyRow, type Book, type Sheet } from '../../src/embedded/model/book';
import { look } from '../../src/jobs/look';
import type { Task } from '../../src/jobs/task';
import type { WorkbookLook } from '../../src/jobs/workbookLook';
import { derivedCells } from '../../src/sheets/derivedCells';
import { derivedId } from '../../src/sheets/overwrittenSheet';
import { openWorkbook } from '../../src/jobs/job';
import type { Contents } from '../soak/contents';
import { typeInto } from '../soak/hand/cells';
import { SoakWorkbook } from '../soak/workbook';
import type { Writing } from '../soak/writing';

/** A small branch in the midst of its year, with a line in every list that the add-in keeps. */
export class Branch {
  readonly workbook = new SoakWorkbook();
  private start: Book | null = null;
  private writings: readonly (readonly [number, Writing])[] = [];

  /** The workbook before each writing that can be taken back. */
  get earlier(): readonly Contents[] {
    return this.writings.map(([, { before }]) => before);
  }

  get book(): Book {
    return this.workbook.book;
  }

  /** Begins anew. */
  async begin(): Promise<void> {
    if (!this.start) {
      this.start = await this.made();
      this.writings = [...this.workbook.made];
    }
    this.workbook.made.clear();
    for (const [id, writing] of this.writings) this.workbook.made.set(id, writing);
    Object.assign(this.book, structuredClone(this.start));
    this.workbook.changed();
  }

  look(): Promise<WorkbookLook> {
    const { context } = this.workbook;
    return look(context, context.year, context.today());
  }

  private async made(): Promise<Book> {
    await this.workbook.begin('worked');
    const cells = derivedCells(...await this.mapAndCatalog());
    // Figures over two formulas: one is put back and recorded, the other is found by 点検.
    const [first, second] = cells.filter((cell) => cell.month === 3);
    if (!first || !second) throw new Error('no derived cell in July');
    for (const { sheet, row, column } of [first, second]) typeInto(this.sheet(sheet), cellKey(row, column), { value: 0.5 });
    await this.press({ kind: 'recompute', restore: [derivedId(first.key, first.month)] });
    const [open] = (await (await this.look()).checks()).open;
    if (!open) throw new Error('nothing to accept');
    await this.press({ kind: 'accept', findings: [{ id: open.id, seen: open.seen, reason: '原本のとおり' }] });
    // A figure that was evaluated is corrected.
    const figure = [...this.sheet(first.sheet).cells].find(([key, cell]) => keyRow(key) > first.row && keyColumn(key) === first.column && cell.formula === undefined && typeof cell.value === 'number');
    if (!figure) throw new Error('no figure to correct');
    typeInto(this.sheet(first.sheet), figure[0], { value: 401 });
    await this.press({ kind: 'evaluate', asOf: 11 });
    return structuredClone(this.book);
  }

  private async mapAndCatalog(): Promise<Parameters<typeof derivedCells>> {
    const { map, catalog } = await openWorkbook(this.workbook.context, null);
    return [map, catalog];
  }

  private async press(task: Task): Promise<void> {
    this.workbook.changed();
    await this.workbook.workOut();
    const done = await this.workbook.press(task);
    if (done.kind === 'refused' || !done.report.changed) throw new Error(`${task.kind} wrote nothing`);
    await this.workbook.workOut();
  }

  private sheet(name: string): Sheet {
    const sheet = this.book.sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(name);
    return sheet;
  }
}
