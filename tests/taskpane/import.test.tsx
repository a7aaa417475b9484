/** @jest-environment jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MOST_CHARACTERS } from '../../src/taskpane/adopt/TextField';
import { GUNMA, type Bench } from '../support/laidOut';
import { bookPort, emptyBench, type BookPort } from './bookPort';
import { button, faultsOf, preparePage, showPort, showView, type Shown } from './renderPane';

const SOURCE = readFileSync(path.join(__dirname, '../domain/text/plan-r6-tables.txt'), 'utf8');
const HEAD = ['令和6年度', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月', '計'].join('\t');
const WRITE = '書き込む内容を確かめる';
const DECEMBER = 8;

type Opened = Omit<Shown, 'port'> & { readonly port: BookPort };

/** 窓口件数 of the sample year as a mail brings it, with one figure more in December. */
function mail(): string {
  const months = (GUNMA.series.find(({ row, year }) => row === 'T02-02' && year === 2024)?.months ?? []).map(Number);
  const figures = months.map((figure, month) => (month === DECEMBER ? figure + 1 : figure));
  return ['郵送化率', HEAD, ['窓口件数', ...figures, figures.reduce((sum, figure) => sum + figure, 0)].join('\t')].join('\n');
}

let laidOut: Bench;
beforeAll(async () => {
  laidOut = emptyBench();
  await laidOut.layout();
});
beforeEach(preparePage);

const LAID_OUT = '令和6年度（2024年度）';
async function open(bench: Bench = laidOut, heading = LAID_OUT): Promise<Opened> {
  const shown = await showPort(bookPort(bench), { heading });
  if (heading !== LAID_OUT) await shown.user.click(button('あとで'));
  await showView(shown.user, '点検');
  await shown.user.click(await screen.findByRole('button', { name: '文章から取り込み' }));
  await screen.findByRole('heading', { name: '文章から取り込み' });
  return shown;
}
async function read({ user }: Opened, text: string): Promise<void> {
  fireEvent.change(screen.getByRole('textbox', { name: '文章またはセル' }), { target: { value: text } });
  await user.click(button('読み取る'));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
}

describe('a text', () => {
  test('is pasted first: without one there is nothing to read, and what is too long is said to be cut', async () => {
    const { container } = await open();
    expect(button('読み取る').getAttribute('aria-disabled')).toBe('true');
    expect(await faultsOf(container)).toEqual([]);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'あ'.repeat(MOST_CHARACTERS + 1_234) } });
    expect(screen.getByText('長すぎるため、はじめの200,000文字だけを使います（残りの1,234文字は読みません）。').closest('[role=status]')).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toHaveLength(MOST_CHARACTERS);
  });

  test('of more lines than are read says above its results where reading stopped', async () => {
    const shown = await open();
    await read(shown, `${mail()}\n${'\n'.repeat(20_000)}続き`);
    const told = screen.getByText('文章が長いため、20000行目までを読みました（20,000行、1,000,000文字まで）。', { exact: false });
    expect(told.compareDocumentPosition(screen.getByRole('list', { name: '読み取った表' })) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(await faultsOf(shown.container)).toEqual([]);
  });

  test('of thousands of lines shows them step by step', async () => {
    const shown = await open();
    await read(shown, ['窓口の様子', HEAD, ...Array.from({ length: 500 }, (_, line) => [`項目${line}の状況`, ...Array.from({ length: 12 }, () => line)].join('\t'))].join('\n'));
    await shown.user.click(screen.getByRole('button', { name: '窓口の様子' }));
    const rows = (): number => screen.queryAllByText(/項目\d+の状況/, { selector: 'span' }).length;
    expect(rows()).toBe(200);
    await shown.user.click(button('次の200個を表示（残り300個）'));
    expect(rows()).toBe(400);
    await shown.user.click(button('ほか100個を表示'));
    expect(rows()).toBe(500);
    expect(screen.queryByRole('button', { name: /個を表示/ })).toBeNull();
  });

  test('without tables is told what is missing, and can be put right', async () => {
    const shown = await open();
    await read(shown, 'こんにちは。\n=1+1');
    expect(screen.getByText(/見出しのある表が見つかりませんでした/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: WRITE })).toBeNull();
    await shown.user.click(button('文章を直す'));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toContain('こんにちは');
  });

  test('of a whole plan into an empty workbook: tables, figures and what is odd, line by line', async () => {
    const shown = await open(emptyBench(), '事業計画の表とKPIを、このブックで整えます');
    await read(shown, SOURCE);
    expect(screen.getByText(/^19の表から、[\d,]+個の数値を読み取りました。$/)).toBeTruthy();
    expect(screen.getAllByRole('checkbox')).toHaveLength(19);
    expect(screen.getByText(/^44行目 サービススタンダード「平均所要日数」/)).toBeTruthy();
    await shown.user.click(button('郵送化率'));
    expect(screen.getByText(/^\d+行目 窓口件数（令和6年度）$/)).toBeTruthy();
    expect(await faultsOf(shown.container)).toEqual([]);
    await shown.user.click(button(WRITE));
    expect(await screen.findByText('19の表（84行）を配置します。数値は文章から読み取ったものです。')).toBeTruthy();
  });

  test('that the workbook holds already has nothing to write', async () => {
    const shown = await open();
    await read(shown, SOURCE);
    expect(screen.getByText(/空欄に書き込む数値はありません。$/)).toBeTruthy();
    await shown.user.click(button('書き込むもののない表 19'));
    expect(screen.getByRole('button', { name: '査定率' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: WRITE })).toBeNull();
  });
});

describe('a table that no definition is for', () => {
  test('is offered, not chosen; ticked it is laid out with what was found about it', async () => {
    const bench = emptyBench();
    await bench.layout();
    const shown = await open(bench);
    const calls = Array.from({ length: 12 }, (_, month) => 100 + 3 * month);
    await read(shown, ['電話相談', HEAD, ['相談対応件数', ...calls, calls.reduce((sum, one) => sum + one, 0)].join('\t')].join('\n'));
    const tick = screen.getByRole<HTMLInputElement>('checkbox', { name: '電話相談を取り込む' });
    expect(tick.checked).toBe(false);
    expect(screen.getByText(/^「表定義」にない表です。/)).toBeTruthy();
    expect(button(WRITE).getAttribute('aria-disabled')).toBe('true');
    await shown.user.click(button('電話相談'));
    expect(screen.getByText('「相談対応件数」: 計は月の合計と一致します。')).toBeTruthy();
    expect(await faultsOf(shown.container)).toEqual([]);
    await shown.user.click(tick);
    await shown.user.click(button(WRITE));
    expect(await screen.findByText('1つの表（1行）を配置します。数値は文章から読み取ったものです。')).toBeTruthy();
    await shown.user.click(button('実行する'));
    await screen.findByText('文章の数値を書き込みました');
    expect(bench.sheet('取り込み').cells.size).toBeGreaterThan(14);
  });
});

describe('a figure that differs', () => {
  test('is changed only where it is ticked, after a question', async () => {
    const bench = emptyBench();
    await bench.layout();
    const port = bookPort(bench);
    const { user } = await showPort(port);
    await showView(user, '点検');
    await user.click(await screen.findByRole('button', { name: '文章から取り込み' }));
    fireEvent.change(await screen.findByRole('textbox'), { target: { value: mail() } });
    await user.click(button('読み取る'));
    const section = within((await screen.findByRole('heading', { name: 'ブックと違う数値（1件）' })).closest('section') ?? document.body);
    const tick = section.getByRole<HTMLInputElement>('checkbox', { name: /窓口件数.*12月/ });
    expect(tick.checked).toBe(false);
    expect(button(WRITE).getAttribute('aria-disabled')).toBe('true');
    await user.click(section.getByRole('button', { name: /セルへ移動$/ }));
    const place = port.visits[0];
    await user.click(tick);
    expect(screen.getByText('1個の数値')).toBeTruthy();
    await user.click(button(WRITE));
    expect(await screen.findByText(/^訂正: 3行目 郵送化率「窓口件数」/)).toBeTruthy();
    await user.click(button('実行する'));
    expect(await screen.findByText('文章の数値を書き込みました')).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('');
    expect(place?.sheet).toBe('業務');
  });

  test('of a table that is left out is not offered', async () => {
    const shown = await open();
    await read(shown, mail());
    await shown.user.click(screen.getByRole('checkbox', { name: '郵送化率を取り込む' }));
    expect(screen.queryByRole('heading', { name: /^ブックと違う数値/ })).toBeNull();
    expect(screen.getByText('0個の数値')).toBeTruthy();
  });
});
