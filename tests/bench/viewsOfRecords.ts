import type { Frame } from 'playwright-core';
import { recordWords } from '../../src/taskpane/make/recordWords';
import { FIRST, RECORDS } from '../support/sampleRecords';
import { settled, showSheet } from './scenes';
import { scrollTo, spoken, top, YES } from './spoken';
import type { View } from './views';

const OPEN = /^(書き込めるもの|Can be written)/;
const HEADING = /^(実施記録|Records)$/;

/** What a clerk has noted by the end of the year, typed under the headings; as texts, dates without a year stay without one. */
async function note(pane: Frame): Promise<void> {
  await pane.evaluate(({ first, records }) => Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('実施記録');
    sheet.getRangeByIndexes(first, 0, records.length, 2).values = records.map((record) => [record[0], record[1]]);
    sheet.getRangeByIndexes(first, 3, records.length, 5).values = records.map((record) => [2, 3, 4, 5, 6].map((at) => record[at] ?? ''));
    const plan = context.workbook.worksheets.getItem('事業計画');
    const ids = plan.getRange('A1:A90').load('values');
    await context.sync();
    plan.getRangeByIndexes(ids.values.findIndex(([id]) => id === 'P13-01'), 10, 1, 1).values = [['宣言事業所は目標を上回っている。']];
    await context.sync();
  }), { first: FIRST, records: RECORDS.map(([day, ...rest]) => [typeof day === 'string' ? `'${day}` : day, ...rest.map((cell) => cell ?? null)]) });
  // Excel does not tell the pane of what was written through its own frame; it looks again when somebody comes back to it.
  await pane.evaluate(() => window.dispatchEvent(new Event('focus')));
  await pane.getByRole('button', { name: OPEN }).waitFor();
}

/** 実施記録 in 作成・更新, on the sample year's workbook. */
export const RECORD_VIEWS: readonly View[] = [
  { name: 'records-none', on: 'records', open: async (pane) => {
    await pane.getByRole('navigation').getByRole('button').nth(3).click();
    await settled(pane);
    await scrollTo(pane.getByRole('heading', { name: HEADING }));
  } },
  { name: 'records', on: 'records', everyLook: true, wide: true, open: async (pane) => {
    if (await spoken(pane, recordWords, ({ make }) => make).count() === 0) await pane.getByRole('navigation').getByRole('button').nth(3).click();
    await spoken(pane, recordWords, ({ make }) => make).click();
    await pane.getByRole('button', { name: YES }).click();
    await settled(pane);
    await note(pane);
    await showSheet(pane, '実施記録');
    await pane.getByRole('button', { name: OPEN }).click();
    await settled(pane);
    await scrollTo(pane.getByRole('heading', { name: HEADING }));
  } },
  { name: 'records-own', on: 'records', open: async (pane) => {
    await scrollTo(pane.getByRole('checkbox', { name: /^P13-01/ }));
  } },
  { name: 'records-question', on: 'records', open: async (pane) => {
    await pane.getByRole('checkbox', { name: /^P13-01/ }).check();
    await spoken(pane, recordWords, ({ write }) => write).click();
    await settled(pane);
    await top(pane);
  } },
];
