import { expect, test } from '@jest/globals';
import { Person, soon } from './person';
import { testWindow } from './testWindow';

const window = testWindow();
const person = new Person(window);

const closePane = async (): Promise<void> => {
  await window.page.getByRole('button', { name: '作業ウィンドウを閉じる' }).click();
  await window.page.locator('.pane').waitFor({ state: 'hidden' });
};
const lastReport = async (): Promise<string> => String((await person.values('KPI', 'C6'))[0]?.[0]);

test('with the pane open, the jobs of the ribbon report in the pane', async () => {
  await window.open();
  for (const [name, done] of [['KPI評価', 'KPI評価が終わりました'], ['年間まとめ', '年間まとめができました']] as const) {
    await person.ribbon(name).click();
    await person.text(done).waitFor();
  }
  expect(await lastReport()).toBe('');
  await person.ribbon('再計算').click();
  await person.text('変更はありません').waitFor();
  await person.tab('年間まとめ').waitFor();
});

test('with the pane closed, they report in the workbook and the pane stays closed', async () => {
  await window.open();
  await closePane();
  await person.ribbon('KPI評価').click();
  await soon(async () => /^令和7年3月末現在で KPI 16件を評価しました/.test(await lastReport()), true);
  await person.ribbon('年間まとめ').click();
  await person.tab('年間まとめ').waitFor();
  await soon(async () => /年間まとめ/.test(await lastReport()), true);
  expect(await window.page.locator('.pane').isVisible()).toBe(false);
  // The pane knows of it when it is opened.
  await person.ribbon('事業計画アシスタント').click();
  await person.text('前回の評価: 3月時点').waitFor();
});

test('表を配置 opens the pane with its question, 毎月入力 with the form; neither writes', async () => {
  await person.blank();
  await person.button('標準の表を配置').waitFor();
  await closePane();
  await person.ribbon('表を配置').click();
  await window.page.locator('.pane').waitFor();
  await person.pane.getByRole('heading', { name: '「表を配置」で行うこと' }).waitFor();
  // How many depends on the day: rows that ended before this year's April are not laid out.
  await person.text(/^\d+の表（\d+行）を配置します/).waitFor();
  await person.button('やめる').click();
  await person.button('標準の表を配置').waitFor();
  expect(await window.page.locator('#dirty').isHidden()).toBe(true);
  await window.page.getByRole('button', { name: '見本の数値ではじめる' }).click();
  await window.status('「事業計画_令和6年度.xlsx」を開きました');
  await person.button('KPI評価').waitFor();
  await closePane();
  await person.ribbon('毎月入力').click();
  await person.pane.getByRole('textbox').first().waitFor();
  expect(await window.page.locator('#dirty').isHidden()).toBe(true);
});

test('one evaluation by keyboard alone: from the sheet to the pane, run, and its report left again', async () => {
  await window.open();
  await person.button('KPI評価').waitFor();
  const { keyboard } = window.page;
  await keyboard.press('F6');
  const focused = async (): Promise<string> => (await window.pane()).evaluate(() => document.activeElement?.textContent ?? '');
  await soon(async () => (await focused()) !== '', true);
  for (let press = 0; press < 12 && (await focused()) !== 'KPI評価'; press++) await keyboard.press('Tab');
  expect(await focused()).toBe('KPI評価');
  await keyboard.press('Enter');
  await person.text('KPI評価が終わりました').waitFor();
  // The focus is where it was, and the sheet is one key away.
  expect(await focused()).toBe('KPI評価');
  await keyboard.press('Escape');
  await window.page.waitForFunction(() => document.activeElement?.closest('#sheet') !== null);
});
