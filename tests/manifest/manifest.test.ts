import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { COMMAND_IDS } from '../../src/ribbon/commands';
import { manifestProblems, type Surroundings } from './rules';
import { shortcutFile, shortcutProblems, shortcutWords } from './shortcuts';

const ROOT = resolve(__dirname, '../..');
const FILE = resolve(ROOT, 'manifest.xml');
const XML = readFileSync(FILE, 'utf8');
const around: Surroundings = { origin: 'https://localhost:3000', pictureSize, functions: COMMAND_IDS };

/** Width and height from a PNG's first chunk. */
function pictureSize(path: string): readonly [number, number] | null {
  const file = resolve(ROOT, path);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  return bytes.subarray(1, 4).toString('latin1') === 'PNG' ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
}

/** The manifest with one place changed; the place must be there. */
function changed(from: string | RegExp, to: string): string {
  const xml = XML.replace(from, to);
  expect(xml).not.toBe(XML);
  return xml;
}

/** Office's own reader rests on ES modules that Jest cannot load, so it runs in a Node of its own. */
function readByOfficeTools(file: string): unknown {
  const script = "require('office-addin-manifest').OfficeAddinManifest.readManifestFile(process.argv[1]).then((info) => console.log(JSON.stringify(info)))";
  return JSON.parse(execFileSync(process.execPath, ['-e', script, file], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

describe('manifest', () => {
  test('is read by the Office tools as a task pane for workbooks', () => {
    expect(readByOfficeTools(FILE)).toMatchObject({
      officeAppType: 'TaskPaneApp', hosts: ['Workbook'], defaultLocale: 'ja-JP', permissions: 'ReadWriteDocument', displayName: '事業計画アシスタント',
      defaultSettings: { sourceLocation: 'https://localhost:3000/taskpane.html' }, supportUrl: 'https://localhost:3000/support.html',
    });
  });

  test('keeps every rule', () => {
    expect(manifestProblems(XML, around)).toEqual([]);
  });

  test('without what an older Excel or a SharePoint catalog leaves out, it is a whole manifest of a plain pane', () => {
    const plain = changed(/<VersionOverrides[^]*<\/VersionOverrides>/, '').replace(/<ExtendedOverrides[^>]*>/, '');
    expect(manifestProblems(plain, around)).toEqual([expect.stringContaining('runtime:'), expect.stringContaining('runtime:'), 'requirement: ExcelApi 1.9 / ']);
  });

  test('every picture is drawn in every size of Microsoft’s guide', () => {
    const pictures = readdirSync(resolve(ROOT, 'assets/icons')).filter((name) => name.endsWith('.svg')).map((name) => name.slice(0, -4));
    expect(pictures.length).toBe(6);
    for (const picture of pictures) {
      for (const size of [16, 20, 24, 32, 40, 48, 64, 80, 96]) expect([picture, pictureSize(`assets/icons/${picture}-${size}.png`)]).toEqual([picture, [size, size]]);
    }
  });

  const faults: readonly (readonly [rule: string, what: string, from: string | RegExp, to: string])[] = [
    ['order', 'a missing element', /<SupportUrl[^>]*>/, ''],
    ['order', 'two elements the wrong way round', /(<Runtimes>[^]*<\/Runtimes>)([^]*<\/DesktopFormFactor>)/, '$2$1'],
    ['order', 'an unknown element', '<Permissions>', '<Colour/><Permissions>'],
    ['order', 'an element in the wrong namespace', '<bt:Set Name="SharedRuntime" MinVersion="1.1"/>', '<Set Name="SharedRuntime" MinVersion="1.1"/>'],
    ['attribute', 'a control without id', ' id="BusinessPlan.Layout"', ''],
    ['form', 'a version of three parts', '<Version>0.1.0.0<', '<Version>0.1.0<'],
    ['form', 'a broken id', '<Id>3', '<Id>'],
    ['length', 'a label of 126 characters', 'DefaultValue="再計算"', `DefaultValue="${'再'.repeat(126)}"`],
    ['length', 'a tip of 251 characters', 'Value="Restores the formulas and', `Value="${'x'.repeat(251)}`],
    ['length', 'an empty text', 'DefaultValue="再計算"', 'DefaultValue=""'],
    ['length', 'a resource id of 33 characters', /Icon\.Layout\.16/g, 'I'.repeat(33)],
    ['reference', 'a resource that is not there', 'resid="Layout.Tip"', 'resid="Layout.Tap"'],
    ['reference', 'a label from the long texts', '<Label resid="Layout.Label"/>', '<Label resid="Layout.Tip"/>'],
    ['reference', 'a resource declared twice', '<bt:String id="Layout.Label"', '<bt:String id="Group.Label"'],
    ['reference', 'a resource nobody uses', /<Description resid="Layout.Tip"\/>/, '<Description resid="Pane.Tip"/>'],
    ['address', 'plain http', 'https://localhost:3000/support.html', 'http://localhost:3000/support.html'],
    ['address', 'another host', 'https://localhost:3000/assets/shortcuts.json', 'https://example.com/assets/shortcuts.json'],
    ['icon', 'a picture that is not there', 'icons/layout-16.png', 'icons/lay-16.png'],
    ['icon', 'a picture of another size', 'icons/layout-16.png', 'icons/layout-20.png'],
    ['icon', 'a size left out', '<bt:Image size="20" resid="Icon.Pane.20"/>', ''],
    ['language', 'a text without English', '<bt:Override Locale="en-US" Value="Recalculate"/>', ''],
    ['language', 'the same in both languages', 'Value="Recalculate"', 'Value="再計算"'],
    ['identity', 'two controls of one id', 'id="BusinessPlan.Layout"', 'id="BusinessPlan.Summary"'],
    ['command', 'a function the page does not have', '<FunctionName>ribbonLayout<', '<FunctionName>ribbonRetire<'],
    ['command', 'a button that opens nothing', '<Action xsi:type="ShowTaskpane">', '<Action xsi:type="ExecuteFunction">'],
    ['runtime', 'another page behind the ribbon', '<FunctionFile resid="Pane.Url"/>', '<FunctionFile resid="Other.Url"/>'],
    ['runtime', 'a runtime that ends with each press', 'lifetime="long"', 'lifetime="short"'],
    ['runtime', 'another page in the plain pane', '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html"/>', '<SourceLocation DefaultValue="https://localhost:3000/other.html"/>'],
    ['requirement', 'a higher floor', '" MinVersion="1.9"', '" MinVersion="1.14"'],
    ['requirement', 'a ribbon for every Excel', '<bt:Set Name="SharedRuntime" MinVersion="1.1"/>', '<bt:Set Name="ExcelApi" MinVersion="1.9"/>'],
  ];
  test.each(faults)('%s: %s is found', (rule, _what, from, to) => {
    expect(manifestProblems(changed(from, to), around).map((problem) => problem.split(':')[0])).toContain(rule);
  });
});

describe('shortcuts', () => {
  const text = (name: string): string => readFileSync(resolve(ROOT, 'assets', name), 'utf8');
  const english = shortcutWords.parse(JSON.parse(text('shortcuts.en-US.json')));
  const problems = (json: string): string[] => shortcutProblems(shortcutFile.parse(JSON.parse(json)), english, COMMAND_IDS);

  test('there is one for every function of the ribbon, in both languages, and none twice', () => {
    expect(problems(text('shortcuts.json'))).toEqual([]);
  });

  test.each([
    ['functions', '"id": "ribbonPane"', '"id": "ribbonPain"'],
    ['actions', '"action": "ribbonPane"', '"action": "ribbonMonthly"'],
    ['key', '"Ctrl+Alt+Shift+K"', '"Ctrl+K"'],
    ['key', '"Command+Alt+Shift+K"', '"Command+Alt+Shift+N"'],
    ['words', 'resource.ribbonPane', 'resource.ribbonPain'],
    ['words', '"value": "再計算する"', '"value": "Recalculate"'],
  ])('%s: %s as %s is found', (rule, from, to) => {
    expect(problems(text('shortcuts.json').replace(from, to)).map((problem) => problem.split(':')[0])).toContain(rule);
  });
});
