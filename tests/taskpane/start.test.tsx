/** @jest-environment jsdom */
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { Start } from '../../src/taskpane/Start';
import { ThemedRoot, type OfficeLooks } from '../../src/taskpane/ThemedRoot';
import { themeFor } from '../../src/taskpane/theme';
import type { OfficeLook } from '../../src/taskpane/port';
import { fakePort } from './fakePort';
import { preparePage } from './renderPane';

beforeEach(() => {
  preparePage();
  jest.useFakeTimers();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const show = (ready: () => Promise<boolean>, office?: OfficeLooks) =>
  render(<ThemedRoot {...(office === undefined ? {} : { office })}><Start port={fakePort()} ready={ready} language={() => 'ja-JP'} /></ThemedRoot>);
const pass = (ms: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms));

test('Office that does not come is told after ten seconds, and still let in when it comes', async () => {
  let come = (inExcel: boolean): void => void inExcel;
  const ready = new Promise<boolean>((resolve) => { come = resolve; });
  show(() => ready);
  expect(screen.getByRole('progressbar', { name: '準備しています' })).toBeTruthy();
  await pass(9_999);
  expect(screen.queryByRole('alert')).toBeNull();
  await pass(1);
  expect(screen.getByRole('alert').textContent).toContain('Excelとの接続を確認できません');
  expect(screen.getByRole('button', { name: '再試行' })).toBeTruthy();
  come(true);
  await pass(0);
  expect(screen.getByRole('heading', { name: '令和6年度（2024年度）' })).toBeTruthy();
});

test('a plain browser and a library that failed are told apart', async () => {
  show(() => Promise.resolve(false));
  await pass(0);
  expect(screen.getByRole('alert').textContent).toContain('このページはExcelの中で使います');
  cleanup();
  show(() => Promise.reject(new Error('office.js did not load')));
  await pass(0);
  expect(screen.getByRole('alert').textContent).toContain('Excelとの接続を確認できません');
});

test('the theme is Fluent’s for what Office looks like', () => {
  const background = (look: OfficeLook): string => themeFor(look).colorNeutralBackground1;
  expect(background({ dark: false, highContrast: false })).toBe(webLightTheme.colorNeutralBackground1);
  expect(background({ dark: true, highContrast: false })).toBe(webDarkTheme.colorNeutralBackground1);
  expect(background({ dark: true, highContrast: true })).toBe(teamsHighContrastTheme.colorNeutralBackground1);
});

test('the page follows Office, and the system while Office is silent', async () => {
  let look: OfficeLook | null = null;
  let changed = (): void => undefined;
  const stop = jest.fn();
  const { unmount } = show(() => Promise.resolve(true), { look: () => look, onChange: (listener) => {
    changed = listener;
    return stop;
  } });
  await pass(0);
  expect(document.documentElement.style.colorScheme).toBe('light');
  look = { dark: true, highContrast: false };
  act(() => changed());
  expect(document.documentElement.style.colorScheme).toBe('dark');
  unmount();
  expect(stop).toHaveBeenCalledTimes(1);
});
