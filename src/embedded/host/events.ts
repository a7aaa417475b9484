import { areaA1, type Area } from '../../plan/a1';
import type { Sheet } from '../model/book';

/** The target of events of the whole workbook, as office.js names it. */
export const WORKBOOK = 'Workbook';

/** Message types of Excel's events on the wire. */
export const EVENT = { changed: 10, activated: 11, deactivated: 12, added: 13, selected: 14, deleted: 15 } as const;
export type EventName = keyof typeof EVENT;

export interface HostEvent {
  readonly type: number;
  /** The worksheet's id, or WORKBOOK for the worksheet collection. */
  readonly target: string;
  /** JSON text. */
  readonly message: string;
}

/** Before and after of a change of one cell (Excel.ChangedEventDetail). */
export interface ChangeDetail {
  readonly valueBefore: boolean | number | string;
  readonly valueAfter: boolean | number | string;
  readonly valueTypeBefore: 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error';
  readonly valueTypeAfter: 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error';
}

/** Events that listeners were registered for, until they are delivered: an add-in's own after its reply, a person's at once. */
export class EventQueue {
  /** Called when something waits that no request will carry away. */
  onWaiting: (() => void) | undefined;
  /** True while a request runs: whatever happens then is told after its reply. */
  held = false;
  private readonly listeners = new Set<string>();
  private waiting: HostEvent[] = [];

  /** @param target a sheet's id, or WORKBOOK */
  listen(event: EventName, target: string): void {
    this.listeners.add(`${event} ${target}`);
  }

  forget(event: EventName, target: string): void {
    this.listeners.delete(`${event} ${target}`);
  }

  /** The add-in wrote into an area. */
  rangeEdited(sheet: Sheet, area: Area): void {
    this.push('changed', sheet, { ...edited(area), triggerSource: 'ThisLocalAddin' });
  }

  /** A person typed into an area, pasted or emptied it; `detail` where it is one cell. */
  personEdited(sheet: Sheet, area: Area, detail?: ChangeDetail): void {
    this.push('changed', sheet, { ...edited(area), triggerSource: 'Unknown', ...detail });
    this.tell();
  }

  /** Another area is selected on the sheet, by a person or by the add-in. */
  selected(sheet: Sheet, area: Area): void {
    this.push('selected', sheet, { address: areaA1(area) });
    this.tell();
  }

  /** Another sheet came to the front. */
  activated(sheet: Sheet, before: Sheet | undefined): void {
    if (before) this.push('deactivated', before, {});
    this.push('activated', sheet, {});
    this.tell();
  }

  /** A sheet came or went; `source` is always this computer. */
  sheetListChanged(change: 'added' | 'deleted', sheet: Sheet): void {
    this.push(change, sheet, { source: 'Local' });
  }

  take(): HostEvent[] {
    const events = this.waiting;
    this.waiting = [];
    return events;
  }

  private tell(): void {
    if (!this.held && this.waiting.length > 0) this.onWaiting?.();
  }

  private push(event: EventName, sheet: Sheet, detail: object): void {
    const message = JSON.stringify({ ...detail, worksheetId: sheet.id });
    for (const target of [WORKBOOK, sheet.id]) {
      if (this.listeners.has(`${event} ${target}`)) this.waiting.push({ type: EVENT[event], target, message });
    }
  }
}

const edited = (area: Area): object => ({ address: areaA1(area), changeType: 'RangeEdited', source: 'Local' });
