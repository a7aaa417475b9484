import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type LaunchOptions, type Page } from 'playwright-core';
import { unpackOnce } from './unpackOnce';

/** What a browser on a machine without a screen, and perhaps without much shared memory, needs. */
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=ja-JP'];
const DEBIAN = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/**
 * Starts a browser for tests: the one that BROWSER_PATH names, and no other; else the one that comes with the npm packages
 * (Linux on x64), an installed Chrome or Edge, or Debian's Chromium, whichever starts first.
 * @throws Error with what each of them said
 */
export async function startBrowser(): Promise<Browser> {
  const named = process.env['BROWSER_PATH'];
  const candidates: readonly Candidate[] = named === undefined ? [fromPackage, ...['chrome', 'msedge'].map((channel) => () => Promise.resolve({ channel })), ...DEBIAN.map(installed)] : [installed(named)];
  const said: string[] = [];
  for (const candidate of candidates) {
    try {
      return await chromium.launch({ ...(await candidate()), args: QUIET });
    } catch (error) {
      said.push(error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error));
    }
  }
  throw new Error(`no browser starts:\n${said.join('\n')}`);
}

/** A page as a Japanese clerk has it, 1366×768 with dates in Tokyo's time; certificates of this machine are taken. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 1366, height: 768 }, ignoreHTTPSErrors: true, ...options });
  return context.newPage();
}

type Candidate = () => Promise<LaunchOptions>;

const installed = (executablePath: string): Candidate => () => Promise.resolve({ executablePath });

/** Where Linux keeps the library that a machine without a desktop lacks. */
const NSS = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'].map((folder) => `${folder}/libnss3.so`);

/** Unpacks into the folder for temporary files, once. */
async function fromPackage(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('the npm package has a browser for Linux on x64 only');
  // The package brings that library too, but unpacks it only where it is told that it runs at Amazon's.
  if (!NSS.some((file) => existsSync(file))) process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: Chromium } = await import('@sparticuz/chromium');
  return { executablePath: await unpackOnce('test-chromium', () => Chromium.executablePath()) };
}
