import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { isRestoreSheet } from '../../src/sheets/restore/restoreRecord';
import { cellOf, Person, soon } from './person';
import { testWindow } from './testWindow';

const window = testWindow();
const person = new Person(window);
const staff = readFileSync(path.join(__dirname, '../adopt/shapes/16-other-labels.xlsx'));
const HEAD = '令和6年度\t4月\t5月\t6月\t7月\t8月\t9月\t10月\t11月\t12月\t1月\t2月\t3月';

async function recognise(): Promise<void> {
  await window.open();
  await person.choose('給付.xlsx', staff);
  await person.button('いまある表を使う').click();
  await person.text('5つの表が見つかりました。すべて名前を付けられます。').waitFor();
}

test('the tables of a workbook are recognised, looked over and named; the saved file bears the names and the cells it had', async () => {
  await recognise();
  await person.pane.getByRole('button', { name: '給付 A21:N24 セルへ移動' }).click();
  await soon(() => window.page.locator('[data-u-comp="defined-name"] input').inputValue(), 'A21:N24');
  await person.button('手当金').click();
  await person.pane.getByRole('combobox', { name: '傷病手当金件数の項目' }).selectOption({ label: 'サービススタンダード／傷病手当金' });
  await person.pane.getByRole('checkbox', { name: /^電話相談（/ }).uncheck();
  await person.text('選んだ表 4').waitFor();
  await person.button('選んだ表に名前を付ける').click();
  await person.text('4つの表（13行）に名前を付けます（令和6年度のブック）。').waitFor();
  await person.button('実行する').click();
  await person.text('表に名前を付けました').waitFor();
  await person.text('名前が付いている表 4').waitFor();
  const { book } = openWorkbook(await person.saved(), '給付.xlsx');
  const before = openWorkbook(staff, '給付.xlsx').book;
  const refersTo = (name: string): string | undefined => book.names.find((one) => one.name === name)?.refersTo;
  expect(refersTo('月次_郵送化率_郵送件数_2024')).toBe('給付!$B$9:$M$9');
  expect(refersTo('月次_サービススタンダード_傷病手当金_2024')).toBe('給付!$B$22:$M$22');
  expect(book.names.filter(({ name }) => name.includes('電話'))).toEqual([]);
  expect(book.sheets.map(({ name }) => name).filter((name) => !isRestoreSheet(name))).toEqual([...before.sheets.map(({ name }) => name), '表定義']);
  for (const address of ['A9', 'B9', 'M11', 'N22', 'B30']) expect(cellOf(book, '給付', address).value).toEqual(cellOf(before, '給付', address).value);
  await person.button('KPI').click();
  await person.text('令和6年度（2024年度）').waitFor();
  await person.text('足りない表があります。「表を配置」で追加できます。入力値は変わりません。').waitFor();
});

test('figures of a text go into the tables that were named', async () => {
  await recognise();
  await person.button('選んだ表に名前を付ける').click();
  await person.button('実行する').click();
  await person.text('表に名前を付けました').waitFor();
  await person.select('給付', 'B10');
  await window.page.keyboard.press('Delete');
  await soon(async () => (await person.values('給付', 'B10'))[0]?.[0], '');
  await person.button('点検に戻る').click();
  await person.button('文章から取り込み').click();
  await person.pane.getByRole('textbox', { name: '文章またはセル' }).fill(`郵送化率\n${HEAD}\n窓口件数\t351${'\t－'.repeat(11)}`);
  await person.button('読み取る').click();
  await person.text('1個の数値').waitFor();
  await person.button('書き込む内容を確かめる').click();
  await person.button('実行する').click();
  await person.text('文章の数値を書き込みました').waitFor();
  expect(await person.values('給付', 'B10')).toEqual([[351]]);
});
