import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { openPage } from '../support/browser';
import { PANE, usablePane, USABLE, watch } from './probe';
import { CATEGORIES, frameWork, readTrace, type FrameWork } from './trace';

export interface PaneStart {
  readonly work: FrameWork;
  /** Names of the scripts the pane had loaded by then, office.js's not among them. */
  readonly scripts: readonly string[];
}

/** Opens the site in a window of its own, nothing cached, and follows the pane until home can be used. */
export async function startPane(browser: Browser, origin: string): Promise<PaneStart> {
  const page = await openPage(browser);
  try {
    await watch(page);
    await browser.startTracing(page, { categories: CATEGORIES });
    await page.goto(origin);
    const pane = await usablePane(page);
    const work = frameWork(readTrace((await browser.stopTracing()).toString('utf8')), PANE, USABLE);
    const scripts = await pane.evaluate((mark) => {
      const until = performance.getEntriesByName(mark)[0]?.startTime ?? 0;
      return performance.getEntriesByType('resource').filter((entry) => entry.startTime < until).map((entry) => new URL(entry.name).pathname.slice(1));
    }, USABLE);
    return { work, scripts: scripts.filter((name) => name.endsWith('.js') && !name.startsWith('office/')) };
  } finally {
    await page.context().close();
  }
}

/** Bytes after gzip -9 of scripts of a build. */
export function weigh(folder: string, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name)), { level: 9 }).length, 0);
}

/** Every script of a build but office.js's, which lie in a folder of their own. */
export const scriptsOf = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.js'));
