import { expect, test } from '@jest/globals';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { cellOf, Person, soon } from './person';
import { testWindow } from './testWindow';

const window = testWindow();
const person = new Person(window);

const value = async (sheet: string, address: string): Promise<unknown> => (await person.values(sheet, address))[0]?.[0];
/** A figure stands where the formula of the column's total belongs. */
const TOTAL = { sheet: '業務', address: 'C15', formulaGives: 2_793 };

async function typeOverTotal(): Promise<void> {
  await person.typeInto(TOTAL.sheet, TOTAL.address, '9');
  await soon(() => value(TOTAL.sheet, TOTAL.address), 9);
}

test('a pane that is closed and opened again shows what it showed, and nothing is lost', async () => {
  await window.open();
  await person.button('毎月入力').click();
  const field = person.pane.getByLabel(/^傷病手当金/);
  await field.fill('3111');
  await window.page.getByRole('button', { name: '作業ウィンドウを閉じる' }).click();
  await window.page.locator('.pane').waitFor({ state: 'hidden' });
  expect(await window.page.locator('#dirty').isHidden()).toBe(true);
  await person.ribbon('事業計画アシスタント').click();
  expect(await field.inputValue()).toBe('3111');
  await person.button('1件を書き込む').waitFor();
  // Another view would lose it: that is asked about.
  await person.button('点検').click();
  await person.text('書き込んでいない入力が1件あります。破棄しますか。').waitFor();
  await person.button('入力に戻る').click();
  expect(await field.inputValue()).toBe('3111');
});

test('a cell being edited: said within about a second, the pane goes on, and the job when the edit ends', async () => {
  await window.open();
  await person.button('KPI評価').waitFor();
  await person.select('業務', 'C4');
  await window.page.keyboard.type('12');
  await person.button('KPI評価').click();
  const pressed = Date.now();
  await person.text('入力を確定してください').waitFor();
  expect(Date.now() - pressed).toBeLessThan(2_500);
  await person.button('点検').click();
  await person.pane.getByRole('heading', { name: '点検', exact: true }).waitFor({ state: 'attached' });
  expect(await person.text('KPI評価が終わりました').isVisible()).toBe(false);
  await window.page.locator('#sheet .grid').click({ position: { x: 300, y: 300 } });
  await person.text('KPI評価が終わりました').waitFor();
});

test('a typed-over formula is listed, ticked, shown before and restored; the figure is recorded', async () => {
  await window.open();
  await typeOverTotal();
  await person.button('点検').click();
  const tick = person.pane.getByRole('checkbox').first();
  await tick.waitFor();
  await tick.check();
  await person.button('選んだものを直す（1件）').click();
  await person.text('入力されている値のうち、1個が置き換わります。').waitFor();
  expect(await value(TOTAL.sheet, TOTAL.address)).toBe(9);
  await person.button('実行する').click();
  await person.text('直しました').waitFor();
  expect(await value(TOTAL.sheet, TOTAL.address)).toBe(TOTAL.formulaGives);
  await person.text('すべての表が正常です。').waitFor();
});

test('a workbook that changed between the question and the answer is asked about again, and nothing is written', async () => {
  await window.open();
  await typeOverTotal();
  await person.typeInto(TOTAL.sheet, 'D15', '8');
  await soon(() => value(TOTAL.sheet, 'D15'), 8);
  await person.button('点検').click();
  // A tick holds for the cells it was set for: those of both edits are waited for.
  await person.text(/の4月 9.*、5月 8.*計算式/).waitFor();
  await person.pane.getByRole('checkbox').first().check();
  await person.button('選んだものを直す（1件）').click();
  await person.button('実行する').waitFor();
  await person.typeInto(TOTAL.sheet, TOTAL.address, '7');
  await soon(() => value(TOTAL.sheet, TOTAL.address), 7);
  await person.button('実行する').click();
  await person.text('確認のあとにブックの内容が変わったため、まだ何も書き込んでいません。').waitFor();
  expect(await value(TOTAL.sheet, TOTAL.address)).toBe(7);
  await person.button('実行する').click();
  await person.text('直しました').waitFor();
  // The figures typed over one row's formulas are one finding.
  expect([await value(TOTAL.sheet, TOTAL.address), await value(TOTAL.sheet, 'D15')]).toEqual([TOTAL.formulaGives, 2_868]);
});

test('a definition sheet without one of its headings stops every job and says which one; put back, all goes on', async () => {
  await window.open();
  await person.button('KPI評価').waitFor();
  await person.typeInto('KPI', 'E7', 'もくひょう');
  await person.text('読み取れないシートがあります').waitFor();
  await person.text('シート「KPI」に見出し「目標値」がありません。').waitFor();
  const before = await person.saved();
  expect(cellOf(openWorkbook(before, 'x.xlsx').book, 'KPI', 'E7').value).toBe('もくひょう');
  for (const name of ['KPI評価', '再計算', '年間まとめ', '表を配置']) {
    await person.button(name).click();
    await soon(() => person.pane.getByRole('progressbar').count(), 0);
  }
  expect(Buffer.compare(await person.saved(), before)).toBe(0);
  // For a second after a job the pane takes every change for its own.
  await window.page.waitForTimeout(1_200);
  await person.typeInto('KPI', 'E7', '目標値');
  await person.text('読み取れないシートがあります').waitFor({ state: 'hidden' });
  await person.button('KPI評価').click();
  await person.text('KPI評価が終わりました').waitFor();
});
