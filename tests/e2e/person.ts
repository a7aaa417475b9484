import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { FrameLocator, Locator } from 'playwright-core';
import { columnPixels, rowPixels } from '../../src/embedded/grid/view/pixels';
import { cellKey, type Book, type Cell, type Sheet } from '../../src/embedded/model/book';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { readCell } from '../../src/plan/a1';
import type { testWindow } from './testWindow';

/** Width of the row numbers and height of the column letters, in pixels. */
const HEADER = { width: 46, height: 20 };

/** What a person does at the window. All waits end in a failure after Playwright's 30 s. */
export class Person {
  constructor(private readonly window: ReturnType<typeof testWindow>) {}

  /** What is in the pane. */
  get pane(): FrameLocator {
    return this.window.page.frameLocator('.pane-slot iframe');
  }

  button(name: string | RegExp): Locator {
    return this.pane.getByRole('button', { name, exact: true });
  }

  text(words: string | RegExp): Locator {
    return this.pane.getByText(words).filter({ visible: true }).first();
  }

  ribbon(name: string): Locator {
    return this.window.page.locator('#ribbon').getByRole('button', { name, exact: true });
  }

  tab(sheet: string): Locator {
    return this.window.page.locator('.univer-slide-tab-item, [data-u-comp="slide-tab-item"]').getByText(sheet, { exact: true });
  }

  async blank(): Promise<void> {
    await this.window.goTo();
    await this.ribbon('空のブック').click();
    await this.window.status('「ブック1.xlsx」を開きました');
  }

  async saved(): Promise<Buffer> {
    const [download] = await Promise.all([this.window.page.waitForEvent('download'), this.ribbon('名前を付けて保存').click()]);
    return readFileSync(await download.path());
  }

  /** Opens a file by the file chooser. */
  async choose(name: string, bytes: Uint8Array): Promise<void> {
    const [chooser] = await Promise.all([this.window.page.waitForEvent('filechooser'), this.ribbon('開く').click()]);
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await this.window.status(`「${name}」を開きました`);
  }

  /** Values of an area as the add-in would read them. */
  async values(sheet: string, address: string): Promise<unknown[][]> {
    return (await this.window.pane()).evaluate(([name, area]) => Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(name).getRange(area);
      range.load('values');
      await context.sync();
      return range.values as unknown[][];
    }), [sheet, address] as const);
  }

  /** Goes to a cell by the name box and types into it. */
  async typeInto(sheet: string, address: string, text: string): Promise<void> {
    await this.select(sheet, address);
    await this.window.page.keyboard.type(text);
    await this.window.page.keyboard.press('Enter');
  }

  async select(sheet: string, address: string): Promise<void> {
    await this.tab(sheet).click();
    const box = this.window.page.locator('[data-u-comp="defined-name"] input');
    // The grid writes into the box too, when the sheet that comes to the front has been drawn.
    await soon(async () => {
      await box.fill(address);
      await box.press('Enter');
      await this.window.page.waitForTimeout(100);
      return [await box.inputValue(), await this.window.page.evaluate(() => document.activeElement?.closest('#sheet') !== null)];
    }, [address, true]);
  }

  /** The colour of a cell's ground on screen, of the sheet in front scrolled to its start. @param file the workbook as saved, for the sizes */
  async ground(file: Uint8Array, sheet: string, address: string): Promise<string> {
    const { book } = openWorkbook(file, 'x.xlsx');
    const { row, column } = at(address);
    const model = sheetOf(book, sheet);
    const sum = (size: (index: number) => number, count: number): number => Array.from({ length: count }, (_, index) => size(index)).reduce((total, one) => total + one, 0);
    const place = [HEADER.width + sum(columnPixels(book, model), column) + 4, HEADER.height + sum(rowPixels(model), row) + 4] as const;
    return this.window.page.evaluate(([x, y]) => {
      const { data } = document.querySelector<HTMLCanvasElement>('canvas[id^="univer-sheet-main"]')?.getContext('2d')?.getImageData(x, y, 1, 1) ?? { data: [] };
      return `#${[0, 1, 2].map((part) => (data[part] ?? 0).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
    }, place);
  }
}

/** What can be read becomes what is wanted, within 10 s. */
export async function soon<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  const end = Date.now() + 10_000;
  while (Date.now() < end && JSON.stringify(await read()) !== JSON.stringify(wanted)) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await read()).toEqual(wanted);
}

export function sheetOf(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

export function cellOf(book: Book, sheet: string, address: string): Cell {
  const { row, column } = at(address);
  return sheetOf(book, sheet).cells.get(cellKey(row, column)) ?? {};
}

function at(address: string): { readonly row: number; readonly column: number } {
  const cell = readCell(address);
  if (!cell) throw new Error(address);
  return cell;
}
