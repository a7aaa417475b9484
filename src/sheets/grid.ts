import { contains } from '../plan/a1';
import type { CellContent, ReadBlock, SheetSnapshot } from '../plan/snapshot';

/** A read sheet by absolute cell; outside the used range every cell is empty (""). */
export class Grid {
  private readonly block: ReadBlock | null;

  constructor(readonly sheet: SheetSnapshot) {
    this.block = sheet.used ?? null;
  }

  get name(): string {
    return this.sheet.name;
  }

  /** One past the last used row and column; 0 for an empty sheet. */
  get endRow(): number {
    return this.block ? this.block.area.row + this.block.area.rows : 0;
  }
  get endColumn(): number {
    return this.block ? this.block.area.column + this.block.area.columns : 0;
  }

  value(row: number, column: number): CellContent {
    return this.pick(this.block?.values, row, column);
  }

  /** The formula with "=", or null where the cell holds a constant or nothing. A text that begins with "=" is read as its own formula, and is none. */
  formula(row: number, column: number): string | null {
    const text = this.pick(this.block?.formulas, row, column);
    return typeof text === 'string' && text.startsWith('=') && text !== this.value(row, column) ? text : null;
  }

  /** The number format; "" where it was not read. */
  format(row: number, column: number): string {
    const { block } = this;
    if (!block?.formats || !contains(block.area, row, column)) return '';
    return block.formats[row - block.area.row]?.[column - block.area.column] ?? '';
  }

  text(row: number, column: number): string {
    return String(this.value(row, column)).trim();
  }

  number(row: number, column: number): number | null {
    const value = this.value(row, column);
    return typeof value === 'number' ? value : null;
  }

  isEmpty(row: number, column: number): boolean {
    return this.value(row, column) === '' && this.formula(row, column) === null;
  }

  /** Whether nothing is seen in a cell: empty, or blanks alone, as a figure "deleted" with the space bar leaves them. */
  looksEmpty(row: number, column: number): boolean {
    return this.text(row, column) === '' && this.formula(row, column) === null;
  }

  private pick(cells: ReadBlock['values'] | undefined, row: number, column: number): CellContent {
    if (!this.block || !cells || !contains(this.block.area, row, column)) return '';
    return cells[row - this.block.area.row]?.[column - this.block.area.column] ?? '';
  }
}
