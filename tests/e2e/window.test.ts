import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { testWindow } from './testWindow';

const window = testWindow();
const { status, open, pane } = window;

/** As an add-in: writes one value into a new sheet, which makes the workbook differ from its file. */
const write = (frame: Frame, value: number) => frame.evaluate((given) => Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getItemOrNullObject('試し');
  await context.sync();
  (sheet.isNullObject ? context.workbook.worksheets.add('試し') : sheet).getRange('B2').values = [[given]];
  await context.sync();
}), value);

async function saved(): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([window.page.waitForEvent('download'), window.page.getByRole('button', { name: '名前を付けて保存' }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('it starts with the sample figures and the add-in of the manifest beside them, from this machine alone', async () => {
  const frame = await open();
  expect(await window.page.getByRole('heading', { level: 1 }).textContent()).toBe('事業計画_令和6年度.xlsx');
  const seen = await frame.evaluate(() => Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load('items/name');
    names.load('items/name');
    await context.sync();
    return { sheets: worksheets.items.map((one) => one.name), names: names.items.length, language: Office.context.displayLanguage, sets: Office.context.requirements.isSetSupported('ExcelApi', '1.14') };
  }));
  expect(seen.sheets).toEqual(expect.arrayContaining(['事業計画', 'KPI']));
  expect(seen.names).toBeGreaterThan(30);
  expect([seen.language, seen.sets]).toEqual(['ja-JP', true]);
  // Opening a workbook and its pane changes nothing.
  expect(await window.page.locator('#dirty').isHidden()).toBe(true);
});

test('what the add-in writes is in the file that is saved', async () => {
  const frame = await open();
  await write(frame, 1234);
  await window.page.getByRole('img', { name: '未保存の変更があります' }).waitFor();
  const { name, bytes } = await saved();
  expect(name).toBe('事業計画_令和6年度.xlsx');
  const sheet = openWorkbook(bytes, name).book.sheets.find((one) => one.name === '試し');
  expect([...(sheet?.cells.values() ?? [])].map((cell) => cell.value)).toEqual([1234]);
  await window.page.getByRole('img', { name: '未保存の変更があります' }).waitFor({ state: 'hidden' });
});

test('changes are not thrown away unasked: Esc stays, the second choice goes on', async () => {
  await write(await open(), 1);
  await window.page.getByRole('button', { name: '空のブック' }).click();
  const dialog = window.page.getByRole('alertdialog', { name: '保存していない変更があります' });
  await dialog.waitFor();
  await window.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await window.page.getByRole('heading', { level: 1 }).textContent()).toBe('事業計画_令和6年度.xlsx');
  await window.page.getByRole('button', { name: '空のブック' }).click();
  await window.page.getByRole('button', { name: '保存せずに進む' }).click();
  await status('「ブック1.xlsx」を開きました');
  const sheets = await (await pane()).evaluate(() => Excel.run(async (context) => {
    const count = context.workbook.worksheets.getCount();
    await context.sync();
    return count.value;
  }));
  expect(sheets).toBe(1);
});

test('leaving the page with changes is asked about, without changes it is not', async () => {
  const frame = await open();
  let asked = 0;
  window.page.on('dialog', (dialog) => {
    asked++;
    void dialog.accept();
  });
  await window.page.getByRole('heading', { level: 1 }).click();
  await window.page.reload();
  expect(asked).toBe(0);
  await write(await pane(), 1);
  await window.page.getByRole('heading', { level: 1 }).click();
  await window.page.reload();
  expect(asked).toBe(1);
  expect(frame.isDetached()).toBe(true);
});

test('a workbook that was saved is opened again; a file that is none is refused in words, and the old one stays', async () => {
  await write(await open(), 77);
  const { bytes } = await saved();
  const choose = async (name: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([window.page.waitForEvent('filechooser'), window.page.getByRole('button', { name: '開く', exact: true }).click()]);
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  await choose('計画.xlsx', bytes);
  await status('「計画.xlsx」を開きました');
  await choose('古い.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  const dialog = window.page.getByRole('alertdialog', { name: 'ファイルを開けませんでした' });
  expect(await dialog.textContent()).toMatch(/「古い\.xls」は、.*ください。.*いま開いているブックは、そのままです。/);
  await window.page.keyboard.press('Enter');
  expect(await window.page.getByRole('heading', { level: 1 }).textContent()).toBe('計画.xlsx');
});

test('the pane opens and closes from the ribbon, and the language changes both', async () => {
  await open();
  const button = window.page.getByRole('button', { name: '事業計画アシスタント' });
  await button.click();
  await window.page.locator('.pane').waitFor({ state: 'hidden' });
  expect(await button.getAttribute('aria-pressed')).toBe('false');
  await button.click();
  await window.page.locator('.pane').waitFor();
  await window.page.getByRole('combobox', { name: '表示言語' }).selectOption('en-US');
  await window.page.getByRole('button', { name: 'Business Plan Assistant' }).waitFor();
  expect(await (await pane()).evaluate(() => Office.context.displayLanguage)).toBe('en-US');
});
