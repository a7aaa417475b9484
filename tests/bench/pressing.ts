import type { Frame, Page } from 'playwright-core';
import { openPage } from '../support/browser';
import { everyFirstPress, everyPress, type Press } from './presses';
import { timePress, usablePane, watch, type PressTime } from './probe';
import { takeTraffic, type Counted } from './traffic';

/** Times of each press by its name, a line each time, with the requests it led to. */
export type Pressed = ReadonlyMap<string, readonly (PressTime & Counted)[]>;

/** Goes through every press `rounds` times, on the sample and on workbooks that begin empty. @throws Error naming the press where one shows nothing */
export async function pressAll(browser: Parameters<typeof openPage>[0], origin: string, rounds: number): Promise<Pressed> {
  const page = await openPage(browser);
  const found = new Map<string, (PressTime & Counted)[]>();
  try {
    await watch(page);
    await page.goto(origin);
    const pane = await usablePane(page);
    for (let round = 0; round < rounds; round++) await pressEach(pane, everyPress(pane), round);
    for (let round = 0; round < rounds; round++) {
      const empty = await emptyWorkbook(page);
      await pressEach(empty, everyFirstPress(empty), round);
    }
  } finally {
    await page.context().close();
  }
  return found;

  async function pressEach(pane: Frame, presses: readonly Press[], round: number): Promise<void> {
    for (const { name, first, press, done } of presses) {
      try {
        await first?.(round);
        await idle(pane);
        await takeTraffic(page);
        const time = await timePress(pane, () => press(round), async () => done?.());
        await idle(pane);
        const times = found.get(name) ?? [];
        times.push({ ...time, ...(await takeTraffic(page)) });
        found.set(name, times);
      } catch (error) {
        throw new Error(`${name} (${round + 1}): ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  }
}

/** Nothing is left to do, in the pane and around it: what one press set off is not laid to the next. */
async function idle(pane: Frame): Promise<void> {
  await pane.evaluate(() => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 250)));
}

async function emptyWorkbook(page: Page): Promise<Frame> {
  await page.getByRole('button', { name: '空のブック' }).click();
  const lose = page.getByRole('button', { name: '保存せずに進む' });
  const opened = page.getByRole('status').filter({ hasText: '「ブック1.xlsx」を開きました' });
  await lose.or(opened).first().waitFor();
  if (await lose.isVisible()) await lose.click();
  await opened.waitFor();
  const frame = await (await page.waitForSelector('.pane-slot iframe')).contentFrame();
  if (!frame) throw new Error('the pane has no frame');
  await frame.getByRole('button', { name: '標準の表を配置' }).waitFor();
  return frame;
}
