import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openPage, startBrowser } from '../support/browser';
import { Builds, filesOf } from './builds';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png', '.json': 'application/json' };
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
/** What office.js tries in a plain browser, and must not reach. */
const USAGE_REPORTS = 'https://telemetryservice.firstpartyapps.oaspapps.com';

/** The only violations of the page as it is: the frame office.js reports usage through, and the style that hides that frame. */
const MEANT = [`frame-src ${USAGE_REPORTS}`, 'style-src-attr inline'];

const builds = new Builds();
const servers: Server[] = [];
let browser: Browser;
let self: string;
beforeAll(async () => {
  browser = await startBrowser();
  self = builds.make('office=self');
});
afterAll(async () => {
  await browser.close();
  for (const server of servers) server.close();
  builds.remove();
});

/** Serves a folder below a path, as a branch's file server might. Returns the address. */
async function serve(folder: string): Promise<string> {
  const files = filesOf(folder);
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '', 'http://localhost').pathname.replace('/jigyo/keikaku/', '');
    const file = files.get(name);
    response.writeHead(file ? 200 : 404, { 'content-type': TYPES[extname(name)] ?? 'text/plain' }).end(file);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}/jigyo/keikaku/`;
}

interface Visit {
  readonly page: Page;
  /** Directive and blocked address of every violation of the page's policy, except those that are meant. */
  readonly unexpected: () => Promise<readonly string[]>;
  /** Addresses asked for outside the page's own. */
  readonly outside: readonly string[];
}

async function visit(folder: string, prepare: (page: Page) => Promise<unknown> = () => Promise.resolve()): Promise<Visit> {
  const address = await serve(folder);
  const page = await openPage(browser);
  const outside: string[] = [];
  page.on('request', (request) => { if (!request.url().startsWith(address)) outside.push(request.url()); });
  await page.addInitScript(() => {
    const found: string[] = [];
    Object.assign(window, { found });
    document.addEventListener('securitypolicyviolation', (event) => found.push(`${event.effectiveDirective} ${event.blockedURI}`));
  });
  await prepare(page);
  await page.goto(`${address}taskpane.html`);
  const unexpected = async (): Promise<readonly string[]> => (await page.evaluate(() => (window as unknown as { found: string[] }).found)).filter((one) => !MEANT.includes(one));
  return { page, outside, unexpected };
}

const NOT_IN_EXCEL = 'このページはExcelの中で使います';

describe('the page under its policy, in a browser', () => {
  test('the self-served build works, and reaches no other server', async () => {
    const { page, outside, unexpected } = await visit(self);
    await page.getByText(NOT_IN_EXCEL).waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    expect(await page.getByRole('button').first().evaluate((button) => getComputedStyle(button).borderRadius)).toBe('4px');
    // The reports come a moment after the page.
    await page.waitForFunction((reports) => (window as unknown as { found: string[] }).found.some((one) => one.includes(reports)), USAGE_REPORTS);
    expect(await unexpected()).toEqual([]);
    expect(outside.filter((url) => !url.startsWith(USAGE_REPORTS))).toEqual([]);
  });

  test('the build on Microsoft’s library works with scripts from there', async () => {
    const library = filesOf(self);
    const { page, outside, unexpected } = await visit(builds.make(), (one) => one.route(`${CDN}**`, (route) => {
      const file = library.get(`office/${route.request().url().slice(CDN.length)}`);
      return file ? route.fulfill({ body: file, contentType: 'text/javascript' }) : route.abort();
    }));
    await page.getByText(NOT_IN_EXCEL).waitFor();
    expect(await unexpected()).toEqual([]);
    expect(outside).toContain(`${CDN}office.js`);
    expect(outside.filter((url) => !url.startsWith(CDN) && !url.startsWith(USAGE_REPORTS))).toEqual([]);
  });

  test('script that was not served with the page does not run, and nothing can be sent', async () => {
    const { page, unexpected } = await visit(self);
    await page.getByText(NOT_IN_EXCEL).waitFor();
    const attacked = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.inline = true';
      const style = document.createElement('style');
      style.textContent = 'body { margin: 9px }';
      document.head.append(script, style);
      const sent = await fetch('taskpane.html').then(() => true, () => false);
      return { inline: 'inline' in window, margin: getComputedStyle(document.body).margin, sent };
    });
    expect(attacked).toEqual({ inline: false, margin: '0px', sent: false });
    expect((await unexpected()).map((one) => one.split(' ')[0]).sort()).toEqual(['connect-src', 'script-src-elem', 'style-src-elem']);
  });

  test('a part loaded later comes from beside the page', async () => {
    const { out, errors } = builds.makeOf({ 'entry.js': "import('./later.js').then(({ text }) => { document.title = text; });", 'later.js': "export const text = 'あとから';" });
    expect(errors).toEqual([]);
    const { page, unexpected } = await visit(out, (one) => one.route(`${CDN}**`, (route) => route.abort()));
    await page.waitForFunction(() => document.title === 'あとから');
    expect(await unexpected()).toEqual([]);
  });
});
