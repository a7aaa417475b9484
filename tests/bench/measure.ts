import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { startServed } from '../support/served';
import { pressAll } from './pressing';
import { against, bytes, heading, median, milliseconds, table } from './say';
import { scriptsOf, startPane, weigh } from './starts';
import type { FrameWork } from './trace';

const LIMITS = { homeBytes: 163_000, allBytes: 240_000, home: 500, press: 100 };
const STARTS = Number(process.env.S ?? 5);
const ROUNDS = Number(process.env.R ?? 5);

async function measure(): Promise<void> {
  const [served, browser] = await Promise.all([startServed(), startBrowser()]);
  try {
    await measureStart(browser, served.origin, path.join(served.folder, 'dist'));
    await measurePresses(browser, served.origin);
  } finally {
    await browser.close();
    await served.stop();
  }
}

async function measureStart(browser: Browser, origin: string, build: string): Promise<void> {
  // The first one warms up the browser.
  const { scripts } = await startPane(browser, origin);
  const runs: FrameWork[] = [];
  for (let run = 0; run < STARTS; run++) runs.push((await startPane(browser, origin)).work);
  const home = weigh(build, scripts);
  const all = weigh(build, scriptsOf(build));
  heading('JavaScript after gzip, without office.js');
  table([
    ['until home can be used', bytes(home), `limit ${bytes(LIMITS.homeBytes)}`, against(home, LIMITS.homeBytes)],
    ['everything', bytes(all), `limit ${bytes(LIMITS.allBytes)}`, against(all, LIMITS.allBytes)],
  ]);
  const own = runs.map((run) => run.own);
  const middle = median(own);
  const of = (part: (run: FrameWork) => number): string => milliseconds(median(runs.map(part)));
  heading(`The pane's own frame on the main thread until home can be used (median of ${STARTS}, ${milliseconds(Math.min(...own))} to ${milliseconds(Math.max(...own))})`);
  table([
    ['together, office.js too', milliseconds(middle), `limit ${milliseconds(LIMITS.home)}`, against(middle, LIMITS.home)],
    ['  below office.js', of((run) => run.office), '', ''],
    ['  everything else', of((run) => run.own - run.office), '', ''],
    ['by the clock', of((run) => run.clock), '', ''],
    ['longest task by the clock', of((run) => run.longest), '', ''],
    ['not told apart from the page around it', of((run) => run.shared), '', ''],
  ]);
}

async function measurePresses(browser: Browser, origin: string): Promise<void> {
  const found = await pressAll(browser, origin, ROUNDS);
  heading(`Presses: from the input to the first changed frame (median and most of ${ROUNDS}, limit ${milliseconds(LIMITS.press)}), then to the last change`);
  const rows = [...found].map(([name, times]) => {
    const shown = times.map((time) => time.shown);
    const last = times.at(-1);
    return [name, milliseconds(median(shown)), milliseconds(Math.max(...shown)), against(Math.max(...shown), LIMITS.press), milliseconds(median(times.map((time) => time.done))), `${last?.syncs ?? 0}`, `${last?.actions ?? 0}`];
  });
  table([['', 'median', 'most', '', 'over', 'syncs', 'actions'], ...rows]);
}

measure().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
