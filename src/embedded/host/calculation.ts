import type { Book, CalculationEngine } from '../model/book';

/**
 * When the workbook is calculated. Excel calculates after every change; as nobody can see the difference, this waits for the
 * next read or the end of the batch. Nothing is calculated that nothing has changed since.
 */
export class CalculationState {
  private stale = true;
  private suspended = false;

  constructor(private readonly book: Book, private readonly engine: CalculationEngine) {}

  /** A value, formula, name or sheet changed. */
  changed(): void {
    this.stale = true;
  }

  /** Until the end of this batch, reads give the values as they were (Application.suspendApiCalculationUntilNextSync). */
  suspend(): void {
    this.suspended = true;
  }

  async beforeReading(): Promise<void> {
    if (!this.suspended) await this.calculate();
  }

  async endOfBatch(): Promise<void> {
    this.suspended = false;
    await this.calculate();
  }

  private async calculate(): Promise<void> {
    if (!this.stale) return;
    this.stale = false;
    await this.engine.recalculate(this.book);
  }
}
