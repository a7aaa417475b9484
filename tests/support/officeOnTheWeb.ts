import { readFileSync } from 'node:fs';
import { JSDOM, type DOMWindow } from 'jsdom';
import { UniverEngine } from '../../src/embedded/engine/calculation';
import { ExcelHost, type HostOptions } from '../../src/embedded/host/host';
import { newBook } from '../../src/embedded/model/newBook';
import { Conversation } from '../../src/embedded/web/conversation';
import { addInAddress, frameName } from '../../src/embedded/web/paneFrame';
import type { PaneNotice, PaneWindow } from '../../src/embedded/web/paneWindow';

const DIST = `${__dirname}/../../node_modules/@microsoft/office-js/dist/`;
const PAGE = 'https://localhost:3000';
const OFFICE = `${PAGE}/office/`;

type OfficeWindow = DOMWindow & { Office: typeof Office; Excel: typeof Excel };

/** A window around the pane that only takes notes. */
export class NotedWindow implements PaneWindow {
  visible = true;
  startWithDocument = false;
  readonly buttons = new Map([['Command.Layout', true]]);
  readonly tabs = new Map([['TabHome', true]]);
  readonly notices: PaneNotice[] = [];
  changed: (visible: boolean) => void = () => undefined;

  showPane(visible: boolean): void {
    this.visible = visible;
    this.changed(visible);
  }
  isPaneVisible = (): boolean => this.visible;
  isButtonEnabled = (id: string): boolean => this.buttons.get(id) ?? false;
  enableButton = (id: string, enabled: boolean): boolean => this.buttons.has(id) && this.buttons.set(id, enabled) === this.buttons;
  showTab = (id: string, visible: boolean): boolean => this.tabs.has(id) && this.tabs.set(id, visible) === this.tabs;
  notice = (notice: PaneNotice): void => void this.notices.push(notice);
}

export interface WebOptions {
  readonly locale?: string;
  readonly visible?: boolean;
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly settings?: Map<string, string>;
  readonly host?: Partial<HostOptions>;
}

/** The unmodified office.js in a document of its own, in talk with a host as in Excel on the web. */
export function officeOnTheWeb(options: WebOptions = {}) {
  const { locale = 'ja-JP', visible = true, settings = new Map<string, string>() } = options;
  const host = new ExcelHost(newBook('計画.xlsx', ['月次', '別']), new UniverEngine(), options.host);
  const info = { locale, sharedRuntime: true };
  const noted = new NotedWindow();
  const faults: Error[] = [];
  const dom = new JSDOM('<!doctype html><head></head><body><button id="one">1</button></body>', { url: addInAddress(`${PAGE}/taskpane.html`, info), runScripts: 'outside-only', pretendToBeVisual: true });
  const window = dom.window as unknown as OfficeWindow;
  const post = (data: string): void => void setTimeout(() => window.dispatchEvent(new window.MessageEvent('message', { data, origin: PAGE })), 0);
  const conversation = new Conversation({
    host, id: 'talk', controlId: 'pane', origin: PAGE, locale, documentUrl: `${PAGE}/計画.xlsx`, visible, settings, window: noted, post,
    requirementSets: options.requirementSets ?? { ExcelApi: '1.14', SharedRuntime: '1.1', RibbonApi: '1.1', DelayForCellEdit: '1.1' },
    fault: (error) => void faults.push(error),
  });
  noted.changed = (shown) => conversation.visibilityChanged(shown);
  window.name = frameName('talk', 'pane', PAGE, info);
  Object.defineProperty(window, 'parent', { value: { postMessage: (text: unknown) => setTimeout(() => conversation.receive(text), 0) } });
  loadOffice(window);
  return { window, host, conversation, noted, faults, settings, close: () => window.close() };
}

/** Runs office.js and whatever scripts it asks for, from the npm package. */
function loadOffice(window: OfficeWindow): void {
  const { document } = window;
  // jsdom lacks it; office.js compares it when it decides whether to trust the page around.
  Object.defineProperty(document, 'domain', { value: window.location.hostname });
  window.focus = () => undefined;
  const run = (name: string): void => void window.eval(readFileSync(DIST + name.toLowerCase(), 'utf8'));
  const append = document.head.appendChild.bind(document.head);
  document.head.appendChild = <T extends Node>(node: T): T => {
    if (!(node instanceof window.HTMLScriptElement) || !node.src.startsWith(OFFICE)) return append(node);
    setTimeout(() => {
      run(node.src.slice(OFFICE.length));
      node.dispatchEvent(new window.Event('load'));
    }, 0);
    return node;
  };
  const tag = document.createElement('script');
  tag.src = `${OFFICE}office.js`;
  append(tag);
  run('office.js');
}
