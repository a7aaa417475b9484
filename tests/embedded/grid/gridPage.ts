import type { BuildOptions } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { mountGrid } from '../../../src/embedded/grid/mountGrid';
import type { LiveWorkbook } from '../../../src/embedded/live/liveWorkbook';
import type { openLive } from '../../../src/embedded/live/openLive';
import { openPage } from '../../support/browser';

declare global {
  interface Window {
    openLive: typeof openLive;
    mountGrid: typeof mountGrid;
    live: LiveWorkbook;
    grid: Awaited<ReturnType<typeof mountGrid>>;
  }
}

const ROOT = path.join(__dirname, '../../..');
const ORIGIN = 'https://grid.test';
const HTML = '<!doctype html><html lang="ja"><meta charset="utf-8"><link rel="stylesheet" href="/grid.css"><style>html,body,#grid{margin:0;height:100%}</style><div id="grid"></div><script src="/grid.js"></script></html>';

/** The grid's script and style sheet. Built in a process of its own: esbuild does not run inside jest. */
function build(): Map<string, { contentType: string; body: Buffer | string }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'grid-'));
  try {
    const options: BuildOptions = { absWorkingDir: ROOT, entryPoints: [path.join(__dirname, 'gridEntry.ts')], outfile: path.join(folder, 'grid.js'), bundle: true, format: 'iife', target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'error' };
    execFileSync(process.execPath, ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`], { cwd: ROOT });
    return new Map([
      ['/', { contentType: 'text/html', body: HTML }],
      ['/grid.js', { contentType: 'text/javascript', body: readFileSync(path.join(folder, 'grid.js')) }],
      ['/grid.css', { contentType: 'text/css', body: readFileSync(path.join(folder, 'grid.css')) }],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A page that shows a workbook file in the grid, and nothing else. @param fault hears of errors nobody caught */
export async function gridPage(browser: Browser, file: Uint8Array, fault: (message: string) => void): Promise<Page> {
  const files = build();
  const page = await openPage(browser);
  page.on('pageerror', (error) => fault(error.stack ?? error.message));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
  await page.route(`${ORIGIN}/**`, (route) => route.fulfill(files.get(new URL(route.request().url()).pathname) ?? { status: 404 }));
  await page.goto(ORIGIN);
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    window.live = await window.openLive(bytes, '年度.xlsx');
    const place = document.getElementById('grid');
    if (place) window.grid = await window.mountGrid(place, window.live);
    window.grid.focus();
  }, Buffer.from(file).toString('base64'));
  return page;
}
