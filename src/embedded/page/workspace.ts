import { mountGrid } from '../grid/mountGrid';
import type { LiveWorkbook } from '../live/liveWorkbook';
import { openLive } from '../live/openLive';
import type { SettingsStore } from '../web/commonApi';
import { FileFault } from '../xlsx/fault';
import { checkFileSize } from '../xlsx/package/zip';
import { ask } from './dialog';
import { download, pickWorkbook } from './files';
import type { Strings } from './strings';

/** The workbook on screen. */
export interface OpenDocument {
  readonly live: LiveWorkbook;
  readonly settings: SettingsStore;
  readonly grid: { destroy(): void; focus(): void };
  dirty: boolean;
}

export interface WorkspaceHooks {
  strings(): Strings;
  /** Another workbook is on screen. */
  opened(document: OpenDocument): void;
  /** The workbook became dirty or clean. */
  changed(document: OpenDocument): void;
  say(text: string): void;
}

const API_VERSION = '1.14';

/** Opening, starting anew and saving: one workbook at a time, and no change thrown away unasked. */
export class Workspace {
  document: OpenDocument | undefined;
  private busy = false;

  constructor(private readonly sheet: HTMLElement, private readonly hooks: WorkspaceHooks) {}

  async openFile(): Promise<void> {
    const file = await pickWorkbook();
    if (!file) return;
    await this.replace(file.name, async () => {
      checkFileSize(file.size);
      return new Uint8Array(await file.arrayBuffer());
    });
  }

  startBlank(): Promise<void> {
    return this.replace(this.hooks.strings().blankName, () => Promise.resolve(null));
  }

  async startSample(): Promise<void> {
    const { sampleName } = this.hooks.strings();
    await this.replace(sampleName, async () => {
      const answer = await fetch('sample.xlsx').catch(() => null);
      if (!answer?.ok) throw new SampleMissing();
      return new Uint8Array(await answer.arrayBuffer());
    });
  }

  /** Downloads the workbook as it stands. False where that failed, which has then been said. */
  async save(): Promise<boolean> {
    const { document } = this;
    if (!document) return false;
    const strings = this.hooks.strings();
    try {
      download(document.live.save(), document.live.book.name);
    } catch (error) {
      console.error(error);
      await ask(strings.saveFailedTitle, [strings.saveFailed], [{ value: null, label: strings.close }], null);
      return false;
    }
    this.setDirty(document, false);
    this.hooks.say(strings.saved(document.live.book.name));
    return true;
  }

  private async replace(name: string, read: () => Promise<Uint8Array | null>): Promise<void> {
    if (this.busy || !(await this.mayLeave())) return;
    this.busy = true;
    this.hooks.say(this.hooks.strings().working);
    try {
      await this.show(await openLive(await read(), name, { apiVersion: API_VERSION }));
      this.hooks.say(this.hooks.strings().opened(name));
    } catch (error) {
      this.hooks.say('');
      await this.refuse(name, error);
    } finally {
      this.busy = false;
    }
  }

  private async show(live: LiveWorkbook): Promise<void> {
    const before = this.document;
    const place = Object.assign(document.createElement('div'), { className: 'grid' });
    before?.grid.destroy();
    this.sheet.replaceChildren(place);
    const opened: OpenDocument = { live, settings: new Map<string, string>(), grid: await mountGrid(place, live), dirty: false };
    live.subscribe((change) => {
      if (change.kind === 'content') this.setDirty(opened, true);
    });
    this.document = opened;
    this.hooks.opened(opened);
  }

  private async mayLeave(): Promise<boolean> {
    if (!this.document?.dirty) return true;
    const strings = this.hooks.strings();
    const answer = await ask(strings.loseTitle, [strings.loseText(this.document.live.book.name)], [
      { value: 'save', label: strings.saveFirst }, { value: 'lose', label: strings.loseAnyway }, { value: 'stay', label: strings.cancel },
    ], 'stay');
    return answer === 'save' ? this.save() : answer === 'lose';
  }

  private async refuse(name: string, error: unknown): Promise<void> {
    const strings = this.hooks.strings();
    const close = [{ value: null, label: strings.close }];
    const kept = this.document ? [strings.keptAsIs] : [];
    if (error instanceof FileFault) {
      const part = error.part === undefined ? '' : `（${error.part}）`;
      await ask(strings.failedTitle, [strings.failed(name, strings.faults[error.code]) + part, ...kept], close, null);
    } else if (error instanceof SampleMissing) {
      await ask(strings.failedTitle, [strings.sampleMissing, ...kept], close, null);
    } else {
      console.error(error);
      await ask(strings.unexpectedTitle, [strings.unexpected], close, null);
    }
  }

  private setDirty(document: OpenDocument, dirty: boolean): void {
    if (document.dirty === dirty) return;
    document.dirty = dirty;
    if (document === this.document) this.hooks.changed(document);
  }
}

class SampleMissing extends Error {}
