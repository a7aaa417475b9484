/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CheckView, OpenFinding } from '../../src/jobs/workbookLook';
import { checksOf, odd, ownFormula, quiet, reminder, slip } from './fakeChecks';
import { done } from './fakePort';
import { button, faultsOf, preparePage, showPane, showView, type Shown } from './renderPane';

beforeEach(preparePage);

const TITLE = /^(数値と計算式の点検|Checks of figures and formulas)/;
const section = (name: string | RegExp = TITLE): HTMLElement => screen.getByRole('region', { name });
const lines = (name?: string | RegExp): string[] => within(section(name)).queryAllByRole('listitem').map((line) => line.textContent);
const lineOf = (text: string | RegExp): HTMLElement => {
  const line = screen.getByText(text).closest('li');
  if (line === null) throw new Error(String(text));
  return line;
};

async function open(checks: Partial<CheckView>, language = 'ja-JP'): Promise<Shown> {
  const shown = await showPane({ checks: checksOf(checks), tables: [] }, { language });
  await showView(shown.user, language === 'ja-JP' ? '点検' : 'Checks');
  await screen.findByRole('region', { name: TITLE });
  return shown;
}

describe('findings', () => {
  test('where, what and why, and what to do stand together; the cell leads to it', async () => {
    const { user, port, container } = await open({ open: [odd(11), slip(4)], quiet: [quiet(20, '原本どおり')], reminders: [reminder(3)] });
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual(['数値と計算式の点検 2件', 'まだ入力されていないもの 1件', '直前の状態に戻す']);
    expect(lines()).toEqual([
      '業務 G12「項目11」の6月 104％ は、上限 100％ を超えています。数値を確かめてください。確認済みにする',
      '全グループ D5超過勤務の4月「3.46」は、時間の書き方ではありません。3:46 のように入力してください。「3.46」を 3:46 に直す確認済みにする',
    ]);
    await user.click(button('業務 G12'));
    expect(port.visits).toEqual([odd(11).place]);
    expect(await faultsOf(container)).toEqual([]);
    expect(port.runs).toEqual([]);
  });

  test('none: what was looked at is said, and nothing is there to be pressed', async () => {
    const { container } = await open({});
    expect(section().textContent).toMatch(/^数値と計算式の点検気になるところはありません。19表・52項目の/);
    expect(within(section()).queryAllByRole('button')).toEqual([]);
    expect(section('まだ入力されていないもの').textContent).toContain('すべて入力されています。');
    expect(await faultsOf(container)).toEqual([]);
  });

  test('of two hundred the first few of each group are in view, the others behind a button', async () => {
    const { user } = await open({ open: [...Array.from({ length: 150 }, (_, at) => odd(at)), ...Array.from({ length: 50 }, (_, at) => slip(at))] });
    expect(lines()).toHaveLength(10);
    await user.click(button('ほか 45件'));
    expect([lines().length, button('少なく表示').getAttribute('aria-expanded')]).toEqual([55, 'true']);
    await user.click(button('少なく表示'));
    expect([lines().length, button('ほか 45件').getAttribute('aria-expanded')]).toEqual([10, 'false']);
  });

  test('those ticked are put right by one task, after a look', async () => {
    const { user, port } = await open({ open: [odd(1), slip(4), slip(5), slip(6)] });
    await user.click(button('選んだものを直す'));
    expect(screen.queryByRole('button', { name: '実行する' })).toBeNull();
    const boxes = within(section()).getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map((box) => box.checked)).toEqual([false, false, false]);
    await user.click(boxes[0]!);
    await user.click(boxes[2]!);
    await user.click(button('選んだものを直す（2件）'));
    expect(await screen.findByRole('heading', { name: '「直す」で行うこと' })).toBeTruthy();
    await user.click(button('実行する'));
    expect(port.runs).toEqual([{ task: { kind: 'fix', ids: ['timeSlip:T4', 'timeSlip:T6'] }, agreed: port.book.proposal }]);
  });

  test('all that can be put right is ticked at once; what is gone meanwhile is ticked no more', async () => {
    const { user, port } = await open({ open: [odd(1), slip(4), slip(5)] });
    await user.click(button('直せるものをすべて選ぶ'));
    port.book.checks = checksOf({ open: [odd(1), slip(5)] });
    await user.click(button('読み直す'));
    await user.click(await screen.findByRole('button', { name: '選んだものを直す（1件）' }));
    await user.click(await screen.findByRole('button', { name: '実行する' }));
    expect(port.runs.map(({ task }) => task)).toEqual([{ kind: 'fix', ids: ['timeSlip:T5'] }]);
  });
});

describe('a person’s own formula', () => {
  const NOT_OWN = 'すべて選ぶ（表定義と違う計算式を除く）';
  const boxes = (): boolean[] => within(section()).getAllByRole<HTMLInputElement>('checkbox').map((box) => box.checked);

  test('is not among all that can be put right, which the button says; it gives way to a tick of its own', async () => {
    const { user, port, container } = await open({ open: [ownFormula(1), slip(4), slip(5), ownFormula(6)] });
    expect(screen.queryByRole('button', { name: '直せるものをすべて選ぶ' })).toBeNull();
    await user.click(button(NOT_OWN));
    expect(boxes()).toEqual([false, false, true, true]);
    await user.click(screen.getByRole('checkbox', { name: /計算式1/ }));
    expect(await faultsOf(container)).toEqual([]);
    await user.click(button('選んだものを直す（3件）'));
    await user.click(await screen.findByRole('button', { name: '実行する' }));
    expect(port.runs.map(({ task }) => task)).toEqual([{ kind: 'fix', ids: ['otherFormula:T1', 'timeSlip:T4', 'timeSlip:T5'] }]);
  });

  test('ticked before stays ticked with all others; all are unticked together', async () => {
    const { user } = await open({ open: [ownFormula(1), slip(4), slip(5)] });
    await user.click(screen.getByRole('checkbox', { name: /計算式1/ }));
    await user.click(button(NOT_OWN));
    expect(boxes()).toEqual([true, true, true]);
    await user.click(button('すべて外す'));
    expect(boxes()).toEqual([false, false, false]);
  });

  test('alone, or with one other thing to put right, it has no button for all', async () => {
    await open({ open: [ownFormula(1), ownFormula(2), slip(4)] });
    expect([boxes(), screen.queryByRole('button', { name: /すべて選ぶ/ })]).toEqual([[false, false, false], null]);
  });

  test('in English too', async () => {
    await open({ open: [ownFormula(1), slip(4), slip(5)] }, 'en-US');
    expect(screen.getAllByRole('button').map((one) => one.textContent).filter((words) => words.startsWith('Tick all'))).toEqual(['Tick all but formulas of your own']);
  });
});

describe('確認済みにする', () => {
  test('asks for a reason, and notes it with the figures seen', async () => {
    const { user, port, container } = await open({ open: [odd(1), odd(2)] });
    await user.click(within(lineOf(/項目2/)).getByRole('button', { name: '確認済みにする' }));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: '理由（必須）' });
    expect([document.activeElement, field.required]).toEqual([field, true]);
    await user.click(within(lineOf(/項目2/)).getByRole('button', { name: '確認済みにする' }));
    await user.type(field, '  {Enter}');
    expect(port.runs).toEqual([]);
    expect(await faultsOf(container)).toEqual([]);
    await user.type(field, '原本どおり');
    port.book.outcomes = [done(['1件を確認済みにしました。'])];
    await user.click(within(lineOf(/項目2/)).getByRole('button', { name: '確認済みにする' }));
    expect(port.runs.map(({ task, agreed }) => [task, agreed])).toEqual([[{ kind: 'accept', findings: [{ id: 'bounds:T2', seen: '1.04 2', reason: '  原本どおり' }] }, null]]);
    expect(await screen.findByText('記録しました')).toBeTruthy();
  });

  test('Enter writes, Escape leaves; what was typed is there after another view was looked at', async () => {
    const { user, port } = await open({ open: [odd(1)] });
    await user.click(button('確認済みにする'));
    await user.type(screen.getByRole('textbox'), '去年も同じ');
    await showView(user, '作成・更新');
    await showView(user, '点検');
    expect((await screen.findByRole<HTMLInputElement>('textbox')).value).toBe('去年も同じ');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(button('確認済みにする'));
    await user.type(screen.getByRole('textbox'), '原本どおり{Enter}');
    expect(port.runs).toHaveLength(1);
  });

  /** A row that is odd in some months. */
  const inMonths = (months: string, row = 'T02-02'): OpenFinding => odd(1, { id: `bounds ${row}@2024 ${months}`, text: `「${row}」の${months}は、範囲の外にあります。`, seen: months });
  const typed = (): (string | undefined)[] => [...section().querySelectorAll('li')].map((line) => within(line).queryByRole<HTMLInputElement>('textbox')?.value);

  test.each([['6月,9月', '6月,9月,10月'], ['6月,9月', '5月,6月,9月'], ['6月,9月', '9月']])('what was typed of %s goes over to %s', async (before, after) => {
    const { user, port } = await open({ open: [inMonths(before), inMonths('6月', 'T02-03')] });
    await user.click(within(lineOf(/T02-02/)).getByRole('button', { name: '確認済みにする' }));
    await user.type(screen.getByRole('textbox'), '様式が変わったため');
    port.book.checks = checksOf({ open: [inMonths('6月', 'T02-01'), inMonths(after), inMonths('6月', 'T02-03')] });
    await user.click(button('読み直す'));
    await screen.findByText(new RegExp(`「T02-02」の${after}は`));
    expect(typed()).toEqual([undefined, '様式が変わったため', undefined]);
    port.book.outcomes = [done(['1件を確認済みにしました。'])];
    await user.type(screen.getByRole('textbox'), '{Enter}');
    expect(port.runs.map(({ task }) => task)).toEqual([{ kind: 'accept', findings: [{ id: `bounds T02-02@2024 ${after}`, seen: after, reason: '様式が変わったため' }] }]);
    // Once it is written nothing of it is left, by neither ID.
    await screen.findByText('記録しました');
    port.book.checks = checksOf({ open: [inMonths('6月,9月,3月')] });
    await user.click(button('読み直す'));
    await screen.findByText(/「T02-02」の6月,9月,3月は/);
    expect(typed()).toEqual([undefined]);
  });

  test('what was typed of months that are right by now goes over to no others', async () => {
    const { user, port } = await open({ open: [inMonths('6月')] });
    await user.click(button('確認済みにする'));
    await user.type(screen.getByRole('textbox'), '様式が変わったため');
    port.book.checks = checksOf({ open: [inMonths('9月'), odd(2)] });
    await user.click(button('読み直す'));
    await screen.findByText(/「T02-02」の9月は/);
    expect(typed()).toEqual([undefined, undefined]);
  });

  test.each(['6月', '6月,9月'])('a reason that is written is typed no more, though its finding speaks again of %s', async (months) => {
    const { user, port } = await open({ open: [inMonths('6月')] });
    await user.click(button('確認済みにする'));
    port.book.outcomes = [done(['1件を確認済みにしました。'])];
    await user.type(screen.getByRole('textbox'), '様式が変わったため{Enter}');
    await screen.findByText('記録しました');
    port.book.checks = checksOf({ open: [{ ...inMonths(months), suggestion: '数値が変わりました。' }] });
    await user.click(button('読み直す'));
    await screen.findByText('数値が変わりました。');
    expect(typed()).toEqual([undefined]);
  });

  test('what goes over does not take the keyboard out of the sheet', async () => {
    const { user, port } = await open({ open: [inMonths('6月')] });
    await user.click(button('確認済みにする'));
    await user.type(screen.getByRole('textbox'), '様式');
    port.book.checks = checksOf({ open: [inMonths('6月,9月')] });
    await user.click(button('読み直す'));
    document.hasFocus = () => false;
    await screen.findByText(/「T02-02」の6月,9月は/);
    expect([typed(), document.activeElement === screen.getByRole('textbox')]).toEqual([['様式'], false]);
  });

  test('what was accepted is folded away, with its reason, and can be taken back', async () => {
    const { user, port, container } = await open({ quiet: [quiet(1, '原本どおり'), quiet(2, '=1+1')] });
    expect([lines(), button('確認済み 2件').getAttribute('aria-expanded')]).toEqual([[], 'false']);
    await user.click(button('確認済み 2件'));
    expect(lines()).toEqual([expect.stringMatching(/^業務 G2.*原本どおり （2025\/4\/7 9:30）取り消す$/), expect.stringContaining('=1+1')]);
    expect(await faultsOf(container)).toEqual([]);
    await user.click(within(lineOf(/項目2/)).getByRole('button', { name: '取り消す' }));
    expect(port.runs.map(({ task }) => task)).toEqual([{ kind: 'unaccept', ids: ['bounds:T2'] }]);
  });

  test('a figure that changed since speaks again, with the reason of then', async () => {
    await open({ open: [odd(1, { earlier: { at: '2025/4/7 9:30', reason: '原本どおり' } })] });
    expect(lineOf(/項目1/).textContent).toContain('以前に確認済みにしたあと、数値が変わったか、対象の月が増えました。以前の理由: 原本どおり');
  });

  test('a workbook that is read-only can be looked at only', async () => {
    const shown = await showPane({ checks: checksOf({ open: [slip(4)] }), tables: [], look: { obstacles: { readOnly: '読み取り専用です。', locked: null } } });
    await showView(shown.user, '点検');
    await shown.user.click(await screen.findByRole('button', { name: '確認済みにする' }));
    expect(screen.queryByRole('textbox')).toBeNull();
    await shown.user.click(screen.getByRole('checkbox'));
    await shown.user.click(button('選んだものを直す（1件）'));
    expect(shown.port.runs).toEqual([]);
  });
});

test('reminders stand by themselves, by sheet, and lead to the cell to fill', async () => {
  const { user, port } = await open({ reminders: [reminder(3), reminder(4), reminder(5, 'KPI')] });
  expect(within(section(/^まだ入力/)).getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(['事業計画', 'KPI']);
  await user.click(button('事業計画 K5'));
  expect(port.visits).toEqual([reminder(4).place]);
});

test('in English the pane’s own words are English, the workbook’s stay Japanese', async () => {
  await open({ open: [slip(4)], quiet: [quiet(1, '原本どおり')] }, 'en-US');
  expect([button('Accept').textContent, button('Accepted (1)').textContent, screen.getByText('「3.46」を 3:46 に直す').lang]).toEqual(['Accept', 'Accepted (1)', 'ja']);
});

test('where nothing of ours is read, nothing is said of figures', async () => {
  const shown = await showPane({ checks: checksOf({ rows: 0, tables: 0 }), tables: [] });
  await showView(shown.user, '点検');
  expect(await screen.findByText('表の定義がありません。')).toBeTruthy();
  expect([screen.queryByRole('region', { name: TITLE }), screen.queryByRole('region', { name: /^まだ入力/ })]).toEqual([null, null]);
});
