/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { areaA1 } from '../../src/plan/a1';
import { bookPort, emptyBench, staffBench, type BookPort } from './bookPort';
import { button, preparePage, showPort, showView } from './renderPane';

beforeEach(preparePage);

type Opened = { readonly port: BookPort; readonly user: UserEvent };

const still = (): Promise<void> => waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
const box = (name: RegExp): HTMLInputElement => screen.getByRole<HTMLInputElement>('checkbox', { name });
const itemOf = (name: RegExp): HTMLElement => box(name).closest('li') ?? document.body;
const leave = async ({ user }: Opened): Promise<void> => {
  await user.click(button('点検に戻る'));
  await screen.findByRole('heading', { name: '点検' });
};
const enter = async ({ user }: Opened, view: string): Promise<void> => {
  await user.click(await screen.findByRole('button', { name: view }));
  await screen.findByRole('heading', { name: view });
  await still();
};

describe('表を認識', () => {
  const ALLOWANCES = /（給付 A21:N24）/;
  const CALLS = /^電話相談（/;
  const opening = (): HTMLElement => within(itemOf(ALLOWANCES)).getAllByRole('button')[0] ?? document.body;
  const line = (label: string): HTMLSelectElement => within(itemOf(ALLOWANCES)).getByRole('combobox', { name: `${label}の項目` });

  async function decided(): Promise<Opened> {
    const shown = await showPort(bookPort(staffBench('16')), { heading: '事業計画の表とKPIを、このブックで整えます' });
    const { user } = shown;
    await user.click(button('いまある表を使う'));
    await screen.findByText('選んだ表 5');
    await user.click(box(CALLS));
    await user.click(opening());
    await user.selectOptions(line('傷病手当金件数'), 'T01-02');
    return shown;
  }

  test('what was decided is there again after another view', async () => {
    const shown = await decided();
    await leave(shown);
    // The first-run page takes the place of every view.
    await shown.user.click(button('KPI'));
    await shown.user.click(await screen.findByRole('button', { name: 'いまある表を使う' }));
    await screen.findByText('選んだ表 4');
    expect(box(CALLS).checked).toBe(false);
    await shown.user.click(opening());
    expect(line('傷病手当金件数').value).toBe('T01-02');
  });

  test('another line at the place of one that was assigned is decided anew, and the rest stays', async () => {
    const shown = await decided();
    await leave(shown);
    const { bench } = shown.port;
    // Another line stands where the assigned one stood.
    await bench.type('給付', 'A22', { value: '別の件数' });
    await enter(shown, '表を認識');
    expect(box(CALLS).checked).toBe(false);
    await shown.user.click(opening());
    expect(line('別の件数').value).toBe('own');
  });

  test('a table that went away is found anew when it is back, as nobody had decided over it', async () => {
    const shown = await decided();
    const { bench } = shown.port;
    await leave(shown);
    await bench.type('給付', 'B27', { value: '備考' });
    await enter(shown, '表を認識');
    expect(screen.queryByRole('checkbox', { name: CALLS })).toBeNull();
    await shown.user.click(box(/（給付 A2:N5）/));
    await leave(shown);
    await bench.type('給付', 'B27', { value: '4月' });
    await enter(shown, '表を認識');
    expect([box(CALLS).checked, box(/（給付 A2:N5）/).checked]).toEqual([true, false]);
  });

  test('what was written is done with', async () => {
    const shown = await decided();
    const { user, port } = shown;
    await user.click(button('選んだ表に名前を付ける'));
    await user.click(await screen.findByRole('button', { name: '実行する' }));
    await screen.findByText('表に名前を付けました');
    await waitFor(() => expect(screen.getByText('選んだ表 1')).toBeTruthy());
    expect(box(CALLS).checked).toBe(true);
    expect(port.bench.book.names.some(({ name }) => name.startsWith('月次_サービススタンダード_傷病手当金'))).toBe(true);
  });
});

describe('文章から取り込み', () => {
  const HEAD = ['令和6年度', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月'].join('\t');
  const TEXT = ['郵送化率', HEAD, `窓口件数${'\t1'.repeat(12)}`, '', 'サービススタンダード', HEAD, `傷病手当金${'\t2'.repeat(12)}`].join('\n');
  const APRIL = /傷病手当金.*4月/;
  const MAY = /傷病手当金.*5月/;
  const field = (): HTMLTextAreaElement => screen.getByRole<HTMLTextAreaElement>('textbox');

  async function decided(): Promise<Opened> {
    const bench = emptyBench();
    await bench.layout();
    const shown = await showPort(bookPort(bench));
    await showView(shown.user, '点検');
    await enter(shown, '文章から取り込み');
    fireEvent.change(field(), { target: { value: TEXT } });
    await shown.user.click(button('読み取る'));
    await still();
    await shown.user.click(screen.getByRole('checkbox', { name: '郵送化率を取り込む' }));
    await shown.user.click(box(APRIL));
    await shown.user.click(box(MAY));
    return shown;
  }

  test('text, step and ticks are there again after another view; a figure that is another by now is asked about anew', async () => {
    const shown = await decided();
    const { bench, visits } = shown.port;
    await shown.user.click(within(box(APRIL).closest('li') ?? document.body).getByRole('button', { name: /セルへ移動$/ }));
    await leave(shown);
    const [place] = visits;
    await bench.type(place?.sheet ?? '', areaA1(place?.area ?? { row: 0, column: 0, rows: 1, columns: 1 }), { value: 987 });
    await enter(shown, '文章から取り込み');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '郵送化率を取り込む' }).checked).toBe(false);
    expect([box(APRIL).checked, box(MAY).checked]).toEqual([false, true]);
    await shown.user.click(button('文章を直す'));
    expect(field().value).toBe(TEXT);
  });

  test('another text is read without what was decided over the one before', async () => {
    const { user } = await decided();
    await user.click(button('文章を直す'));
    fireEvent.change(field(), { target: { value: `${TEXT}\n` } });
    await user.click(button('読み取る'));
    await still();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '郵送化率を取り込む' }).checked).toBe(true);
    expect(box(APRIL).checked).toBe(false);
  });

  test('what was written is done with, also where another view is looked at meanwhile', async () => {
    const shown = await decided();
    const { user } = shown;
    await user.click(button('書き込む内容を確かめる'));
    await user.click(await screen.findByRole('button', { name: '実行する' }));
    await screen.findByText('文章の数値を書き込みました');
    await leave(shown);
    await enter(shown, '文章から取り込み');
    expect(field().value).toBe('');
    expect(button('読み取る').getAttribute('aria-disabled')).toBe('true');
  });
});
