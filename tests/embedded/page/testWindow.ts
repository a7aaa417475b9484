import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { openPage, startBrowser } from '../../support/browser';
import { startServed, type Served } from '../../support/served';

/**
 * `npm start` and a browser for the tests of one file, a window of its own for each. A test fails where the page logged an
 * error, threw one, or asked anybody else but the local server for anything.
 */
export function testWindow() {
  let served: Served;
  let browser: Browser;
  let faults: string[] = [];
  let page: Page;
  beforeAll(async () => {
    [served, browser] = await Promise.all([startServed(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    expect(await served.stop()).toBe(0);
  });
  beforeEach(async () => {
    faults = [];
    page = await openPage(browser);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('response', (response) => response.status() >= 400 && faults.push(response.url()));
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== served.origin) faults.push(request.url());
    });
  });
  afterEach(async () => {
    await page.context().close();
    expect(faults).toEqual([]);
  });

  const status = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
  /** The add-in's frame, once office.js is ready. */
  const pane = async (): Promise<Frame> => {
    const frame = await (await page.waitForSelector('.pane-slot iframe', { state: 'attached' })).contentFrame();
    if (!frame) throw new Error('the pane has no frame');
    await frame.waitForFunction(() => typeof Office !== 'undefined' && Office.context?.host !== undefined);
    return frame;
  };
  const open = async (): Promise<Frame> => {
    await page.goto(served.origin);
    await status('開きました');
    // The sheet takes the focus a moment later, as it has it in Excel.
    await page.waitForFunction(() => Boolean(document.activeElement?.closest('#sheet')));
    return pane();
  };
  return { get page() { return page; }, get faults() { return faults; }, status, pane, open };
}
