import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Sheet } from '../../../src/embedded/model/book';
import { changeLines } from '../../../src/embedded/model/structure';
import { openWorkbook } from '../../../src/jobs/job';
import { checkWorkbook } from '../../../src/sheets/check/checkWorkbook';
import { derivedId, recordOverwritten } from '../../../src/sheets/overwrittenSheet';
import { derivedCells } from '../../../src/sheets/derivedCells';
import { PlanBuilder } from '../../../src/sheets/planBuilder';
import { type Grid } from '../../../src/sheets/grid';
import { seriesKey } from '../../../src/domain/series';
import { Bench, MARCH } from '../../support/laidOut';
import { CheckBench, shortly } from './checked';

let bench: CheckBench;
beforeAll(async () => {
  bench = await CheckBench.make();
});

/** The workbook as it was laid out, names and all, before each test. */
let kept: readonly Sheet[];
let names: readonly (typeof bench.bench.book.names)[number][];
beforeAll(() => {
  kept = structuredClone(bench.bench.book.sheets);
  names = structuredClone(bench.bench.book.names);
});
beforeEach(() => {
  const { book } = bench.bench;
  book.sheets.splice(0, book.sheets.length, ...structuredClone([...kept]));
  book.names.splice(0, book.names.length, ...structuredClone([...names]));
});

const SOURCE = /^(?:follows T1[35]-0[23]@202[34] |falls T19-01@2024 )/;
const found = async (latest = MARCH): Promise<string[]> => (await bench.findings(latest)).map(shortly).filter((one) => !SOURCE.test(one));
const type = (rowId: string, at: number | 'total', value: string | number): Promise<void> => {
  const { sheet, address } = bench.cell(rowId, 2024, at);
  return bench.bench.type(sheet, address, { value });
};

describe('workbooks of every kind', () => {
  test('a new workbook has nothing to check', async () => {
    const state = await openWorkbook(new Bench().context, null);
    expect(checkWorkbook(state, { latest: MARCH })).toEqual([]);
  });

  test('a list that lost a heading is told, and nothing else', async () => {
    const heading = bench.state.lists.kpis?.table;
    if (!heading) throw new Error('no KPI');
    await type('T02-02', 0, '５４１');
    await bench.bench.type(heading.sheet, `E${heading.headerRow + 1}`, { value: '目標' });
    expect(await bench.findings()).toEqual([expect.objectContaining({ kind: 'definitions', place: null, cell: '', text: expect.stringContaining('見出し「目標値」がありません'), fix: null })]);
  });

  test('a table that is gone is one finding', async () => {
    const sheet = bench.bench.sheet('保健');
    bench.bench.book.sheets.splice(bench.bench.book.sheets.indexOf(sheet), 1);
    bench.bench.book.names.splice(0, bench.bench.book.names.length, ...bench.bench.book.names.filter((name) => !name.refersTo.startsWith('保健!')));
    const missing = (await bench.findings()).filter((one) => one.kind === 'names');
    expect(missing).toEqual([expect.objectContaining({ id: 'names missing', group: '保健', seen: 'T13', text: '「健康宣言」（単月、累計）は、このブックにまだありません。' })]);
    expect(await found()).toHaveLength(1);
  });

  test('many tables that are gone are one finding too', async () => {
    for (const name of ['保健', '企画総務']) {
      bench.bench.book.sheets.splice(bench.bench.book.sheets.indexOf(bench.bench.sheet(name)), 1);
      bench.bench.book.names.splice(0, bench.bench.book.names.length, ...bench.bench.book.names.filter((one) => !one.refersTo.startsWith(`${name}!`)));
    }
    const missing = (await bench.findings()).filter((one) => one.kind === 'names');
    expect(missing).toEqual([expect.objectContaining({ seen: 'T13 T14 T15 T16 T18', text: '「表定義」にある表のうち、5個（健康宣言、ジェネリック使用割合、メールマガジン など）がこのブックにまだありません。' })]);
  });

  test('IDs outlast rows that are put in', async () => {
    await type('T02-02', 4, '４２９');
    const before = await bench.findings();
    changeLines(bench.bench.book, bench.bench.sheet('業務'), { axis: 'rows', at: 3, count: 5 });
    changeLines(bench.bench.book, bench.bench.sheet('保健'), { axis: 'rows', at: 0, count: 2 });
    const after = await bench.findings();
    expect(after.map(({ id, seen, kind }) => ({ id, seen, kind }))).toEqual(before.map(({ id, seen, kind }) => ({ id, seen, kind })));
    expect(after.map(({ cell }) => cell)).not.toEqual(before.map(({ cell }) => cell));
  });

  test('a figure marked 手入力のまま is left alone while it agrees with the rule', async () => {
    await type('T01-08', 8, 3128);
    expect(await found()).toEqual(['typedOver T01-08@2024 12月']);
    const cell = derivedCells(bench.state.map, bench.state.catalog).find((one) => derivedId(one.key, one.month) === derivedId(seriesKey('T01-08', 2024), 8));
    if (!cell) throw new Error('no cell');
    const builder = new PlanBuilder();
    recordOverwritten(builder, null, bench.bench.book.sheets, [{ cell, value: 3128, computed: 3128 }], '2025/4/7 9:30');
    await bench.bench.gateway.apply(builder.build([]));
    const record = bench.bench.sheet('上書きの記録');
    for (const one of record.cells.values()) if (one.value === '計算式に戻した') one.value = '手入力のまま';
    expect(await found()).toEqual([]);
  });

  test('rows of a person’s own cells are held against the definitions, and their text is told', async () => {
    const line = bench.state.lists.tables?.content.lines.get('T03-02');
    await bench.bench.type('表定義', line?.cell('asTyped') ?? '', { value: '入力のまま' });
    await type('T03-02', 2, 171);
    await type('T03-02', 3, '１６９');
    expect(await bench.findings()).toEqual(expect.arrayContaining([
      expect.objectContaining({ id: 'sameSeries T03-02@2024 6月', suggestion: 'この欄の値と、計算のもとの数値のどちらが正しいか確認してください。' }),
      expect.objectContaining({ id: 'textNumber T03-02@2024 7月', fix: expect.objectContaining({ words: '「１６９」を 169 に直す' }) }),
    ]));
    expect(await found()).toHaveLength(2);
  });

  test('six formulas that were emptied are one finding, and come back', async () => {
    for (const month of [0, 1, 2, 3, 4, 5]) {
      const { sheet, address } = bench.cell('T04-01', 2024, month);
      await bench.bench.type(sheet, address, {});
    }
    const [only, ...more] = (await bench.findings()).filter((one) => !SOURCE.test(one.id));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ kind: 'formulaLost', text: '金額/件「金額/件(円)」（令和6年度）の4月、5月、6月など6か所の計算式が消えています。' });
    expect(only?.fix?.cells.map(({ words }) => words)).toEqual(Array<string>(6).fill('消えた計算式を入れ直す'));
    await bench.write(only?.fix?.cells ?? []);
    expect(await found()).toEqual([]);
  });

  test('a month that is late by its lag, and none that is not', async () => {
    for (const month of [10, 11]) await type('T09-01', month, '');
    for (const month of [10, 11]) await type('T02-02', month, '');
    expect(await found(11)).toEqual(['monthMissing T02-02@2024 2月,3月']);
    expect(await found(12)).toEqual(['monthMissing T02-02@2024 2月,3月', 'monthMissing T09-01@2024 2月']);
    expect(await found(10)).toEqual(['monthMissing T02-02@2024 2月']);
    expect(await found(9)).toEqual([]);
  });

  test('of a year before, nothing is asked for before the row’s first figure', async () => {
    const blank = async (month: number): Promise<void> => {
      const { sheet, address } = bench.cell('T02-02', 2023, month);
      await bench.bench.type(sheet, address, {});
    };
    for (const month of [0, 1, 2, 3]) await blank(month);
    expect(await found()).toEqual([]);
    await blank(6);
    expect(await found()).toEqual(['monthMissing T02-02@2023 10月']);
  });

  test('a date of another year is told once, whatever limits its row has; one within the year by its limit', async () => {
    const line = bench.state.lists.tables?.content.lines.get('T07-01');
    const limits = async (min: number, max: number): Promise<void> => {
      await bench.bench.type('表定義', line?.cell('min') ?? '', { value: min });
      await bench.bench.type('表定義', line?.cell('max') ?? '', { value: max });
    };
    await type('T07-01', 8, 46_002);
    await limits(45_383, 45_747);
    expect(await found()).toEqual(['bounds T07-01@2024 12月']);
    await type('T07-01', 0, 45_000);
    await limits(45_383, 45_600);
    expect((await bench.findings()).filter(({ kind }) => kind === 'bounds').map(({ id, text }) => [id, text])).toEqual([
      ['bounds T07-01@2024 4月', '保険給付適正化ＰＴ会議「実施日」（令和6年度）の4月の日付は 2023/3/15 で、その年度の4月ではありません。'],
      ['bounds T07-01@2024 12月', '保険給付適正化ＰＴ会議「実施日」（令和6年度）の12月の日付は 2025/12/11 で、その年度の12月ではありません。'],
      ['bounds T07-01@2024 1月,2月,3月', expect.stringMatching(/の1月 .*（上限 .*）、.*は、この項目の範囲の外にあります。$/)],
    ]);
  });

  test('a yearly figure of nothing', async () => {
    const list = bench.state.lists.yearly?.table;
    const line = list?.lines.find((one) => one.value('year') === 2024 && typeof one.value('denominator') === 'number');
    if (!list || !line) throw new Error('no yearly figure');
    await bench.bench.type(list.sheet, line.cell('denominator'), { value: 0 });
    expect(await found()).toEqual([`zeroDivisor ${line.text('id')}@2024`]);
  });
});

test('every cell is looked at a bounded number of times', async () => {
  const state = await openWorkbook(bench.bench.context, null);
  const cells = [...state.map.series.keys()].length * 13;
  let looks = 0;
  const counted = new Map([...state.grids].map(([name, grid]) => [name, Object.create(grid, {
    value: { value: (row: number, column: number) => { looks++; return grid.value(row, column); } },
    formula: { value: (row: number, column: number) => { looks++; return grid.formula(row, column); } },
  }) as Grid]));
  checkWorkbook({ ...state, grids: counted }, { latest: MARCH });
  expect(looks).toBeGreaterThan(cells);
  expect(looks).toBeLessThan(cells * 8);
});
