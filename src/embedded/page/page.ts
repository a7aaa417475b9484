import { ask } from './dialog';
import { ICONS } from './icons';
import { readManifest, type AddIn, type RibbonButton } from './manifest';
import { makePaneElements } from './paneElements';
import { PanePart } from './panePart';
import { Preferences } from './preferences';
import { nextRegion } from './regions';
import { drawRibbon, stripGroups, type StripButton, type StripGroup } from './ribbonStrip';
import { LANGUAGES, stringsOf, type Language, type Strings } from './strings';
import type { PaneNotice } from '../web/paneWindow';
import { Workspace } from './workspace';

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

/** The window: title bar, ribbon, sheet and pane, and what goes on between them. */
export class Page {
  private readonly preferences = new Preferences();
  private readonly pane = new PanePart(makePaneElements(byId('main')), {
    changed: () => this.drawRibbon(),
    notice: (notice) => this.noticed(notice),
    fault: (error) => console.error(error),
  });
  private readonly workspace = new Workspace(byId('sheet'), {
    strings: () => this.strings,
    opened: () => { this.drawTitle(); this.attachPane(); },
    changed: () => this.drawTitle(),
    say: (text) => { byId('status').textContent = text; },
  });
  private manifest: Document | undefined;
  private addIn: AddIn | undefined;
  private told = false;

  async start(): Promise<void> {
    addEventListener('error', ({ error }) => {
      // A browser that puts off resizing says so this way, without an error.
      if (error instanceof Error) this.unexpected(error);
    });
    addEventListener('unhandledrejection', (event) => this.unexpected(event.reason));
    addEventListener('beforeunload', (event) => {
      if (this.workspace.document?.dirty) event.preventDefault();
    });
    addEventListener('keydown', (event) => this.keyDown(event));
    this.fillTitleBar();
    this.draw();
    const answer = await fetch('manifest.xml');
    this.manifest = parseServedHere(await answer.text());
    this.draw();
    this.pane.showPane(true);
    await this.workspace.startSample();
  }

  private get strings(): Strings {
    return stringsOf(this.preferences.language);
  }

  /** Everything with words on it, in the language and colours of now. */
  private draw(): void {
    const { language, dark } = this.preferences;
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    if (this.manifest) this.addIn = readManifest(this.manifest, language);
    byId('language-label').textContent = this.strings.languageChoice;
    byId('theme').textContent = dark ? '☀' : '☾';
    byId('theme').ariaLabel = byId('theme').title = dark ? this.strings.toLight : this.strings.toDark;
    byId('ribbon').ariaLabel = this.strings.toolbar;
    byId('sheet').ariaLabel = this.strings.sheet;
    this.drawTitle();
    this.drawRibbon();
  }

  private drawTitle(): void {
    const name = this.workspace.document?.live.book.name ?? this.strings.program;
    const dirty = this.workspace.document?.dirty ?? false;
    byId('file-name').textContent = name;
    byId('dirty').hidden = !dirty;
    byId('dirty').ariaLabel = byId('dirty').title = this.strings.unsaved;
    document.title = `${dirty ? '● ' : ''}${name}`;
  }

  private drawRibbon(): void {
    const groups = this.addIn?.tabs.filter((tab) => this.pane.isTabVisible(tab.id)).flatMap((tab) => tab.groups) ?? [];
    const state = ({ id, action }: RibbonButton) => ({
      enabled: this.pane.isButtonEnabled(id),
      ...(action.kind === 'showPane' ? { pressed: this.pane.isPaneVisible() } : {}),
    });
    drawRibbon(byId('ribbon'), [this.fileGroup(), ...stripGroups(groups, state, (button) => this.press(button))]);
  }

  private fileGroup(): StripGroup {
    const { strings, workspace } = this;
    const button = (id: 'open' | 'save' | 'sample' | 'blank', tip: string, press: () => Promise<unknown>): StripButton =>
      ({ id: `file-${id}`, label: strings[id], tip, icon: ICONS[id], sharpIcon: ICONS[id], enabled: true, press: () => void press() });
    return { id: 'file', label: strings.fileGroup, buttons: [
      button('open', strings.openTip, () => workspace.openFile()), button('save', strings.saveTip, () => workspace.save()),
      button('sample', strings.sampleTip, () => workspace.startSample()), button('blank', strings.blankTip, () => workspace.startBlank()),
    ] };
  }

  private press({ action, id }: RibbonButton): void {
    if (action.kind === 'command') void this.pane.run(action.functionName, id);
    else this.pane.showPane(!this.pane.isPaneVisible());
  }

  private attachPane(): void {
    const { workspace, addIn, strings } = this;
    if (!workspace.document || !addIn) return;
    const { live, settings } = workspace.document;
    this.pane.attach({ live, settings, addIn, strings, language: this.preferences.language });
    this.drawRibbon();
  }

  private fillTitleBar(): void {
    const select = byId<HTMLSelectElement>('language');
    select.append(...LANGUAGES.map((language) => new Option(language === 'ja-JP' ? '日本語' : 'English', language, false, language === this.preferences.language)));
    select.addEventListener('change', () => {
      this.preferences.language = select.value as Language;
      // What was said last was said in the other language.
      byId('status').textContent = '';
      this.draw();
      this.attachPane();
    });
    byId('theme').addEventListener('click', () => {
      this.preferences.dark = !this.preferences.dark;
      this.draw();
    });
  }

  private keyDown(event: KeyboardEvent): void {
    if (event.key === 'F6') {
      event.preventDefault();
      this.goTo(event.shiftKey ? 'previousRegion' : 'nextRegion');
    } else if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') {
      event.preventDefault();
      void this.workspace.save();
    }
  }

  private noticed(notice: PaneNotice): void {
    if (notice === 'nextRegion' || notice === 'previousRegion') this.goTo(notice);
    else if (notice === 'escape' || notice === 'f2') this.workspace.document?.grid.focus();
    else if (notice === 'tabForward') byId('language').focus();
    else if (notice === 'tabBackward') byId('pane').querySelector('button')?.focus();
  }

  private goTo(direction: 'nextRegion' | 'previousRegion'): void {
    switch (nextRegion(document.activeElement, direction, this.pane.isPaneVisible())) {
      case 'ribbon': byId('ribbon').querySelector<HTMLElement>('[tabindex="0"]')?.focus(); break;
      case 'sheet': this.workspace.document?.grid.focus(); break;
      case 'pane': this.pane.focus('forward'); break;
    }
  }

  /** Said once: the same fault would otherwise stand in the way of saving. */
  private unexpected(error: unknown): void {
    console.error(error);
    if (this.told) return;
    this.told = true;
    void ask(this.strings.unexpectedTitle, [this.strings.unexpected], [{ value: null, label: this.strings.close }], null);
  }
}

/** A manifest names one address; where several servers share one build, this one serves its files all the same. */
function parseServedHere(text: string): Document {
  const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'application/xml');
  const built = new URL(readManifest(parse(text), 'ja-JP').paneAddress).origin;
  return parse(text.replaceAll(built, location.origin));
}
