import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { openPage, startBrowser } from '../support/browser';
import { startServed } from '../setup/served.mjs';
import { withPalette } from './png';
import { manyTables } from './manyTables';
import { atWidth, emptyPane, samplePane, showSheet, staffPane } from './scenes';
import { VIEWS, type Opened } from './views';

/** Shown by README.md, and so kept with the source. */
const KEPT = path.resolve('assets/screenshots');
const OTHERS = path.resolve('screenshots');
const LOOKS: readonly { readonly name: string; readonly options: BrowserContextOptions }[] = [
  { name: 'light', options: {} },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'contrast', options: { forcedColors: 'active', colorScheme: 'dark' } },
  { name: 'english', options: { locale: 'en-US' } },
];
const README: Readonly<Record<string, string>> = {
  'light-page': 'page', 'light-350-home': 'home', 'light-350-detail': 'detail', 'light-350-entry': 'entry', 'light-350-adopt': 'adopt', 'light-350-import-preview': 'import',
};
const staffs = (name: string) => (page: Page): Promise<Frame> => staffPane(page, name, readFileSync(path.resolve('tests/adopt/shapes', name)));
const OPEN: Readonly<Record<Opened, (page: Page) => Promise<Frame>>> = {
  empty: emptyPane, plan: emptyPane, text: samplePane, records: samplePane,
  staff: staffs('16-other-labels.xlsx'), none: staffs('90-calendars.xlsx'), many: (page) => staffPane(page, '各グループの表.xlsx', manyTables()),
};
/** A day on which the sample year is over, but for figures published later. */
const NOW = '2025-04-21T09:30:00+09:00';

/** `npm run screenshots [-- look or workbook …]`: the main views over the built add-in, always with the same figures on the same day; some looks and workbooks alone where they are named. */
async function takeAll(only: readonly string[]): Promise<void> {
  const [served, browser] = await Promise.all([startServed(), startBrowser()]);
  for (const folder of [KEPT, OTHERS]) mkdirSync(folder, { recursive: true });
  const desk = await openPage(browser);
  const wanted = (name: string, among: readonly string[]): boolean => only.includes(name) || !among.some((one) => only.includes(one));
  const keep = async (name: string, picture: Buffer): Promise<void> => {
    const png = await withPalette(desk, picture);
    const kept = README[name];
    writeFileSync(kept === undefined ? path.join(OTHERS, `${name}.png`) : path.join(KEPT, `${kept}.png`), png);
    process.stdout.write(`${name}.png ${png.length.toLocaleString('en-US')} B\n`);
  };
  try {
    for (const { name: look, options } of LOOKS) {
      const views = VIEWS.filter((view) => look === 'light' || view.everyLook);
      for (const workbook of new Set(views.map((view) => view.on))) {
        if (!wanted(look, LOOKS.map((one) => one.name)) || !wanted(workbook ?? 'sample', ['sample', ...Object.keys(OPEN)])) continue;
        const page = await openPage(browser, options);
        // A clock that stood still would hold back the sheet's own bars.
        await page.clock.install({ time: new Date(NOW) });
        await page.goto(served.origin);
        const first = await samplePane(page);
        await shootViews(page, workbook === undefined ? first : await OPEN[workbook](page), views.filter((view) => view.on === workbook), look, keep);
        await page.context().close();
      }
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
    for (const width of [350, ...(look === 'light' ? [320] : []), ...(view.wide ? [560] : [])]) {
      await keep(`${look}-${width}-${view.name}`, await atWidth(page, width));
    }
  }
}

takeAll(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
