/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { done } from './fakePort';
import { fakeForm } from './fakeTables';
import { button, faultsOf, preparePage, showPane, showView, type Shown } from './renderPane';

beforeEach(preparePage);

async function open(change: Parameters<typeof showPane>[0] = {}): Promise<Shown> {
  const shown = await showPane({ outcomes: [done(['数値を書き込みました。'])], ...change });
  await showView(shown.user, '毎月入力');
  await screen.findByRole('textbox', { name: /^達成率/ });
  return shown;
}
const box = (name: RegExp): HTMLInputElement => screen.getByRole('textbox', { name });
const told = (input: HTMLInputElement): string => (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');

describe('the form', () => {
  test('has the figures to hold a new one against, and says what is ended, awaited or locked', async () => {
    const { container } = await open();
    expect(told(box(/^傷病手当金/))).toBe('2月 2,555前年 2,392');
    expect(screen.getByText('前年は令和5年度 3月の値です。')).toBeTruthy();
    expect(box(/^家族出産一時金.*終了/).disabled).toBe(true);
    expect(box(/^支給金額.*公表待ち/).disabled).toBe(false);
    expect(box(/^郵送件数/).readOnly).toBe(true);
    expect(told(box(/^郵送件数/))).toContain('文字が入力されているため');
    expect(await faultsOf(container)).toEqual([]);
  });

  test('Enter and the arrows go through the fields that can be typed into', async () => {
    const { user } = await open();
    await user.click(box(/^出産一時金/));
    await user.keyboard('39{Enter}');
    expect(document.activeElement).toBe(box(/^窓口件数/));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(box(/参考件数/));
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(box(/^出産一時金/));
    expect(box(/^出産一時金/).value).toBe('39');
    await user.keyboard('{Escape}');
    expect(box(/^出産一時金/).value).toBe('');
  });

  test('Enter that ends a conversion stays in the field', async () => {
    const { user } = await open();
    await user.click(box(/^出産一時金/));
    fireEvent.keyDown(box(/^出産一時金/), { key: 'Enter', isComposing: true });
    expect(document.activeElement).toBe(box(/^出産一時金/));
  });

  test('what cannot be read is said at its field once it is left, and nothing is written', async () => {
    const { user, port, container } = await open();
    const input = box(/^達成率/);
    await user.clear(input);
    await user.type(input, '0.98');
    expect(input.getAttribute('aria-invalid')).toBeNull();
    await user.tab();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(told(input)).toContain('％が付いていないため、百分率か割合か判断できません。');
    expect(await faultsOf(container)).toEqual([]);
    await user.click(button('書き込む'));
    expect(document.activeElement).toBe(input);
    expect(port.runs).toEqual([]);
  });

  test('what cannot be right is refused with its limits', async () => {
    const { user } = await open();
    await user.type(box(/^窓口件数/), '-4{Enter}');
    expect(told(box(/^窓口件数/))).toContain('0以上の数値を入力してください。');
    expect(screen.getByText('確認が必要な入力が1件あります')).toBeTruthy();
  });

  test('a pasted column goes by the rows of its table; what is refused is marked', async () => {
    const { user } = await open();
    await user.click(box(/^傷病手当金/));
    await user.paste('3001\t41\r\n\r\nabc\t2\r\n\r\n3001\t3\r\n\r\n181\r\n');
    expect([/^傷病手当金/, /^出産一時金/, /^窓口件数/].map((name) => box(name).value)).toEqual(['3001', 'abc', '']);
    expect(box(/^出産一時金/).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/表の行の順に2件を貼り付けました。1列目だけを使いました。入力できない行の値1件は使いませんでした。1行は、表の終わりを越えるため使いませんでした。確認が必要な入力が1件あります/)).toBeTruthy();
  });
});

describe('writing', () => {
  test('new figures go in one run, without a question', async () => {
    const { user, port } = await open();
    await user.type(box(/^出産一時金/), '39{Enter}181');
    await user.click(button('2件を書き込む'));
    expect(port.runs.map(({ task }) => task)).toEqual([{ kind: 'enter', group: '業務', month: 11, figures: [
      { rowId: 'T01-04', before: '', text: '39' }, { rowId: 'T02-02', before: '', text: '181' },
    ] }]);
    expect(await screen.findByText('数値を書き込みました', { selector: 'span' })).toBeTruthy();
  });

  test('a correction is shown old and new first', async () => {
    const { user, port, container } = await open();
    await user.clear(box(/^傷病手当金/));
    await user.type(box(/^傷病手当金/), '3001');
    await user.type(box(/^出産一時金/), '39');
    await user.click(button('2件を書き込む'));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '訂正する数値の確認' }));
    expect(screen.getByText('訂正 1件、新しい入力 1件')).toBeTruthy();
    expect(screen.getByText('3001').closest('li')?.textContent).toBe('サービススタンダード／傷病手当金3000 → 3001');
    expect(port.runs).toEqual([]);
    expect(await faultsOf(container)).toEqual([]);
    await user.click(button('入力に戻る'));
    expect(box(/^傷病手当金/).value).toBe('3001');
    await user.click(button('2件を書き込む'));
    await user.click(button('この2件を書き込む'));
    expect(port.runs).toHaveLength(1);
  });

  test('figures that were pasted are shown by name first, where nothing stood before too', async () => {
    const { user, port } = await open();
    await user.click(box(/^窓口件数/));
    await user.paste('181\n\n1842\n');
    await user.click(button('2件を書き込む'));
    expect(screen.getByRole('heading', { name: '書き込む数値の確認' })).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((line) => line.textContent)).toEqual(expect.arrayContaining(['郵送化率／窓口件数空欄 → 181', '郵送化率／照会率（対多・頻件数）の参考件数空欄 → 1842']));
    expect(port.runs).toEqual([]);
    await user.click(button('この2件を書き込む'));
    expect(port.runs).toHaveLength(1);
  });

  test('a draft that says what its cell says does not keep the form from following the workbook', async () => {
    const { user, port } = await open();
    const input = box(/^傷病手当金/);
    await user.clear(input);
    await user.type(input, '3000件');
    const form = fakeForm('業務', 11);
    port.book.form = () => ({ ...form, tables: form.tables.map((table) => ({ ...table, fields: table.fields.map((field) => (field.rowId === 'T01-02' ? { ...field, text: '3,100' } : field)) })) });
    act(() => port.figuresChanged());
    await waitFor(() => expect(input.value).toBe('3,100'), { timeout: 3000 });
    expect(screen.getByText('未保存の入力はありません')).toBeTruthy();
  });

  test('what was written is unsaved no more; what was not stays in its field', async () => {
    const { user, port } = await open();
    await user.type(box(/^出産一時金/), '39{Enter}181');
    const form = fakeForm('業務', 11);
    port.book.form = () => ({ ...form, tables: form.tables.map((table) => ({ ...table, fields: table.fields.map((field) => (field.rowId === 'T01-04' ? { ...field, text: '39' } : field)) })) });
    await user.click(button('2件を書き込む'));
    expect(await screen.findByText('未保存 1件')).toBeTruthy();
    expect(box(/^窓口件数/).value).toBe('181');
  });

  test('a form does not change under the hands of someone who has typed', async () => {
    const { user, port } = await open();
    await user.type(box(/^出産一時金/), '39');
    const form = fakeForm('業務', 11);
    port.book.form = () => ({ ...form, tables: form.tables.map((table) => ({ ...table, fields: table.fields.map((field) => ({ ...field, text: '7' })) })) });
    act(() => port.figuresChanged());
    await waitFor(() => expect(port.looks()).toBe(2), { timeout: 3000 });
    await user.click(button('1件を書き込む'));
    expect(port.runs[0]?.task).toMatchObject({ figures: [{ rowId: 'T01-04', before: '', text: '39' }] });
  });
});

describe('leaving typed figures', () => {
  test('asks, by the views, the month and the ribbon; staying keeps them', async () => {
    const { user, port } = await open();
    await user.type(box(/^出産一時金/), '39');
    const steps = [
      () => user.click(within(screen.getByRole('navigation')).getByRole('button', { name: 'KPI' })),
      () => user.selectOptions(screen.getByRole('combobox', { name: '月' }), '2月'),
      () => Promise.resolve(act(() => port.request({ kind: 'show', view: 'tables' }))),
    ];
    for (const step of steps) {
      await step();
      expect(screen.getByText('書き込んでいない入力が1件あります。破棄しますか。')).toBeTruthy();
      expect(document.activeElement).toBe(button('入力に戻る'));
      await user.keyboard('{Enter}');
      expect(box(/^出産一時金/).value).toBe('39');
    }
  });

  test('goes on when they are discarded', async () => {
    const { user } = await open();
    await user.type(box(/^出産一時金/), '39');
    await user.selectOptions(screen.getByRole('combobox', { name: 'グループ' }), '全グループ');
    await user.click(button('破棄する'));
    expect(await screen.findByRole('textbox', { name: /^超過勤務時間/ })).toBeTruthy();
    expect(screen.queryByText(/破棄しますか/)).toBeNull();
  });
});

test('the list of what is missing leads to the month and the field', async () => {
  const { user, container } = await open();
  await user.click(await screen.findByRole('button', { name: '未入力 5' }));
  expect(await faultsOf(container)).toEqual([]);
  await user.click(button('窓口件数 1月を入力'));
  await waitFor(() => expect(document.activeElement).toBe(box(/^窓口件数/)));
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '月' }).value).toBe('9');
});
