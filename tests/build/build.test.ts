import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Builds, filesOf, ROOT } from './builds';

const builds = new Builds();
let cdn: ReadonlyMap<string, Buffer>;
let self: ReadonlyMap<string, Buffer>;
beforeAll(() => {
  cdn = filesOf(builds.make('origin=https://files.example.jp/keikaku/'));
  self = filesOf(builds.make('origin=https://files.example.jp/keikaku/', 'office=self'));
});
afterAll(() => builds.remove());

const text = (files: ReadonlyMap<string, Buffer>, name: string): string => files.get(name)?.toString('utf8') ?? '';
const withoutOffice = (files: ReadonlyMap<string, Buffer>): string[] => [...files.keys()].filter((name) => !name.startsWith('office/'));

describe('the two builds', () => {
  test('differ in the page and in the library alone', () => {
    expect(withoutOffice(self)).toEqual([...cdn.keys()]);
    expect(withoutOffice(self).filter((name) => cdn.get(name)?.equals(self.get(name) ?? Buffer.alloc(0)) !== true)).toEqual(['taskpane.html']);
    expect([...cdn.keys()].filter((name) => name.endsWith('.js')).length).toBeGreaterThan(0);
  });

  test('take the library from Microsoft, or from beside the page', () => {
    expect(text(cdn, 'taskpane.html')).toContain('src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"');
    expect(text(self, 'taskpane.html')).toContain('src="office/office.js"');
    expect(text(self, 'taskpane.html')).not.toContain('microsoft.com');
  });

  test('the library is passed on as it is, for Windows, Mac and browsers, and without what reports to Microsoft', () => {
    const served = [...self.keys()].filter((name) => name.startsWith('office/')).map((name) => name.slice('office/'.length));
    expect(served).toEqual([
      'AgaveErrorUX/AgaveErrorUX.js', 'AgaveErrorUX/images/agavedefaulticon96x96.png', 'AgaveErrorUX/images/moe_status_icons.png', 'AgaveErrorUX/index.html', 'AgaveErrorUX/style/AgaveErrorUX.css',
      'en-us/office_strings.js', 'excel-mac-16.00.js', 'excel-web-16.00.js', 'excel-win32-16.01.js', 'ja-jp/office_strings.js', 'o15apptofilemappingtable.js', 'office.js',
    ]);
    const altered = served.filter((name) => !readFileSync(join(ROOT, 'node_modules/@microsoft/office-js/dist', name.toLowerCase())).equals(self.get(`office/${name}`) ?? Buffer.alloc(0)));
    expect(altered).toEqual([]);
  });

  test('the page never allows inline or evaluated script, and nothing may be fetched or sent', () => {
    for (const files of [cdn, self]) {
      const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text(files, 'taskpane.html'))?.[1] ?? '';
      expect(policy).toMatch(/default-src 'none'; script-src 'self'( https:\/\/appsforoffice\.microsoft\.com)?; .*connect-src 'none'/);
      expect(policy).not.toContain('unsafe');
    }
  });

  test('the manifest names the address of the build, and every file of its own is served', () => {
    const manifest = text(cdn, 'manifest.xml');
    expect(manifest).not.toContain('localhost');
    const named = [...manifest.matchAll(/"https:\/\/files\.example\.jp\/keikaku\/([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => !cdn.has(name))).toEqual([]);
  });
});

// The build leaves the other tokens out, see webpack.themes.mjs.
test('every token that a style names has its value in each of the three themes', () => {
  const scripts = [...cdn.keys()].filter((name) => name.endsWith('.js')).map((name) => text(cdn, name)).join('\n');
  const named = new Set([...scripts.matchAll(/var\(--(\w+)[,)]/g)].map((match) => match[1] ?? ''));
  expect(named.size).toBeGreaterThan(50);
  expect([...named].filter((token) => [...scripts.matchAll(new RegExp(`\\b${token}:(?!"var)`, 'g'))].length < 3)).toEqual([]);
});

test.each([['origin=http://files.example.jp', 'plain https'], ['office=copy', 'cdn or self']])('--env %s is refused', (env, reason) => {
  expect(() => builds.make(env)).toThrow(reason);
});

describe('budgets', () => {
  // Random bytes as text: gzip finds nothing in them but the text's six bits a letter.
  const noise = (kilobytes: number): string => `console.log('${randomBytes(kilobytes * 1000).toString('base64')}');`;

  test('script that home waits for fails the build above 163 kB, after gzip', () => {
    expect(builds.makeOf({ 'entry.js': noise(170) }).errors).toEqual([expect.stringContaining('over budget: home')]);
    expect(builds.makeOf({ 'entry.js': noise(155) }).errors).toEqual([]);
  });

  test('script loaded later counts for the whole, 340 kB', () => {
    expect(builds.makeOf({ 'entry.js': "import('./later.js');", 'later.js': noise(325) }).errors).toEqual([]);
    expect(builds.makeOf({ 'entry.js': "import('./later.js');", 'later.js': noise(350) }).errors).toEqual([expect.stringContaining('over budget: everything')]);
  });
});
