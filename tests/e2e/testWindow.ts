import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { openPage, startBrowser } from '../support/browser';

/** What may happen in a test that brings it about itself. */
export interface Tolerance {
  /** Addresses that may fail or lie elsewhere. */
  readonly address?: RegExp;
  readonly console?: RegExp;
}

/**
 * The page of `npm start` for the tests of one file: one browser, a window of its own for each test. A test fails where the page
 * logged an error, threw one, got an answer of 400 or more, or asked anybody but the local server for anything.
 */
export function testWindow(options: BrowserContextOptions = {}) {
  const origin = process.env['SITE_ORIGIN'];
  if (origin === undefined) throw new Error('tests/setup/site.mjs did not run');
  let browser: Browser;
  let page: Page;
  let faults: string[] = [];
  let tolerance: Tolerance = {};
  const note = (what: string, text: string, allowed: RegExp | undefined): void => {
    if (!allowed?.test(text)) faults.push(`${what}: ${text}`);
  };
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    [faults, tolerance] = [[], {}];
    page = await openPage(browser, options);
    page.on('pageerror', (error) => note('thrown', error.message, undefined));
    page.on('console', (message) => {
      if (message.type() === 'error') note('console', message.text(), tolerance.console);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) note(String(response.status()), response.url(), tolerance.address);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin) note('elsewhere', url, tolerance.address);
    });
  });
  afterEach(async () => {
    await page.context().close();
    expect(faults).toEqual([]);
  });

  const status = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
  /** The add-in's frame, once office.js is ready. */
  const pane = async (): Promise<Frame> => {
    const frame = await paneFrame();
    await frame.waitForFunction(() => typeof Office !== 'undefined' && Office.context?.host !== undefined);
    return frame;
  };
  /** The add-in's frame as it is. */
  const paneFrame = async (): Promise<Frame> => {
    const frame = await (await page.waitForSelector('.pane-slot iframe', { state: 'attached' })).contentFrame();
    if (!frame) throw new Error('the pane has no frame');
    return frame;
  };
  /** Opens the page and waits for the sample workbook. */
  const goTo = async (): Promise<void> => {
    await page.goto(origin);
    await status('開きました');
    // The sheet takes the focus a moment later, as it has it in Excel.
    await page.waitForFunction(() => Boolean(document.activeElement?.closest('#sheet')));
  };
  const open = async (): Promise<Frame> => {
    await goTo();
    return pane();
  };
  return {
    get page() { return page; },
    tolerate: (given: Tolerance) => { tolerance = given; },
    origin, status, pane, paneFrame, goTo, open,
  };
}
