import type { Frame, Locator } from 'playwright-core';
import { typeOver } from './presses';
import sample from '../../seeds/gunma-2024.json';
import { settled } from './scenes';

/** A view of the pane to be pictured, reached from the one before it. */
export interface View {
  readonly name: string;
  readonly open: (pane: Frame) => Promise<void>;
  /** Pictured in dark, in high contrast and in English as well. */
  readonly everyLook?: boolean;
  /** The whole window is pictured too, with this sheet in front. */
  readonly sheet?: string;
  /** The workbook it is shown on; without it, the sample year's. */
  readonly on?: 'empty' | 'staff';
}

const button = (pane: Frame, name: string | RegExp): Locator => pane.getByRole('button', { name, exact: typeof name === 'string' });
const nav = (pane: Frame, at: number): Promise<void> => pane.getByRole('navigation').getByRole('button').nth(at).click();
const top = (pane: Frame): Promise<void> => pane.evaluate(() => window.scrollTo(0, 0));

/** Two rows of a table as a mail brings them: one figure is another than the sample's, and the total does not follow it. */
function mailed(): string {
  const rowOf = (id: string, label: string): string => {
    const found = sample.series.find(({ row, year }) => row === id && year === 2024);
    const months = (found?.months ?? []).map(Number);
    const total = months.reduce((sum, figure) => sum + figure, 0);
    return [label, ...months.map((figure, month) => (id === 'T02-02' && month === 8 ? figure + 20 : figure)), total].join('\t');
  };
  return ['郵送化率', ['令和6年度', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月', '計'].join('\t'), rowOf('T02-02', '窓口件数'), rowOf('T02-03', '郵送件数')].join('\n');
}

export const VIEWS: readonly View[] = [
  { name: 'report', open: settled },
  {
    name: 'home', everyLook: true, sheet: 'KPI', open: async (pane) => {
      // Closes the report.
      await pane.getByRole('region').first().getByRole('button').first().click();
      await settled(pane);
    },
  },
  {
    name: 'detail', everyLook: true, open: async (pane) => {
      await pane.locator('main li button').nth(1).click();
      await settled(pane);
    },
  },
  {
    name: 'entry', everyLook: true, open: async (pane) => {
      await nav(pane, 1);
      await pane.getByRole('combobox').first().selectOption('業務');
      await pane.getByRole('combobox').nth(1).selectOption({ index: 10 });
      await settled(pane);
      await pane.getByRole('textbox').nth(2).fill('2350');
    },
  },
  { name: 'review', open: async (pane) => {
    await button(pane, '1件を書き込む').click();
    await settled(pane);
  } },
  {
    name: 'missing', open: async (pane) => {
      await button(pane, '入力に戻る').click();
      await button(pane, '取り消す').click();
      await button(pane, /^未入力/).click();
      await settled(pane);
      await top(pane);
    },
  },
  {
    name: 'tables', open: async (pane) => {
      await typeOver(pane);
      await nav(pane, 2);
      await settled(pane);
      await pane.getByRole('checkbox').first().click();
      await pane.getByRole('checkbox').first().scrollIntoViewIfNeeded();
    },
  },
  { name: 'import', open: async (pane) => {
    await button(pane, '文章から取り込み').click();
    await pane.getByRole('textbox').fill(mailed());
    await pane.getByRole('textbox').evaluate((field) => field.scrollTo(0, 0));
    await settled(pane);
  } },
  { name: 'import-preview', open: async (pane) => {
    await button(pane, '読み取る').click();
    await settled(pane);
    await pane.getByRole('checkbox').last().check();
    await top(pane);
  } },
  { name: 'first-run', on: 'empty', open: settled },
  {
    name: 'question', on: 'empty', open: async (pane) => {
      await button(pane, '標準の表を配置').click();
      await settled(pane);
    },
  },
  { name: 'first-run-staff', on: 'staff', open: settled },
  {
    name: 'adopt', on: 'staff', open: async (pane) => {
      await button(pane, 'いまある表を使う').click();
      await settled(pane);
    },
  },
  {
    name: 'adopt-lines', on: 'staff', open: async (pane) => {
      await button(pane, '手当金').click();
      await button(pane, '電話相談').click();
      await button(pane, '手当金').evaluate((line) => window.scrollBy(0, line.getBoundingClientRect().top - 48));
    },
  },
  {
    name: 'adopt-options', on: 'staff', open: async (pane) => {
      const box = pane.getByRole('checkbox', { name: '多・頻/件', exact: true });
      await box.check();
      await pane.getByRole('listitem').filter({ has: box }).getByRole('button').last().click();
      await box.evaluate((line) => window.scrollBy(0, line.getBoundingClientRect().top - 48));
    },
  },
  {
    name: 'adopt-question', on: 'staff', open: async (pane) => {
      await button(pane, '選んだ表に名前を付ける').click();
      await settled(pane);
      await top(pane);
    },
  },
  {
    name: 'adopt-report', on: 'staff', open: async (pane) => {
      await button(pane, '実行する').click();
      await settled(pane);
    },
  },
];
