import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { openPage, startBrowser } from '../support/browser';
import { startServed } from '../setup/served.mjs';
import { withPalette } from './png';
import { atWidth, emptyPane, samplePane, showSheet, staffPane } from './scenes';
import { VIEWS, type View } from './views';

/** Shown by README.md, and so kept with the source. */
const KEPT = path.resolve('assets/screenshots');
const OTHERS = path.resolve('screenshots');
const LOOKS: readonly { readonly name: string; readonly options: BrowserContextOptions }[] = [
  { name: 'light', options: {} },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'contrast', options: { forcedColors: 'active', colorScheme: 'dark' } },
  { name: 'english', options: { locale: 'en-US' } },
];
const README: Readonly<Record<string, string>> = { 'light-page': 'page', 'light-350-home': 'home', 'light-350-detail': 'detail', 'light-350-entry': 'entry' };
/** A day on which the sample year is over, but for figures published later. */
const NOW = '2025-04-21T09:30:00+09:00';

/** `npm run screenshots`: the main views over the built add-in, always with the same figures on the same day. */
async function takeAll(): Promise<void> {
  const [served, browser] = await Promise.all([startServed(), startBrowser()]);
  for (const folder of [KEPT, OTHERS]) mkdirSync(folder, { recursive: true });
  const desk = await openPage(browser);
  const keep = async (name: string, picture: Buffer): Promise<void> => {
    const png = await withPalette(desk, picture);
    const kept = README[name];
    writeFileSync(kept === undefined ? path.join(OTHERS, `${name}.png`) : path.join(KEPT, `${kept}.png`), png);
    process.stdout.write(`${name}.png ${png.length.toLocaleString('en-US')} B\n`);
  };
  try {
    for (const { name: look, options } of LOOKS) {
      const page = await openPage(browser, options);
      // A clock that stood still would hold back the sheet's own bars.
      await page.clock.install({ time: new Date(NOW) });
      await page.goto(served.origin);
      const english = look === 'english';
      const views = VIEWS.filter((view) => look === 'light' || view.everyLook);
      const on = (workbook: View['on']): readonly View[] => views.filter((view) => view.on === workbook);
      await shootViews(page, await samplePane(page, english), on(undefined), look, keep);
      if (look === 'light') {
        await shootViews(page, await emptyPane(page), on('empty'), look, keep);
        await shootViews(page, await staffPane(page), on('staff'), look, keep);
      }
      await page.context().close();
    }
  } finally {
    await browser.close();
    await served.stop();
  }
}

type Keep = (name: string, picture: Buffer) => Promise<void>;

async function shootViews(page: Page, pane: Frame, views: typeof VIEWS, look: string, keep: Keep): Promise<void> {
  for (const view of views) {
    await view.open(pane);
    if (view.sheet !== undefined) {
      await showSheet(pane, view.sheet);
      await keep(`${look}-page`, await page.screenshot());
    }
    for (const width of [350, 320] as const) {
      if (look !== 'light' && width === 320) continue;
      await keep(`${look}-${width}-${view.name}`, await atWidth(page, width));
    }
  }
}

takeAll().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
