import type { HostEvent } from '../host/events';
import { appContext, type AppContextOptions } from './appContext';
import { executeMethod, type CommonApi, type SettingsStore } from './commonApi';
import type { ExcelHost } from '../host/host';
import { callText, eventText, readClientMessage, replyText, type ClientMessage } from './messages';
import { PANE_NOTICES, type PaneShortcut, type PaneWindow } from './paneWindow';
import { runtimeServices } from './runtimeServices';

const EVENT_CATEGORY = 65_536;
const VISIBILITY_CHANGED = 65_539;
const NO_SUCH_METHOD = 5000;
const TAB_IN = { forward: 11, backward: 12 } as const;
const EVENTS = ['richApiMessage', 'appCommandInvoked', 'documentSelectionChanged'] as const;
type EventName = (typeof EVENTS)[number];

export interface ConversationOptions extends Omit<AppContextOptions, 'settings'> {
  readonly host: ExcelHost;
  /** Names this conversation; no other frame on the page has it. */
  readonly id: string;
  /** Origin of the page around the add-in. */
  readonly origin: string;
  readonly window: PaneWindow;
  readonly settings: SettingsStore;
  /** Posts a text to the add-in's frame. */
  readonly post: (text: string) => void;
  /** Something that nobody here answers, or that failed here: to be shown, not swallowed. */
  readonly fault: (error: Error) => void;
}

/** Excel on the web's side of the talk with one add-in's frame; `receive` is fed with what the frame posts. */
export class Conversation {
  private readonly subscriptions = new Map<EventName, number>();
  private readonly commands = new Map<string, (status: number) => void>();
  private readonly waitingCommands: (() => void)[] = [];
  private readonly api: CommonApi;
  private lastCommand = 0;
  private lastCall = 0;

  constructor(private readonly options: ConversationOptions) {
    const { host, settings, fault } = options;
    for (const [name, make] of runtimeServices(options.window)) host.services.set(name, make);
    host.events.onWaiting = () => this.tellEvents();
    this.api = { host, settings, fault, commandCompleted: (id, status) => this.commands.get(id)?.(status) };
  }

  /** Whatever the frame's window posts; what does not belong to this conversation is passed over. */
  receive(text: unknown): void {
    const message = readClientMessage(text, this.options.id);
    if (message) void this.handle(message).catch((error: unknown) => this.options.fault(error instanceof Error ? error : new Error(String(error))));
  }

  /**
   * Runs a function command of the manifest as a click on its button does; waits until the add-in listens.
   * Gives the add-in's status (0: done) when it calls `event.completed()`.
   */
  invokeCommand(controlId: string, functionName: string): Promise<number> {
    const id = `command-${++this.lastCommand}`;
    const event = JSON.stringify({ source: { id: controlId } });
    const send = (): void => this.tell('appCommandInvoked', { 0: id, 1: functionName, 2: event });
    if (this.subscriptions.has('appCommandInvoked')) send();
    else this.waitingCommands.push(send);
    return new Promise((resolve) => {
      this.commands.set(id, (status) => {
        this.commands.delete(id);
        resolve(status);
      });
    });
  }

  /** The add-in is gone: nothing is told to it any more. */
  end(): void {
    this.subscriptions.clear();
    this.options.host.events.onWaiting = undefined;
  }

  /** The pane came on screen or left it. */
  visibilityChanged(visible: boolean): void {
    this.tellRichApi({ type: VISIBILITY_CHANGED, target: '', message: JSON.stringify({ visibility: visible ? 'Visible' : 'Hidden' }) });
  }

  /** Another area is selected, for `Workbook.onSelectionChanged`. */
  selectionChanged(): void {
    this.tell('documentSelectionChanged', {});
  }

  /** Puts the focus on the pane's first (or last) control. */
  focus(direction: keyof typeof TAB_IN): void {
    const { id, origin, post } = this.options;
    post(callText({ conversation: id, origin, name: 'Office_notifyAgave', correlation: ++this.lastCall, data: [TAB_IN[direction]] }));
  }

  private async handle({ kind, name, correlation, data }: ClientMessage): Promise<void> {
    const { id, origin, post } = this.options;
    const answer = kind === 'call' ? await this.call(name, data) : this.subscribe(kind, name, correlation);
    if (answer !== undefined) post(replyText({ conversation: id, origin, name, correlation, data: answer }));
    this.tellEvents();
  }

  /** What a call is answered with; undefined for those that expect no answer. */
  private async call(name: string, data: unknown): Promise<object | undefined> {
    switch (name) {
      case 'ContextActivationManager_getAppContextAsync': return appContext(this.options);
      case 'ContextActivationManager_notifyHost': return this.notice(data);
      case 'executeMethod': return executeMethod(this.api, data);
      default:
        this.options.fault(new Error(`office.js asked for ${name}, which the embedded workbook does not have`));
        return { Error: NO_SUCH_METHOD, Version: 1 };
    }
  }

  /** [control id, action, parameters] */
  private notice(data: unknown): undefined {
    const [, action, parameters] = Array.isArray(data) ? (data as readonly unknown[]) : [];
    const notice = PANE_NOTICES[action as keyof typeof PANE_NOTICES];
    if (notice === undefined) this.options.fault(new Error(`office.js sent the notice ${String(action)}, which the embedded workbook does not know`));
    else this.options.window.notice(notice, notice === 'shortcut' ? (parameters as PaneShortcut) : undefined);
    return undefined;
  }

  private subscribe(kind: 'subscribe' | 'unsubscribe', name: string, correlation: number): object {
    const event = EVENTS.find((one) => one === name);
    // Nobody was told of it, so nobody need be told no more: office.js does this on every Esc, for its own dialogs.
    if (event === undefined && kind === 'unsubscribe') return { Error: 0 };
    if (event === undefined) {
      this.options.fault(new Error(`the add-in listens for ${name}, which the embedded workbook does not have`));
      return { Error: NO_SUCH_METHOD };
    }
    if (kind === 'subscribe') this.subscriptions.set(event, correlation);
    else this.subscriptions.delete(event);
    // After the reply: the add-in listens only then.
    if (event === 'appCommandInvoked' && kind === 'subscribe') queueMicrotask(() => this.waitingCommands.splice(0).forEach((send) => send()));
    return { Error: 0 };
  }

  private tellEvents(): void {
    for (const event of this.options.host.events.take()) this.tellRichApi(event);
  }

  private tellRichApi({ type, target, message }: HostEvent): void {
    this.tell('richApiMessage', { ArrayData: [[EVENT_CATEGORY, type, target, message, '', false]] });
  }

  private tell(event: EventName, data: object): void {
    const correlation = this.subscriptions.get(event);
    const { id, origin, post } = this.options;
    if (correlation !== undefined) post(eventText({ conversation: id, origin, name: event, correlation, data }));
  }
}
