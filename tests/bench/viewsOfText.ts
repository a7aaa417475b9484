import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import sample from '../../seeds/gunma-2024.json';
import { importWords } from '../../src/taskpane/adopt/importWords';
import { settled } from './scenes';
import { breakReading, scrollTo, spoken, top } from './spoken';
import type { View } from './views';

const word = (pane: Frame, pick: (words: typeof importWords.ja) => string): Locator => spoken(pane, importWords, pick);
const HEAD = ['令和6年度', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月', '計'].join('\t');

/** Two rows of a table as a mail brings them: one figure is another than the sample's, and the total does not follow it. */
function mailed(): string {
  const rowOf = (id: string, label: string): string => {
    const found = sample.series.find(({ row, year }) => row === id && year === 2024);
    const months = (found?.months ?? []).map(Number);
    const total = months.reduce((sum, figure) => sum + figure, 0);
    return [label, ...months.map((figure, month) => (id === 'T02-02' && month === 8 ? figure + 20 : figure)), total].join('\t');
  };
  return ['郵送化率', HEAD, rowOf('T02-02', '窓口件数'), rowOf('T02-03', '郵送件数')].join('\n');
}
/** The same with what is not understood: a table and a line without definitions, and texts where figures should be. */
const odd = (): string => [mailed(), `照会の件数${'\t12'.repeat(13)}`, '', 'サービススタンダード', HEAD, `傷病手当金\t約300\t済${'\t321'.repeat(10)}\t3531`, '', '来客対応', HEAD, `来客数${'\t7'.repeat(12)}\t84`].join('\n');

const enter = async (pane: Frame): Promise<void> => {
  await pane.getByRole('navigation').getByRole('button').nth(2).click();
  await pane.getByRole('button', { name: /^(文章から取り込み|Read from text)$/ }).click();
  await settled(pane);
};
const read = async (pane: Frame, text: string): Promise<void> => {
  await pane.getByRole('textbox').fill(text);
  await word(pane, (words) => words.read).click();
  await settled(pane);
};
const again = async (pane: Frame, text: string): Promise<void> => {
  await word(pane, ({ edit }) => edit).click();
  await read(pane, text);
};

/** 文章から取り込み on the sample year's workbook, and on an empty one. */
export const TEXT_VIEWS: readonly View[] = [
  { name: 'import-empty', on: 'text', open: enter },
  { name: 'import', on: 'text', everyLook: true, wide: true, open: async (pane) => {
    if (await pane.getByRole('textbox').count() === 0) await enter(pane);
    await pane.getByRole('textbox').fill(mailed());
    await pane.getByRole('textbox').evaluate((field) => field.scrollTo(0, 0));
  } },
  { name: 'import-preview', on: 'text', everyLook: true, wide: true, open: async (pane) => {
    await word(pane, (words) => words.read).click();
    await settled(pane);
    await pane.getByRole('checkbox').last().check();
    await top(pane);
  } },
  { name: 'import-corrections', on: 'text', everyLook: true, wide: true, open: async (pane) => {
    await pane.getByRole('button', { name: '郵送化率', exact: true }).click();
    await scrollTo(pane.getByRole('button', { name: '郵送化率', exact: true }));
  } },
  { name: 'import-odd', on: 'text', everyLook: true, wide: true, open: async (pane) => {
    await again(pane, odd());
    await top(pane);
  } },
  { name: 'import-own', on: 'text', everyLook: true, open: async (pane) => {
    await pane.getByRole('button', { name: '来客対応', exact: true }).click();
    await scrollTo(pane.getByRole('button', { name: '来客対応', exact: true }));
  } },
  { name: 'import-odd-below', on: 'text', open: async (pane) => {
    const closed = pane.getByRole('button', { expanded: false });
    while (await closed.count() > 0) await closed.first().click();
    await pane.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  } },
  { name: 'import-question', on: 'text', open: async (pane) => {
    await pane.getByRole('checkbox').last().check();
    await word(pane, ({ write }) => write).click();
    await settled(pane);
    await top(pane);
  } },
  { name: 'import-none', on: 'text', everyLook: true, open: async (pane) => {
    const no = pane.getByRole('button', { name: 'やめる' });
    if (await no.isVisible()) await no.click();
    await again(pane, 'いつもお世話になっております。\n先月の実績をお送りします。');
  } },
  { name: 'import-failed', on: 'text', open: async (pane) => {
    await breakReading(pane);
    await again(pane, mailed());
  } },
  { name: 'import-plan', on: 'plan', everyLook: true, wide: true, open: async (pane) => {
    await pane.getByRole('button', { name: /^(あとで|Later)$/ }).click();
    await enter(pane);
    await read(pane, readFileSync(path.resolve('tests/domain/text/plan-r6-tables.txt'), 'utf8'));
    await top(pane);
  } },
  { name: 'import-plan-tables', on: 'plan', wide: true, open: async (pane) => {
    const table = pane.getByRole('button', { name: '郵送化率', exact: true });
    await table.click();
    await scrollTo(table);
  } },
];
