/** @jest-environment jsdom */
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { PaneError } from '../../src/taskpane/port';
import { done, PROPOSAL } from './fakePort';
import { button, faultsOf, preparePage, showPane } from './renderPane';

beforeEach(preparePage);

const NEXT = { ...PROPOSAL, words: ['4つの表を追加します。'], print: 'b' };

describe('a task that runs at once', () => {
  test('KPI評価 runs for the month in view, tells what it did and reads again', async () => {
    const { user, port } = await showPane({ outcomes: [done(['16件を評価しました。'], ['前年度の実績が違います。'])] });
    await user.selectOptions(screen.getByRole('combobox', { name: '判定月' }), '2月');
    await user.click(button('KPI評価'));
    expect(port.runs).toEqual([{ task: { kind: 'evaluate', asOf: 10 }, agreed: null }]);
    expect(await screen.findByText('KPI評価が終わりました')).toBeTruthy();
    expect(screen.getByText('確認していただきたいこと（1件）').closest('[role=status]')?.textContent).toContain('前年度の実績が違います。');
    expect(port.looks()).toBe(2);
    expect(document.activeElement).toBe(button('KPI評価'));
    await user.click(button('閉じる'));
    expect(screen.queryByText('KPI評価が終わりました')).toBeNull();
  });

  test('while it runs the phase is shown, a second press does nothing and the rest can be read', async () => {
    const { user, port, container } = await showPane();
    const go = port.hold();
    await user.click(button('年間まとめ'));
    expect(screen.getByRole('progressbar', { name: '年間まとめを作っています 読み取り中' })).toBeTruthy();
    act(() => go('writing'));
    expect(screen.getByRole('progressbar', { name: '年間まとめを作っています 書き込み中' })).toBeTruthy();
    await user.click(button('KPI評価'));
    act(() => port.request({ kind: 'run', task: { kind: 'evaluate', asOf: 5 } }));
    expect(port.runs).toHaveLength(1);
    expect(button('郵送化率')).toBeTruthy();
    expect(await screen.findByText('セルに入力している途中のときは、入力を確定してください。', {}, { timeout: 2000 })).toBeTruthy();
    expect(await faultsOf(container)).toEqual([]);
    act(() => go('end'));
    expect(await screen.findByText('年間まとめができました')).toBeTruthy();
  });

  test('a failure is told in its words and tried again as it was', async () => {
    const { user, port } = await showPane();
    port.book.fault = new PaneError('セルが入力中です。');
    await user.click(button('年間まとめ'));
    expect(await screen.findByText('セルが入力中です。')).toBeTruthy();
    await user.click(button('再試行'));
    expect(await screen.findByText('年間まとめができました')).toBeTruthy();
    expect(port.runs.map(({ task }) => task.kind)).toEqual(['summary', 'summary']);
  });
});

describe('a task that asks first', () => {
  test('shows what it would do, and does it with that proposal', async () => {
    const { user, port, container } = await showPane();
    await user.click(button('表を配置'));
    const heading = await screen.findByRole('heading', { name: '「表を配置」で行うこと' });
    expect(document.activeElement).toBe(heading);
    expect(screen.getByText('3つの表、42個の名前を追加します。入力値は変わりません。')).toBeTruthy();
    expect(screen.getByText('シート「会議」は別の内容のため、そのままにします。')).toBeTruthy();
    expect(port.runs).toEqual([]);
    expect(await faultsOf(container)).toEqual([]);
    await user.click(button('実行する'));
    expect(port.runs).toEqual([{ task: { kind: 'layout', sample: false }, agreed: PROPOSAL }]);
    expect(await screen.findByText('表を配置しました')).toBeTruthy();
    expect(document.activeElement).toBe(button('表を配置'));
  });

  test.each(['やめる', '{Escape}'])('%s writes nothing and gives the focus back', async (way) => {
    const { user, port } = await showPane();
    await user.click(button('再計算'));
    await screen.findByRole('heading', { name: '「再計算」で行うこと' });
    if (way === 'やめる') await user.click(button(way));
    else await user.keyboard(way);
    expect(port.runs).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(button('再計算')));
  });

  test('where nothing would be written nobody is asked', async () => {
    const { user, port } = await showPane({ proposal: { words: ['すべての計算式が正常です。'], warnings: [], empty: true, print: '' } });
    await user.click(button('再計算'));
    expect(await screen.findByText('変更はありません')).toBeTruthy();
    expect(screen.getByText('すべての計算式が正常です。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '実行する' })).toBeNull();
    expect(port.runs).toEqual([]);
  });

  test('a workbook that changed meanwhile is asked about again, with what would be done now', async () => {
    const { user, port } = await showPane({ outcomes: [{ kind: 'changed', proposal: NEXT }] });
    await user.click(button('表を配置'));
    await user.click(await screen.findByRole('button', { name: '実行する' }));
    expect((await screen.findByRole('alert')).textContent).toContain('まだ何も書き込んでいません');
    expect(screen.getByText('4つの表を追加します。')).toBeTruthy();
    await user.click(button('実行する'));
    expect(port.runs.map(({ agreed }) => agreed?.print)).toEqual(['a', 'b']);
    expect(await screen.findByText('表を配置しました')).toBeTruthy();
  });
});

describe('the first run', () => {
  const EMPTY = { look: { condition: 'empty', yearLabel: '', evaluation: null, kpis: () => [] }, seen: false } as const;
  const TITLE = '事業計画の表とKPIを、このブックで整えます';

  test('leads to the sample by way of its proposal', async () => {
    const { user, port, container } = await showPane(EMPTY, { heading: TITLE });
    expect(await faultsOf(container)).toEqual([]);
    await user.click(button('見本の数値で試す'));
    await user.click(await screen.findByRole('button', { name: '実行する' }));
    expect(port.runs[0]?.task).toEqual({ kind: 'layout', sample: true });
  });

  test('あとで is remembered and leads home, where the tables come first', async () => {
    const { user, port } = await showPane(EMPTY, { heading: TITLE });
    await user.click(button('あとで'));
    expect(port.firstRun.seen()).toBe(true);
    expect(screen.getByText(/このブックには、まだ表がありません/)).toBeTruthy();
    expect(port.runs).toEqual([]);
  });

  test('does not come where it was left, nor over a workbook of ours', async () => {
    await showPane({ ...EMPTY, seen: true }, { heading: '事業計画アシスタント' });
    expect(screen.queryByRole('button', { name: '標準の表を配置' })).toBeNull();
    preparePage();
    await showPane({ seen: false });
    expect(screen.queryByRole('button', { name: '標準の表を配置' })).toBeNull();
  });
});

describe('requests of the ribbon', () => {
  test('an evaluation without a month takes the one chosen in the pane', async () => {
    const { user, port } = await showPane();
    await user.selectOptions(screen.getByRole('combobox', { name: '判定月' }), '9月');
    await act(async () => {
      port.request({ kind: 'run', task: { kind: 'evaluate', asOf: null } });
      await Promise.resolve();
    });
    expect(port.runs).toEqual([{ task: { kind: 'evaluate', asOf: 5 }, agreed: null }]);
  });

  test('a task runs as if pressed here', async () => {
    const { port } = await showPane();
    act(() => port.request({ kind: 'run', task: { kind: 'evaluate', asOf: 5 } }));
    await screen.findByText('KPI評価が終わりました');
    expect(port.runs).toEqual([{ task: { kind: 'evaluate', asOf: 5 }, agreed: null }]);
    act(() => port.request({ kind: 'run', task: { kind: 'recompute', restore: [] } }));
    expect(await screen.findByRole('heading', { name: '「再計算」で行うこと' })).toBeTruthy();
  });

  test('a view is shown', async () => {
    const { port } = await showPane();
    act(() => port.request({ kind: 'show', view: 'tables' }));
    expect(await screen.findByRole('list', { name: '表の状態' })).toBeTruthy();
  });
});
