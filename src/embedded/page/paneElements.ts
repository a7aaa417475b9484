import type { Strings } from './strings';

/** Narrowest and first width of Excel's own pane, in CSS pixels. */
const NARROWEST = 320;
const FIRST = 350;
const STEP = 16;
const GRID_NEEDS = 240;

export interface PaneElements {
  readonly aside: HTMLElement;
  readonly title: HTMLElement;
  readonly close: HTMLButtonElement;
  /** Where the add-in's frame goes. */
  readonly slot: HTMLElement;
  readonly splitter: HTMLElement;
}

/** The pane's frame on screen; its width follows the mouse and, on the splitter, the arrow keys. */
export function makePaneElements(main: HTMLElement): PaneElements {
  const element = (tag: string, className: string): HTMLElement => Object.assign(document.createElement(tag), { className });
  const splitter = element('div', 'splitter');
  splitter.id = 'splitter';
  splitter.setAttribute('role', 'separator');
  splitter.setAttribute('aria-orientation', 'vertical');
  splitter.setAttribute('aria-controls', 'pane');
  splitter.setAttribute('aria-valuemin', String(NARROWEST));
  splitter.tabIndex = 0;
  const aside = element('aside', 'pane');
  aside.id = 'pane';
  const title = element('h2', 'pane-title');
  title.id = 'pane-title';
  aside.setAttribute('aria-labelledby', title.id);
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'plain', textContent: '✕' });
  const bar = element('div', 'pane-bar');
  bar.append(title, close);
  const slot = element('div', 'pane-slot');
  aside.append(bar, slot);
  main.append(splitter, aside);
  resizable(main, splitter, aside);
  return { aside, title, close, slot, splitter };
}

export function namePane({ close, splitter, title }: PaneElements, strings: Strings, name: string): void {
  title.textContent = name;
  close.setAttribute('aria-label', strings.closePane);
  close.title = strings.closePane;
  splitter.setAttribute('aria-label', strings.paneWidth);
}

function resizable(main: HTMLElement, splitter: HTMLElement, aside: HTMLElement): void {
  let width = FIRST;
  const widest = (): number => Math.max(NARROWEST, main.clientWidth - GRID_NEEDS);
  const set = (wanted: number): void => {
    width = Math.round(Math.min(Math.max(wanted, NARROWEST), widest()));
    aside.style.width = `${width}px`;
    splitter.setAttribute('aria-valuenow', String(width));
    splitter.setAttribute('aria-valuemax', String(widest()));
  };
  set(FIRST);
  splitter.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    const wanted = by === undefined ? { Home: NARROWEST, End: widest() }[event.key] : width + by;
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
  });
  splitter.addEventListener('pointerdown', (event) => {
    const right = aside.getBoundingClientRect().right;
    // The frames beside it would swallow the mouse.
    splitter.setPointerCapture(event.pointerId);
    splitter.onpointermove = (move) => set(right - move.clientX);
    splitter.onpointerup = () => { splitter.onpointermove = null; };
  });
}
