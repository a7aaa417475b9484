import type { Frame, Locator } from 'playwright-core';
import { RESTORE_SHEET, STATE_COLUMN, STATES } from '../../src/sheets/restore/restoreRecord';
import { checkWords } from '../../src/taskpane/tables/checkWords';
import { restoreWords } from '../../src/taskpane/tables/restoreWords';
import { typeOver } from './presses';
import { settled } from './scenes';
import { scrollTo, spoken, top, YES } from './spoken';
import type { View } from './views';

const nav = (pane: Frame, at: number): Promise<void> => pane.getByRole('navigation').getByRole('button').nth(at).click();
const readAgain = async (pane: Frame): Promise<void> => {
  await pane.getByRole('button', { name: /^(読み直す|Read again)$/ }).first().click();
  await settled(pane);
};
const accept = (pane: Frame): Locator => spoken(pane, checkWords, (words) => words.accept);

/** The latest writing stands as one that was not brought to its end. */
const interrupt = (pane: Frame): Promise<void> => pane.evaluate(({ sheet, column, done, writing }) => Excel.run(async (context) => {
  const record = context.workbook.worksheets.getItem(sheet);
  const used = record.getUsedRange().load('values');
  await context.sync();
  const ids = used.values.map((line: unknown[]) => (line[column] === done ? Number(line[0]) : 0));
  record.getRangeByIndexes(ids.indexOf(Math.max(...ids)), column, 1, 1).values = [[writing]];
  await context.sync();
}), { sheet: RESTORE_SHEET, column: STATE_COLUMN, done: STATES.done, writing: STATES.writing });

/** 点検 and 直前の状態に戻す on the sample year's workbook, once the KPIs are evaluated. */
export const CHECK_VIEWS: readonly View[] = [
  { name: 'checks', everyLook: true, open: async (pane) => {
    await nav(pane, 2);
    // A figure that was typed for its picture is not to be written.
    const discard = pane.getByRole('alert').getByRole('button').last();
    if (await discard.isVisible()) await discard.click();
    await settled(pane);
    await top(pane);
  } },
  { name: 'checks-accept', everyLook: true, open: async (pane) => {
    await accept(pane).first().click();
    await pane.getByRole('textbox').first().fill('原本に合わせるため');
    await scrollTo(pane.getByRole('listitem').filter({ has: pane.getByRole('textbox') }).first());
  } },
  { name: 'checks-accepted', everyLook: true, open: async (pane) => {
    await pane.getByRole('textbox').first().press('Enter');
    await settled(pane);
    await pane.getByRole('button', { expanded: false }).filter({ hasText: /^(確認済み|Accepted)/ }).click();
    await scrollTo(pane.getByRole('button', { expanded: true }).filter({ hasText: /^(確認済み|Accepted)/ }));
  } },
  { name: 'checks-fix', everyLook: true, open: async (pane) => {
    await typeOver(pane);
    await readAgain(pane);
    await pane.getByRole('checkbox').first().click();
    await scrollTo(pane.getByRole('listitem').filter({ has: pane.getByRole('checkbox') }).first());
  } },
  { name: 'checks-question', everyLook: true, open: async (pane) => {
    await pane.getByRole('button', { name: /^(選んだものを直す|Put right what is ticked)/ }).click();
    await settled(pane);
    await top(pane);
  } },
  { name: 'checks-report', everyLook: true, open: async (pane) => {
    await pane.getByRole('button', { name: YES }).click();
    await settled(pane);
    await top(pane);
  } },
  { name: 'checks-tables', open: async (pane) => {
    await scrollTo(pane.getByRole('heading', { name: checkWords.ja.tables }));
  } },
  { name: 'restore', everyLook: true, open: async (pane) => {
    await scrollTo(pane.getByRole('heading', { name: /^(直前の状態に戻す|Take back)$/ }));
  } },
  { name: 'restore-question', open: async (pane) => {
    await pane.getByRole('button', { name: restoreWords.ja.takeBack }).first().click();
    await settled(pane);
    await top(pane);
  } },
  { name: 'interrupted', everyLook: true, open: async (pane) => {
    const no = pane.getByRole('button', { name: 'やめる' });
    if (await no.isVisible()) await no.click();
    await interrupt(pane);
    await nav(pane, 0);
    await pane.evaluate(() => window.dispatchEvent(new Event('focus')));
    await settled(pane);
    await top(pane);
  } },
  { name: 'interrupted-list', open: async (pane) => {
    await nav(pane, 2);
    await settled(pane);
    await scrollTo(pane.getByRole('heading', { name: '直前の状態に戻す' }));
  } },
];
