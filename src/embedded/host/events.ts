import { areaA1, type Area } from '../../plan/a1';
import type { Sheet } from '../model/book';

/** The target of events of the whole workbook, as office.js names it. */
export const WORKBOOK = 'Workbook';

/** Message types of Excel's events on the wire. */
export const EVENT = { changed: 10 } as const;

export interface HostEvent {
  readonly type: number;
  /** The worksheet's id, or WORKBOOK for the worksheet collection. */
  readonly target: string;
  /** JSON text. */
  readonly message: string;
}

/** Events that listeners were registered for, until the bridge has sent them after the reply. */
export class EventQueue {
  /** Ids of sheets with a listener for onChanged; WORKBOOK for the whole collection. */
  readonly changeListeners = new Set<string>();
  private waiting: HostEvent[] = [];

  rangeEdited(sheet: Sheet, area: Area): void {
    const message = JSON.stringify({ address: areaA1(area), changeType: 'RangeEdited', source: 'Local', worksheetId: sheet.id, triggerSource: 'ThisLocalAddin' });
    for (const target of [WORKBOOK, sheet.id]) {
      if (this.changeListeners.has(target)) this.waiting.push({ type: EVENT.changed, target, message });
    }
  }

  take(): HostEvent[] {
    const events = this.waiting;
    this.waiting = [];
    return events;
  }
}
