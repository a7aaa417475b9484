/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Bench } from '../support/laidOut';
import { progressCell, run } from '../support/recordBench';
import { RECORDS, serial, typeRecords, type TypedRecord } from '../support/sampleRecords';
import { bookPort, emptyBench, type BookPort } from './bookPort';
import { button, faultsOf, preparePage, showPane, showPort, showView, type Shown } from './renderPane';

const WRITE = '書き込む内容を確かめる';
const MAKE = '実施記録のシートを作る';

beforeEach(preparePage);

/** A fresh one each time: jsdom cannot copy a workbook. */
async function laidOut(records: readonly TypedRecord[] | null): Promise<Bench> {
  const bench = emptyBench();
  await bench.layout();
  if (records === null) return bench;
  await run(bench);
  typeRecords(bench.sheet('実施記録'), records);
  return bench;
}

async function open(bench: Bench): Promise<Omit<Shown, 'port'> & { readonly port: BookPort }> {
  const shown = await showPort(bookPort(bench));
  await showView(shown.user, '作成・更新');
  await screen.findByRole('region', { name: '実施記録' });
  await waitFor(() => expect(screen.queryByText('実施記録を読み取っています')).toBeNull());
  return shown;
}
const section = (): HTMLElement => screen.getByRole('region', { name: '実施記録' });

describe('実施記録', () => {
  test('is made by a button, after a question', async () => {
    const bench = await laidOut(null);
    const { user, container } = await open(bench);
    expect(await faultsOf(container)).toEqual([]);
    await user.click(button(MAKE));
    expect(await screen.findByText(/^シート「実施記録」を作ります。/)).toBeTruthy();
    await user.click(button('実行する'));
    await screen.findByText('実施記録の処理が終わりました');
    expect(bench.book.sheets.map((sheet) => sheet.name)).toContain('実施記録');
    expect(await screen.findByText('新しく書き込むものはありません。')).toBeTruthy();
  });

  test('shows each draft with what it would replace; what is ticked is written, after a question', async () => {
    const bench = await laidOut(RECORDS);
    await bench.type('事業計画', progressCell(bench, 'P19-02'), { value: '計画通り進めている。' });
    const { user, container, port } = await open(bench);
    expect(within(section()).getByText(`記録 ${RECORDS.length}件`)).toBeTruthy();
    expect(within(section()).getByText('入札 12件（一者応札 1件）')).toBeTruthy();
    await user.click(button(/^書き込めるもの（下書き 7行・数値 0個）$/));
    const drafts = within(screen.getByRole('list', { name: '進捗状況の下書き' }));
    const ticks = drafts.getAllByRole<HTMLInputElement>('checkbox');
    expect(ticks.map((tick) => tick.checked)).toEqual([true, true, true, true, true, false, true]);
    const own = drafts.getByRole<HTMLInputElement>('checkbox', { name: 'P19-02 研修・人材育成' });
    expect(drafts.getByText('計画通り進めている。')).toBeTruthy();
    expect(drafts.getByText(/^計画通り進めている。\s+窓口・電話研修11\/28（木）12\/5（木）実施$/)).toBeTruthy();
    expect(await faultsOf(container)).toEqual([]);
    await user.click(own);
    await user.click(drafts.getByRole('checkbox', { name: /^P02-01/ }));
    expect(within(section()).getByText('下書き 6行・数値 0個')).toBeTruthy();
    await user.click(drafts.getByRole('button', { name: `事業計画 ${progressCell(bench, 'P19-02')} セルへ移動` }));
    expect(port.visits).toMatchObject([{ sheet: '事業計画' }]);
    await user.click(button(WRITE));
    expect(await screen.findByText('入力済みの進捗状況 1行の下に、下書きを書き足します（P19-02）。')).toBeTruthy();
    // Turned back: what was ticked is still ticked.
    await user.click(button('やめる'));
    expect(await screen.findByText('下書き 6行・数値 0個')).toBeTruthy();
    await user.click(button(WRITE));
    await user.click(await screen.findByRole('button', { name: '実行する' }));
    await screen.findByText('実施記録の処理が終わりました');
    expect(bench.cell('事業計画', progressCell(bench, 'P19-02')).value).toBe('計画通り進めている。\n窓口・電話研修11/28（木）12/5（木）実施');
    expect(bench.cell('事業計画', progressCell(bench, 'P02-01')).value).toBeUndefined();
    expect(await within(section()).findByText('下書きのとおりの行 6')).toBeTruthy();
  });

  test('a figure that differs is not ticked; nothing ticked cannot be written; faults open below', async () => {
    const bench = await laidOut([...RECORDS.filter(([, , category]) => category === '調達'), ['5月末', 'P02-01', '会議', '報告会'], [serial('2025/12/11'), 'P02-01', '会議', '報告会']]);
    await bench.type('企画総務', `E${bench.rowOf('企画総務', '一般競争') + 1}`, { value: 4 });
    const { user, container } = await open(bench);
    await user.click(button(/^書き込めるもの（下書き 1行・数値 1個）$/));
    const figure = screen.getByRole<HTMLInputElement>('checkbox', { name: '入札「一般競争」（令和6年度）の6月' });
    expect(figure.checked).toBe(false);
    await user.click(screen.getByRole('checkbox', { name: /^P21-01/ }));
    expect(button(WRITE).getAttribute('aria-disabled')).toBe('true');
    await user.click(button('確認していただきたいこと 2'));
    expect(screen.getByText(/^シート「実施記録」 A22: 「2025\/12\/11」は令和6年度の日付ではありません/)).toBeTruthy();
    expect(await faultsOf(container)).toEqual([]);
    await user.click(figure);
    await user.click(button(WRITE));
    expect(await screen.findByText('訂正: 入札「一般競争」（令和6年度）の6月 4件 → 1件')).toBeTruthy();
  });

  test('in English, and where nothing can be done', async () => {
    const refused = { place: null, refused: ['シート「事業計画」がありません。'], records: 0, planned: 0, drafts: [], figures: [], bids: null, told: [] };
    const { user, container } = await showPane({ progress: refused }, { language: 'en-US' });
    await user.click(within(screen.getByRole('navigation')).getAllByRole('button')[3] ?? container);
    expect(await screen.findByText('シート「事業計画」がありません。')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Records' })).toBeTruthy();
    expect(await faultsOf(container)).toEqual([]);
  });
});
