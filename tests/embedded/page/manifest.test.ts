import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { JSDOM } from 'jsdom';
import { readManifest } from '../../../src/embedded/page/manifest';

const source = readFileSync(`${__dirname}/../../../manifest.xml`, 'utf8');
const { DOMParser } = new JSDOM('').window;
const parse = (text: string) => new DOMParser().parseFromString(text, 'application/xml');

const buttons = (language: string, text = source) => readManifest(parse(text), language).tabs.flatMap((tab) => tab.groups.flatMap((group) => group.buttons));

test("the ribbon of the add-in's own manifest can be shown, in both languages, with icons", () => {
  const [japanese, english] = ['ja-JP', 'en-US'].map((language) => buttons(language));
  expect(japanese?.length).toBeGreaterThan(0);
  expect(english?.map((one) => one.id)).toEqual(japanese?.map((one) => one.id));
  for (const button of [...(japanese ?? []), ...(english ?? [])]) {
    expect(button.label).not.toBe('');
    expect(button.tip).not.toBe('');
    expect(button.icon).toMatch(/\/assets\/.*32.*\.png$/);
  }
  expect(english?.[0]?.label).not.toBe(japanese?.[0]?.label);
  expect(japanese?.some((one) => one.action.kind === 'showPane')).toBe(true);
});

test('a language the manifest lacks is given in its own', () => {
  expect(buttons('fr-FR')).toEqual(buttons('ja-JP'));
});

test('the pane stands where the manifest says, under its name', () => {
  const addIn = readManifest(parse(source), 'en-US');
  expect(addIn.paneAddress).toBe('https://localhost:3000/taskpane.html');
  expect(addIn.name).toBe('Business Plan Assistant');
});

test('function commands, disabled buttons and the shared runtime are read', () => {
  const changed = source
    .replace('<Action xsi:type="ShowTaskpane">', '<Enabled>false</Enabled><Action xsi:type="ExecuteFunction"><FunctionName>layout</FunctionName>')
    .replace('<DesktopFormFactor>', '<Runtimes><Runtime resid="Pane.Url" lifetime="long"/></Runtimes><DesktopFormFactor>');
  const { tabs, sharedRuntime } = readManifest(parse(changed), 'ja-JP');
  const all = tabs.flatMap((tab) => tab.groups.flatMap((group) => group.buttons));
  expect(all.find((one) => one.id === 'BusinessPlan.ShowPane')).toMatchObject({ action: { kind: 'command', functionName: 'layout' }, enabled: false });
  expect(sharedRuntime).toBe(true);
});

test('a control this ribbon cannot show is no silence', () => {
  expect(() => buttons('ja-JP', source.replaceAll('xsi:type="Button"', 'xsi:type="Menu"'))).toThrow('Menu');
});
