import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { registrationFor } from '../../../src/embedded/serve/registration';

let home = '';
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'home-'));
  writeFileSync(path.join(home, 'manifest.xml'), '<OfficeApp/>');
});
afterEach(() => rmSync(home, { recursive: true }));
const addIn = () => ({ id: 'an-id', manifest: path.join(home, 'manifest.xml') });

test('on a Mac the manifest is copied to where Excel looks, and taken away again', () => {
  const container = path.join(home, 'Library/Containers/com.microsoft.Excel/Data/Documents');
  const registration = registrationFor('darwin', home, addIn());
  expect(() => registration.add()).toThrow('Excel for Mac が見つかりません');
  mkdirSync(container, { recursive: true });
  registration.add();
  const file = path.join(container, 'wef/an-id.manifest.xml');
  expect(readFileSync(file, 'utf8')).toBe('<OfficeApp/>');
  registration.remove();
  expect(existsSync(file)).toBe(false);
});

test('on Windows it is a value of the registry, by the id of the add-in', () => {
  const ran: string[] = [];
  const registration = registrationFor('win32', home, addIn(), (command, args) => void ran.push([command, ...args].join(' ')));
  registration.add();
  registration.remove();
  expect(ran).toEqual([
    String.raw`reg add HKCU\Software\Microsoft\Office\16.0\WEF\Developer /v an-id /t REG_SZ /d ${addIn().manifest} /f`,
    String.raw`reg delete HKCU\Software\Microsoft\Office\16.0\WEF\Developer /v an-id /f`,
  ]);
});

test('elsewhere it is said what is needed', () => {
  expect(() => registrationFor('linux', home, addIn())).toThrow('npm start');
});
