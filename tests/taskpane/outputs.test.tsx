/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Bench } from '../support/laidOut';
import { bookPort, emptyBench } from './bookPort';
import { button, faultsOf, preparePage, showPane, showPort, showView } from './renderPane';

beforeEach(preparePage);

const PUBLISH = '公表用シート作成';
const SUBMIT = '提出用コピー作成';
const section = (name: string): HTMLElement => screen.getByRole('region', { name });
const box = (name: string, within_: string = PUBLISH): HTMLInputElement => within(section(within_)).getByRole<HTMLInputElement>('checkbox', { name });
const sheets = (bench: Bench, start: string): string[] => bench.book.sheets.map((sheet) => sheet.name).filter((name) => name.startsWith(start));

/** 作成・更新 over the sample year, judged and summed up. */
async function shown(judged = true) {
  const bench = emptyBench();
  await bench.layout();
  if (judged) await bench.evaluate();
  if (judged) await bench.summary();
  const { user, container } = await showPort(bookPort(bench));
  await showView(user, '作成・更新');
  await screen.findByRole('region', { name: SUBMIT });
  return { bench, user, container };
}

async function agree(user: UserEvent, title: string): Promise<HTMLElement> {
  await screen.findByRole('heading', { name: `「${title}」で行うこと` });
  const asked = screen.getByRole('main').cloneNode(true) as HTMLElement;
  await user.click(button('実行する'));
  return asked;
}

describe(PUBLISH, () => {
  test('all tables are ticked; a group can be left out whole, or one of its tables', async () => {
    const { bench, user } = await shown();
    expect([button('公表用シートを作成…（21）').tagName, within(section(PUBLISH)).queryByRole('checkbox', { name: '入札' })]).toEqual(['BUTTON', null]);
    await user.click(button('表ごとに選ぶ'));
    await user.click(box('業務'));
    await user.click(box('入札'));
    expect([box('業務').checked, box('企画総務').checked, box('企画総務').indeterminate, box('郵送化率').checked]).toEqual([false, false, true, false]);
    await user.click(box('郵送化率'));
    for (const group of ['KPI', 'レセプト', '保健', '企画総務', '全グループ', '年1回の実績値']) if (box(group).checked || box(group).indeterminate) await user.click(box(group));
    if (box('企画総務').checked) await user.click(box('企画総務'));
    await user.click(button('公表用シートを作成…（1）'));
    const asked = await agree(user, PUBLISH);
    expect(within(asked).getByText('1枚のシート、1個の名前を追加します（シート: 公表_郵送化率）。')).toBeTruthy();
    await screen.findByText('1つの公表用シートを作成しました。');
    expect(sheets(bench, '公表_')).toEqual(['公表_郵送化率']);
  });

  test('what was ticked is still ticked after no; with nothing ticked there is nothing to press', async () => {
    const { bench, user } = await shown();
    await user.click(box('業務'));
    await user.click(button('公表用シートを作成…（13）'));
    await screen.findByRole('heading', { name: `「${PUBLISH}」で行うこと` });
    await user.click(button('やめる'));
    await screen.findByRole('region', { name: PUBLISH });
    expect(box('業務').checked).toBe(false);
    for (const each of within(section(PUBLISH)).getAllByRole<HTMLInputElement>('checkbox')) if (each.checked) await user.click(each);
    const make = button('公表用シートを作成…（0）');
    expect([make.getAttribute('aria-disabled'), make.title]).toEqual(['true', '表を選んでください。']);
    await user.click(make);
    expect([screen.queryByText('行うこと'), sheets(bench, '公表_')]).toEqual([null, []]);
  });
});

describe(SUBMIT, () => {
  test('the summary, the plan and the KPIs are ticked; the copies are made when it is agreed to', async () => {
    const { bench, user } = await shown();
    expect(['年間まとめ', '事業計画', 'KPI', '実績値', '業務'].map((name) => box(name, SUBMIT).checked)).toEqual([true, true, true, false, false]);
    expect(within(section(SUBMIT)).getByText('令和7年3月末現在')).toBeTruthy();
    await user.click(box('年間まとめ', SUBMIT));
    await user.click(box('業務', SUBMIT));
    await user.click(button('提出用コピーを作成…（3）'));
    const asked = await agree(user, SUBMIT);
    expect(within(asked).queryByText(/外します|置き換わります/)).toBeNull();
    expect(within(asked).getByText('令和7年3月末現在の値と書式で、提出用のコピーを作ります。元のシートは変わりません。')).toBeTruthy();
    await screen.findByText(/「コピーを作成する」をオンにしてください/);
    expect(sheets(bench, '提出_')).toEqual(['提出_事業計画_2024年度3月', '提出_KPI_2024年度3月', '提出_業務_2024年度3月']);
  });

  test('again: nothing, and it says so', async () => {
    const { bench, user } = await shown();
    for (let turn = 0; turn < 2; turn++) {
      await user.click(button('提出用コピーを作成…（3）'));
      if (turn === 0) await agree(user, SUBMIT);
      await waitFor(() => expect(screen.getByText(turn === 0 ? '提出用コピーができました' : '変更はありません')).toBeTruthy());
      await user.click(button('閉じる'));
    }
    expect(sheets(bench, '提出_')).toHaveLength(3);
  });

  test('before the first evaluation it says what comes first', async () => {
    const { user, bench } = await shown(false);
    const make = button('提出用コピーを作成…（2）');
    expect([make.getAttribute('aria-disabled'), make.title]).toEqual(['true', '先に「KPI評価」を実行してください。']);
    await user.click(make);
    expect(sheets(bench, '提出_')).toEqual([]);
  });
});

test('nothing against the rules of accessibility, in both languages', async () => {
  const { container, user } = await shown();
  await user.click(button('表ごとに選ぶ'));
  expect(await faultsOf(container)).toEqual([]);
  preparePage();
  const outputs = { tables: [{ id: 'T02', name: '郵送化率', group: '業務' }, { id: 'T03', name: '患者照会', group: '業務' }], sheets: [{ id: 'KPI', sheet: 'KPI', usual: true }], judged: null };
  const english = await showPane({ outputs }, { language: 'en-US' });
  await showView(english.user, 'Make');
  await screen.findByRole('button', { name: 'Make sheets to publish… (2)' });
  expect(screen.getAllByText('Judge the KPIs first.').length).toBeGreaterThan(0);
  expect(await faultsOf(english.container)).toEqual([]);
});
