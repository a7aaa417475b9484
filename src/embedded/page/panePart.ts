import type { LiveWorkbook } from '../live/liveWorkbook';
import type { SettingsStore } from '../web/commonApi';
import { openPaneFrame, type PaneFrame } from '../web/paneFrame';
import type { PaneNotice, PaneWindow } from '../web/paneWindow';
import type { AddIn, RibbonButton } from './manifest';
import { namePane, type PaneElements } from './paneElements';
import type { Language, Strings } from './strings';

/** The workbook and the language an add-in is started with. */
export interface PaneDocument {
  readonly live: LiveWorkbook;
  readonly settings: SettingsStore;
  readonly addIn: AddIn;
  readonly language: Language;
  readonly strings: Strings;
}

export interface PaneHooks {
  /** The pane came or went, or a button was enabled or disabled. */
  changed(): void;
  /** The focus leaves the pane, or the add-in reports a key of the page's. */
  notice(notice: PaneNotice): void;
  fault(error: Error): void;
}

/** The add-in beside the sheet: started with each workbook, shown and hidden by the person and by itself. */
export class PanePart implements PaneWindow {
  startWithDocument = false;
  private document: PaneDocument | undefined;
  private frame: PaneFrame | undefined;
  private stopListening: () => void = () => undefined;
  private readonly enabled = new Map<string, boolean>();
  private readonly hiddenTabs = new Set<string>();

  constructor(private readonly elements: PaneElements, private readonly hooks: PaneHooks) {
    elements.close.addEventListener('click', () => this.showPane(false));
    this.draw(false);
  }

  /** Another workbook, or another language: the add-in starts anew, and is on screen if it was. */
  attach(document: PaneDocument): void {
    this.stop();
    this.document = document;
    this.enabled.clear();
    this.hiddenTabs.clear();
    for (const { id, enabled } of buttonsOf(document.addIn)) this.enabled.set(id, enabled);
    namePane(this.elements, document.strings, document.addIn.name);
    if (this.isPaneVisible() || this.startWithDocument) this.start();
  }

  isPaneVisible(): boolean {
    return !this.elements.aside.hidden;
  }

  showPane(visible: boolean): void {
    if (visible === this.isPaneVisible()) return;
    const held = this.elements.aside.contains(document.activeElement);
    this.draw(visible);
    if (visible && !this.frame) this.start();
    else if (visible || this.document?.addIn.sharedRuntime) this.frame?.conversation.visibilityChanged(visible);
    // Without a runtime of its own, an add-in ends with its pane.
    else this.stop();
    this.hooks.changed();
    if (held && !visible) this.hooks.notice('escape');
  }

  /** Runs a function command; the add-in starts unseen where it does not run yet. */
  async run(functionName: string, controlId: string): Promise<void> {
    if (!this.document?.addIn.sharedRuntime) throw new Error(`manifest: ${controlId} runs a function, which needs a shared runtime`);
    if (!this.frame) this.start();
    const status = await this.frame?.conversation.invokeCommand(controlId, functionName);
    if (status !== 0) throw new Error(`the add-in answered ${controlId} with status ${String(status)}`);
  }

  focus(direction: 'forward' | 'backward'): void {
    this.frame?.element.focus();
    this.frame?.conversation.focus(direction);
  }

  enableButton(id: string, enabled: boolean): boolean {
    if (!this.enabled.has(id)) return false;
    this.enabled.set(id, enabled);
    this.hooks.changed();
    return true;
  }

  isButtonEnabled(id: string): boolean {
    return this.enabled.get(id) ?? false;
  }

  showTab(id: string, visible: boolean): boolean {
    if (!this.document?.addIn.tabs.some((tab) => tab.id === id)) return false;
    if (visible) this.hiddenTabs.delete(id);
    else this.hiddenTabs.add(id);
    this.hooks.changed();
    return true;
  }

  isTabVisible(id: string): boolean {
    return !this.hiddenTabs.has(id);
  }

  notice(notice: PaneNotice): void {
    this.hooks.notice(notice);
  }

  private start(): void {
    if (!this.document) return;
    const { live, settings, addIn, language } = this.document;
    const { apiVersion } = live.host.options;
    this.frame = openPaneFrame(this.elements.slot, {
      address: addIn.paneAddress, title: addIn.name, host: live.host, window: this, settings, locale: language,
      documentUrl: new URL(encodeURIComponent(live.book.name), location.href).href,
      sharedRuntime: addIn.sharedRuntime, visible: this.isPaneVisible(),
      requirementSets: { ExcelApi: apiVersion, DelayForCellEdit: '1.1', RibbonApi: '1.1', ...(addIn.sharedRuntime ? { SharedRuntime: '1.1' } : {}) },
      fault: (error) => this.hooks.fault(error),
    });
    const { conversation } = this.frame;
    this.stopListening = live.subscribe((change) => {
      if (change.kind === 'selection') conversation.selectionChanged();
    });
  }

  private stop(): void {
    this.stopListening();
    this.frame?.close();
    this.frame = undefined;
  }

  private draw(visible: boolean): void {
    this.elements.aside.hidden = !visible;
    this.elements.splitter.hidden = !visible;
  }
}

function buttonsOf(addIn: AddIn): readonly RibbonButton[] {
  return addIn.tabs.flatMap((tab) => tab.groups.flatMap((group) => group.buttons));
}
