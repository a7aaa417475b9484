/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BRANCHES } from '../../src/domain/rank/branches';
import { KPI_SHEET } from '../../src/sheets/kpiSheet';
import { listOf } from '../domain/rank/lists';
import { bookPort, emptyBench, type BookPort } from './bookPort';
import { button, faultsOf, preparePage, showPort } from './renderPane';

// What the pane fetches late is compiled here the first time, which takes longer than a view may.
beforeAll(() => Promise.all([import('../../src/taskpane/detail/Detail'), import('../../src/taskpane/rank/Rank'), import('../../src/sheets/view/rankView'), import('../../src/sheets/rankPlan')]));
beforeEach(preparePage);

const LIST = listOf((branch, index) => (branch === '群馬' ? '94.3%' : index < 5 ? `${95 + index}.0%` : `${(94.2 - index / 100).toFixed(2)}%`), { head: ['郵送化率（令和7年3月末現在）', '全国平均\t94.5%'] });
const field = (): HTMLTextAreaElement => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '47支部の数値' });
const paste = (text: string): void => void fireEvent.change(field(), { target: { value: text } });
const write = (): HTMLElement => button('順位を書き込む');
const isOff = (one: HTMLElement): boolean => one.getAttribute('aria-disabled') === 'true';
const choice = (name: string): HTMLSelectElement => screen.getByRole<HTMLSelectElement>('combobox', { name });
const termOf = (name: string): (string | null)[] => {
  const term = screen.getAllByRole('term').find((one) => one.textContent === name);
  return within(term?.parentElement ?? document.body).getAllByRole('definition').map((one) => one.textContent);
};

async function opened(kpi = '郵送化率'): Promise<{ port: BookPort; user: UserEvent; container: HTMLElement }> {
  const bench = emptyBench();
  await bench.layout();
  const shown = await showPort(bookPort(bench));
  await shown.user.click(button(kpi));
  await openRank(shown.user);
  return shown;
}
async function openRank(user: UserEvent): Promise<void> {
  await user.click(await screen.findByRole('button', { name: '順位を貼り付け' }));
  await screen.findByRole('textbox', { name: '47支部の数値' });
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
}
const rankCells = ({ bench }: BookPort): unknown[] => {
  const column = (key: string): number => KPI_SHEET.columns.findIndex((one) => one.key === key);
  const [at] = [...bench.sheet('KPI').cells].find(([key, cell]) => key % 16384 === column('conditionId') && cell.value === '2') ?? [NaN];
  return (['rank', 'rankAsOf', 'rankState'] as const).map((key) => bench.sheet('KPI').cells.get(at - column('conditionId') + column(key))?.value ?? '');
};

describe('the rank of a KPI', () => {
  test('is opened from its detail; without a list there is nothing to write, and why', async () => {
    const { container } = await opened();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: '全国順位: 郵送化率' }));
    expect(screen.getByText('いまの順位: 27位')).toBeTruthy();
    expect([isOff(write()), write().title]).toEqual([true, '47支部の数値を貼り付けると、順位を書き込めます。']);
    expect(await faultsOf(container)).toEqual([]);
  });

  test('shows the rank and the place among all, in words beside the drawing', async () => {
    const { container } = await opened();
    paste(LIST);
    expect(await within(await screen.findByRole('region', { name: '47支部中6位（同順位なし）' })).findByRole('img', { name: /右が最上位 99.0％。中央値 93.97％、群馬 94.3％。$/ })).toBeTruthy();
    expect([termOf('最上位'), termOf('中央値'), termOf('群馬'), termOf('最下位')]).toEqual([['99.0％', '秋田'], ['93.97％'], ['94.3％'], ['93.74％', '沖縄']]);
    expect(screen.getByText('上に5支部、下に41支部。中央値との差 ＋0.3ポイント。')).toBeTruthy();
    expect(choice('順位の時点').value).toBe('2025-3');
    expect(container.querySelectorAll('svg title')).toHaveLength(46);
    expect(await faultsOf(container)).toEqual([]);
  });

  test('is written with its 時点 after a look; the list can still be looked at', async () => {
    const { port, user } = await opened();
    paste(LIST);
    await screen.findByRole('heading', { name: /^47支部中6位/ });
    await user.selectOptions(choice('順位の時点'), '令和7年6月');
    await user.selectOptions(choice('区分'), '確定');
    await user.click(write());
    expect(await screen.findByText('全国順位: 27位 → 6位')).toBeTruthy();
    expect(rankCells(port)).toEqual([27, '', '']);
    await user.click(button('実行する'));
    expect(await screen.findByText('順位を書き込みました')).toBeTruthy();
    expect(rankCells(port)).toEqual([6, 'R7.6', '確定']);
    expect(await screen.findByText('いまの順位: 6位（R7.6）')).toBeTruthy();
    expect(field().value).toBe(LIST);
    await user.click(button('KPIの詳細'));
    expect(await screen.findByText('令和7年6月現在（確定）')).toBeTruthy();
    await openRank(user);
    expect(await screen.findByRole('heading', { name: /^47支部中6位/ })).toBeTruthy();
  });

  test('of several columns one is chosen, and another can be', async () => {
    const { user } = await opened();
    paste(listOf((branch, index) => (branch === '群馬' ? '93.0%\t94.3%' : `${90 + index / 100}%\t${95 + index / 100}%`), { head: ['支部\t令和6年3月\t令和7年3月'] }));
    await screen.findByRole('heading', { name: /^47支部中47位/ });
    expect(choice('順位を付ける列').selectedOptions[0]?.textContent).toBe('令和7年3月');
    await user.selectOptions(choice('順位を付ける列'), '令和6年3月');
    expect(await screen.findByRole('heading', { name: /^47支部中1位/ })).toBeTruthy();
    expect(choice('順位の時点').value).toBe('2024-3');
  });

  test('branches that are missing are named, and the rank is written only where it is ticked', async () => {
    const { user, container } = await opened();
    paste(listOf((_, index) => `${90 + index / 10}%`, { branches: BRANCHES.filter((branch) => branch !== '岩手') }));
    expect(await screen.findByText(/数値のない支部: 岩手。$/)).toBeTruthy();
    expect([isOff(write()), write().title]).toEqual([true, '47支部がそろっていません。このまま書き込むときは、上の欄で選んでください。']);
    expect(await faultsOf(container)).toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: 'そろわないまま順位を書き込む' }));
    await waitFor(() => expect(isOff(write())).toBe(false));
  });

  test('what cannot be read is told line by line', async () => {
    await opened();
    paste(LIST.replace('青森', '青林'));
    expect(await screen.findByText('4行目「青林」は、支部の名前として読み取れません。')).toBeTruthy();
    paste('いつもお世話になっております。');
    expect(await screen.findByText(/^支部名と数値の行が見つかりません。/)).toBeTruthy();
  });

  test('a KPI of two conditions asks which one the figures are of', async () => {
    const { user } = await opened('健康保険委員');
    const [first, second] = [...choice('数値の条件').options].map((option) => option.textContent);
    expect([first, second]).toEqual([expect.stringContaining('カバー率'), expect.stringContaining('委嘱事業所数')]);
    paste(listOf((branch) => (branch === '群馬' ? '4,778' : '100')));
    await user.selectOptions(choice('数値の条件'), String(second));
    expect(await screen.findByRole('heading', { name: '47支部中1位（同順位なし）' })).toBeTruthy();
    expect(termOf('最下位')[1]).toBe('46支部');
  });
});
