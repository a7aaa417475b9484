/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { PaneError } from '../../src/taskpane/port';
import { cardsOf } from './fakeCards';
import { button, faultsOf, preparePage, showPane } from './renderPane';

beforeEach(preparePage);

const STALE = '数値が更新されています。KPI評価をやり直してください。';
const rows = (): string[] => within(screen.getByRole('region', { name: 'KPI一覧' })).getAllByRole('listitem').map((row) => within(row).getByRole('button').textContent);

describe('the list of KPIs', () => {
  test('a row has the mark in words, the figures and the year in words', async () => {
    await showPane();
    const row = screen.getByRole('button', { name: '郵送化率' }).closest('li');
    if (row === null) throw new Error('no row');
    expect(within(row).getByRole('img', { name: '△ 目標未達' }).textContent).toBe('△');
    expect(row.textContent).toContain('93.9% / 目標 95.0%');
    expect(within(row).getByRole('img', { name: '推移: 3月 93.9%、前年度 94.4%、目標 95.0%' })).toBeTruthy();
  });

  test('no final figure is said, not shown as zero', async () => {
    await showPane();
    const row = screen.getByRole('button', { name: '生活習慣病予防健診受診率' }).closest('li');
    expect(row?.textContent).toContain('未確定 / 目標 61.2%');
  });

  test('the tally counts the marks and narrows the list; clearing brings all back', async () => {
    const { user } = await showPane();
    const all = rows();
    await user.click(button('△ 目標未達 4'));
    expect(rows()).toEqual(['郵送化率', '査定率', '再審査レセプト1件当たり査定額', '資格喪失後1か月以内の保険証回収率']);
    expect(screen.getByText('16件中4件').getAttribute('role')).toBe('status');
    await user.click(button('条件を外す'));
    expect(rows()).toEqual(all);
  });

  test('a group sees what it answers for and what it shares in', async () => {
    const { user } = await showPane();
    await user.selectOptions(screen.getByRole('combobox', { name: '担当' }), '保健');
    expect(rows()).toContain('健康宣言事業所数');
    expect(rows()).not.toContain('郵送化率');
    await user.selectOptions(screen.getByRole('combobox', { name: '区分' }), 'インセンティブ関連');
    expect(rows()).toHaveLength(3);
  });

  test('another month shows the figures of that month', async () => {
    const { user } = await showPane();
    await user.selectOptions(screen.getByRole('combobox', { name: '判定月' }), '9月');
    expect(screen.getByRole('button', { name: '郵送化率' }).closest('li')?.textContent).toContain('95.1% / 目標 95.0%');
  });
});

describe('figures that changed', () => {
  test('a card that is stale says so, and what it would be now', async () => {
    await showPane({ look: { kpis: (asOf) => cardsOf(asOf).map((card) => (card.id === '2' ? { ...card, stale: true, current: '○' } : card)) } });
    expect(screen.getByText(STALE)).toBeTruthy();
    expect(screen.getByText('数値が更新されています（いまは ○）')).toBeTruthy();
  });
});

describe('a workbook that is not ready', () => {
  test('what stands in the way is said before anything is pressed, and the buttons name it', async () => {
    const reason = 'このファイルは読み取り専用で開かれています。';
    const { user, port, container } = await showPane({ look: { obstacles: { readOnly: reason, locked: null } } });
    expect(screen.getByText('いまは書き込めません')).toBeTruthy();
    const evaluate = button('KPI評価');
    expect(evaluate.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(evaluate.getAttribute('aria-describedby') ?? '')?.textContent).toBe(reason);
    await user.click(evaluate);
    expect(port.runs).toEqual([]);
    expect(await faultsOf(container)).toEqual([]);
  });

  test('protected sheets are named, and hinder no button: the job they stop says so itself', async () => {
    const reason = 'シート「業務」は保護されています。書き込むときは、先に保護を解除してください。';
    const { user, port } = await showPane({ look: { obstacles: { readOnly: null, locked: reason } } });
    expect(screen.getByText(reason)).toBeTruthy();
    expect(screen.queryByText('いまは書き込めません')).toBeNull();
    await user.click(button('KPI評価'));
    expect(port.runs).toHaveLength(1);
  });

  test('a reading that fails says why and can be tried again', async () => {
    const { user } = await showPane({ fault: new PaneError('別のブックが前面にあります。') }, { heading: '事業計画アシスタント' });
    expect((await screen.findByRole('alert')).textContent).toContain('別のブックが前面にあります。');
    await user.click(button('再試行'));
    await screen.findByRole('heading', { name: '令和6年度（2024年度）' });
  });

  test('any other fault is told without its own words', async () => {
    await showPane({ fault: new Error('RichApi.Error: GeneralException') }, { heading: '事業計画アシスタント' });
    const { textContent } = await screen.findByRole('alert');
    expect(textContent).toContain('何も変更していません。');
    expect(textContent).not.toContain('RichApi');
  });
});

test('what is missing by now is counted and leads to the list', async () => {
  const { user } = await showPane();
  await user.click(await screen.findByRole('button', { name: '未入力 5件' }));
  expect(await screen.findByRole('button', { name: '窓口件数 1月を入力' })).toBeTruthy();
});

test('the list of what is missing goes to the month it was counted to', async () => {
  const { user } = await showPane();
  await user.selectOptions(screen.getByRole('combobox', { name: '判定月' }), '9月');
  await user.click(await screen.findByRole('button', { name: '未入力 5件' }));
  expect(await screen.findByText(/9月まで/)).toBeTruthy();
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '月' }).selectedOptions[0]?.textContent).toBe('9月');
});

test('English, with the marks in English', async () => {
  const { container } = await showPane({}, { language: 'en-US' });
  expect(document.documentElement.lang).toBe('en');
  expect(button('Evaluate KPIs')).toBeTruthy();
  expect(screen.getAllByRole('img', { name: '△ Target not met' })).toHaveLength(4);
  expect(await faultsOf(container)).toEqual([]);
});
