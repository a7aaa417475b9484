import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../src/embedded/model/book';
import { look } from '../../src/jobs/look';
import { readArea } from '../../src/plan/a1';
import { readState, type WorkbookState } from '../../src/sheets/workbookState';
import { finishedOnce } from '../support/finishedOnce';
import { type Bench, GUNMA, STANDARD } from '../support/laidOut';
import { bind, define, insertLines, putRows, refersTo, turnRows, turnSheet, unbind } from '../support/staffSheet';

/** Tables in places and shapes of the staff's own, bound by names: found, read, written and judged like those laid out. */
const { fresh } = finishedOnce();

async function stateOf(bench: Bench): Promise<WorkbookState> {
  const snapshot = await bench.gateway.readIndex(bench.book.sheets.map((sheet) => sheet.name));
  return readState(snapshot, STANDARD, null);
}
const seedOf = (row: string, year: number): readonly (number | null)[] =>
  (GUNMA.series.find((one) => one.row === row && one.year === year)?.months ?? []).map((figure) => (typeof figure === 'number' ? figure : null));
const monthsOf = (state: WorkbookState, row: string, year: number): readonly (number | null)[] | undefined => state.figures.series.get(`${row}@${year}`)?.months;
const MONTHS = ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月'];
const evaluationOf = async (bench: Bench, id: string) => (await bench.evaluate()).evaluations.find((one) => one.id === id);

/** 郵送化率 of both years with the months down, a line of years over the labels, quarters between the months; 2023 in C–E, 2024 in F–H. */
function postalDown(): (string | number | null)[][] {
  const line = (...cells: readonly (string | number | null)[]): (string | number | null)[] => {
    const [year = null, label = null, ...months] = cells;
    return [year, label, ...months.flatMap((figure, month) => (month % 3 === 2 ? [figure, `=SUM(A1)*0+${typeof figure === 'number' ? 1 : 0}`] : [figure]))];
  };
  const header = [null, '区分', ...MONTHS.flatMap((month, index) => (index % 3 === 2 ? [month, `第${(index + 1) / 3}四半期`] : [month])), '計'];
  return [
    header,
    line('令和５年度', '率', ...Array<null>(12).fill(null)), line(null, '窓口', ...seedOf('T02-02', 2023)), line(null, '郵送', ...seedOf('T02-03', 2023)),
    line('Ｒ６', '率', ...Array<null>(12).fill(null)), line(null, '窓口', ...seedOf('T02-02', 2024)), line(null, '郵送', ...seedOf('T02-03', 2024)),
  ];
}
const ALIASES: Readonly<Record<string, string>> = { 'T02-01': '率', 'T02-02': '窓口｜窓口受付', 'T02-03': '郵送' };

async function downTable(): Promise<Bench> {
  const bench = fresh();
  for (const [id, value] of Object.entries(ALIASES)) define(bench, id, '別名', value);
  putRows(bench, '郵送', 'B2', turnRows(postalDown()));
  const header = { 月次_郵送化率_見出し_2023: '郵送!$B$2:$B$20', 月次_郵送化率_見出し_2024: '郵送!$B$2:$B$20' };
  const column = (row: string, year: number, letter: string) => ({ [`月次_郵送化率_${row}_${year}`]: `郵送!$${letter}$4:$${letter}$18`, [`月次_郵送化率_${row}_${year}_計`]: `郵送!$${letter}$20` });
  bind(bench, { ...header, ...column('郵送化率', 2023, 'C'), ...column('窓口件数', 2023, 'D'), ...column('郵送件数', 2023, 'E'), ...column('郵送化率', 2024, 'F'), ...column('窓口件数', 2024, 'G'), ...column('郵送件数', 2024, 'H') });
  await bench.engine.recalculate(bench.book);
  return bench;
}

describe('months down the rows, a line of years, quarters between', () => {
  test('every series is found and read; its formulas are written and judged as ever', async () => {
    const bench = await downTable();
    const state = await stateOf(bench);
    expect(state.map.warnings).toEqual([]);
    expect(state.map.repairs).toEqual([]);
    for (const row of ['T02-02', 'T02-03']) for (const year of [2023, 2024]) expect(monthsOf(state, row, year)).toEqual(seedOf(row, year));
    const before = await evaluationOf(fresh(), '2');
    const report = await bench.recompute();
    expect(report.warnings).toEqual([]);
    expect(bench.cell('郵送', 'F4').formula).toBe('IF(COUNT(G4,H4)=2,IF(G4+H4<>0,H4/(G4+H4),""),"")');
    expect(bench.cell('郵送', 'G20').formula).toBe('IF(COUNT(G4:G6,G8:G10,G12:G14,G16:G18)>0,SUM(G4:G6,G8:G10,G12:G14,G16:G18),"")');
    const after = await evaluationOf(bench, '2');
    expect([after?.computed, after?.reason, after?.actual?.toFixed(12)]).toEqual([before?.computed, before?.reason, before?.actual?.toFixed(12)]);
    expect((await bench.recompute()).changed).toBe(false);
    expect((await bench.summary()).warnings).toEqual([]);
  });

  test('a formula across reads a table that runs down', async () => {
    const bench = fresh();
    const figures = (row: string): readonly (number | null)[] => seedOf(row, 2024);
    putRows(bench, '申請', 'C3', turnRows([['令和6年度', ...MONTHS, '合計'], ['多・頻/件'], ['申請件数', ...figures('T05-02')], ['多・頻件数', ...figures('T05-03')]]));
    bind(bench, { 月次_多頻件_見出し_2024: '申請!$C$3:$C$16', 月次_多頻件_申請件数_2024: '申請!$E$4:$E$15', 月次_多頻件_申請件数_2024_計: '申請!$E$16' });
    unbind(bench, (name) => /^月次_多頻件_(多頻件|多頻件数)_2024/.test(name));
    // A formula that speaks of the place before would be told, never replaced.
    const cells = bench.sheet('業務').cells;
    const first = (await stateOf(bench)).map.series.get('T03-01@2024')?.at ?? 0;
    for (let column = 2; column <= 14; column++) cells.delete(cellKey(first, column));
    await bench.recompute();
    const state = await stateOf(bench);
    const rate = state.map.series.get('T03-01@2024');
    expect(bench.cell('業務', `C${(rate?.at ?? 0) + 1}`).formula).toContain('申請!E4');
    expect(refersTo(bench, '月次_多頻件_多頻件数_2024')).toBe('申請!$F$4:$F$15');
    expect(state.figures.series.get('T03-01@2024')?.total).toBeCloseTo(readTotal('T03-01'), 4);
  });

  test('rows and columns inserted inside are taken along', async () => {
    const bench = await downTable();
    insertLines(bench, '郵送', 'rows', 5);
    insertLines(bench, '郵送', 'columns', 6);
    const state = await stateOf(bench);
    expect(state.map.warnings).toEqual([]);
    expect(state.map.repairs).toEqual([]);
    expect(monthsOf(state, 'T02-03', 2024)).toEqual(seedOf('T02-03', 2024));
    await bench.recompute();
    expect(bench.cell('郵送', 'F4').formula).toBe('IF(COUNT(H4,I4)=2,IF(H4+I4<>0,I4/(H4+I4),""),"")');
  });

  test('a lost name is found again by label and year, a sorted column too', async () => {
    const bench = await downTable();
    unbind(bench, (name) => /^月次_郵送化率_窓口件数_2024/.test(name));
    bind(bench, { 月次_郵送化率_郵送件数_2024: '郵送!$E$4:$E$18' });
    const report = await bench.recompute();
    expect(report.summary.join()).toContain('月次_郵送化率_郵送件数_2024」が指す場所を直しました（郵送 H列）');
    expect(refersTo(bench, '月次_郵送化率_窓口件数_2024')).toBe('郵送!$G$4:$G$18');
    expect(refersTo(bench, '月次_郵送化率_郵送件数_2024')).toBe('郵送!$H$4:$H$18');
  });

  test('figures are asked for and written in its cells', async () => {
    const bench = await downTable();
    const form = await (await look(bench.context, 2024, new Date(2025, 4, 20))).entry('業務', 4);
    const fields = form.tables.find((table) => table.id === 'T02')?.fields ?? [];
    expect(fields.map((field) => [field.rowId, field.place.sheet, field.place.area])).toEqual([['T02-02', '郵送', readArea('G9')], ['T02-03', '郵送', readArea('H9')]]);
  });
});

const readTotal = (row: string): number => Number(GUNMA.series.find((one) => one.row === row && one.year === 2024)?.total);

test('a sheet turned round gives the same figures and the same evaluation', async () => {
  const [plain, turned] = [fresh(), fresh()];
  for (const sheet of ['業務', '保健']) turnSheet(turned, sheet);
  expect((await turned.recompute()).warnings).toEqual([]);
  const [one, other] = [await stateOf(plain), await stateOf(turned)];
  expect(other.map.warnings).toEqual([]);
  expect(other.map.series.size).toBe(one.map.series.size);
  const rounded = (state: WorkbookState): unknown => [...state.figures.series].map(([key, series]) => [key, [...series.months, series.total].map((figure) => figure?.toPrecision(12))]);
  expect(rounded(other)).toEqual(rounded(one));
  const said = async (bench: Bench): Promise<unknown> => (await bench.evaluate()).evaluations.map(({ id, computed, reason }) => [id, computed, reason]);
  expect(await said(turned)).toEqual(await said(plain));
  for (const report of [await turned.layout(), await turned.recompute(), await turned.evaluate()]) expect([report.changed, report.warnings]).toEqual([false, []]);
});

describe('tables side by side', () => {
  const years = (row: string): readonly [readonly (number | null)[], readonly (number | null)[]] => [seedOf(row, 2023), seedOf(row, 2024)];
  const beside = (bench: Bench): void => {
    const [windows, posts] = [years('T02-02'), years('T02-03')];
    putRows(bench, '比較', 'B3', [
      ['郵送化率', ...Array<null>(15).fill(null), '郵送化率'],
      [null, ...MONTHS, '合計', null, '備考', '項目', ...MONTHS, '合計'],
      ['窓口件数', ...windows[0], null, null, null, '窓口件数', ...windows[1]],
      ['郵送件数', ...posts[0], null, null, null, '郵送件数', ...posts[1]],
      ['郵送化率', ...Array<null>(15).fill(null), '郵送化率'],
    ]);
    // Another header, only over the right one.
    putRows(bench, '比較', 'R9', [['別の表', ...MONTHS], ['窓口件数', 1, 2, 3]]);
    const names = (year: number, from: string, to: string, total: string): Record<string, string> => Object.fromEntries(['窓口件数', '郵送件数', '郵送化率'].flatMap((row, index) => [
      [`月次_郵送化率_${row}_${year}`, `比較!$${from}$${5 + index}:$${to}$${5 + index}`], [`月次_郵送化率_${row}_${year}_計`, `比較!$${total}$${5 + index}`],
    ]));
    bind(bench, { 月次_郵送化率_見出し_2023: '比較!$B$4:$O$4', 月次_郵送化率_見出し_2024: '比較!$R$4:$AE$4', ...names(2023, 'C', 'N', 'O'), ...names(2024, 'S', 'AD', 'AE') });
  };

  test('each is read inside its own columns; the corner may be empty', async () => {
    const bench = fresh();
    beside(bench);
    const report = await bench.recompute();
    expect(report.warnings).toEqual([]);
    const state = await stateOf(bench);
    expect(state.map.repairs).toEqual([]);
    for (const year of [2023, 2024]) expect(monthsOf(state, 'T02-02', year)).toEqual(seedOf('T02-02', year));
    expect(bench.cell('比較', 'S7').formula).toBe('IF(COUNT(S5:S6)=2,IF(S5+S6<>0,S6/(S5+S6),""),"")');
    expect((await evaluationOf(bench, '2'))?.computed).toBe('△');
  });

  test('a lost name of a header of their own is given again', async () => {
    const bench = fresh();
    beside(bench);
    unbind(bench, (name) => name === '月次_郵送化率_見出し_2023');
    expect((await bench.recompute()).warnings).toEqual([]);
    expect(refersTo(bench, '月次_郵送化率_見出し_2023')).toBe('比較!$B$4:$O$4');
  });

  test('a header that begins in the middle of the left table does not end it', async () => {
    const bench = fresh();
    beside(bench);
    insertLines(bench, '比較', 'rows', 5);
    // The right table's other header now stands beside the left table's lines.
    putRows(bench, '比較', 'R6', [['別の表', ...MONTHS]]);
    unbind(bench, (name) => name.includes('2023') && name.includes('郵送件数'));
    const state = await stateOf(bench);
    expect(monthsOf(state, 'T02-03', 2023)).toEqual(seedOf('T02-03', 2023));
  });

  test('both years along one header: each has the labels of the first', async () => {
    const bench = fresh();
    const line = (row: string): (string | number | null)[] => [row === 'T02-02' ? '窓口件数' : '郵送件数', ...seedOf(row, 2023), null, ...seedOf(row, 2024)];
    putRows(bench, '二年', 'A1', [['項目', ...MONTHS.map((month) => `R5.${month.replace('月', '')}`), '計', ...MONTHS], line('T02-02'), line('T02-03')]);
    const names = (year: number, from: string, to: string): Record<string, string> => Object.fromEntries(['窓口件数', '郵送件数'].map((row, index) => [`月次_郵送化率_${row}_${year}`, `二年!$${from}$${2 + index}:$${to}$${2 + index}`]));
    bind(bench, { 月次_郵送化率_見出し_2023: '二年!$A$1:$N$1', 月次_郵送化率_見出し_2024: '二年!$A$1:$Z$1', ...names(2023, 'B', 'M'), ...names(2024, 'O', 'Z') });
    const state = await stateOf(bench);
    for (const year of [2023, 2024]) expect(monthsOf(state, 'T02-03', year)).toEqual(seedOf('T02-03', year));
  });
});

describe('labels, units and years in columns of their own', () => {
  const NAMES = ['月次_健康宣言_新規単月_2023', '月次_健康宣言_新規単月_2024', '月次_健康宣言_累計_2024', '月次_健康宣言_標準化_2024'];

  test('a row a year under one header: merged labels carry on, a year alone is the main row', async () => {
    const bench = fresh();
    const names = bench.book.names.map((one) => one.name).filter((name) => name.startsWith('月次_健康宣言_'));
    expect(NAMES.filter((name) => !names.includes(name))).toEqual([]);
    const lines: (string | number | null)[][] = [
      ['健康宣言事業所数の推移'],
      [null, '年度', '単位', ...MONTHS, '合計'],
      ['新規（単月）', '令和5年度', '件', ...seedOf('T13-01', 2023)],
      [null, 'R6', '件', ...seedOf('T13-01', 2024)],
      ['累計', '2023', null, ...seedOf('T13-02', 2023)],
      [null, 2024, null, ...seedOf('T13-02', 2024)],
      ['標準化　令和5年度', null, '件', 1, 2, 3],
      ['令和６年度（2024年度） 標準化', null, '件', ...seedOf('T13-03', 2024)],
    ];
    putRows(bench, '宣言', 'B2', lines);
    unbind(bench, (name) => name.startsWith('月次_健康宣言_'));
    const headers = names.filter((name) => name.includes('見出し'));
    bind(bench, Object.fromEntries(headers.map((name) => [name, name.includes('新規') ? '宣言!$B$3:$Q$3' : '宣言!$B$3:$P$3'])));
    const state = await stateOf(bench);
    const at = (row: string, year: number): number | undefined => state.map.series.get(`${row}@${year}`)?.at;
    expect([at('T13-01', 2023), at('T13-01', 2024), at('T13-02', 2023), at('T13-02', 2024), at('T13-03', 2024)]).toEqual([3, 4, 5, 6, 8]);
    expect(monthsOf(state, 'T13-02', 2024)).toEqual(seedOf('T13-02', 2024));
  });
});
