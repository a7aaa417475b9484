/** @jest-environment jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { KpiHistory } from '../../src/jobs/workbookLook';
import { PaneError } from '../../src/taskpane/port';
import { cardsOf } from './fakeCards';
import { button, faultsOf, preparePage, showPane, type Shown } from './renderPane';

beforeEach(preparePage);

async function open(name: string, change: Parameters<typeof showPane>[0] = {}): Promise<Shown> {
  const shown = await showPane(change);
  await shown.user.click(button(name));
  await screen.findByRole('button', { name: 'KPI一覧' });
  return shown;
}

describe('the detail of a KPI', () => {
  test('opens and closes by keyboard; the keyboard goes on from the row', async () => {
    const { user } = await showPane();
    button('査定率').focus();
    await user.keyboard('{Enter}');
    const heading = await screen.findByRole('heading', { level: 1, name: '査定率' });
    expect(document.activeElement).toBe(heading);
    await user.tab({ shift: true });
    await user.tab({ shift: true });
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(button('KPI一覧'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(button('査定率')));
  });

  test('shows the months beside those of the year before, and how far each is from the target', async () => {
    const { container } = await open('郵送化率');
    const september = within(screen.getByRole('table', { name: '郵送化率 月ごとの数値' })).getByRole('row', { name: /^9月/ });
    expect(within(september).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['95.1%', '94.4%', '+0.1 達成']);
    expect(screen.getByRole('columnheader', { name: '目標との差（ポイント）' })).toBeTruthy();
    expect(screen.getByRole('row', { name: /▲1.5 未達/ })).toBeTruthy();
    expect(await faultsOf(container)).toEqual([]);
  });

  test('leads to the cells, and says so when they cannot be shown', async () => {
    const { user, port } = await open('郵送化率');
    await user.click(button('表のセルへ移動'));
    await user.click(button('KPIのセルへ移動'));
    expect(port.visits.map((place) => place.sheet)).toEqual(['業務', 'KPI']);
    port.book.fault = new PaneError('シートが見つかりません。');
    await user.click(button('表のセルへ移動'));
    expect((await screen.findByRole('alert')).textContent).toContain('シートが見つかりません。');
  });

  test('a KPI of two conditions has a reason, a mark and a table for each', async () => {
    await open('健康保険委員');
    expect(screen.getAllByRole('table')).toHaveLength(2);
    expect(within(screen.getByRole('region', { name: '委嘱事業所数' })).getByText(/4,778 ≧ 目標 4,665/)).toBeTruthy();
    expect(screen.getByText('32位')).toBeTruthy();
  });

  test('a mark set by hand stands with its reason beside what the figures say', async () => {
    const kpis = (asOf: number) => cardsOf(asOf).map((card) => (card.id === '2' ? { ...card, mark: '□' as const, manual: { mark: '□' as const, reason: '年度末に行うため。' } } : card));
    await open('郵送化率', { look: { kpis } });
    expect(screen.getByText('手動で □ と判定しています')).toBeTruthy();
    expect(screen.getByText('年度末に行うため。 3月時点の数値による判定は △ です。')).toBeTruthy();
  });

  test('the mark of the evaluation and that of the month chosen each name their month', async () => {
    const kpis = (asOf: number) => cardsOf(asOf).map((card) => (card.id === '2' ? { ...card, mark: '○' as const, current: '△' as const } : card));
    const { user } = await showPane({ look: { kpis } });
    await user.selectOptions(screen.getByRole('combobox', { name: '判定月' }), '9月');
    expect(screen.getByText('9月時点では △')).toBeTruthy();
    await user.click(button('郵送化率'));
    await screen.findByRole('heading', { name: '9月時点の判定' });
    expect(screen.getByText('3月の評価: 目標達成（計画通り）')).toBeTruthy();
    expect(screen.getByText('9月時点では △')).toBeTruthy();
    expect(screen.getByText('年度末')).toBeTruthy();
  });

  test('a yearly figure says why it has no months', async () => {
    await open('生活習慣病予防健診受診率');
    expect(screen.getByText('年に1回の数値のため、月ごとの推移はありません。')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('the neighbours are those of the narrowed list', async () => {
    const { user } = await showPane();
    await user.click(button('△ 目標未達 4'));
    await user.click(button('郵送化率'));
    await user.click(await screen.findByRole('button', { name: '次のKPI' }));
    expect(await screen.findByRole('heading', { level: 1, name: '査定率' })).toBeTruthy();
    expect(button('前のKPI').getAttribute('aria-disabled')).toBeNull();
  });
});

describe('what changed since the last evaluation', () => {
  const LOG = { sheet: '評価ログ', area: { row: 20, column: 0, rows: 1, columns: 14 } };
  const HISTORY: KpiHistory = {
    evaluations: [
      { at: '2025/4/7 9:30', month: 11, mark: '○', actual: '95.1％', target: '95.0％', changes: '判定月 2月 → 3月、判定（自動） △ → ○、実績 94.3％ → 95.1％' },
      { at: '2025/3/7 9:10', month: 10, mark: '△', actual: '94.3％', target: '', changes: '初めての記録' },
    ],
    corrections: [{ at: '2025/4/7 9:30', text: '郵送化率／郵送件数 2024年度7月: 6,891件 → 6,000件' }],
    writing: { of: '令和7年2月末', now: '令和7年3月末' },
    place: LOG,
  };

  test('is told with the evaluations before, the figures corrected and a text that is still a draft', async () => {
    const { user, port, container } = await open('郵送化率', { history: (kpi) => Promise.resolve(kpi === '2' ? HISTORY : { ...HISTORY, evaluations: [] }) });
    const since = within(await screen.findByRole('region', { name: '前回の評価から' }));
    const part = within(screen.getByRole('region', { name: '評価の記録' }));
    expect(since.getByText('判定月 2月 → 3月、判定（自動） △ → ○、実績 94.3％ → 95.1％')).toBeTruthy();
    expect(part.getByText('3月の評価（2025/4/7 9:30）')).toBeTruthy();
    expect(part.getByText('実績 94.3％ ／ 目標 未登録')).toBeTruthy();
    expect(part.queryByText('初めての記録')).toBeNull();
    expect(part.getByText(/6,891件 → 6,000件（2025\/4\/7 9:30）/)).toBeTruthy();
    expect(part.getByText('今後改善すべき点は、令和7年2月末時点の文です。令和7年3月末の内容に直してください。')).toBeTruthy();
    expect(await faultsOf(container)).toEqual([]);
    await user.click(button('評価ログへ移動'));
    expect(port.visits).toEqual([LOG]);
    await user.click(button('次のKPI'));
    await waitFor(() => expect(screen.queryByText('3月の評価（2025/4/7 9:30）')).toBeNull());
  });

  test.each([['missing' as const, '今後改善すべき点が未記入です。シート「事業計画」に入力してください。'], [null, '「評価ログ」にまだ記録がありません。「KPI評価」を行うと記録します。']])('says what is wanted (%p), and that there is no line yet', async (writing, words) => {
    await open('郵送化率', { history: () => Promise.resolve({ evaluations: [], corrections: [], writing, place: null }) });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '評価ログへ移動' })).toBeNull();
  });

  test('is read when a KPI is opened, not with the list; what cannot be read can be tried again', async () => {
    const asked: string[] = [];
    const shown = await showPane({ history: (kpi) => { asked.push(kpi); return asked.length === 1 ? Promise.reject(new Error('busy')) : Promise.resolve(HISTORY); } });
    expect(asked).toEqual([]);
    await shown.user.click(button('郵送化率'));
    await shown.user.click(await screen.findByRole('button', { name: '再試行' }));
    expect(await screen.findByText('3月の評価（2025/4/7 9:30）')).toBeTruthy();
    expect(asked).toEqual(['2', '2']);
  });

  test('speaks English in an English Excel', async () => {
    const { user } = await showPane({ history: () => Promise.resolve(HISTORY) }, { language: 'en-US' });
    await user.click(button('郵送化率'));
    expect(await screen.findByRole('region', { name: 'Since the last evaluation' })).toBeTruthy();
    expect(await screen.findByText('Evaluated as of March (2025/4/7 9:30)')).toBeTruthy();
  });
});
