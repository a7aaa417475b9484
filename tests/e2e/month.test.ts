import { expect, test } from '@jest/globals';
import { MARK_COLORS } from '../../src/sheets/palette';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { cellOf, Person, sheetOf, soon } from './person';
import { testWindow } from './testWindow';

const window = testWindow();
const person = new Person(window);

/** 実施状況 of every KPI as the pane shows it. */
const marks = async (): Promise<string[]> => person.pane.getByRole('region', { name: 'KPI一覧' }).getByRole('img').evaluateAll((all) => all.filter((one) => one.tagName !== 'svg').map((one) => one.textContent ?? ''));
const MAILED = '郵送件数';

/** From now on counts the requests of the add-in that set something in the workbook. */
async function countWrites(): Promise<() => Promise<number>> {
  await window.page.evaluate(() => {
    let writes = 0;
    addEventListener('message', ({ data }) => {
      if (typeof data === 'string' && /\\"ActionType\\":4\b/.test(data)) writes++;
    });
    Object.assign(globalThis, { writes: () => writes });
  });
  return () => window.page.evaluate(() => (globalThis as unknown as { writes(): number }).writes());
}

test('a month from an empty workbook to a saved file, and back', async () => {
  await person.blank();
  await person.button('見本の数値で試す').click();
  await person.pane.getByRole('heading', { name: '「表を配置」で行うこと' }).waitFor();
  await person.text(/^9枚のシート、\d+個の名前を追加します/).waitFor();
  await person.text('空のシート「Sheet1」を「事業計画」として使います。').waitFor();
  await person.text('19の表（84行）を配置します').waitFor();
  // Nothing is written before the answer.
  expect(openWorkbook(await person.saved(), 'x.xlsx').book.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  await person.button('実行する').click();
  await person.text('表を配置しました').waitFor();
  expect(new Set(await marks())).toEqual(new Set(['']));

  await person.button('KPI評価').click();
  await person.text('KPI評価が終わりました').waitFor();
  const first = await marks();
  expect(first).toHaveLength(16);
  expect(new Set(first)).toEqual(new Set(['○', '△', '－']));

  // The mail of one month rises, and with it a share that had missed its target.
  await person.button('毎月入力').click();
  const field = person.pane.getByLabel(new RegExp(`^${MAILED}`));
  await field.focus();
  await window.page.keyboard.press('Shift+Tab');
  await window.page.keyboard.press('Tab');
  await window.page.keyboard.type('90000');
  await window.page.keyboard.press('Enter');
  await window.page.keyboard.press('Shift+Enter');
  expect(await field.inputValue()).toBe('90000');
  const writes = await countWrites();
  await person.button('1件を書き込む').press('Enter');
  await person.text('7,159').waitFor();
  await person.button('この1件を書き込む').press('Enter');
  await person.text('数値を書き込みました').waitFor();
  expect(await writes()).toBe(1);
  await person.button('KPI').click();
  await person.text('数値が更新されています。KPI評価をやり直してください。').waitFor();

  await person.tab('KPI').click();
  const before = await person.saved();
  const { book } = openWorkbook(before, 'x.xlsx');
  const line = Array.from({ length: 20 }, (_, index) => index + 7).find((row) => cellOf(book, 'KPI', `C${row}`).value === '郵送化率');
  const cell = `H${line ?? 0}`;
  expect(cellOf(book, 'KPI', cell).value).toBe('△');
  await soon(() => person.ground(before, 'KPI', cell), MARK_COLORS['△'].fill);
  await person.button('KPI評価').click();
  await person.text('KPI評価が終わりました').waitFor();
  const second = await marks();
  expect(second.filter((mark, index) => mark !== first[index])).toEqual(['○']);
  await soon(() => person.ground(before, 'KPI', cell), MARK_COLORS['○'].fill);

  await person.button('年間まとめ').click();
  await person.text('年間まとめができました').waitFor();
  await person.tab('年間まとめ').waitFor();
  const file = await person.saved();
  expect(sheetOf(openWorkbook(file, 'x.xlsx').book, '年間まとめ').charts.length).toBeGreaterThan(3);

  await person.choose('計画.xlsx', file);
  await person.button('KPI評価').waitFor();
  expect(await marks()).toEqual(second);
  await person.button('毎月入力').click();
  expect(await person.pane.getByLabel(new RegExp(`^${MAILED}`)).inputValue()).toBe('90,000');
});
