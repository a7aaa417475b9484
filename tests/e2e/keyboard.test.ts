import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { testWindow } from './testWindow';

const window = testWindow();
const { open } = window;
const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

const focused = () => window.page.evaluate(() => document.activeElement?.closest('#ribbon, #sheet, #pane, .title-bar')?.id ?? '');

test('F6 goes round ribbon, sheet and pane, and back with Shift; the pane lets go as well', async () => {
  await open();
  const { keyboard } = window.page;
  await window.page.getByRole('button', { name: '開く', exact: true }).focus();
  const way: string[] = [];
  for (const key of ['F6', 'F6']) {
    await keyboard.press(key);
    await window.page.waitForTimeout(100);
    way.push(await focused());
  }
  await keyboard.press('Control+F6');
  await window.page.waitForTimeout(100);
  way.push(await focused());
  await keyboard.press('Shift+F6');
  await window.page.waitForTimeout(100);
  way.push(await focused());
  expect(way).toEqual(['sheet', 'pane', 'ribbon', 'pane']);
  await keyboard.press('Escape');
  await window.page.waitForTimeout(100);
  expect(await focused()).toBe('sheet');
});

test('the ribbon is one stop: arrows, Home and End go from button to button', async () => {
  await open();
  const { keyboard } = window.page;
  const name = () => window.page.evaluate(() => document.activeElement?.textContent);
  await window.page.getByRole('button', { name: '開く', exact: true }).focus();
  await keyboard.press('ArrowRight');
  expect(await name()).toBe('名前を付けて保存');
  await keyboard.press('End');
  expect(await name()).toBe('年間まとめ');
  await keyboard.press('Home');
  expect(await name()).toBe('開く');
  for (let press = 0; press < 4; press++) await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await window.page.locator('.pane').waitFor({ state: 'hidden' });
  expect(await name()).toBe('事業計画アシスタント');
  expect(await window.page.locator('#ribbon [tabindex="0"]').count()).toBe(1);
});

test('the pane is 350 wide, and by keys no narrower than 320', async () => {
  await open();
  const splitter = window.page.getByRole('separator', { name: '作業ウィンドウの幅' });
  const width = () => window.page.locator('.pane').evaluate((element) => element.getBoundingClientRect().width);
  expect(await width()).toBe(350);
  await splitter.focus();
  await window.page.keyboard.press('ArrowLeft');
  expect(await width()).toBe(366);
  for (let press = 0; press < 6; press++) await window.page.keyboard.press('ArrowRight');
  expect([await width(), await splitter.getAttribute('aria-valuenow')]).toEqual([320, '320']);
});

test('roles, names and contrast of the window, in both languages and colours', async () => {
  await open();
  for (const [language, dark] of [['ja-JP', false], ['en-US', true]] as const) {
    await window.page.locator('#language').selectOption(language);
    if (dark) await window.page.locator('#theme').click();
    await window.page.waitForTimeout(300);
    // The grid and the pane are looked at by their own tests.
    const found = await window.page.evaluate(`${axe};axe.run({ exclude: [['.grid'], ['iframe']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`);
    expect(found).toEqual([]);
  }
});
