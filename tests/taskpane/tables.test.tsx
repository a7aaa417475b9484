/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { button, faultsOf, preparePage, showPane, showView, type Shown } from './renderPane';

beforeEach(preparePage);

async function open(change: Parameters<typeof showPane>[0] = {}): Promise<Shown> {
  const shown = await showPane(change);
  await showView(shown.user, '点検');
  await screen.findByRole('list', { name: '表の状態' });
  return shown;
}
const lineOf = (text: RegExp): HTMLElement => {
  const line = screen.getByText(text).closest('li');
  if (line === null) throw new Error(String(text));
  return line;
};

describe('the state of the tables', () => {
  test('counts come first, then the tables by group', async () => {
    const { container } = await open();
    expect(within(screen.getByRole('list', { name: '表の状態' })).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['要確認 2', '未配置 1', '正常 2']);
    expect(within(screen.getByRole('region', { name: '表の状態' })).getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(['業務', 'レセプト', '企画総務']);
    expect(await faultsOf(container)).toEqual([]);
  });

  test('a row that moved is put right by 再計算, a missing table by 表を配置', async () => {
    const { user } = await open();
    await user.click(within(lineOf(/違う行にあります/)).getByRole('button', { name: '再計算' }));
    expect(await screen.findByRole('heading', { name: '「再計算」で行うこと' })).toBeTruthy();
    await user.click(button('やめる'));
    await user.click(within(lineOf(/このブックに表がありません/)).getByRole('button', { name: '表を配置' }));
    expect(await screen.findByRole('heading', { name: '「表を配置」で行うこと' })).toBeTruthy();
  });

  test('名前を外す stands at the end and asks first', async () => {
    const { user, port } = await open();
    await user.click(button('名前を外す…'));
    expect(await screen.findByRole('heading', { name: '「名前を外す」で行うこと' })).toBeTruthy();
    expect(port.runs).toEqual([]);
    await user.click(button('実行する'));
    expect(port.runs.map(({ task }) => task)).toEqual([{ kind: 'release' }]);
  });

  test('a person’s own formula can be gone to', async () => {
    const { user, port } = await open();
    const line = lineOf(/別の計算式が入力されています/);
    expect(within(line).getAllByRole('button')).toHaveLength(1);
    await user.click(within(line).getByRole('button', { name: 'セルへ移動' }));
    expect(port.visits).toHaveLength(1);
  });

  test('all right is said in words', async () => {
    await open({ tables: [{ id: 'T1', name: '査定率', group: 'レセプト', state: 'right', findings: [], place: null }] });
    expect(screen.getByText('すべての表が正常です。')).toBeTruthy();
  });
});
