import type { Frame, Page } from 'playwright-core';

const WINDOW = { width: 1366, height: 768 };
/** Excel's pane on a small screen. */
const PANE_HEIGHT = 378;
/** What leads from the first-run page to 表を認識. */
export const FIRST = /^(いまある表を使う|Use the tables that are here)$/;

/** The pane on the sample year. */
export async function samplePane(page: Page): Promise<Frame> {
  await page.getByRole('status').filter({ hasText: /開きました|Opened/ }).waitFor();
  return paneOf(page);
}

/** The pane on an empty workbook, which takes the place of the one on screen. */
export async function emptyPane(page: Page): Promise<Frame> {
  await page.getByRole('button', { name: /^(空のブック|Blank workbook)$/ }).click();
  return firstRun(page, /ブック1\.xlsx|Book1\.xlsx/);
}

/** The pane on a workbook of the staff's own, which takes the place of the one on screen. */
export async function staffPane(page: Page, name: string, bytes: Uint8Array): Promise<Frame> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('#ribbon').getByRole('button', { name: /^(開く|Open)$/ }).click()]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  return firstRun(page, name);
}

async function firstRun(page: Page, opened: string | RegExp): Promise<Frame> {
  await page.getByRole('status').filter({ hasText: opened }).waitFor();
  const pane = await paneOf(page);
  await pane.getByRole('button', { name: FIRST }).waitFor();
  return pane;
}

async function paneOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('.pane-slot iframe')).contentFrame();
  if (!frame) throw new Error('the pane has no frame');
  await frame.getByRole('main').waitFor();
  return frame;
}

/** Brings a sheet of the workbook to the front. */
export async function showSheet(pane: Frame, name: string): Promise<void> {
  await pane.evaluate((sheet) => Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).activate();
    await context.sync();
  }), name);
  await settled(pane);
}

/** The pane's own picture, at a width and the height it has on a small screen; the window is as it was afterwards. */
export async function atWidth(page: Page, width: number): Promise<Buffer> {
  const slot = page.locator('.pane-slot');
  const { height } = await sizeOf();
  const before = (await page.locator('.pane').getAttribute('style')) ?? '';
  await page.locator('.pane').evaluate((pane, wanted) => {
    pane.style.width = pane.style.flexBasis = `${wanted}px`;
  }, width + (await sizeOf('.pane')).width - (await sizeOf()).width);
  await page.setViewportSize({ ...WINDOW, height: Math.ceil(WINDOW.height - height + PANE_HEIGHT) });
  await page.waitForTimeout(300);
  const box = await sizeOf();
  if (box.width !== width || Math.floor(box.height) !== PANE_HEIGHT) throw new Error(`the pane is ${box.width}×${box.height}`);
  // The window's lines need not fall on whole pixels.
  const picture = await page.screenshot({ clip: { x: Math.round(box.x), y: Math.round(box.y), width, height: PANE_HEIGHT } });
  await page.locator('.pane').evaluate((pane, style) => pane.setAttribute('style', style), before);
  await page.setViewportSize(WINDOW);
  return picture;

  async function sizeOf(selector?: string): Promise<{ x: number; y: number; width: number; height: number }> {
    const found = await (selector === undefined ? slot : page.locator(selector)).boundingBox();
    if (!found) throw new Error('the pane is not on screen');
    return found;
  }
}

/** Reading, writing and drawing are over. */
export async function settled(pane: Frame): Promise<void> {
  // 作成・更新 reads for several of its sections at once.
  await pane.waitForFunction(() => document.querySelector('[role="progressbar"]') === null);
  await pane.waitForTimeout(1_500);
}
