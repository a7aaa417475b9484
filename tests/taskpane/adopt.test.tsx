/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { PaneError } from '../../src/taskpane/port';
import { bookPort, staffBench, type BookPort } from './bookPort';
import { button, faultsOf, preparePage, showPane, showPort, showView } from './renderPane';

beforeEach(preparePage);

const FIRST = '事業計画の表とKPIを、このブックで整えます';
const BIND = '選んだ表に名前を付ける';

interface Opened {
  readonly port: BookPort;
  readonly user: UserEvent;
  readonly container: HTMLElement;
}

/** The view over one of the staff's workbooks, reached from the first-run page. */
async function open(name: string, prepare: (port: BookPort) => void = () => undefined): Promise<Opened> {
  const port = bookPort(staffBench(name));
  prepare(port);
  const shown = await showPort(port, { heading: FIRST });
  await shown.user.click(button('いまある表を使う'));
  await screen.findByRole('heading', { name: '表を認識' });
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  return { ...shown, port };
}
const box = (name: string | RegExp): HTMLInputElement => screen.getByRole<HTMLInputElement>('checkbox', { name });
const itemOf = (name: string | RegExp): HTMLElement => {
  const item = box(name).closest('li');
  if (item === null) throw new Error(String(name));
  return item;
};
const namesOf = ({ bench }: BookPort): string[] => bench.book.names.map(({ name }) => name);

describe('the way in', () => {
  test('on a workbook with sheets of the staff’s own it is what comes first', async () => {
    const { container } = await showPort(bookPort(staffBench('16')), { heading: FIRST });
    expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual(['いまある表を使う', '標準の表を配置', '見本の数値で試す', 'あとで']);
    expect(screen.getByText(/表を探し、名前を付けます/)).toBeTruthy();
    expect(await faultsOf(container)).toEqual([]);
  });

  test('on an empty workbook it is the third choice', async () => {
    await showPort(bookPort(staffBench('93')), { heading: FIRST });
    expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual(['標準の表を配置', '見本の数値で試す', 'いまある表を使う', 'あとで']);
  });

  test('it is offered at home where the first page was left, and in 点検', async () => {
    const { user, port } = await showPort(bookPort(staffBench('16')), { heading: FIRST });
    await user.click(button('あとで'));
    await user.click(button('表を認識'));
    await screen.findByRole('heading', { name: '表を認識' });
    await user.click(button('点検に戻る'));
    await user.click(await screen.findByRole('button', { name: '表を認識' }));
    expect(document.activeElement).toBe(await screen.findByRole('heading', { name: '表を認識' }));
    expect(port.bench.book.names).toEqual([]);
  });
});

describe('the tables found', () => {
  test('are listed with their place, how sure they are and what they become', async () => {
    const { container, user, port } = await open('16');
    expect(screen.getByText('5つの表が見つかりました。すべて名前を付けられます。').getAttribute('role')).toBe('status');
    const item = itemOf('郵送化率（給付 A8:N11）に名前を付ける');
    expect(box('郵送化率（給付 A8:N11）に名前を付ける').checked).toBe(true);
    expect(within(item).getByText('確か').getAttribute('title')).toBe('確からしさ 100%');
    expect(within(item).getByText('3行・令和6年度')).toBeTruthy();
    await user.click(within(item).getByRole('button', { name: '給付 A8:N11 セルへ移動' }));
    expect(port.visits).toEqual([{ sheet: '給付', area: { row: 7, column: 0, rows: 4, columns: 14 } }]);
    await user.click(within(item).getByRole('button', { name: '郵送化率' }));
    expect(within(item).getByRole<HTMLSelectElement>('combobox', { name: '郵送件数（件）の項目' }).value).toBe('T02-03');
    expect(within(item).getByText('表と判断した理由（確からしさ 100%）')).toBeTruthy();
    expect(await faultsOf(container)).toEqual([]);
  });

  test('a new row tells the formula found, and a line goes to the row a person chooses', async () => {
    const { user } = await open('16');
    await user.click(within(itemOf(/^電話相談（/)).getByRole('button', { name: '電話相談' }));
    expect(screen.getByText('「[対応件数]/[電話相談件数]」と12か月すべて一致します。')).toBeTruthy();
    const item = itemOf(/^手当金（/);
    await user.click(within(item).getByRole('button', { name: '手当金' }));
    expect(within(item).getByText('3行（新規 3）・令和6年度')).toBeTruthy();
    expect(within(item).getByText('似た項目: サービススタンダード／傷病手当金')).toBeTruthy();
    await user.selectOptions(within(item).getByRole('combobox', { name: '傷病手当金件数の項目' }), 'T01-02');
    await user.selectOptions(within(item).getByRole('combobox', { name: '平均処理日数の項目' }), '使わない');
    expect(await within(item).findByText(/^2行（新規 1）/)).toBeTruthy();
  });

  test('the same measure of several years is one line', async () => {
    const { user } = await open('03');
    const item = itemOf(/に名前を付ける$/);
    expect(within(item).getByText('6行 × 2年度')).toBeTruthy();
    await user.click(within(item).getByRole('button', { name: '郵送化率・金額/件' }));
    expect(within(item).getAllByRole('combobox')).toHaveLength(6);
    expect(within(item).getAllByText('令和5年度–令和6年度')).toHaveLength(6);
  });

  test('nothing found, a workbook that cannot be read and one that changes', async () => {
    const port = bookPort(staffBench('90'));
    let fault = true;
    const shown = await showPort({ ...port, findTables: () => (fault ? Promise.reject(new PaneError('セルが入力中です。')) : port.findTables()) }, { heading: FIRST });
    await shown.user.click(button('いまある表を使う'));
    expect(await screen.findByText('セルが入力中です。')).toBeTruthy();
    fault = false;
    await shown.user.click(button('再試行'));
    expect(await screen.findByText('4月〜3月の表は見つかりませんでした。何も変更していません。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: BIND })).toBeNull();
    expect(await faultsOf(shown.container)).toEqual([]);
  });

  test('tables on a protected sheet are told of and cannot be chosen', async () => {
    await open('16', ({ bench }) => { bench.sheet('給付').protected = true; });
    expect(screen.getByRole('heading', { name: '名前を付けられない表' })).toBeTruthy();
    expect(screen.getAllByText('シート「給付」は保護されているため、この表には触れていません。')).toHaveLength(5);
    expect(screen.queryAllByRole('checkbox')).toEqual([]);
    expect(screen.queryByRole('button', { name: BIND })).toBeNull();
  });

  test('a file that is read-only is shown, and nothing can be written', async () => {
    await open('16', ({ bench }) => { bench.book.readOnly = true; });
    expect(screen.getByText('いまは書き込めません')).toBeTruthy();
    expect(button(BIND).getAttribute('aria-disabled')).toBe('true');
  });

  test('in English', async () => {
    const port = bookPort(staffBench('16'));
    const { user } = await showPort(port, { language: 'en-US', heading: 'The plan’s tables and KPIs, in this workbook' });
    await user.click(button('Use the tables that are here'));
    expect(await screen.findByText('5 tables found. All of them can be named.')).toBeTruthy();
    expect(button('Name the chosen tables')).toBeTruthy();
  });
});

describe('naming', () => {
  test('only the chosen tables get names, after a question; then they are said to have them', async () => {
    const { user, port } = await open('16');
    await user.click(button('すべて外す'));
    expect(button(BIND).getAttribute('aria-disabled')).toBe('true');
    await user.click(box(/^郵送化率（/));
    expect(screen.getByText('選んだ表 1')).toBeTruthy();
    await user.click(button(BIND));
    expect(await screen.findByText('1つの表（3行）に名前を付けます（令和6年度のブック）。')).toBeTruthy();
    expect(namesOf(port)).toEqual([]);
    await user.click(button('やめる'));
    expect(document.activeElement).toBe(button(BIND));
    await user.click(button(BIND));
    await user.click(await screen.findByRole('button', { name: '実行する' }));
    expect(await screen.findByText('表に名前を付けました')).toBeTruthy();
    expect(namesOf(port)).toContain('月次_郵送化率_郵送件数_2024');
    expect(namesOf(port).filter((name) => name.includes('電話相談'))).toEqual([]);
    const named = await screen.findByRole('button', { name: '名前が付いている表 1' });
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '表を認識' }));
    await user.click(named);
    expect(screen.getByText('4つの表が見つかりました。すべて名前を付けられます。')).toBeTruthy();
  });

  test('formulas replace typed figures only where ticked, with the cells that would change', async () => {
    const { user, port } = await open('07');
    const name = 'サービススタンダード／平均所要日数';
    const item = itemOf(name);
    expect(box(name).checked).toBe(false);
    await user.click(within(item).getByRole('button', { name: /1個の表示が変わります/ }));
    const list = screen.getByRole('list', { name: `${name}の変わるセル` });
    expect(within(list).getByRole('listitem').textContent).toMatch(/^AC126\.30.* → 6\.25/);
    await user.click(box(name));
    await user.click(button(BIND));
    expect(await screen.findByText(/^計算できる値 1個を計算式に替えます（うち1個は表示される値が変わります）。$/)).toBeTruthy();
    await user.click(button('実行する'));
    await screen.findByText('表に名前を付けました');
    expect(port.bench.cell('並べた表', 'AC12').formula).toMatch(/AVERAGE/);
    expect(port.bench.cell('並べた表', 'B10').formula).toBeUndefined();
  });

  test('texts become numbers where ticked, and formulas then have figures to work with', async () => {
    const { user, port } = await open('13');
    const numbers = within(screen.getByRole('heading', { name: '文字で入力された数値を数値に直す' }).closest('section') ?? document.body);
    const tick = numbers.getByRole<HTMLInputElement>('checkbox', { name: '郵送化率' });
    expect(tick.checked).toBe(false);
    await user.click(numbers.getByRole('button', { name: /A2:N5・\d+個/ }));
    expect(numbers.getByRole('list', { name: '郵送化率の変わるセル' }).textContent).toContain('93.5%');
    await user.click(tick);
    const formulas = within(screen.getByRole('heading', { name: '計算できる値を計算式に替える' }).closest('section') ?? document.body);
    await waitFor(() => expect(within(formulas.getByRole('checkbox', { name: '郵送化率' }).closest('li') ?? document.body).getByRole('button').textContent).toMatch(/表示は同じ/));
    await user.click(button(BIND));
    expect(await screen.findByText(/^文字で入力された数値 \d+個を数値に直します。$/)).toBeTruthy();
    await user.click(button('実行する'));
    await screen.findByText('表に名前を付けました');
    expect(typeof port.bench.cell('文字の数値', 'B4').value).toBe('number');
    expect(typeof port.bench.cell('文字の数値', 'B9').value).toBe('string');
  });

  test('the year that a person says is the workbook’s', async () => {
    const { user } = await open('16');
    await user.selectOptions(screen.getByRole('combobox', { name: '年度' }), '令和7年度');
    await user.click(button(BIND));
    expect(await screen.findByText(/令和7年度のブック/)).toBeTruthy();
  });

  test('figures changed by hand are read after a pause', async () => {
    let reads = 0;
    const port = bookPort(staffBench('16'));
    const counted: BookPort = { ...port, findTables: () => {
      reads++;
      return port.findTables();
    } };
    const { user } = await showPort(counted, { heading: FIRST });
    await user.click(button('いまある表を使う'));
    await screen.findByText(/5つの表が見つかりました/);
    expect(reads).toBe(1);
    port.figuresChanged();
    await waitFor(() => expect(reads).toBe(2), { timeout: 4_000 });
  });
});

test('点検 leads to it also where tables are laid out', async () => {
  const { user } = await showPane();
  await showView(user, '点検');
  await user.click(await screen.findByRole('button', { name: '表を認識' }));
  expect(await screen.findByText('4月〜3月の表は見つかりませんでした。何も変更していません。')).toBeTruthy();
});
