/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { faultsOf, preparePage, showPane, showView } from './renderPane';

beforeEach(preparePage);

describe('業績評価 in 作成・更新', () => {
  test('leads to its sheet', async () => {
    const place = { sheet: '業績評価', area: { row: 4, column: 0, rows: 1, columns: 29 } };
    const { user, port, container } = await showPane({ look: { indicators: place } });
    await showView(user, '作成・更新');
    const section = await screen.findByRole('region', { name: '業績評価' });
    expect(within(section).getAllByRole('button').map((one) => one.textContent)).toEqual(['シートへ移動']);
    await user.click(within(section).getByRole('button', { name: 'シートへ移動' }));
    expect(port.visits).toEqual([place]);
    expect(await faultsOf(container)).toEqual([]);
  });

  test('a workbook that has none is told how to get it, and nothing is written before a look', async () => {
    const { user, port, container } = await showPane();
    await showView(user, '作成・更新');
    const section = await screen.findByRole('region', { name: '業績評価' });
    expect(section.textContent).toContain('いまあるシートと入力値は変わりません。');
    expect(await faultsOf(container)).toEqual([]);
    await user.click(within(section).getByRole('button', { name: '表を配置' }));
    expect(await screen.findByRole('heading', { name: '「表を配置」で行うこと' })).toBeTruthy();
    expect(port.runs).toEqual([]);
  });
});
