import type { Page } from 'playwright-core';
import { Traffic } from '../../src/embedded/host/traffic';
import type { RequestBody } from '../../src/embedded/host/wire';

export interface Counted {
  readonly syncs: number;
  readonly actions: number;
}

/** Requests that the pane sent to the workbook since this was last asked. */
export async function takeTraffic(page: Page): Promise<Counted> {
  const texts = await page.evaluate(() => window.officeRequests?.splice(0) ?? []);
  const traffic = new Traffic();
  for (const text of texts) {
    const { _data: { ArrayData: [, , , , body] } } = JSON.parse(text) as { _data: { ArrayData: readonly string[] } };
    if (body !== undefined) traffic.record(body, JSON.parse(body) as RequestBody);
  }
  const own = traffic.requests.filter((request) => !request.onlyReleases);
  return { syncs: own.length, actions: own.reduce((sum, request) => sum + request.actions, 0) };
}
