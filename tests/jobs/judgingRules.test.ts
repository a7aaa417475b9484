import { beforeAll, describe, expect, test } from '@jest/globals';
import type { KpiCondition } from '../../src/domain/definitions';
import type { SeedFigures } from '../../src/domain/figures';
import { evaluate, type EvaluateReport } from '../../src/jobs/evaluate';
import { openWorkbook, type JobContext } from '../../src/jobs/job';
import { layout } from '../../src/jobs/layout';
import { KPI_SHEET, type KpiSheetKey } from '../../src/sheets/kpiSheet';
import { PLAN_SHEET, type PlanSheetKey } from '../../src/sheets/planSheet';
import { YEARLY_SHEET } from '../../src/sheets/yearlySheet';
import { cellA1 } from '../../src/plan/a1';
import { Bench, GUNMA, STANDARD } from '../support/laidOut';

const SEPTEMBER = 5;
const MARCH = 11;
const address = (bench: Bench, condition: string, key: KpiSheetKey): string => {
  const column = (one: KpiSheetKey): number => KPI_SHEET.columns.findIndex((spec) => spec.key === one);
  const row = [...bench.sheet('KPI').cells].find(([at, cell]) => at % 16384 === column('conditionId') && cell.value === condition)?.[0] ?? NaN;
  return cellA1(Math.floor(row / 16384), column(key));
};
const cell = (bench: Bench, condition: string, key: KpiSheetKey) => bench.cell('KPI', address(bench, condition, key));

function textIn(bench: Bench, condition: string, key: KpiSheetKey): string {
  const { value } = cell(bench, condition, key);
  if (typeof value !== 'string') throw new Error(`${condition} ${key}`);
  return value;
}

/** The sample year with one condition otherwise, and figures besides. */
async function benchWith(id: string, more: Partial<KpiCondition>, series: SeedFigures['series'] = []): Promise<{ bench: Bench; context: JobContext }> {
  const bench = new Bench();
  const standard = {
    ...STANDARD,
    tables: STANDARD.tables.map((table) => ({ ...table, rows: table.rows.map((row) => (series.some((one) => one.row === row.id) ? { ...row, years: 4 } : row)) })),
    kpis: STANDARD.kpis.map((kpi) => ({ ...kpi, conditions: kpi.conditions.map((one) => (one.id === id ? { ...one, ...more } : one)) })),
  };
  const context = { ...bench.context, standard };
  await layout(context, 2024, { ...GUNMA, series: [...GUNMA.series, ...series] });
  return { bench, context };
}

describe('a target by rule', () => {
  const GENERIC = STANDARD.tables.flatMap((table) => table.rows).find((row) => row.label === '使用割合')?.id ?? '';
  const R3 = { row: GENERIC, year: 2021, months: Array<number>(12).fill(0.9), total: null };
  const RULE = { targetRule: '前年度・3か年平均の高い方', target: null, targetFollows: null } as const;

  test('stands in the sheet as a live formula; a typed one takes its place and is held against it', async () => {
    const { bench, context } = await benchWith('15', RULE, [R3]);
    await evaluate(context, MARCH);
    const end = (year: number): number => Number(GUNMA.series.find((one) => one.row === GENERIC && one.year === year)?.months[MARCH]);
    const mean = (0.9 + end(2022) + end(2023)) / 3;
    expect(cell(bench, '15', 'target')).toMatchObject({ formula: expect.stringMatching(/^IF\(COUNT\(.*MAX\(.*AVERAGE\(/), value: expect.closeTo(Math.max(end(2023), mean), 12) });
    const again = await evaluate(context, MARCH);
    expect(again.changed).toBe(false);
    await bench.type('KPI', address(bench, '15', 'target'), { value: 0.8 });
    const typed = await evaluate(context, MARCH);
    expect(cell(bench, '15', 'target')).toMatchObject({ value: 0.8 });
    expect(typed.warnings.filter((line) => line.includes('3か年平均から求めた'))).toHaveLength(1);
  });

  test('lacks a year: －, why, and no formula', async () => {
    const { bench, context } = await benchWith('15', RULE);
    const { evaluations } = await evaluate(context, MARCH);
    expect(evaluations.find(({ id }) => id === '15')).toMatchObject({ computed: '－', target: null, reason: expect.stringContaining('令和3年度の実績がない') });
    expect(cell(bench, '15', 'target').formula).toBeUndefined();
  });
});

describe('the middle of the year', () => {
  test('is judged by the rule of the sheet, and the report says against what', async () => {
    const { bench, context } = await benchWith('7-1', { midYear: '前年同月' });
    const { evaluations } = await evaluate(context, SEPTEMBER);
    const last = Number(GUNMA.series.find((one) => one.year === 2023 && one.row === STANDARD.tables.flatMap((table) => table.rows).find((row) => row.label === '返納金債権回収率')?.id)?.months[SEPTEMBER]);
    expect(evaluations.find(({ id }) => id === '7-1')?.conditions[0]).toMatchObject({ threshold: last, target: 0.6069 });
    await bench.type('KPI', address(bench, '7-1', 'midYear'), { value: '均等' });
    const even = await evaluate(context, SEPTEMBER);
    expect(even.evaluations.find(({ id }) => id === '7-1')?.reason).toContain('9月の目安 30.35％');
  });

  test('judged at an earlier month again, the figure in the sheet is that month’s', async () => {
    const { bench, context } = await benchWith('2', {});
    await evaluate(context, MARCH);
    const { evaluations } = await evaluate(context, SEPTEMBER);
    expect(cell(bench, '2', 'actual').value).toBeCloseTo(Number(evaluations.find(({ id }) => id === '2')?.actual), 12);
    expect(cell(bench, '2', 'stale').value).toBe('');
  });

  test('a word that is none of the rules is told with its cell and stops this KPI alone', async () => {
    const { bench, context } = await benchWith('7-1', {});
    await bench.type('KPI', address(bench, '7-1', 'midYear'), { value: 'なんとなく' });
    const { evaluations, warnings } = await evaluate(context, SEPTEMBER);
    expect(evaluations.filter(({ computed, reason }) => computed === '－' && reason.includes('定義に誤り')).map(({ id }) => id)).toEqual(['7-1']);
    expect(warnings.join()).toContain(`${address(bench, '7-1', 'midYear')}: 年度途中の判定「なんとなく」は使えません`);
  });

  test.each([
    ['2', { midYear: '均等' }, 'midYear', '「均等」は使えません'],
    ['10-1', { midYear: '前年同月' }, 'midYear', '年度末だけの実績です'],
    ['15', { targetUpper: 0.9 }, 'targetUpper', '向きが「範囲内」のときだけ'],
    ['15', { direction: '範囲内', target: 0.9, targetUpper: 0.8 }, 'targetUpper', '目標値より小さく'],
    ['15', { direction: '範囲内', targetUpper: 0.9, excellent: 0.9 }, 'excellent', '◎の基準を使えません'],
    ['15', { direction: '範囲内', targetUpper: 0.9, targetRule: '前年度・3か年平均の高い方' }, 'targetRule', '「固定値」だけを使えます'],
  ] as const)('%s %p is a fault at its cell', async (id, more, key, message) => {
    const { bench, context } = await benchWith(id, more);
    const { problems } = await openWorkbook(context, 2024);
    expect(problems.map((problem) => [problem.sheet, problem.cell])).toEqual([['KPI', address(bench, id, key)]]);
    expect(problems[0]?.message).toContain(message);
  });
});

describe('the outlook', () => {
  const { bench, report }: { bench: Bench; report: { current: EvaluateReport | null } } = { bench: new Bench(), report: { current: null } };
  beforeAll(async () => {
    await bench.layout();
    report.current = await bench.evaluate(SEPTEMBER);
  });

  test('stands in a column of its own, apart from the mark and its reason', () => {
    const text = textIn(bench, '2', 'outlook');
    expect(text).toMatch(/^3月の見込み 9\d\.\d％（前年度と同じ推移とした場合。/);
    expect(text).toMatch(/目標 95\.0％には、残り6か月で月平均95\.\d％以上が必要です。$/);
    expect(textIn(bench, '2', 'reason')).not.toContain('見込み');
    // Yearly figures have none.
    expect(cell(bench, '10-1', 'outlook').value ?? '').toBe('');
  });

  test('is gone in March, and evaluating costs no more requests', async () => {
    const { syncs } = await bench.evaluate(MARCH);
    expect(cell(bench, '2', 'outlook').value ?? '').toBe('');
    expect(syncs).toBeLessThanOrEqual(4);
  });

  test('a list that was laid out before there were these columns is evaluated all the same', async () => {
    const old = new Bench();
    await old.layout();
    const sheet = old.sheet('KPI');
    for (const key of ['outlook', 'targetRule', 'targetUpper', 'midYear'] as const) {
      const column = KPI_SHEET.columns.findIndex((spec) => spec.key === key);
      for (const at of [...sheet.cells.keys()]) if (at % 16384 === column) sheet.cells.delete(at);
    }
    const { evaluations, warnings } = await old.evaluate(MARCH);
    expect(evaluations.map(({ id, computed }) => [id, computed])).toEqual((await bench.evaluate(MARCH)).evaluations.map(({ id, computed }) => [id, computed]));
    expect(warnings.join()).not.toContain('使えません');
  });
});

describe('速報 and 確定', () => {
  test('stand in the reason, beside the 時点 and in the summary; a rank has one of its own', async () => {
    const bench = new Bench();
    await bench.layout();
    await bench.type('KPI', address(bench, '2', 'state'), { value: '速報' });
    await bench.type('KPI', address(bench, '2', 'rankState'), { value: '確定' });
    await bench.type('KPI', address(bench, '2', 'rankAsOf'), { value: 'R7.6' });
    const { evaluations } = await bench.evaluate(MARCH);
    expect(evaluations.find(({ id }) => id === '2')?.reason).toMatch(/令和7年3月末現在（速報）。$/);
    expect(evaluations.filter(({ reason }) => /速報|確定）/.test(reason)).map(({ id }) => id)).toEqual(['2']);
    expect(textIn(bench, '2', 'asOf')).toBe('令和7年3月末（速報）');
    await bench.summary();
    const shown = [...bench.sheet('年間まとめ').cells.values()].map(({ value }) => value);
    // 速報 stands in a column of its own there, as the 時点 would be wider than its own.
    expect([shown.filter((value) => value === '速報').length, shown.some((value) => typeof value === 'string' && value.endsWith('月末（速報）')), shown.includes('R7.6（確定）')]).toEqual([1, false, true]);
  });

  test('of a yearly figure is told on its own sheet; another word is refused at its cell', async () => {
    const bench = new Bench();
    await bench.layout();
    const column = YEARLY_SHEET.columns.findIndex((spec) => spec.key === 'state');
    const row = bench.rowOf('実績値', STANDARD.yearly[0]?.id ?? '');
    await bench.type('実績値', cellA1(row, column), { value: '速報' });
    const { evaluations } = await bench.evaluate(MARCH);
    expect(evaluations.find(({ id }) => id === '10-1')?.reason).toMatch(/令和7年7月現在（速報）。$/);
    await bench.type('実績値', cellA1(row, column), { value: '仮' });
    const { problems } = await openWorkbook(bench.context, 2024);
    expect(problems.map(({ sheet, cell: at }) => [sheet, at])).toEqual([['実績値', cellA1(row, column)]]);
  });
});

describe('what is still to be written', () => {
  test('△ and × ask for 今後改善すべき点 beside the row, and the summary counts them', async () => {
    const bench = new Bench();
    await bench.all();
    const column = (key: PlanSheetKey): number => PLAN_SHEET.columns.findIndex((spec) => spec.key === key);
    const at = (id: string, key: PlanSheetKey): string => cellA1(bench.rowOf('事業計画', id), column(key));
    const row = STANDARD.planRows.find(({ kpi }) => kpi === '2')?.id ?? '';
    const other = STANDARD.planRows.find(({ kpi }) => kpi === null)?.id ?? '';
    const counts = (label: string): number[] => {
      const said = [...bench.sheet('年間まとめ').cells.values()].map(({ value }) => (typeof value === 'string' ? value : '')).find((text) => text.includes(label)) ?? '';
      return [...said.slice(said.indexOf(label) + label.length).split('／').slice(0, 1).join('').matchAll(/(\d+)件/g)].map(([, count]) => Number(count));
    };
    const missing = '今後改善すべき点が未記入の行（△・×）';
    const [all, kpis] = counts(missing);
    expect([all, kpis]).toEqual([expect.any(Number), (await bench.evaluate(MARCH)).evaluations.filter(({ status }) => status === '△').length]);
    expect(bench.cell('事業計画', at(row, 'notice')).value).toBe('今後改善すべき点を入力してください。');
    await bench.type('事業計画', at(row, 'progress'), { value: '窓口での案内を続ける。' });
    expect([bench.cell('事業計画', at(row, 'notice')).value, counts(missing)]).toEqual(['', [Number(all) - 1, Number(kpis) - 1]]);
    await bench.type('事業計画', at(other, 'manual'), { value: '×' });
    expect([bench.cell('事業計画', at(other, 'notice')).value, counts(missing)]).toEqual(['今後改善すべき点を入力してください。', [Number(all), Number(kpis) - 1]]);
    await bench.type('事業計画', at(row, 'manual'), { value: '○' });
    expect([bench.cell('事業計画', at(row, 'notice')).value, counts('手動の理由が未記入のKPI')]).toEqual(['手動で判定を変更するには、理由を入力してください。', [1]]);
  });
});

test('judged at an earlier month again, the figure in the sheet is that month’s, as the mark and the reason say', async () => {
  const bench = new Bench();
  await bench.layout();
  await bench.evaluate(MARCH);
  const { evaluations } = await bench.evaluate(SEPTEMBER);
  const actual = evaluations.find(({ id }) => id === '2')?.actual ?? NaN;
  expect([cell(bench, '2', 'actual').value, cell(bench, '2', 'judgedActual').value, cell(bench, '2', 'stale').value]).toEqual([expect.closeTo(actual, 12), actual, '']);
  expect((await bench.evaluate(SEPTEMBER)).changed).toBe(false);
});
