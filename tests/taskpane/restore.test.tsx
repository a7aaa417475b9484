/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RestoreLine } from '../../src/jobs/workbookLook';
import { checksOf } from './fakeChecks';
import { done } from './fakePort';
import { button, faultsOf, preparePage, showPane, showView, type Shown } from './renderPane';

beforeEach(preparePage);

const line = (id: number, more: Partial<RestoreLine> = {}): RestoreLine => ({ id, at: `2025/4/7 9:${10 + id}`, job: 'KPI評価', cells: 126, names: 0, sheets: 1, characters: 12_345, state: 'done', pieces: 1, row: 3 + id, ...more });

async function open(restore: readonly RestoreLine[], language = 'ja-JP'): Promise<Shown> {
  const shown = await showPane({ checks: checksOf({}), tables: [], look: { restore } }, { language });
  await showView(shown.user, language === 'ja-JP' ? '点検' : 'Checks');
  await screen.findByRole('region', { name: /^(直前の状態に戻す|Take back)$/ });
  return shown;
}
const section = (): HTMLElement => screen.getByRole('region', { name: /^(直前の状態に戻す|Take back)$/ });

describe('what was written', () => {
  test('stands with time, job and size, the latest first, each with its way back', async () => {
    const { user, port, container } = await open([line(2, { job: '年間まとめ', cells: 0 }), line(1)]);
    expect(within(section()).getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      '年間まとめ2025/4/7 9:12　シート\u00a01・13\u00a0KB戻す', 'KPI評価2025/4/7 9:11　セル\u00a0126・シート\u00a01・13\u00a0KB戻す',
    ]);
    expect(await faultsOf(container)).toEqual([]);
    await user.click(button('KPI評価（2025/4/7 9:11）を元に戻す'));
    expect(await screen.findByRole('heading', { level: 1, name: /直前の状態に戻す/ })).toBeTruthy();
    expect(port.runs).toEqual([]);
    await user.click(button('実行する'));
    expect(port.runs.map((run) => run.task)).toEqual([{ kind: 'restore', id: 1 }]);
  });

  test('nothing yet: it says what will stand there, and nothing can be pressed', async () => {
    await open([]);
    expect(section().textContent).toContain('ここから元に戻せます');
    expect(within(section()).queryAllByRole('button')).toEqual([]);
  });

  test('what was too large bears no button; what was not finished is told at home too', async () => {
    const { user } = await open([line(2, { state: 'writing' }), line(1, { pieces: 0 })]);
    expect(within(section()).getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      expect.stringContaining('KPI評価（途中で止まりました）'), expect.stringContaining('記録なし'),
    ]);
    await showView(user, 'KPI');
    expect(screen.getByText('2025/4/7 9:12 の操作が途中で止まっています。操作の前の状態に戻せます。')).toBeTruthy();
  });

  test('in English too', async () => {
    const { container } = await open([line(1)], 'en-US');
    expect(button('Take back what was written at 2025/4/7 9:11')).toBeTruthy();
    expect(await faultsOf(container)).toEqual([]);
  });
});

test('what was just written can be taken back beside its outcome', async () => {
  const { user, port } = await showPane({ outcomes: [done(['評価しました。'])] });
  await user.click(button('KPI評価'));
  await user.click(await screen.findByRole('button', { name: '元に戻す' }));
  await user.click(await screen.findByRole('button', { name: '実行する' }));
  expect(port.runs.at(-1)?.task).toEqual({ kind: 'restore', id: 1 });
});
