import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { openWorkbook } from '../../src/embedded/xlsx/open';
import { ANCHORS } from '../../src/sheets/names';
import { Person } from './person';
import { testWindow } from './testWindow';

const window = testWindow();
const person = new Person(window);

const JAPANESE = /[\u3005\u3040-\u30ff\u3400-\u9fff]+/gu;

/** Words of the workbook: names, labels, units and groups stand in these sheets; months and years over the tables. Our lists are called by their names. */
function wordsOfWorkbook(): ReadonlySet<string> {
  const { book } = openWorkbook(readFileSync(path.join(process.env['SITE_FOLDER'] ?? '', 'page/sample.xlsx')), 'x.xlsx');
  const data = book.sheets.filter(({ name }) => ['表定義', '業務', '事業計画', 'KPI'].includes(name));
  const inCells = data.flatMap((sheet) => [...sheet.cells.values()]).flatMap(({ value }) => (typeof value === 'string' && value.length < 40 ? value.match(JAPANESE) ?? [] : []));
  return new Set([...inCells, ...Object.values(ANCHORS).map(({ sheet }) => sheet)]);
}

/** Japanese words of the pane that are neither the workbook's nor marked as Japanese. */
async function leftOver(words: ReadonlySet<string>): Promise<string[]> {
  const texts = await (await window.pane()).evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest('body [lang="ja"]')) continue;
      if (node instanceof Element) found.push(...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element?.getAttribute(name) ?? ''));
      else found.push(node.textContent ?? '');
    }
    return found;
  });
  return [...new Set(texts.flatMap((text) => text.match(JAPANESE) ?? []))].filter((word) => !words.has(word));
}

test('in an English Excel the pane is English: only the workbook’s own words are Japanese', async () => {
  const words = wordsOfWorkbook();
  await window.open();
  await person.button('KPI評価').waitFor();
  // The same search finds what is there in Japanese.
  expect(await leftOver(words)).toEqual(expect.arrayContaining(['毎月入力', '点検', '結果', '操作', '計算し直します']));

  await window.page.locator('#language').selectOption('en-US');
  const button = person.button('Evaluate KPIs');
  await button.waitFor();
  expect(await (await window.pane()).evaluate(() => document.documentElement.lang)).toBe('en');
  const found: [string, string[]][] = [['home', await leftOver(words)]];
  await button.click();
  await person.text('KPIs evaluated').waitFor();
  found.push(['report', await leftOver(words)]);
  await person.button('郵送化率').click();
  await person.pane.getByRole('heading', { level: 1 }).waitFor();
  found.push(['detail', await leftOver(words)]);
  await person.button('Monthly entry').click();
  await person.pane.getByLabel(/^傷病手当金/).fill('x');
  await person.pane.getByLabel(/^出産手当金/).fill('290');
  found.push(['form', await leftOver(words)]);
  await person.pane.getByRole('button', { name: /^Missing/ }).click();
  found.push(['missing', await leftOver(words)]);
  await person.button('Checks').click();
  await person.button('Discard').click();
  // Only what is there can be left over.
  await person.pane.getByRole('button', { name: /^Take names out/ }).waitFor();
  found.push(['tables', await leftOver(words)]);
  expect(found.filter(([, left]) => left.length > 0)).toEqual([]);
});
