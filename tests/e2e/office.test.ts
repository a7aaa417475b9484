import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Builds } from '../build/builds';
import { Person } from './person';
import { testWindow } from './testWindow';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const LATE = 'Excelとの接続を確認できません。';

const window = testWindow();
const person = new Person(window);
const builds = new Builds();
let cdn: string;
beforeAll(() => {
  cdn = builds.make(`origin=${window.origin}`);
});
afterAll(() => builds.remove());

test('office.js that does not arrive is said at once; trying again goes on when it does', async () => {
  window.tolerate({ console: /ERR_FAILED/ });
  await window.page.route('**/office/office.js', (route) => route.abort());
  await window.goTo();
  await person.text(LATE).waitFor({ timeout: 5_000 });
  await window.page.unroute('**/office/office.js');
  await person.button('再試行').click();
  await person.button('KPI評価').waitFor();
  await person.text(LATE).waitFor({ state: 'hidden' });
});

test('a part of office.js that never answers: said after ten seconds, and trying again goes on', async () => {
  let blocked = true;
  await window.page.route('**/office/excel-web-16.00.js', (route) => (blocked ? undefined : route.continue()));
  await window.goTo();
  await person.text('準備しています').waitFor();
  const since = Date.now();
  await person.text(LATE).waitFor();
  expect(Date.now() - since).toBeLessThan(15_000);
  blocked = false;
  await person.button('再試行').click();
  await person.button('KPI評価').waitFor();
});

test('the build that takes office.js from Microsoft works in the page, under its own policy alone', async () => {
  window.tolerate({ address: new RegExp(`^${CDN.replaceAll('.', '\\.')}`) });
  const asked: string[] = [];
  await window.page.route('**/taskpane.html*', (route) => route.fulfill({ path: path.join(cdn, 'taskpane.html'), contentType: 'text/html; charset=utf-8' }));
  await window.page.route(`${CDN}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(new URL(CDN).pathname.length);
    asked.push(name);
    return route.fulfill({ path: path.join(process.env['SITE_FOLDER'] ?? '', 'dist/office', name), contentType: 'text/javascript' });
  });
  const violations: string[] = [];
  await window.page.exposeFunction('violated', (text: string) => violations.push(text));
  await window.page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => void (globalThis as unknown as { violated(text: string): Promise<void> }).violated(`${effectiveDirective} ${blockedURI}`));
  });
  await window.goTo();
  await person.button('KPI評価').click();
  await person.text('KPI評価が終わりました').waitFor();
  expect(asked).toEqual(expect.arrayContaining(['office.js', 'excel-web-16.00.js', 'ja-jp/office_strings.js']));
  expect(violations).toEqual([]);
  expect(readFileSync(path.join(cdn, 'taskpane.html'), 'utf8')).toContain(CDN);
});
