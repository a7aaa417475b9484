import type { Frame, Locator } from 'playwright-core';
import { settled } from './scenes';
import { top } from './spoken';
import { ADOPT_VIEWS } from './viewsOfAdopt';
import { CHECK_VIEWS } from './viewsOfChecks';
import { RECORD_VIEWS } from './viewsOfRecords';
import { RANK_VIEWS } from './viewsOfRank';
import { TEXT_VIEWS } from './viewsOfText';

/** A view of the pane to be pictured, reached from the one before it. */
export interface View {
  readonly name: string;
  readonly open: (pane: Frame) => Promise<void>;
  /** Pictured in dark, in high contrast and in English as well. */
  readonly everyLook?: boolean;
  /** The whole window is pictured too, with this sheet in front. */
  readonly sheet?: string;
  /** Pictured in a wide pane too. */
  readonly wide?: boolean;
  /** The workbook it is shown on, opened in a window of its own; without it, the sample year's. */
  readonly on?: Opened;
}

/** text, records: the sample year's again. plan: an empty one. staff, many, none: of the staff's own, with a few tables, dozens, or without any. */
export type Opened = 'empty' | 'staff' | 'many' | 'none' | 'text' | 'plan' | 'records';

const button = (pane: Frame, name: string | RegExp): Locator => pane.getByRole('button', { name, exact: typeof name === 'string' });
const nav = (pane: Frame, at: number): Promise<void> => pane.getByRole('navigation').getByRole('button').nth(at).click();

export const VIEWS: readonly View[] = [
  { name: 'report', open: async (pane) => {
    await button(pane, /^(KPI評価|Evaluate KPIs)$/).click();
    await settled(pane);
  }, everyLook: true },
  {
    name: 'home', everyLook: true, sheet: 'KPI', open: async (pane) => {
      // Closes the report.
      await button(pane, /^(閉じる|Close)$/).first().click();
      await settled(pane);
    },
  },
  {
    name: 'detail', everyLook: true, open: async (pane) => {
      await pane.locator('main li button').nth(1).click();
      await settled(pane);
    },
  },
  ...RANK_VIEWS,
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
  ...CHECK_VIEWS,
  {
    name: 'make', open: async (pane) => {
      await nav(pane, 3);
      await settled(pane);
    },
  },
  {
    name: 'rollover', open: async (pane) => {
      await button(pane, /へ更新…$/).click();
      await settled(pane);
      await top(pane);
    },
  },
  { name: 'first-run', on: 'empty', open: settled },
  {
    name: 'question', on: 'empty', open: async (pane) => {
      await button(pane, '標準の表を配置').click();
      await settled(pane);
    },
  },
  ...ADOPT_VIEWS,
  ...TEXT_VIEWS,
  ...RECORD_VIEWS,
];
