import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Person, soon } from './person';
import { testWindow } from './testWindow';

const window = testWindow();
const person = new Person(window);
const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const staff = readFileSync(path.join(__dirname, '../adopt/shapes/13-typed-text.xlsx'));
const TEXT = `郵送化率\n令和6年度\t4月\t5月\t6月\t7月\t8月\t9月\t10月\t11月\t12月\t1月\t2月\t3月\t計\n窓口件数${'\t1'.repeat(13)}`;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Brings up one view of the pane after the other. */
async function eachView(look: (view: string) => Promise<void>): Promise<void> {
  await window.open();
  await person.choose('文字.xlsx', staff);
  await person.button('いまある表を使う').waitFor();
  await look('first run on tables of the staff’s');
  await person.button('いまある表を使う').click();
  await person.button('郵送化率').click();
  await person.button(/の表示が変わります/).first().click();
  await person.button(/^文字の数値 .*個$/).first().click();
  await look('tables found, opened');
  await person.blank();
  await person.button('標準の表を配置').waitFor();
  await look('first run');
  await person.button('見本の数値で試す').click();
  await person.button('実行する').waitFor();
  await look('question');
  await person.button('実行する').click();
  await person.text('表を配置しました').waitFor();
  await person.button('KPI評価').click();
  await person.text('KPI評価が終わりました').waitFor();
  await look('home with a report');
  await person.button('郵送化率').click();
  await person.pane.getByRole('heading', { level: 1, name: '郵送化率' }).waitFor();
  await look('detail');
  await person.typeInto('業務', 'C15', '9');
  await person.button('点検').click();
  await person.pane.getByRole('checkbox').first().check();
  await look('tables with a finding');
  await person.button('文章から取り込み').click();
  await person.pane.getByRole('textbox').fill(TEXT);
  await look('a text');
  await person.button('読み取る').click();
  await person.text('選んだものだけ、文章の数値に直します。').waitFor();
  await person.button('郵送化率').click();
  await look('a text as read');
  await person.button('毎月入力').click();
  await person.pane.getByLabel(/^傷病手当金/).fill('x');
  await person.pane.getByLabel(/^出産手当金/).fill('290');
  await person.text('確認が必要な入力が1件あります').waitFor();
  await look('form with a refusal');
  await person.button(/^未入力/).click();
  await look('missing figures');
}

describe('no finding of axe in any view', () => {
  test.each([
    ['light', {}],
    ['dark, 320 px wide', { colorScheme: 'dark', width: 320 }],
    ['forced colours, 320 px wide', { forcedColors: 'active', width: 320 }],
  ] as const)('%s', async (_name, { width, ...media }: { width?: number; colorScheme?: 'dark'; forcedColors?: 'active' }) => {
    await window.page.emulateMedia(media);
    // High enough for every view: what a bar covers at one scroll position is no finding.
    await window.page.setViewportSize({ width: 1366, height: 1_800 });
    const found: [string, unknown][] = [];
    await eachView(async (view) => {
      if (width !== undefined) await narrow();
      const frame = await window.pane();
      if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe);
      // Colours on their way from one state to another are no finding either.
      await frame.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
      const result = await frame.evaluate<unknown[]>(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`);
      if (result.length > 0) found.push([view, result]);
      expect(await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    });
    expect(found).toEqual([]);
  });
});

async function narrow(): Promise<void> {
  const splitter = window.page.getByRole('separator', { name: '作業ウィンドウの幅' });
  await splitter.focus();
  for (let press = 0; press < 3; press++) await splitter.press('ArrowRight');
  expect(await window.page.locator('.pane').evaluate((element) => element.getBoundingClientRect().width)).toBe(320);
}

test('Tab reaches every control of every view, and the focus can be seen', async () => {
  const missed: [string, unknown][] = [];
  await eachView(async (view) => {
    const frame = await window.pane();
    const controls = await frame.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [tabindex="0"]')];
      const open = all.filter((one) => one.checkVisibility() && !one.matches(':disabled'));
      open.forEach((one, index) => { one.dataset['order'] = String(index); });
      return open.length;
    });
    await frame.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await window.page.locator('.pane-head button, #pane button').first().focus();
    const reached = new Map<string, string>();
    let last = '';
    for (let press = 0; press < controls + 5; press++) {
      await window.page.keyboard.press('Tab');
      const at = await frame.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        const order = document.hasFocus() ? element?.dataset['order'] : undefined;
        if (!element || order === undefined) return null;
        const looks = (): string => [getComputedStyle(element), getComputedStyle(element, '::after')].map(({ outline, boxShadow, border }) => `${outline}|${boxShadow}|${border}`).join();
        const { x, y, width, height } = element.getBoundingClientRect();
        const top = document.elementFromPoint(x + width / 2, y + height / 2);
        const uncovered = top !== null && element.contains(top);
        const focused = looks();
        element.blur();
        const rest = looks();
        element.focus();
        return { order, seen: focused !== rest && uncovered, name: element.textContent || element.getAttribute('aria-label') || element.id };
      });
      if (at === null && last !== '') break;
      if (at === null) continue;
      last = at.order;
      reached.set(at.order, at.seen ? '' : `not seen: ${at.name}`);
    }
    const unseen = [...reached.values()].filter((one) => one !== '');
    const never = Array.from({ length: controls }, (_, index) => String(index)).filter((one) => !reached.has(one));
    const names = await frame.evaluate((orders) => orders.map((order) => document.querySelector(`[data-order="${order}"]`)?.outerHTML.slice(0, 200)), never);
    if (unseen.length + names.length > 0 || controls === 0) missed.push([view, [...unseen, ...names]]);
  });
  expect(missed).toEqual([]);
});

test('a person who wants no motion sees none, where others do', async () => {
  const running = async (): Promise<number> => (await window.pane()).evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  await window.open();
  await person.button('KPI評価').waitFor();
  await person.select('業務', 'C4');
  await window.page.keyboard.type('12');
  await person.button('KPI評価').click();
  await person.pane.getByRole('progressbar').waitFor();
  await soon(async () => (await running()) > 0, true);
  await window.page.emulateMedia({ reducedMotion: 'reduce' });
  await soon(running, 0);
  expect(await person.pane.getByRole('progressbar').isVisible()).toBe(true);
});
