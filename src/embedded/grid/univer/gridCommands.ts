import { CommandService, CommandType, type IExecutionOptions } from '@univerjs/core';

/** Commands of sheets that only change what is looked at. */
const LOOKING = new Set([
  'sheet.command.set-worksheet-activate', 'sheet.command.move-selection', 'sheet.command.move-selection-enter-tab', 'sheet.command.expand-selection',
  'sheet.command.select-all', 'sheet.command.select-range', 'sheet.command.set-scroll-relative', 'sheet.command.scroll-view', 'sheet.command.scroll-to-cell',
  'sheet.command.scroll-view-reset', 'sheet.command.change-zoom-ratio', 'sheet.command.set-zoom-ratio', 'ui-sheet.command.show-menu-list',
]);

/**
 * Univer's commands with a gate: the grid only shows a workbook that is kept elsewhere, so nothing may change its cells,
 * sheets or looks but `apply`. Commands with a handler do something else instead; all others that change sheets do nothing.
 */
export class GridCommands extends CommandService {
  /** By command id; a handler that gives undefined lets Univer go on. */
  readonly handlers = new Map<string, (params: unknown) => boolean | undefined>();
  /** Called when a person's command was not carried out. */
  onRefused: (() => void) | undefined;
  private applying = false;

  /** Changes the grid's own data. */
  apply(id: string, params: object): void {
    this.applying = true;
    try {
      super.syncExecuteCommand(id, params);
    } finally {
      this.applying = false;
    }
  }

  override async executeCommand<P extends object = object, R = boolean>(id: string, params?: P, options?: IExecutionOptions): Promise<R> {
    const answer = this.answer(id, params);
    return answer === undefined ? super.executeCommand<P, R>(id, params, options) : (answer as R);
  }

  override syncExecuteCommand<P extends object = object, R = boolean>(id: string, params?: P, options?: IExecutionOptions): R {
    const answer = this.answer(id, params);
    return answer === undefined ? super.syncExecuteCommand<P, R>(id, params, options) : (answer as R);
  }

  /** undefined: Univer may do it. */
  private answer(id: string, params: unknown): boolean | undefined {
    if (this.applying) return undefined;
    const handled = this.handlers.get(id)?.(params);
    if (handled !== undefined) return handled;
    if (LOOKING.has(id) || !/^(?:ui-)?sheets?[.-]/.test(id)) return undefined;
    const kind = this._commandRegistry.getCommandType(id);
    if (kind === CommandType.OPERATION) return undefined;
    if (kind === CommandType.COMMAND) this.onRefused?.();
    return false;
  }
}
