import path from 'node:path';
import { scriptBudgets } from '../../package.json';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser';
import { startServed } from '../setup/served.mjs';
import { pressAll } from './pressing';
import { against, bytes, heading, median, milliseconds, table } from './say';
import { scriptsOf, startPane, weigh } from './starts';
import { timeThinking } from './thinking';
import type { FrameWork } from './trace';

/** Bytes after gzip -9, and milliseconds. */
const LIMITS = { homeBytes: scriptBudgets.home, allBytes: scriptBudgets.everything, home: 500, press: 100 };
const STARTS = 5;
const ROUNDS = 5;

/**
 * `npm run measure`: what the pane weighs and how quick it is in a browser, over the built add-in. Ends with code 1 over a limit.
 * Starting is held against its limit by the thread's own time, which other programs of the machine do not lengthen.
 */
async function measure(): Promise<void> {
  const [served, browser] = await Promise.all([startServed(), startBrowser()]);
  try {
    await measureStart(browser, served.origin, path.join(served.folder, 'dist'));
    await measurePresses(browser, served.origin);
    await measureThinking(served.folder);
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
  heading(`Presses: from the input to the first frame of the pane that shows a change (${ROUNDS} of each, limit ${milliseconds(LIMITS.press)} for all but one)`);
  const most = (values: readonly number[]): number => Math.max(...values);
  // One slow frame alone may be another program's doing.
  const mostButOne = (values: readonly number[]): number => [...values].sort((a, b) => b - a)[1] ?? most(values);
  const rows = [...found].map(([name, times]) => {
    const shown = times.map((time) => time.shown);
    const last = times.at(-1);
    const sent = last === undefined || last.syncs === 0 ? ['', ''] : [`${last.syncs}`, `${last.actions}`];
    return [name, milliseconds(median(shown)), milliseconds(most(shown)), against(mostButOne(shown), LIMITS.press), milliseconds(most(times.map((time) => time.timed))), milliseconds(median(times.map((time) => time.done))), ...sent];
  });
  table([['', 'median', 'most', '', 'on screen', 'last change', 'syncs', 'actions'], ...rows]);
}

async function measureThinking(site: string): Promise<void> {
  heading('Thinking without Excel, in Node: the heaviest, the first time and later');
  table((await timeThinking(site)).slice(0, 5).map(({ name, first, later }) => [name, milliseconds(first), milliseconds(later)]));
}

measure().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
