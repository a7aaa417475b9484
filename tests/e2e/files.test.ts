import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { pack, unpack } from '../embedded/xlsx/packages';
import { Person } from './person';
import { testWindow } from './testWindow';

const window = testWindow();
const person = new Person(window);

/** The file behind 見本の数値ではじめる. */
const sample = readFileSync(path.join(process.env['SITE_FOLDER'] ?? '', 'page/sample.xlsx'));
const JOBS = ['KPI評価', '再計算', '年間まとめ', '表を配置'];

/** The sample as Excel saves it with 校閲 → シートの保護 on the sheets named. */
function withProtection(...sheets: readonly string[]): Uint8Array {
  const parts = unpack(sample);
  const names = openWorkbook(sample, 'x.xlsx').book.sheets.map(({ name }) => name);
  for (const sheet of sheets) {
    const part = `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
    parts[part] = (parts[part] ?? '').replace('</sheetData>', '</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/>');
  }
  const bytes = pack(parts);
  expect(openWorkbook(bytes, 'x.xlsx').book.sheets.filter((one) => one.protected).map(({ name }) => name)).toEqual(sheets);
  return bytes;
}

async function expectNothingCanBeWritten(file: Uint8Array): Promise<void> {
  for (const name of JOBS) {
    expect(await person.button(name).getAttribute('aria-disabled')).toBe('true');
    await person.button(name).click({ force: true });
  }
  await person.button('毎月入力').click();
  await person.text('いまは書き込めません').waitFor();
  await person.pane.getByLabel(/^傷病手当金/).fill('1');
  await person.button(/件を書き込む$/).press('Enter');
  expect(await window.page.locator('#dirty').isHidden()).toBe(true);
  expect(Buffer.compare(await person.saved(), Buffer.from(file))).toBe(0);
}

test('protected sheets are named before anything is pressed; what would write there says so and leaves the file byte for byte', async () => {
  const file = withProtection('KPI', '業務');
  await window.open();
  await person.choose('保護.xlsx', file);
  await person.text('シート「KPI」「業務」は保護されています。そこに書き込むときは、先に保護を解除してください。').waitFor();
  await person.button('KPI評価').click();
  await person.text('シート『KPI』は保護されています。保護を解除してから、もう一度実行してください。何も変更していません。').waitFor();
  await person.button('毎月入力').click();
  const field = person.pane.getByLabel(/^出産手当金/);
  await field.fill('290');
  await person.button('1件を書き込む').click();
  await person.button('この1件を書き込む').click();
  await person.text('シート『業務』は保護されています。').waitFor();
  // What was typed is still there for when the sheet is free.
  expect(await field.inputValue()).toBe('290');
  expect(await window.page.locator('#dirty').isHidden()).toBe(true);
  expect(Buffer.compare(await person.saved(), Buffer.from(file))).toBe(0);
});

test('with the pane closed, a job of the ribbon that meets a protected sheet opens the pane and says so there', async () => {
  const file = withProtection('KPI');
  await window.open();
  await person.choose('保護.xlsx', file);
  await window.page.getByRole('button', { name: '作業ウィンドウを閉じる' }).click();
  await person.ribbon('KPI評価').click();
  await person.text('シート『KPI』は保護されています。保護を解除してから、もう一度実行してください。何も変更していません。').waitFor();
  expect(await window.page.locator('.pane').isVisible()).toBe(true);
  expect(Buffer.compare(await person.saved(), Buffer.from(file))).toBe(0);
});

test('a workbook opened read-only is shown and nothing is written', async () => {
  // No file says so of itself: Excel opens it that way. So does the page here, which is altered in this one point.
  await window.page.route('**/page.js', async (route) => {
    const script = await (await route.fetch()).text();
    expect(script).toContain('readOnly:!1');
    await route.fulfill({ contentType: 'text/javascript', body: script.replaceAll('readOnly:!1', 'readOnly:!0') });
  });
  await window.open();
  await person.text('このファイルは読み取り専用で開かれています。表示はできますが、書き込みはできません。').waitFor();
  await expectNothingCanBeWritten(sample);
});

test('a job with nothing to do leaves the file byte for byte', async () => {
  await window.open();
  await person.choose('同じもの.xlsx', sample);
  for (const name of ['表を配置', '再計算']) {
    await person.button(name).click();
    await person.text('変更はありません').waitFor();
    await person.button('閉じる').click();
  }
  expect(Buffer.compare(await person.saved(), sample)).toBe(0);
});
