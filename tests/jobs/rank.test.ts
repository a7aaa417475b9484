import { describe, expect, test } from '@jest/globals';
import type { KpiDefinition } from '../../src/domain/definitions';
import { BRANCHES } from '../../src/domain/rank/branches';
import { look } from '../../src/jobs/look';
import { layout } from '../../src/jobs/layout';
import { perform, propose, type TaskContext } from '../../src/jobs/perform';
import { rank } from '../../src/jobs/rank';
import { cellA1 } from '../../src/plan/a1';
import { GatewayError } from '../../src/plan/gateway';
import { KPI_SHEET, type KpiSheetKey } from '../../src/sheets/kpiSheet';
import { PLAN_SHEET } from '../../src/sheets/planSheet';
import type { RankRequest } from '../../src/sheets/rankPlan';
import { TABLE_SHEET } from '../../src/sheets/tableSheet';
import { listOf } from '../domain/rank/lists';
import { Bench, GUNMA, STANDARD } from '../support/laidOut';

const MARCH = 11;
const UNITLESS = { condition: null, column: null, asOf: { year: 2025, month: 6 }, state: null, partial: false } as const;
/** 群馬 has 94.3 %, as the sample year; five branches have more. */
const MAILING = listOf((branch, index) => (branch === '群馬' ? '94.3%' : index < 5 ? `${95 + index}.0%` : `${(94.2 - index / 100).toFixed(2)}%`));
const ask = (more: Partial<RankRequest> = {}): RankRequest => ({ ...UNITLESS, kpi: '2', text: MAILING, ...more });

const address = (bench: Bench, condition: string, key: KpiSheetKey): string => {
  const column = (one: KpiSheetKey): number => KPI_SHEET.columns.findIndex((spec) => spec.key === one);
  const row = [...bench.sheet('KPI').cells].find(([at, cell]) => at % 16384 === column('conditionId') && cell.value === condition)?.[0] ?? NaN;
  return cellA1(Math.floor(row / 16384), column(key));
};
const cells = (bench: Bench, condition: string): unknown[] => (['rank', 'rankAsOf', 'rankState'] as const).map((key) => bench.cell('KPI', address(bench, condition, key)).value ?? '');
async function laidOut(): Promise<Bench> {
  const bench = new Bench();
  await bench.layout();
  return bench;
}
async function benchWith(change: (kpi: KpiDefinition) => KpiDefinition): Promise<Bench> {
  const bench = new Bench();
  await layout({ ...bench.context, standard: { ...STANDARD, kpis: STANDARD.kpis.map(change) } }, 2024, GUNMA);
  return bench;
}
const run = (bench: Bench, more: Partial<RankRequest> = {}) => rank(bench.context, ask(more), 2024);
const taskContext = (bench: Bench): TaskContext => ({ ...bench.context, year: 2030, today: () => new Date(2030, 5, 1), sample: () => Promise.resolve(GUNMA) });

describe('the rank of a pasted list', () => {
  test('takes the place of the typed one in three requests, with its 時点; a second time nothing is written', async () => {
    const bench = await laidOut();
    expect(cells(bench, '2')).toEqual([27, '', '']);
    const report = await run(bench);
    expect(report).toMatchObject({ job: 'rank', changed: true, rank: { standing: { rank: 6, of: 47, equal: 0 }, missing: [] } });
    expect(report.syncs).toBeLessThanOrEqual(4);
    expect(report.summary).toEqual(['「郵送化率」は47支部中6位（同順位なし）です。', '全国順位を書き込みました（27位 → 6位）。', '順位の時点を書き込みました（空欄 → R7.6）。']);
    expect(cells(bench, '2')).toEqual([6, 'R7.6', '']);
    const before = bench.contents();
    const again = await run(bench);
    expect([again.changed, again.syncs, bench.contents() === before]).toEqual([false, 2, true]);
    expect(again.summary).toEqual(['「郵送化率」は47支部中6位（同順位なし）です。シート「KPI」の順位は同じです。', '変更はありません。']);
  });

  test('touches no other cell, and the plan follows by its formula', async () => {
    const [bench, other] = [await laidOut(), await laidOut()];
    await run(bench, { state: '速報' });
    for (const [key, value] of [['rank', 6], ['rankAsOf', 'R7.6'], ['rankState', '速報']] as const) await other.type('KPI', address(other, '2', key), { value });
    expect(bench.contents() === other.contents()).toBe(true);
    const plan = STANDARD.planRows.find((row) => row.kpi === '2')?.id ?? '';
    expect(bench.cell('事業計画', cellA1(bench.rowOf('事業計画', plan), PLAN_SHEET.columns.findIndex(({ key }) => key === 'rank'))).value).toBe(6);
  });

  test('is asked about first: old and new are shown, and nothing is written until a person agrees', async () => {
    const bench = await laidOut();
    const task = { kind: 'rank', ...ask({ state: '確定' }) } as const;
    const before = bench.contents();
    const proposal = await propose(taskContext(bench), task);
    expect(proposal.words.slice(0, 4)).toEqual(['「郵送化率」は47支部中6位（同順位なし）です。', '全国順位: 27位 → 6位', '順位の時点: 空欄 → R7.6', '順位の区分: 空欄 → 確定']);
    expect(proposal.words.at(-1)).toBe('入力されている値のうち、1個が置き換わります。');
    expect(bench.contents() === before).toBe(true);
    await bench.type('KPI', address(bench, '2', 'rank'), { value: 12 });
    const changed = await perform(taskContext(bench), task, proposal, () => undefined);
    expect(changed).toMatchObject({ kind: 'changed', proposal: { words: expect.arrayContaining(['全国順位: 12位 → 6位']) } });
    expect(cells(bench, '2')).toEqual([12, '', '']);
    if (changed.kind !== 'changed') throw new Error('done');
    expect(await perform(taskContext(bench), task, changed.proposal, () => undefined)).toMatchObject({ kind: 'done', report: { job: 'rank', changed: true } });
    expect(cells(bench, '2')).toEqual([6, 'R7.6', '確定']);
  });

  test.each(['R7.6', '令和7年6月', '2025/6', '令和７年６月'])('a 時点 written %s is the same', async (written) => {
    const bench = await laidOut();
    await bench.type('KPI', address(bench, '2', 'rank'), { value: 6 });
    await bench.type('KPI', address(bench, '2', 'rankAsOf'), { value: written });
    expect((await run(bench)).changed).toBe(false);
  });

  test('a later 時点 of the same rank is written alone; what is said of it stays, and that is told', async () => {
    const bench = await laidOut();
    await run(bench, { state: '速報' });
    const { summary, warnings } = await run(bench, { asOf: { year: 2025, month: 9 } });
    expect(summary).toEqual(['「郵送化率」は47支部中6位（同順位なし）です。', '順位の時点を書き込みました（R7.6 → R7.9）。']);
    expect(warnings).toContain('順位の区分は「速報」のままです。');
    expect(cells(bench, '2')).toEqual([6, 'R7.9', '速報']);
  });

  test('a rank typed as text becomes a number, so that formulas see it', async () => {
    const bench = await laidOut();
    await bench.type('KPI', address(bench, '2', 'rank'), { value: '6位' });
    expect((await run(bench)).summary).toContain('全国順位を書き込みました（6位 → 6位）。');
    expect(cells(bench, '2')[0]).toBe(6);
  });

  test('a formula of a person’s own is left', async () => {
    const bench = await laidOut();
    await bench.type('KPI', address(bench, '2', 'rank'), { formula: '3+4' });
    const { warnings } = await run(bench);
    expect(warnings).toContain(`シート「KPI」 ${address(bench, '2', 'rank')} の全国順位は計算式（7）のため、「6位」を書き込んでいません。`);
    expect(bench.cell('KPI', address(bench, '2', 'rank')).formula).toBe('3+4');
  });

  test('a list that has no column for the 時点 gets the rank, and this is told', async () => {
    const bench = await laidOut();
    await bench.type('KPI', cellA1(KPI_SHEET.headerRow, KPI_SHEET.columns.findIndex(({ key }) => key === 'rankAsOf')), { value: '別の見出し' });
    const { warnings } = await run(bench);
    expect(warnings).toContain('シート「KPI」に列「順位の時点」がないため、「R7.6」は書き込んでいません。');
    expect(cells(bench, '2')).toEqual([6, '', '']);
  });
});

describe('the direction', () => {
  test('where less is better the lowest is first', async () => {
    const bench = await laidOut();
    const text = listOf((branch, index) => (branch === '群馬' ? '8.3%' : `${10 + index}.0%`));
    expect((await run(bench, { kpi: '21', text })).rank?.standing).toMatchObject({ rank: 1, best: { shown: '8.3％', branches: ['群馬'] }, worst: { shown: '56.0％', branches: ['沖縄'] } });
  });

  test('a KPI within a band has no rank, and says why', async () => {
    const bench = await benchWith((kpi) => ({ ...kpi, conditions: kpi.conditions.map((one) => (kpi.id === '2' ? { ...one, direction: '範囲内' as const, targetUpper: 0.99 } : one)) }));
    const { warnings, changed } = await run(bench);
    expect([changed, warnings]).toEqual([false, ['「郵送化率」は目標が範囲内のKPIです。高い・低いで比べられないため、順位はありません。順位は書き込んでいません。']]);
  });
});

describe('a KPI of two conditions', () => {
  const OFFICES = listOf((branch, index) => (branch === '群馬' ? '4,778社' : `${1000 + index}社`));
  const RATES = listOf((branch, index) => (branch === '群馬' ? '56.17%' : `${60 + index / 10}%`));

  test('has one rank, in its first line, whichever condition the figures are of', async () => {
    const bench = await laidOut();
    const unit = STANDARD.tables.flatMap((table) => table.rows).find((row) => row.id === 'T16-02')?.unit ?? '';
    const offices = await run(bench, { kpi: '18', condition: '18-2', text: OFFICES.replaceAll('社', unit) });
    expect([offices.rank?.standing?.rank, offices.rank?.condition, cells(bench, '18-1')[0], cells(bench, '18-2')[0]]).toEqual([1, '18-2', 1, '']);
    const rates = await run(bench, { kpi: '18', condition: '18-1', text: RATES });
    expect([rates.rank?.standing?.rank, rates.rank?.conditions.map(({ id }) => id), cells(bench, '18-1')[0]]).toEqual([47, ['18-1', '18-2'], 47]);
    expect(rates.warnings).toEqual([]);
  });

  test('a condition it does not have is refused', async () => {
    const { warnings, changed } = await run(await laidOut(), { kpi: '18', condition: '18-3' });
    expect([changed, warnings[0]]).toEqual([false, '条件「18-3」は、「健康保険委員」の順位を付けられる条件ではありません。順位は書き込んでいません。']);
  });
});

describe('branches that are missing', () => {
  const SHORT = listOf((branch, index) => (branch === '群馬' ? '94.3%' : `${80 + index / 10}%`), { branches: BRANCHES.filter((branch) => branch !== '岩手' && branch !== '沖縄') });

  test('the rank among those present is told, and written only where it is asked for', async () => {
    const bench = await laidOut();
    const told = await run(bench, { text: SHORT });
    expect([told.changed, told.rank?.standing?.words, told.rank?.missing]).toEqual([false, '45支部中1位（同順位なし）', ['岩手', '沖縄']]);
    expect(told.warnings).toEqual(['47支部のうち45支部の数値しかないため、そのままでは全国順位として書き込みません。数値のない支部: 岩手、沖縄。順位は書き込んでいません。']);
    const written = await run(bench, { text: SHORT, partial: true });
    expect([written.changed, cells(bench, '2')[0]]).toEqual([true, 1]);
    expect(written.warnings).toEqual(['47支部がそろわないまま順位を付けています。数値のない支部: 岩手、沖縄。']);
  });

  test.each<[string, Partial<RankRequest>, string]>([
    ['no text', { text: '' }, '支部名と数値の行が見つかりません。'],
    ['no figures of the kind', { text: listOf((_, index) => `${index}社`) }, '読み取れる列がありません。'],
    ['the own branch', { text: listOf((_, index) => `${index}%`, { branches: BRANCHES.filter((branch) => branch !== '群馬') }) }, '自支部「群馬」の数値がないため'],
    ['the own figure', { text: listOf((branch, index) => (branch === '群馬' ? '－' : `${index}%`)) }, '自支部「群馬」の数値がないため'],
    ['the KPI', { kpi: '99' }, 'KPI「99」がシート「KPI」にありません。'],
    ['the column', { column: 4 }, '順位を付ける列を選んでください。'],
  ])('%s is missing: nothing is written, and the reason is told', async (_, more, why) => {
    const bench = await laidOut();
    const before = bench.contents();
    const { changed, syncs, warnings } = await run(bench, more);
    expect([changed, syncs, bench.contents() === before]).toEqual([false, 2, true]);
    expect(warnings[0]).toContain(why);
    expect(warnings[0]).toMatch(/順位は書き込んでいません。$/);
  });

  test('the branch of the workbook', async () => {
    const bench = await laidOut();
    const key = [...bench.sheet(TABLE_SHEET.title).cells].find(([, cell]) => cell.value === '群馬支部')?.[0] ?? NaN;
    const at = cellA1(Math.floor(key / 16384), key % 16384);
    for (const [value, told] of [['本部', '「本部」'], ['', '空欄']] as const) {
      await bench.type(TABLE_SHEET.title, at, { value });
      expect((await run(bench)).warnings[0]).toBe(`シート「表定義」の支部が${told}のため、自支部を見つけられません。支部名（例: 北海道支部）を入力してください。順位は書き込んでいません。`);
    }
    await bench.type(TABLE_SHEET.title, at, { value: '青森県' });
    expect((await run(bench)).rank?.standing?.own.branches).toEqual(['青森']);
  });
});

describe('the workbook’s own figure', () => {
  const two = (month: string) => listOf((branch, index) => (branch === '群馬' ? '93.0%\t94.3%' : `${90 + index / 100}%\t${95 + index / 100}%`), { head: [`支部\t令和6年3月\t${month}`] });

  test('tells which of several columns is meant', async () => {
    const { rank: view, warnings } = await run(await laidOut(), { text: two('令和7年3月') });
    expect([view?.column, view?.standing?.rank, view?.columns.length]).toEqual([1, 47, 2]);
    expect(warnings).toEqual(['「令和7年3月」の列の数値で順位を付けています。']);
  });

  test('another column is taken where a person says so; its figure differs, which is told and no error', async () => {
    const { changed, rank: view, warnings } = await run(await laidOut(), { text: two('令和7年3月'), column: 0 });
    expect([changed, view?.column, view?.standing?.rank]).toEqual([true, 0, 1]);
    expect(warnings[0]).toBe('群馬の数値 93.0％は、このブックの実績 94.3％（令和7年3月末現在）と違います。順位は、貼り付けた数値で付けています。');
  });

  test('is that of the rank’s 時点, and before its year there is none', async () => {
    const bench = await laidOut();
    const text = MAILING.replace('94.3%', '94.4%');
    const at = async (year: number, month: number) => (await run(bench, { text, asOf: { year, month } })).rank?.problems;
    expect((await at(2024, 9))?.[0]).toContain('令和6年9月末現在');
    expect((await at(2025, 12))?.[0]).toContain('令和7年3月末現在');
    expect(await at(2024, 3)).toEqual([]);
  });

  test('where two columns bear it a person has to choose', async () => {
    const text = listOf((branch, index) => (branch === '群馬' ? '94.3%\t94.3%' : `${index}%\t${index}%`));
    const { changed, rank: view, warnings } = await run(await laidOut(), { text });
    expect([changed, view?.column, view?.standing]).toEqual([false, null, null]);
    expect(warnings[0]).toContain('数値の列が2つあります。順位を付ける列を選んでください。');
  });

  test('alike in print is no difference, but ranks by what was pasted', async () => {
    const text = listOf((branch, index) => (branch === '群馬' ? '94.26%' : branch === '青森' ? '94.31%' : `${40 + index}%`));
    const { rank: view } = await run(await laidOut(), { text });
    expect([view?.problems, view?.standing?.rank, view?.standing?.own.shown]).toEqual([[], 2, '94.26％']);
  });
});

describe('what stops it', () => {
  test('a protected sheet is named before anything is written', async () => {
    const bench = await laidOut();
    bench.sheet('KPI').protected = true;
    await expect(run(bench)).rejects.toThrow(new GatewayError('sheetProtected', 'KPI'));
  });

  test('a list of ours that lost a heading', async () => {
    const bench = await laidOut();
    await bench.type('KPI', cellA1(KPI_SHEET.headerRow, 0), { value: '' });
    const { changed, rank: view, warnings } = await run(bench);
    expect([changed, view]).toEqual([false, null]);
    expect(warnings[0]).toContain('見出し「KPI ID」がありません');
  });

  test('a workbook without KPIs', async () => {
    expect((await run(new Bench())).warnings[0]).toBe('シート「KPI」がありません。先に「表を配置」を実行してください。順位は書き込んでいません。');
  });
});

test('the pane reads a list without another request; the 時点 is the list’s own, else the month judged', async () => {
  const bench = await laidOut();
  const seen = await look(bench.context, 2024, new Date(2025, 3, 21));
  const before = bench.gateway.requests;
  const question = { kpi: '2', condition: null, column: null, asOf: null };
  expect((await seen.rank({ ...question, text: MAILING }, 8)).asOf).toEqual({ year: 2024, month: 12 });
  const dated = await seen.rank({ ...question, text: `郵送化率（令和7年3月末現在）\n${MAILING}` }, 8);
  expect([dated.asOf, dated.standing?.rank, dated.current]).toEqual([{ year: 2025, month: 3 }, 6, { rank: 27, asOf: '', state: null }]);
  expect(bench.gateway.requests).toBe(before);
  expect(dated.standing?.points.filter((point) => point.own).map(({ branch }) => branch)).toEqual(['群馬']);
  expect((await seen.rank({ ...question, text: '' }, MARCH)).refusal).not.toBeNull();
});
