import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../src/embedded/model/book';
import { changeLines } from '../../src/embedded/model/structure';
import { look } from '../../src/jobs/look';
import { openWorkbook } from '../../src/jobs/job';
import { columnLetters, columnNumber } from '../../src/plan/a1';
import { derivedFaults } from '../../src/sheets/derivedFaults';
import { KPI_SHEET, type KpiSheetKey } from '../../src/sheets/kpiSheet';
import { TABLE_SHEET, type TableSheetKey } from '../../src/sheets/tableSheet';
import { YEARLY_SHEET, type YearlySheetKey } from '../../src/sheets/yearlySheet';
import { finishedOnce } from '../support/finishedOnce';
import { type Bench } from '../support/laidOut';

/** What staff write into 「表定義」 and 「KPI」 takes effect at the next job; a mistake is told with its cell and stops only what hangs on it. */
const { fresh } = finishedOnce();
/** Figures stay as they were calculated before: for what is thought of definitions alone. */
const still = (): Bench => fresh({ recalculate: () => Promise.resolve() });
const inTables = (key: TableSheetKey): string => columnLetters(TABLE_SHEET.columns.findIndex((column) => column.key === key));
const inKpis = (key: KpiSheetKey): string => columnLetters(KPI_SHEET.columns.findIndex((column) => column.key === key));
const inYearly = (key: YearlySheetKey): string => columnLetters(YEARLY_SHEET.columns.findIndex((column) => column.key === key));

/** Row as people count it, from 1. */
function lineOf(bench: Bench, sheet: string, column: string, text: string): number {
  const found = [...bench.sheet(sheet).cells].find(([key, cell]) => key % 16384 === columnNumber(column) && cell.value === text);
  if (!found) throw new Error(`${text} is not on ${sheet}`);
  return Math.floor(found[0] / 16384) + 1;
}
const rowLine = (bench: Bench, id: string): number => lineOf(bench, '表定義', inTables('rowId'), id);
const kpiLine = (bench: Bench, id: string): number => lineOf(bench, 'KPI', inKpis('conditionId'), id);
const nextLine = (bench: Bench, sheet: string, column: string): number =>
  Math.max(...[...bench.sheet(sheet).cells].flatMap(([key, cell]) => (key % 16384 === columnNumber(column) && cell.value !== undefined ? [Math.floor(key / 16384)] : []))) + 2;
async function addLine<K extends string>(bench: Bench, sheet: string, columnOf: (key: K) => string, row: number, contents: Partial<Record<K, string | number>>): Promise<void> {
  for (const [key, value] of Object.entries(contents) as [K, string | number][]) await bench.type(sheet, `${columnOf(key)}${row}`, { value });
}
/** A row in the middle of 郵送化率's definitions, as a person inserts it. */
async function insertDefinition(bench: Bench, contents: Partial<Record<TableSheetKey, string | number>>): Promise<number> {
  const at = rowLine(bench, 'T02-03');
  changeLines(bench.book, bench.sheet('表定義'), { axis: 'rows', at, count: 1 });
  await addLine(bench, '表定義', inTables, at + 1, contents);
  return at + 1;
}
/** A line below 郵送件数 in both years' blocks. */
async function insertLines(bench: Bench, label: string): Promise<void> {
  for (const nth of [1, 0]) {
    const at = bench.rowOf('業務', '郵送件数', nth) + 1;
    changeLines(bench.book, bench.sheet('業務'), { axis: 'rows', at, count: 1 });
    bench.sheet('業務').cells.set(cellKey(at, 0), { value: label });
  }
  await bench.engine.recalculate(bench.book);
}
const NEW_ROW = { tableId: 'T02', rowId: 'T02-90', label: '相談件数', kind: '単月', unit: '件', format: '#,##0', total: '合計', years: 2 } as const;
const judged = async (bench: Bench): Promise<Record<string, string>> => Object.fromEntries((await bench.evaluate()).evaluations.map((one) => [one.id, one.computed]));

describe('a mistake is told with its cell and stops only what hangs on it', () => {
  interface Mistake {
    readonly sheet: '表定義' | 'KPI' | '実績値';
    readonly cell: (bench: Bench) => string;
    readonly value: string | number;
    readonly says: string;
    /** KPIs that can no longer be judged, besides 12. */
    readonly stops?: readonly string[];
  }
  const table = (key: TableSheetKey, id: string, value: string | number, says: string, stops: readonly string[] = []): Mistake => ({ sheet: '表定義', cell: (bench) => `${inTables(key)}${rowLine(bench, id)}`, value, says, stops });
  const kpi = (key: KpiSheetKey, id: string, value: string | number, says: string, stops: readonly string[]): Mistake => ({ sheet: 'KPI', cell: (bench) => `${inKpis(key)}${kpiLine(bench, id)}`, value, says, stops });
  const mistakes: readonly [string, Mistake][] = [
    ['an unknown row in a formula', table('formula', 'T02-01', '[郵送件数]/[来訪件数]', '表「郵送化率」に項目「来訪件数」がありません。この項目は計算していません。', ['2'])],
    ['an unknown table in a formula', table('formula', 'T02-01', '[郵便.件数]/2', '表「郵便」がありません。この項目は計算していません。', ['2'])],
    ['a formula that cannot be read', table('formula', 'T02-01', '[郵送件数]/', 'この項目は計算していません。', ['2'])],
    ['a circle', table('formula', 'T02-02', '[郵送化率]*2', '計算式が循環しています（郵送化率 → 窓口件数 → 郵送化率）。この項目は計算していません。', ['2'])],
    ['a total formula with an unknown row', table('total', 'T02-01', '=[ない]/2', '表「郵送化率」に項目「ない」がありません。この項目は計算していません。', ['2'])],
    ['計算式 without a formula', table('total', 'T02-02', '計算式', '計の規則が「計算式」ですが、計算式の欄が空です。この項目の計は計算していません。')],
    ['text for a number', table('years', 'T02-02', '二年', '年数「二年」は数ではありません。この行は使っていません。', ['2'])],
    ['too many years', table('years', 'T02-02', 11, '年数は 1〜10 の整数で入力してください。この行は使っていません。', ['2'])],
    ['bounds the wrong way round', table('min', 'T02-01', 2, '下限 2 が上限 1 より大きくなっています。この項目の下限と上限は使っていません。')],
    ['an unknown kind', table('kind', 'T02-02', '月次', '種類「月次」は使えません', ['2'])],
    ['a doubled row ID', table('rowId', 'T02-03', 'T02-02', 'と重複しています。この行は使っていません。', ['2'])],
    ['a doubled label', table('label', 'T02-03', '窓口件数', '項目名「窓口件数」が表の中で重複しています。この行は使っていません。', ['2'])],
    ['a doubled name', table('stem', 'T02-03', '月次_郵送化率_窓口件数', '名前「月次_郵送化率_窓口件数」が AA', ['2'])],
    ['a name Excel does not take', table('stem', 'T02-03', '月次_郵送 件数', '名前「月次_郵送 件数」は使えません。この欄を空にすると、次の処理で名前を付けます。この行は使っていません。', ['2'])],
    ['a row ID that was emptied', table('rowId', 'T02-03', '', '行IDが空です。表「郵送化率」に項目を足すときは、ほかの行と重ならない行IDを入力してください。この行は使っていません。', ['2'])],
    ['a table ID that leads nowhere', table('tableId', 'T02-03', 'T99', '表「T99」の定義がこの行より上にありません。この行は使っていません。', ['2'])],
    ['a follow-up that leads nowhere', table('follows', 'T02-03', '[ない]', '表「郵送化率」に項目「ない」がありません。この欄は使っていません。')],
    ['a month that is none', table('endsAt', 'T02-03', '11月', '終了月は 2024-11 の形で入力してください。この行は使っていません。', ['2'])],
    ['a table without a group', { sheet: '表定義', cell: (bench) => `${inTables('group')}${rowLine(bench, 'T02-01') - 1}`, value: '', says: 'グループが空です。この行は使っていません。', stops: ['2'] }],
    ['a group no sheet can bear', { sheet: '表定義', cell: (bench) => `${inTables('group')}${rowLine(bench, 'T02-01') - 1}`, value: '業務/企画', says: 'グループ「業務/企画」はシート名に使えません', stops: ['2'] }],
    ['a doubled table name', { sheet: '表定義', cell: (bench) => `${inTables('label')}${rowLine(bench, 'T02-01') - 1}`, value: 'サービススタンダード', says: '表名「サービススタンダード」が重複しています。この行は使っていません。', stops: ['2'] }],
    ['a KPI’s unknown row', kpi('reference', '2', '[郵送化率.ない]', '表「郵送化率」に項目「ない」がありません。このKPIは判定していません。', ['2'])],
    ['a KPI’s unknown yearly figure', kpi('reference', '10-1', '[実績値.ない]', 'シート「実績値」に「ない」がありません。このKPIは判定していません。', ['10-1'])],
    ['a basis that does not fit', kpi('basis', '2', '年1回', '評価基準「年1回」は、シート「実績値」の項目だけに使えます。このKPIは判定していません。', ['2'])],
    ['a target in words', kpi('target', '2', '九割五分', '目標値「九割五分」は数ではありません。この行は使っていません。', ['2'])],
    ['a doubled condition', kpi('conditionId', '18-2', '18-1', '条件ID「18-1」が重複しています。この行は使っていません。', ['18'])],
    ['a KPI without an ID', kpi('kpiId', '2', '', 'KPI IDが空です。この行は使っていません。', [])],
    ['a year in words', { sheet: '実績値', cell: (bench) => `${inYearly('year')}${lineOf(bench, '実績値', inYearly('id'), 'Y10-1')}`, value: '今年度', says: '年度「今年度」は数ではありません', stops: ['10-1'] }],
  ];

  test.each(mistakes)('%s', async (_, { sheet, cell, value, says, stops = [] }) => {
    const bench = still();
    const at = cell(bench);
    await bench.type(sheet, at, value === '' ? {} : { value });
    const told = (warnings: readonly string[]): string[] => warnings.filter((line) => line.startsWith(`シート「${sheet}」 ${at}: `));
    const recomputed = await bench.recompute();
    expect(told(recomputed.warnings).join()).toContain(says);
    const layout = await bench.layout();
    expect(told(layout.warnings).join()).toContain(says);
    const marks = await judged(bench);
    expect(Object.keys(marks).filter((id) => marks[id] === '－').sort()).toEqual([...stops, '12'].sort());
    // No sentence about one mistake twice, and no cell of the monthly sheets is emptied.
    expect(new Set(recomputed.warnings).size).toBe(recomputed.warnings.length);
  });

  test('what rests on a row that cannot be used names it as the cause', async () => {
    const bench = fresh();
    await bench.type('表定義', `${inTables('years')}${rowLine(bench, 'T02-03')}`, { value: '二年' });
    const warnings = (await bench.recompute()).warnings;
    expect(warnings).toContain(`シート「表定義」 ${inTables('formula')}${rowLine(bench, 'T02-01')}: 「郵送件数」の定義に誤りがあるため計算できません。この項目は計算していません。`);
    expect(warnings).toHaveLength(2);
  });
});

describe('a good edit takes effect at the next job', () => {
  test('a row with its lines: it gets its names, told as a new row; its stem is kept when the label changes', async () => {
    const bench = fresh();
    const line = await insertDefinition(bench, NEW_ROW);
    await insertLines(bench, '相談件数');
    const report = await bench.recompute();
    expect(report.warnings).toEqual([]);
    expect(report.summary.join()).toContain('表定義に追加された項目に、名前 4件を付けました（月次_郵送化率_相談件数_2023');
    expect(report.summary.join()).not.toContain('なくなっていた');
    expect(bench.book.names.filter((name) => name.name.startsWith('月次_郵送化率_相談件数_')).map((name) => name.name).sort()).toEqual(['2023', '2023_計', '2024', '2024_計'].map((year) => `月次_郵送化率_相談件数_${year}`));
    expect(bench.cell('表定義', `${inTables('stem')}${line}`).value).toBe('月次_郵送化率_相談件数');
    expect(bench.cell('業務', `O${bench.rowOf('業務', '相談件数', 1) + 1}`).formula).toContain('SUM(C');
    expect((await bench.recompute()).changed).toBe(false);
    await bench.type('表定義', `${inTables('label')}${line}`, { value: '窓口相談件数' });
    expect((await bench.recompute()).changed).toBe(false);
  });

  test('a row without its line: said plainly what to do', async () => {
    const bench = fresh();
    await insertDefinition(bench, NEW_ROW);
    const report = await bench.recompute();
    expect(report.changed).toBe(false);
    expect(report.warnings).toContain('表定義に追加された項目「郵送化率／相談件数」の行が、シート「業務」の表「郵送化率」（令和6年度（2024年度））にありません。表の中に行を挿入して項目名「相談件数」を入力してから、もう一度実行してください。');
  });

  test('a line whose first cells were cut to another place goes on there, and what is left of it gives its name to nobody else', async () => {
    const bench = fresh();
    const [from, to, stem] = [rowLine(bench, 'T02-03'), nextLine(bench, '表定義', inTables('tableId')), inTables('stem')];
    const { cells } = bench.sheet('表定義');
    for (let column = 0; column <= columnNumber(inTables('format')); column++) {
      cells.set(cellKey(to - 1, column), cells.get(cellKey(from - 1, column)) ?? {});
      cells.delete(cellKey(from - 1, column));
    }
    const report = await bench.recompute();
    const left = ['A', 'C', 'D'].map((column) => `${column}${from}`);
    expect(report.warnings).toEqual(left.map((cell) => expect.stringContaining(`シート「表定義」 ${cell}: `)));
    expect([bench.cell('表定義', `${stem}${from}`).value, bench.cell('表定義', `${stem}${to}`).value]).toEqual(['月次_郵送化率_郵送件数', '月次_郵送化率_郵送件数']);
    const { map, problems } = await openWorkbook(bench.context, null);
    expect([map.series.has('T02-03@2024'), problems.map((one) => one.cell)]).toEqual([true, left]);
    expect((await bench.recompute()).changed).toBe(false);
  });

  test('a line that cannot be used keeps its names from a new row of its old label', async () => {
    const bench = fresh();
    await bench.type('表定義', `${inTables('label')}${rowLine(bench, 'T02-03')}`, { value: '郵送の数' });
    await bench.type('表定義', `${inTables('years')}${rowLine(bench, 'T02-03')}`, { value: '二年' });
    await insertDefinition(bench, { ...NEW_ROW, label: '郵送件数' });
    const { stems } = await openWorkbook(bench.context, null);
    expect([stems.get('T02-03'), stems.get(NEW_ROW.rowId)]).toEqual(['月次_郵送化率_郵送件数', '月次_郵送化率_郵送件数_2']);
  });

  test('点検 tells a new row apart from a lost name', async () => {
    const bench = fresh();
    await insertDefinition(bench, NEW_ROW);
    await insertLines(bench, '相談件数');
    const before = bench.contents();
    const tables = await (await look(bench.context, 2024, new Date(2025, 3, 7))).tables();
    expect(tables.find((one) => one.id === 'T02')?.findings.map((finding) => finding.kind)).toEqual(['rowAdded', 'formulaLost']);
    expect(bench.contents()).toBe(before);
  });

  test('a table of its own is laid out, with stems', async () => {
    const bench = fresh();
    const line = nextLine(bench, '表定義', inTables('tableId'));
    await addLine(bench, '表定義', inTables, line, { tableId: 'T90', label: '来所相談', group: '業務', arrangement: '年度ごとの表', totalLabel: '計' });
    await addLine(bench, '表定義', inTables, line + 1, { ...NEW_ROW, tableId: 'T90', rowId: 'T90-01', years: 1 });
    const report = await bench.layout();
    expect(report.warnings).toEqual([]);
    expect(report.summary.join()).toContain('来所相談');
    expect(bench.cell('表定義', `${inTables('stem')}${line + 1}`).value).toBe('月次_来所相談_相談件数');
    expect(bench.book.names.some((name) => name.name === '月次_来所相談_相談件数_2024')).toBe(true);
    expect((await bench.layout()).changed).toBe(false);
  });

  test('a changed formula: cells with the old one are told as a row, and give way by tick alone', async () => {
    const bench = fresh();
    await bench.type('表定義', `${inTables('formula')}${rowLine(bench, 'T02-01')}`, { value: '[窓口件数]/([窓口件数]+[郵送件数])' });
    const report = await bench.recompute('all');
    expect(report.changed).toBe(false);
    expect(report.warnings).toEqual([expect.stringMatching(/^業務 C\d+（郵送化率／郵送化率 4月）など26個のセルに、表定義と違う計算式「=.+」があります。変更していません（表定義の計算式 =.+）。定義を直したときは、「点検」で選んで置き換えてください。$/)]);
    const [finding, ...more] = (await (await look(bench.context, 2024, new Date(2025, 3, 7))).tables()).flatMap((one) => one.findings);
    expect([finding?.kind, finding?.text.includes('など26個のセル'), more]).toEqual(['otherFormula', true, []]);
    const cell = `C${bench.rowOf('業務', '郵送化率', 1) + 1}`;
    const before = bench.cell('業務', cell).formula;
    const replaced = await bench.recompute(new Set(derivedFaults(await openWorkbook(bench.context, 2024)).map(({ id }) => id)));
    expect(replaced.summary.join()).toContain('別の計算式 26件を、表定義の計算式に置き換えました');
    expect([replaced.warnings, bench.cell('業務', cell).formula === before]).toEqual([[], false]);
    expect([...bench.sheet('上書きの記録').cells.values()].filter((one) => one.value === `=${before ?? ''}`)).toHaveLength(1);
    expect((await bench.recompute('all')).changed).toBe(false);
  });

  test('手入力のまま in the record quiets a formula of a person’s own', async () => {
    const bench = fresh();
    const cell = `F${bench.rowOf('業務', '郵送化率', 1) + 1}`;
    await bench.type('業務', cell, { value: 0.5 });
    await bench.recompute();
    const record = bench.sheet('上書きの記録');
    record.cells.set([...record.cells].find(([, one]) => one.value === '計算式に戻した')?.[0] ?? 0, { value: '手入力のまま' });
    await bench.type('業務', cell, { formula: 'F40*2' });
    expect((await bench.recompute()).warnings).toEqual([]);
  });

  test('a KPI line is judged and written', async () => {
    const bench = fresh();
    const line = nextLine(bench, 'KPI', inKpis('kpiId'));
    await addLine(bench, 'KPI', inKpis, line, { kpiId: '90', item: 2, name: '患者照会率', conditionId: '90', reference: '[患者照会.患者照会率]', basis: '年度累計比率', direction: '以下', target: 0.05, format: '0.00%' });
    const report = await bench.evaluate();
    expect(report.warnings).toEqual([]);
    expect(report.evaluations.find((one) => one.id === '90')).toMatchObject({ computed: '○', reason: expect.stringContaining('3.17％ ＜ 目標 5.00％以下') as unknown });
    expect(bench.cell('KPI', `${inKpis('automatic')}${line}`).value).toBe('○');
    expect((await bench.evaluate()).changed).toBe(false);
  });

  test('another branch shows in the summary', async () => {
    const bench = fresh();
    const row = lineOf(bench, '表定義', 'A', '支部');
    await bench.type('表定義', `C${row}`, { value: '栃木支部' });
    await bench.summary();
    expect([...bench.sheet('年間まとめ').cells.values()].some(({ value }) => typeof value === 'string' && value.includes('栃木支部'))).toBe(true);
  });

  test('another year: its tables are laid out, the old ones stay', async () => {
    const bench = fresh();
    const row = lineOf(bench, '表定義', 'A', '年度');
    const before = bench.book.names.filter((name) => name.name.includes('_2024')).map((name) => [name.name, name.refersTo]);
    await bench.type('表定義', `C${row}`, { value: '令和7年度' });
    const told = await bench.recompute();
    const report = await bench.layout();
    expect(report.summary.join()).toContain('の表');
    expect(bench.book.names.filter((name) => name.name.includes('_2024')).map((name) => [name.name, name.refersTo])).toEqual(before);
    expect(bench.book.names.some((name) => name.name === '月次_郵送化率_郵送件数_2025')).toBe(true);
    // Tables with a row a year want a line of the new year: it is said where and what to type.
    expect(told.warnings).toContain('項目「査定率／査定率」の行「令和7年度（2025年度）」が、シート「レセプト」の表「査定率」（累計）にありません。表の中に行を挿入して項目名「令和7年度（2025年度）」を入力してから、もう一度実行してください。');
    expect(report.warnings).toEqual(told.warnings);
    expect((await bench.layout()).changed).toBe(false);
  });

  test('a year that cannot be read stops the jobs with its cell', async () => {
    const bench = fresh();
    const row = lineOf(bench, '表定義', 'A', '年度');
    await bench.type('表定義', `C${row}`, { value: '来年度' });
    expect((await bench.recompute()).warnings[0]).toBe(`シート「表定義」 C${row} の年度「来年度」を読み取れません。2024 または 令和6年度 のように入力してください。`);
  });
});
