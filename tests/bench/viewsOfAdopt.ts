import type { Frame, Locator } from 'playwright-core';
import { adoptWords } from '../../src/taskpane/adopt/words';
import { FIRST, settled } from './scenes';
import { breakReading, scrollTo, spoken, top, YES } from './spoken';
import type { View } from './views';

const word = (pane: Frame, pick: (words: typeof adoptWords.ja) => string): Locator => spoken(pane, adoptWords, pick);
const named = (pane: Frame, name: string): Locator => pane.getByRole('button', { name, exact: true });
const enter = async (pane: Frame): Promise<void> => {
  await pane.getByRole('button', { name: FIRST }).click();
  await settled(pane);
};
const agree = async (pane: Frame): Promise<void> => {
  await pane.getByRole('button', { name: YES }).click();
  await settled(pane);
};

/** 表を認識 on workbooks of the staff's own. */
export const ADOPT_VIEWS: readonly View[] = [
  { name: 'first-run-staff', on: 'staff', everyLook: true, open: settled },
  { name: 'adopt', on: 'staff', everyLook: true, wide: true, open: enter },
  {
    name: 'adopt-lines', on: 'staff', everyLook: true, wide: true, open: async (pane) => {
      await named(pane, '手当金').click();
      await named(pane, '電話相談').click();
      await scrollTo(named(pane, '手当金'));
    },
  },
  {
    name: 'adopt-options', on: 'staff', everyLook: true, wide: true, open: async (pane) => {
      const box = pane.getByRole('checkbox', { name: '多・頻/件', exact: true });
      await box.check();
      await pane.getByRole('listitem').filter({ has: box }).getByRole('button').last().click();
      await scrollTo(box);
    },
  },
  {
    name: 'adopt-question', on: 'staff', open: async (pane) => {
      await word(pane, ({ bind }) => bind).click();
      await settled(pane);
      await top(pane);
    },
  },
  { name: 'adopt-report', on: 'staff', open: agree },
  {
    name: 'adopt-named', on: 'staff', open: async (pane) => {
      await pane.getByRole('button', { name: '閉じる' }).click();
      await settled(pane);
      await pane.getByRole('button', { name: /^名前が付いている表/ }).click();
      await pane.getByRole('list').last().getByRole('button').first().click();
    },
  },
  { name: 'adopt-many', on: 'many', everyLook: true, wide: true, open: enter },
  {
    name: 'adopt-many-long', on: 'many', wide: true, open: async (pane) => {
      const long = pane.getByRole('button', { name: /^被扶養者の/ }).first();
      await long.click();
      await scrollTo(long);
    },
  },
  {
    name: 'adopt-many-options', on: 'many', wide: true, open: async (pane) => {
      const box = pane.getByRole('checkbox', { name: '郵送受付1', exact: true });
      await box.check();
      await pane.getByRole('listitem').filter({ has: box }).getByRole('button').last().click();
      await scrollTo(box);
    },
  },
  {
    name: 'adopt-unchosen', on: 'many', open: async (pane) => {
      await word(pane, ({ none }) => none).first().click();
      await top(pane);
    },
  },
  {
    name: 'adopt-refused', on: 'many', open: async (pane) => {
      await pane.evaluate(() => Excel.run(async (context) => {
        context.workbook.worksheets.getItem('業務グループ').protection.protect();
        await context.sync();
      }));
      await pane.getByRole('button', { name: '読み直す' }).click();
      await settled(pane);
      await scrollTo(pane.getByRole('heading', { name: '名前を付けられない表' }));
    },
  },
  {
    name: 'adopt-failed', on: 'many', everyLook: true, open: async (pane) => {
      await breakReading(pane);
      await pane.getByRole('button', { name: /^(読み直す|Read again)$/ }).click();
      await settled(pane);
      await top(pane);
    },
  },
  { name: 'adopt-none', on: 'none', everyLook: true, open: enter },
];
