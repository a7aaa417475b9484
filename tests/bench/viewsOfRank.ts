import type { Frame } from 'playwright-core';
import { BRANCHES } from '../../src/domain/rank/branches';
import { detailWords } from '../../src/taskpane/detail/words';
import { settled } from './scenes';
import { spoken, top } from './spoken';
import type { View } from './views';

/** Figures as they lie about a mean; the own branch has the sample year's. */
const figure = (branch: string, index: number): string => (branch === '群馬' ? '94.3%' : `${(94.6 + 1.9 * Math.sin(index * 2.4) + 1.2 * Math.sin(index * 0.7)).toFixed(1)}%`);
const listOf = (branches: readonly string[]): string => ['支部\t令和7年3月', '全国平均\t94.5%', ...branches.map((branch) => `${branch}支部\t${figure(branch, BRANCHES.indexOf(branch))}`)].join('\n');

const read = async (pane: Frame, text: string): Promise<void> => {
  await pane.getByRole('textbox').fill(text);
  await pane.getByRole('textbox').evaluate((field) => field.scrollTo(0, 0));
  await settled(pane);
};

/** 順位を貼り付け, from the detail of a KPI. */
export const RANK_VIEWS: readonly View[] = [
  { name: 'rank-empty', open: async (pane) => {
    await spoken(pane, detailWords, ({ pasteRank }) => pasteRank).click();
    await settled(pane);
  } },
  { name: 'rank', everyLook: true, open: async (pane) => {
    // In the other looks it is opened here.
    if (await pane.getByRole('textbox').count() === 0) {
      await spoken(pane, detailWords, ({ pasteRank }) => pasteRank).click();
      await settled(pane);
    }
    await read(pane, listOf(BRANCHES));
    await top(pane);
  } },
  { name: 'rank-missing', open: async (pane) => {
    await read(pane, listOf(BRANCHES.filter((branch) => branch !== '岩手')).replace('青森', '青林'));
    await pane.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  } },
];
