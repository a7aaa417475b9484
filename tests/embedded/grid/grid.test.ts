import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { columnPixels, rowPixels } from '../../../src/embedded/grid/view/pixels';
import { newWorkbook } from '../../../src/embedded/xlsx/open';
import { readCell } from '../../../src/plan/a1';
import { startBrowser } from '../../support/browser';
import { Bench } from '../../support/laidOut';
import { gridPage } from './gridPage';

const HEADER = { width: 46, height: 20 };
const BLUE = '#1F4E9E';

let browser: Browser;
let bench: Bench;
let page: Page;
const faults: string[] = [];

const place = (address: string): { row: number; column: number } => {
  const at = readCell(address);
  if (!at) throw new Error(address);
  return at;
};

/** A value as the page's workbook holds it. */
const value = (sheet: string, address: string): Promise<unknown> => page.evaluate(([name, row, column]) => window.live.book.sheets.find((one) => one.name === name)?.cells.get(row * 16_384 + column)?.value ?? null, [sheet, place(address).row, place(address).column] as const);

async function select(sheet: string, address: string): Promise<void> {
  await page.evaluate(([name, row, column]) => {
    const found = window.live.book.sheets.find((one) => one.name === name);
    if (found) window.live.select(found, { row, column, rows: 1, columns: 1 });
    window.grid.focus();
  }, [sheet, place(address).row, place(address).column] as const);
  await expectSoon(() => page.locator('[data-u-comp="defined-name"] input').inputValue(), address);
}

async function expectSoon(read: () => Promise<unknown>, wanted: unknown): Promise<void> {
  const end = Date.now() + 20_000;
  while (Date.now() < end && JSON.stringify(await read()) !== JSON.stringify(wanted)) await page.waitForTimeout(50);
  expect(await read()).toEqual(wanted);
}

/** The colours of a cell's picture, but for the selection's frame around it. */
async function picture(sheet: string, address: string): Promise<string[]> {
  const { row, column } = place(address);
  const model = bench.sheet(sheet);
  const sum = (size: (index: number) => number, count: number): number => Array.from({ length: count }, (_, index) => size(index)).reduce((total, one) => total + one, 0);
  const columns = columnPixels(bench.book, model);
  const rows = rowPixels(model);
  const box = [HEADER.width + sum(columns, column) + 4, HEADER.height + sum(rows, row) + 4, columns(column) - 8, rows(row) - 8] as const;
  return page.evaluate(([x, y, width, height]) => {
    const { data } = document.querySelector<HTMLCanvasElement>('canvas[id^="univer-sheet-main"]')?.getContext('2d')?.getImageData(x, y, width, height) ?? { data: [] };
    return Array.from({ length: data.length / 4 }, (_, at) => `#${[0, 1, 2].map((part) => (data[at * 4 + part] ?? 0).toString(16).padStart(2, '0')).join('')}`.toUpperCase());
  }, box);
}

const ground = async (sheet: string, address: string): Promise<string | undefined> => (await picture(sheet, address))[0];

async function enter(text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

beforeAll(async () => {
  const opened = newWorkbook();
  bench = new Bench(opened.book);
  await bench.all();
  browser = await startBrowser();
  page = await gridPage(browser, opened.save(), (message) => faults.push(message));
});
afterEach(() => {
  expect(faults.splice(0)).toEqual([]);
});
afterAll(() => browser.close());

describe('a workbook in the grid', () => {
  test('a mark that is typed is shown with the formula over it, in the colour of the conditional format; Ctrl+Z takes all back', async () => {
    await select('事業計画', 'G7');
    const before = await picture('事業計画', 'I7');
    expect(await value('事業計画', 'I7')).toBe('△');
    await page.keyboard.type('◎');
    await expectSoon(() => page.evaluate(() => window.live.host.cellEdit.active), true);
    await page.keyboard.press('Enter');
    await expectSoon(() => value('事業計画', 'I7'), '◎');
    await expectSoon(() => ground('事業計画', 'I7'), BLUE);
    expect(await page.evaluate(() => window.live.host.cellEdit.active)).toBe(false);
    await page.keyboard.press('Control+z');
    await expectSoon(() => value('事業計画', 'I7'), '△');
    await expectSoon(() => picture('事業計画', 'I7'), before);
  });

  test('a figure changes the total that is drawn', async () => {
    await select('業務', 'C9');
    const before = await picture('業務', 'C15');
    await enter('9999');
    await expectSoon(() => value('業務', 'C15'), 10_311);
    await expectSoon(async () => (await picture('業務', 'C15')).join() === before.join(), false);
  });

  test('what is refused is said in words and is not shown', async () => {
    await select('事業計画', 'G8');
    const before = await picture('事業計画', 'G8');
    await enter('abc');
    await page.getByRole('alert').filter({ hasText: '「abc」は入力されていません' }).waitFor();
    await expectSoon(() => picture('事業計画', 'G8'), before);
    await page.getByRole('button', { name: '閉じる' }).click();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('a drop-down list opens with Alt+↓ and gives its choice', async () => {
    await select('事業計画', 'G10');
    await page.keyboard.press('Alt+ArrowDown');
    expect(await page.getByRole('option').allTextContents()).toEqual(['◎', '○', '△', '×', '□', '－']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectSoon(() => value('事業計画', 'G10'), '○');
    await page.keyboard.press('Delete');
    await expectSoon(() => value('事業計画', 'G10'), null);
  });

  test('cells are copied as Excel does, and pasted with their formulas moved', async () => {
    await select('業務', 'C15');
    await page.keyboard.press('Control+c');
    await expectSoon(() => page.evaluate(() => navigator.clipboard.readText()), '10,311\r\n');
    await select('業務', 'Q15');
    await page.keyboard.press('Control+v');
    await expectSoon(() => page.evaluate(() => window.live.book.sheets.find(({ name }) => name === '業務')?.cells.get(14 * 16_384 + 16)?.formula), (bench.cell('業務', 'C15').formula ?? '').replace(/\bC(\d)/g, 'Q$1'));
    await page.evaluate(() => navigator.clipboard.writeText('12\t"二行\nの文"\r\n4.5%\t\r\n'));
    await select('業務', 'R20');
    await page.keyboard.press('Control+v');
    await expectSoon(() => Promise.all(['R20', 'S20', 'R21', 'S21'].map((address) => value('業務', address))), [12, '二行\nの文', 0.045, null]);
  });

  test('the charts of a sheet are drawn with their titles', async () => {
    await select('年間まとめ', 'B232');
    const titles = bench.sheet('年間まとめ').charts.map(({ title = '' }) => title);
    await expectSoon(() => page.locator('.grid-charts').first().locator('svg[role="img"]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), titles);
  });

  test('keys for looks do nothing: the file has no way to keep them', async () => {
    await select('KPI', 'C9');
    const before = await picture('KPI', 'C9');
    for (const keys of ['Control+b', 'Control+i', 'Control+u', 'Control+d', 'Control+Shift++']) await page.keyboard.press(keys);
    await page.waitForTimeout(300);
    expect(await picture('KPI', 'C9')).toEqual(before);
  });

  test('tabs bring their sheets to the front and nothing else; what the grid does not do is said', async () => {
    const tab = page.getByRole('tab', { name: 'KPI', exact: true });
    await tab.dblclick();
    await expectSoon(() => page.evaluate(() => window.live.book.sheets[window.live.book.activeSheet]?.name), 'KPI');
    await select('KPI', 'E9');
    await page.keyboard.type('91');
    await page.keyboard.press('Enter');
    await expectSoon(() => value('KPI', 'E9'), 0.91);
    expect(await tab.textContent()).toBe('KPI');
    await page.keyboard.press('Control+b');
    await page.getByRole('alert').filter({ hasText: 'この画面ではできません' }).waitFor();
    await page.getByRole('button', { name: '閉じる' }).click();
  });

  test('sheets that come, go or hide are seen at the tabs, and typing goes on', async () => {
    await select('業務', 'C9');
    await page.evaluate(async () => {
      const { book } = window.live;
      const hidden = book.sheets.find(({ name }) => name === 'レセプト');
      const shown = book.sheets.find(({ name }) => name === '業務');
      if (hidden) hidden.visibility = 'Hidden';
      if (shown) await window.live.type(shown, [{ row: 8, column: 2, text: '5' }]);
    });
    await expectSoon(() => page.getByText('レセプト', { exact: true }).count(), 0);
    await page.keyboard.press('Escape');
    await select('業務', 'C10');
    await enter('7');
    await expectSoon(() => value('業務', 'C10'), 7);
  });
});
