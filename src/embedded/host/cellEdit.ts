/** Request flag of `Excel.run({ delayForCellEdit: true }, …)`: the request waits until no cell is being edited. */
export const DELAY_FOR_CELL_EDIT = 64;

/** Whether a person is typing into a cell. Meanwhile Excel answers no request; those that asked to wait do. */
export class CellEdit {
  private done: Promise<void> | undefined;
  private finish: (() => void) | undefined;

  get active(): boolean {
    return this.done !== undefined;
  }

  begin(): void {
    this.done ??= new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  end(): void {
    this.done = undefined;
    this.finish?.();
  }

  /** Settles at once where no cell is being edited. */
  async ended(): Promise<void> {
    while (this.done) await this.done;
  }
}
