import type { Frame, Page } from 'playwright-core';

/** Office.js's requests and the moments of a press, noted inside the page. Times are of the frame's `performance.now()`. */
interface Probe {
  /** Forgets the press before. */
  arm(): void;
  /** When the first input event since `arm` was made. */
  pressed: number | null;
  /** When the first frame was painted that shows something else than before it. */
  shown: number | null;
  /** When the page last changed. */
  changed: number;
  /** As in PressTime. */
  timed: number;
}
declare global {
  interface Window {
    paneProbe?: Probe;
    paneUsable?: boolean;
    officeRequests?: string[];
  }
}

export const USABLE = 'home-usable';
/** The frame's page. */
export const PANE = 'taskpane.html';

/** Notes what happens in every frame that `page` loads from now on. Nothing else is run in the pane until home can be used. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript((mark) => {
    if (window === window.top) {
      const requests: string[] = window.officeRequests = [];
      addEventListener('message', ({ data }) => {
        if (typeof data === 'string' && data.includes('ProcessQuery')) requests.push(data);
      });
      return;
    }
    // Empty frames of office.js or of the browser.
    if (!location.pathname.endsWith('taskpane.html')) return;
    const afterPaint = (then: () => void): void => void requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
    const probe: Probe = { pressed: null, shown: null, changed: 0, timed: 0, arm: () => Object.assign(probe, { pressed: null, shown: null, timed: 0 }) };
    window.paneProbe = probe;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (probe.pressed !== null && entry.startTime >= probe.pressed - 1) probe.timed = Math.max(probe.timed, entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    for (const type of ['keydown', 'click', 'input', 'change']) addEventListener(type, (event) => probe.pressed ??= event.timeStamp, true);
    const seen = ({ target, addedNodes }: MutationRecord): boolean => {
      const element = target instanceof Element ? target : target.parentElement;
      // What is only read out or kept ready is no answer to the eye.
      return [element, ...addedNodes].some((node) => node instanceof Element && node.checkVisibility());
    };
    let waiting = false;
    const usable = (): boolean => document.querySelector('main li button') !== null
      && [...document.querySelectorAll('main [role=group] button')].slice(0, 4).every((button) => !button.matches('[disabled], [aria-disabled=true]'));
    new MutationObserver((records) => {
      probe.changed = performance.now();
      if (!window.top?.paneUsable && window.top && usable()) {
        window.top.paneUsable = true;
        afterPaint(() => performance.mark(mark));
      }
      if (probe.pressed === null || probe.shown !== null || waiting || !records.some(seen)) return;
      waiting = true;
      afterPaint(() => {
        waiting = false;
        probe.shown = performance.now();
      });
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'value', 'disabled', 'aria-disabled', 'aria-pressed', 'aria-current'] });
  }, USABLE);
}

/** The pane's frame, once home is usable and painted. */
export async function usablePane(page: Page): Promise<Frame> {
  await page.waitForFunction(() => window.paneUsable);
  // Long enough for the frame in which it was painted.
  await page.waitForTimeout(300);
  const frame = page.frames().find((each) => each.url().includes(PANE));
  if (!frame) throw new Error('the pane has no frame');
  return frame;
}

export interface PressTime {
  /** Milliseconds from the input to the first changed frame. */
  readonly shown: number;
  /** Milliseconds from the input to the last change. */
  readonly done: number;
  /** Chrome's Event Timing of the same: to the frame on the screen, in steps of 8 ms; 0 where it tells of none. */
  readonly timed: number;
}

/** Presses something and waits until `done`. @throws Error where nothing changed in the pane */
export async function timePress(frame: Frame, press: () => Promise<unknown>, done: () => Promise<unknown>): Promise<PressTime> {
  await frame.evaluate(() => window.paneProbe?.arm());
  await press();
  await frame.waitForFunction(() => window.paneProbe?.shown);
  await done();
  // Event Timing is told a moment later.
  await frame.waitForTimeout(200);
  const { pressed, shown, changed, timed } = await frame.evaluate(() => ({ pressed: window.paneProbe?.pressed ?? 0, shown: window.paneProbe?.shown ?? 0, changed: window.paneProbe?.changed ?? 0, timed: window.paneProbe?.timed ?? 0 }));
  return { shown: shown - pressed, done: changed - pressed, timed };
}
