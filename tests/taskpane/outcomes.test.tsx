/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { PaneError } from '../../src/taskpane/port';
import { done, nothingDone } from './fakePort';
import { button, preparePage, showPane, showView } from './renderPane';

beforeEach(preparePage);

describe('a task that wrote nothing is not told as done', () => {
  test('all was right already', async () => {
    const { user } = await showPane({ outcomes: [nothingDone(['シート「年間まとめ」は最新です。'], ['備考の行が見つかりません。'])] });
    await user.click(button('年間まとめ'));
    expect(await screen.findByText('変更はありません')).toBeTruthy();
    expect(screen.getByText('シート「年間まとめ」は最新です。')).toBeTruthy();
    expect(screen.getByText('確認していただきたいこと（1件）')).toBeTruthy();
    expect(screen.queryByText('変更はありません。')).toBeNull();
    expect(screen.queryByText('年間まとめができました')).toBeNull();
  });

  test('it could not be done: the reason stands under a title that says so', async () => {
    const { user } = await showPane({ outcomes: [nothingDone([], ['シート「KPI」がないため、評価していません。'])] });
    await user.click(button('KPI評価'));
    expect(await screen.findByText('KPI評価を実行できませんでした')).toBeTruthy();
    expect(screen.getByText('シート「KPI」がないため、評価していません。').closest('[role=status]')).toBeTruthy();
    expect(screen.queryByText('KPI評価が終わりました')).toBeNull();
    expect(screen.queryByText('変更はありません')).toBeNull();
  });
});

describe('after a failure', () => {
  test('figures are not written again behind the form: what was typed since stays and goes with the next press', async () => {
    const { user, port } = await showPane({ outcomes: [done(['書き込みました。'])] });
    await showView(user, '毎月入力');
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: /^出産一時金/ });
    await user.type(field, '39');
    port.book.fault = new PaneError('セルが入力中です。');
    await user.click(button('1件を書き込む'));
    expect((await screen.findByText('セルが入力中です。')).closest('[role=status]')?.textContent).toContain('もう一度「書き込む」を押してください。');
    expect(screen.queryByRole('button', { name: '再試行' })).toBeNull();
    await user.clear(field);
    await user.type(field, '41');
    await user.click(button('1件を書き込む'));
    expect(await screen.findByText('数値を書き込みました')).toBeTruthy();
    expect(port.runs.map(({ task }) => (task.kind === 'enter' ? task.figures.map((figure) => figure.text) : []))).toEqual([['39'], ['41']]);
  });

  test('KPI評価 is tried again for the month chosen by then', async () => {
    const { user, port } = await showPane();
    port.book.fault = new PaneError('セルが入力中です。');
    await user.click(button('KPI評価'));
    await screen.findByText('セルが入力中です。');
    await user.selectOptions(screen.getByRole('combobox', { name: '判定月' }), '9月');
    await user.click(button('再試行'));
    await screen.findByText('KPI評価が終わりました');
    expect(port.runs.map(({ task }) => task)).toEqual([{ kind: 'evaluate', asOf: 11 }, { kind: 'evaluate', asOf: 5 }]);
  });
});
