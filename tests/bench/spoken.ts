import type { Frame, Locator } from 'playwright-core';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A button by its words in either language. */
export const spoken = <Words>(pane: Frame, words: Readonly<Record<'ja' | 'en', Words>>, pick: (words: Words) => string): Locator =>
  pane.getByRole('button', { name: new RegExp(`^(${[words.ja, words.en].map((one) => escaped(pick(one))).join('|')})$`) });

/** The answer that lets a question be written. */
export const YES = /^(実行する|Do it)$/;

export const top = (pane: Frame): Promise<void> => pane.evaluate(() => window.scrollTo(0, 0));
/** Brings a line under the bar at the top. */
export const scrollTo = (line: Locator): Promise<void> => line.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 48));

/** From here on the workbook cannot be read. */
export const breakReading = (pane: Frame): Promise<void> => pane.evaluate(() => {
  Excel.run = () => Promise.reject(new Error('broken'));
});
