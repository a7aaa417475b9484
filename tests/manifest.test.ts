import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DOMParser, type Element } from '@xmldom/xmldom';

const ROOT = resolve(__dirname, '..');
const FILE = resolve(ROOT, 'manifest.xml');
const document = new DOMParser().parseFromString(readFileSync(FILE, 'utf8'), 'text/xml');

const elements = (name: string): Element[] => [...document.getElementsByTagNameNS('*', name)];
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
const attributes = (name: string): string[] => elements('*').map((element) => attribute(element, name)).filter((value) => value !== '');

/** The default text and every translation of an element. */
const texts = (element: Element): string[] => [
  attribute(element, 'DefaultValue'),
  ...[...element.getElementsByTagNameNS('*', 'Override')].map((override) => attribute(override, 'Value')),
];

/** Office's own reader rests on ES modules that Jest cannot load, so it runs in a Node of its own. */
function readByOfficeTools(): unknown {
  const script = "require('office-addin-manifest').OfficeAddinManifest.readManifestFile(process.argv[1]).then((info) => console.log(JSON.stringify(info)))";
  return JSON.parse(execFileSync(process.execPath, ['-e', script, FILE], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

/** Width and height from a PNG's first chunk. */
function pngSize(path: string): readonly [number, number] {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const iconPath = (url: string): string => resolve(ROOT, new URL(url).pathname.slice(1));

/** Size asked for and address of every icon the manifest names. */
function icons(): { readonly size: number; readonly url: string }[] {
  const urls = new Map(elements('Image').map((image) => [attribute(image, 'id'), attribute(image, 'DefaultValue')]));
  const ribbon = elements('Icon').flatMap((icon) => [...icon.getElementsByTagNameNS('*', 'Image')])
    .map((image) => ({ size: Number(attribute(image, 'size')), url: urls.get(attribute(image, 'resid')) ?? '' }));
  const list = ([['IconUrl', 32], ['HighResolutionIconUrl', 64]] as const)
    .flatMap(([name, size]) => elements(name).map((element) => ({ size, url: attribute(element, 'DefaultValue') })));
  return [...ribbon, ...list];
}

describe('manifest', () => {
  test('is read by the Office tools as a task pane for workbooks', () => {
    const info = readByOfficeTools();
    expect(info).toMatchObject({
      officeAppType: 'TaskPaneApp', hosts: ['Workbook'], defaultLocale: 'ja-JP', permissions: 'ReadWriteDocument', displayName: '事業計画アシスタント',
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/), version: expect.stringMatching(/^\d+(\.\d+){3}$/),
    });
  });

  test('asks for ExcelApi 1.9 and nothing above it', () => {
    expect(elements('Set').map((set) => [attribute(set, 'Name'), attribute(set, 'MinVersion')])).toEqual([['ExcelApi', '1.9']]);
  });

  test('declares every resource it refers to, once, and refers to every one', () => {
    const declared = ['Image', 'Url', 'String'].flatMap(elements).map((element) => attribute(element, 'id')).filter((id) => id !== '');
    expect(new Set(declared).size).toBe(declared.length);
    expect([...new Set(attributes('resid'))].sort()).toEqual([...declared].sort());
    for (const id of declared) expect(id.length).toBeLessThanOrEqual(32);
  });

  test('keeps within the lengths Office allows', () => {
    const limits = [['DisplayName', 125], ['Description', 250], ['ShortStrings', 125], ['LongStrings', 250]] as const;
    for (const [name, limit] of limits) {
      const holders = elements(name).flatMap((element) => name.endsWith('Strings') ? [...element.getElementsByTagNameNS('*', 'String')] : [element]);
      const found = holders.filter((element) => attribute(element, 'resid') === '').flatMap(texts);
      expect(found.length).toBeGreaterThan(0);
      for (const text of found) {
        expect(text).not.toBe('');
        expect(text.length).toBeLessThanOrEqual(limit);
      }
    }
  });

  test('says everything in Japanese and in English', () => {
    const spoken = [...elements('DisplayName'), ...elements('String'), ...elements('Description').filter((element) => attribute(element, 'resid') === '')];
    for (const element of spoken) {
      const locales = [...element.getElementsByTagNameNS('*', 'Override')].map((override) => attribute(override, 'Locale'));
      expect(locales).toEqual(['en-US']);
    }
  });

  test('uses https alone, and one origin', () => {
    const urls = attributes('DefaultValue').filter((value) => value.includes('://'));
    expect([...new Set(urls.map((url) => new URL(url).origin))]).toEqual(['https://localhost:3000']);
  });

  test('names icons that exist at the size asked for', () => {
    expect(icons().length).toBe(18);
    for (const { size, url } of icons()) expect([url, ...pngSize(iconPath(url))]).toEqual([url, size, size]);
  });

  test('opens the pane by one ribbon button', () => {
    expect(elements('Group').length).toBe(1);
    expect(elements('Action').map((action) => attribute(action, 'xsi:type'))).toEqual(['ShowTaskpane']);
  });
});
