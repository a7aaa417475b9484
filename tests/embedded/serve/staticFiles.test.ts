import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serveFile } from '../../../src/embedded/serve/staticFiles';

let root = '';
let folders: readonly string[] = [];
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'serve-'));
  const [page, dist] = ['page', 'dist'].map((name) => path.join(root, name)) as [string, string];
  for (const folder of [page, path.join(dist, 'office/AgaveErrorUX')]) mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  writeFileSync(path.join(page, 'index.html'), 'page');
  writeFileSync(path.join(page, '見本.xlsx'), 'book');
  writeFileSync(path.join(dist, 'index.html'), 'not this one');
  writeFileSync(path.join(dist, 'taskpane.js'), 'script');
  writeFileSync(path.join(dist, 'notes.pem'), 'key');
  writeFileSync(path.join(dist, 'office/AgaveErrorUX/index.html'), 'ux');
  symlinkSync(path.join(root, 'secret.txt'), path.join(dist, 'link.txt'));
  folders = [page, dist];
});
afterAll(() => rmSync(root, { recursive: true }));

async function get(target: string, method = 'GET') {
  const { status, body, headers } = await serveFile(folders, method, target);
  return { status, text: Buffer.from(body).toString('utf8'), headers };
}

test.each([
  ['/', 'page', 'text/html; charset=utf-8'], ['/index.html?_host_Info=Excel$Web$16.00', 'page', 'text/html; charset=utf-8'],
  ['/taskpane.js', 'script', 'text/javascript; charset=utf-8'], ['/office/AgaveErrorUX/', 'ux', 'text/html; charset=utf-8'],
  ['/%E8%A6%8B%E6%9C%AC.xlsx', 'book', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])('%s is given with its kind', async (target, text, type) => {
  const answer = await get(target);
  expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([200, text, type]);
});

test.each([
  '/../secret.txt', '/%2e%2e/secret.txt', '/office/..%2f..%2fsecret.txt', '/office/..\\..\\secret.txt', '/link.txt', '//etc/hosts.txt', '/%00.txt', '/%zz.txt',
  'secret.txt', '/secret.txt', '/notes.pem', '/office', '/nothing.html',
])('%s gives nothing away', async (target) => {
  const answer = await get(target);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.text).not.toMatch(/secret|key/);
});

test('only reading is answered', async () => {
  expect((await get('/', 'POST')).status).toBe(405);
  const head = await get('/taskpane.js', 'HEAD');
  expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '6']);
});

test('every answer forbids scripts from elsewhere, and is not kept', async () => {
  for (const target of ['/', '/nothing.html', '/../x.html']) {
    const { headers } = await get(target);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self';.*connect-src 'self'/);
    expect(headers['content-security-policy']).not.toMatch(/https?:|unsafe-eval/);
  }
});
