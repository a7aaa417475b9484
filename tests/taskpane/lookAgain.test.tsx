/** @jest-environment jsdom */
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { PaneError } from '../../src/taskpane/port';
import { cardsOf } from './fakeCards';
import { button, preparePage, showPane, showView } from './renderPane';

beforeEach(preparePage);

const SOON = { timeout: 4000 };
const BEHIND = '最新の状態を読み取れませんでした。表示は前回読み取った内容です。';
const locked = '「業務」は保護されています。';
const pause = (ms: number): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
const focusWindow = (): void => act(() => { window.dispatchEvent(new Event('focus')); });

describe('the workbook is read again', () => {
  test('once when the typing in the sheets pauses, without a word before', async () => {
    const { port } = await showPane();
    const before = document.body.textContent;
    act(() => { port.figuresChanged(); port.figuresChanged(); });
    expect(document.body.textContent).toBe(before);
    port.book.look = { kpis: (asOf) => cardsOf(asOf).map((card) => ({ ...card, stale: true })) };
    expect(await screen.findByText('数値が更新されています。KPI評価をやり直してください。', {}, SOON)).toBeTruthy();
    expect(port.looks()).toBe(2);
  });

  test('when the person comes back to the pane: a protection taken off is no longer told of', async () => {
    const { port } = await showPane({ look: { obstacles: { readOnly: null, locked } } });
    port.book.look = {};
    focusWindow();
    focusWindow();
    await waitFor(() => expect(screen.queryByText(locked)).toBeNull(), SOON);
    expect(port.looks()).toBe(2);
  });

  test('when another view is shown, not more often than once in two seconds', async () => {
    const { user, port } = await showPane();
    await pause(2000);
    await showView(user, '点検');
    await waitFor(() => expect(port.looks()).toBe(2), SOON);
    await showView(user, 'KPI');
    await pause(500);
    expect(port.looks()).toBe(2);
    await waitFor(() => expect(port.looks()).toBe(3), SOON);
  });

  test('not while a task runs; after one that failed it is', async () => {
    const { user, port } = await showPane();
    const go = port.hold();
    await user.click(button('KPI評価'));
    focusWindow();
    act(() => port.figuresChanged());
    await pause(2300);
    expect(port.looks()).toBe(1);
    act(() => go('end'));
    await waitFor(() => expect(port.looks()).toBe(2), SOON);
    await screen.findByText('KPI評価が終わりました');
    port.book.fault = new PaneError('シートが見つかりません。');
    await user.click(button('表を配置'));
    await screen.findByText('シートが見つかりません。');
    await waitFor(() => expect(port.looks()).toBe(3), SOON);
  });

  test('by hand, among the tables', async () => {
    const { user, port } = await showPane();
    await showView(user, '点検');
    await screen.findByRole('list', { name: '表の状態' });
    const before = port.looks();
    await user.click(button('読み直す'));
    expect(port.looks()).toBe(before + 1);
  });
});

test('a reading that does not come is said, with the old one in view, until the next has come', async () => {
  const { user, port } = await showPane();
  port.book.fault = new Error('RichApi.Error');
  act(() => port.figuresChanged());
  expect((await screen.findByText(BEHIND, {}, SOON)).closest('[role=status]')).toBeTruthy();
  expect(button('郵送化率')).toBeTruthy();
  await user.click(button('読み直す'));
  await waitFor(() => expect(screen.queryByText(BEHIND)).toBeNull(), SOON);
});
