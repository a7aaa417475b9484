/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Bench } from '../support/laidOut';
import { bookPort, emptyBench } from './bookPort';
import { cardsOf } from './fakeCards';
import { button, faultsOf, preparePage, showPane, showPort, showView } from './renderPane';

/** 年度更新 in the view 作成・更新. */
beforeEach(preparePage);
/** The sample year; its formulas are not worked out. */
async function laidOut(): Promise<Bench> {
  const bench = emptyBench();
  await bench.layout();
  return bench;
}
const section = (): HTMLElement => screen.getByRole('region', { name: '年度更新' });

describe('年度更新 over the real jobs', () => {
  test('what it would do stands under headings before it is done', async () => {
    const port = bookPort(await laidOut());
    const { user, container } = await showPort(port);
    await showView(user, '作成・更新');
    expect(await faultsOf(container)).toEqual([]);
    await user.click(within(section()).getByRole('button', { name: '令和7年度へ更新…' }));
    await screen.findByRole('heading', { name: '「年度更新」で行うこと' });
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(headings).toEqual(expect.arrayContaining(['引き継ぐもの', '新しくするもの', '外すもの', '確かめること']));
    expect(screen.getByText('年度: 令和6年度 → 令和7年度')).toBeTruthy();
    expect(screen.getByText(/^目標値 5-1 査定率: 0.080％ → 0.069％/)).toBeTruthy();
    expect(await faultsOf(container)).toEqual([]);
    expect(port.bench.book.sheets.some((sheet) => sheet.name === '業務_2025')).toBe(false);
    await user.click(button('実行する'));
    await screen.findByText('年度を更新しました');
    expect(port.bench.book.sheets.some((sheet) => sheet.name === '業務_2025')).toBe(true);
    expect(await screen.findByRole('button', { name: '令和8年度へ更新…' })).toBeTruthy();
    // One waits for March of last year, one for a yearly figure.
    expect(within(section()).getByText('目標値が空欄のKPIが2件あります。令和6年度の実績が確定したときは、目標値に入れられます。')).toBeTruthy();
    await user.click(button('確定した実績を目標値に入れる…'));
    expect(await screen.findByText('このブックは令和7年度です。更新することはありません。')).toBeTruthy();
  });

  test('a refusal is told as such', async () => {
    const bench = await laidOut();
    bench.book.names.push({ name: '月次_郵送化率_郵送件数_2025', refersTo: '業務!$C$40:$N$40', comment: '', visible: true });
    const { user } = await showPort(bookPort(bench));
    await showView(user, '作成・更新');
    await user.click(button('令和7年度へ更新…'));
    expect(await screen.findByText('年度を更新できませんでした')).toBeTruthy();
    expect(screen.getByText(/^令和7年度の表がシート「業務」に既にあります（名前「月次_郵送化率_郵送件数_2025」など）。/)).toBeTruthy();
  });
});

describe('年度更新 over a fake workbook', () => {
  test('a year that is not over and lacks figures says so, and may be left all the same', async () => {
    const { user, port } = await showPane({ look: { fiscalYear: 2098 } });
    await showView(user, '作成・更新');
    expect(await within(section()).findByText('令和80年度はまだ終わっていません。')).toBeTruthy();
    const groups = port.book.missing.map(({ group, rows }) => `${group} ${rows.length}件`).join('、');
    expect(within(section()).getByText(`3月までの数値が未入力の項目: ${groups}`)).toBeTruthy();
    expect(within(section()).getAllByRole('button').map((one) => one.textContent)).toContain('令和81年度へ更新…');
  });

  test('without a year there is nothing to press', async () => {
    const { user } = await showPane({ look: { fiscalYear: null } });
    await showView(user, '作成・更新');
    expect(within(section()).getByText(/^ブックの年度が分からないため、更新できません。/)).toBeTruthy();
    expect(within(section()).queryAllByRole('button')).toEqual([]);
  });

  test('the button carries the year it means; with every target there nothing waits for a figure', async () => {
    const withTargets = (asOf: number) => cardsOf(asOf).map((card) => ({ ...card, conditions: card.conditions.map((one) => ({ ...one, target: one.target === '' ? '1' : one.target })) }));
    const { user, port } = await showPane({ look: { kpis: withTargets }, missing: [] });
    await showView(user, '作成・更新');
    expect(screen.queryByRole('button', { name: '確定した実績を目標値に入れる…' })).toBeNull();
    await user.click(button('令和7年度へ更新…'));
    await user.click(await screen.findByRole('button', { name: '実行する' }));
    await screen.findByText('年度を更新しました');
    expect(port.runs.map(({ task }) => task)).toEqual([{ kind: 'rollover', to: 2025 }]);
  });

  test('in English', async () => {
    const { user } = await showPane({ missing: [] }, { language: 'en-US' });
    await user.click(within(screen.getByRole('navigation')).getByRole('button', { name: 'Make' }));
    expect(await screen.findByRole('button', { name: 'Go on to 令和7年度…' })).toBeTruthy();
  });
});
