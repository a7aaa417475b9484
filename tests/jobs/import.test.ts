import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importText, previewText, type ImportReport } from '../../src/jobs/importText';
import { perform, propose, type TaskContext } from '../../src/jobs/perform';
import type { Task } from '../../src/jobs/task';
import { GatewayError } from '../../src/plan/gateway';
import type { DerivedId } from '../../src/sheets/overwrittenSheet';
import { cellKey } from '../../src/embedded/model/book';
import { Bench, GUNMA, STANDARD } from '../support/laidOut';

const SOURCE = readFileSync(path.join(__dirname, '../domain/text/plan-r6-tables.txt'), 'utf8');
const HEAD = '4月 5月 6月 7月 8月 9月 10月 11月 12月 1月 2月 3月';
const GROUPS = [...new Set(STANDARD.tables.map((table) => table.group))];
const take = (bench: Bench, text: string, correct: readonly DerivedId[] = [], tables: 'known' | 'all' | readonly string[] = 'known'): Promise<ImportReport> => importText(bench.context, { text, tables, correct }, 2024);
const at = (bench: Bench): TaskContext => ({ ...bench.context, year: 2030, today: () => new Date(2030, 5, 1), sample: () => Promise.resolve(GUNMA) });
const importOf = (text: string): Task => ({ kind: 'import', text, tables: 'known', correct: [] });

/** Every cell of the monthly sheets, with its look. */
const monthly = (bench: Bench): unknown => GROUPS.map((group) => [group, [...bench.sheet(group).cells].sort(([a], [b]) => a - b)]);
async function laidOut(): Promise<Bench> {
  const bench = new Bench();
  await bench.layout();
  return bench;
}
/** The cell of a month (0 = 4月, 12 the total) of the nth line with a label. */
const address = (bench: Bench, sheet: string, label: string, month: number, nth: number): string => `${'CDEFGHIJKLMNO'[month] ?? ''}${bench.rowOf(sheet, label, nth) + 1}`;

describe('the source into an empty workbook', () => {
  const bench = new Bench();
  let report: ImportReport;
  beforeAll(async () => {
    report = await take(bench, SOURCE);
  });

  test('gives the monthly sheets that the sample year gives, cell for cell, and the same names', async () => {
    const sample = await laidOut();
    expect(monthly(bench)).toEqual(monthly(sample));
    expect(bench.book.names).toEqual(sample.book.names);
    expect(bench.book.sheets.map((sheet) => sheet.name)).toEqual(sample.book.sheets.map((sheet) => sheet.name));
  });

  test('in three requests at most, saying what was done and what is odd', () => {
    expect(report.syncs).toBeLessThanOrEqual(4);
    expect(report.summary).toContain('19の表（84行）を配置し、名前を付けました。数値は文章から読み取ったものです。');
    expect(report.warnings.filter((line) => line.includes('サービススタンダード'))).toEqual(['44行目 サービススタンダード「平均所要日数」（令和6年度）の計 6.30日は、各月の平均 6.25日と合いません。']);
    expect(report.warnings).toHaveLength(2 + 8);
    expect(report.preview.mismatches).toEqual([]);
  });

  test('a second time nothing is written', async () => {
    const before = bench.contents();
    const again = await take(bench, SOURCE);
    expect([again.changed, again.syncs, bench.contents() === before]).toEqual([false, 2, true]);
    expect(new Set(again.preview.figures.map((figure) => figure.kind))).toEqual(new Set(['same', 'derived']));
  });

  test('nor into the workbook that the sample year was laid out in', async () => {
    const sample = await laidOut();
    const before = sample.contents();
    expect(await take(sample, SOURCE)).toMatchObject({ changed: false, preview: { mismatches: [] } });
    expect(sample.contents()).toBe(before);
  });

  test('the year is that of the text, whatever year it is; a person is asked first', async () => {
    const fresh = new Bench();
    const proposal = await propose(at(fresh), importOf(SOURCE));
    expect(proposal.words[0]).toBe('19の表（84行）を配置します。数値は文章から読み取ったものです。');
    expect(fresh.book.sheets).toHaveLength(1);
    expect(await perform(at(fresh), importOf(SOURCE), proposal, () => undefined)).toMatchObject({ kind: 'done', report: { job: 'import', changed: true } });
    expect(monthly(fresh)).toEqual(monthly(bench));
    expect((await fresh.evaluate()).evaluations.filter((one) => one.computed !== '－').length).toBeGreaterThan(5);
  });
});

describe('a month’s figures into a workbook that is there', () => {
  const text = `令和６年度 ${HEAD} 計\n郵送化率 93.5% 93.8% 94.7% 94.7% 93.6% 95.1% 94.1% 94.5% 94.8% 94.0% 94.7% 93.9% 94.3%\n窓口件数 541 453 359 384 429 393 419 374 347 438 366 466 4,969\n郵送件数 7,742 6,828 6,357 6,891 6,227 7,617 6,658 6,378 6,323 6,847 6,580 7,159 81,607`;

  test('empty cells are filled, others stay as they are and are told', async () => {
    const bench = await laidOut();
    const [april, may, june, july] = [0, 1, 2, 3].map((month) => address(bench, '業務', '窓口件数', month, 1));
    if (!april || !may || !june || !july) throw new Error('no cells');
    await bench.type('業務', april, {});
    await bench.type('業務', may, { value: 450 });
    await bench.type('業務', june, { formula: '300+59' });
    await bench.type('業務', july, { value: '確認中' });
    const report = await take(bench, text);
    expect(report.summary).toEqual(['文章の数値 1件を、空欄に書き込みました（郵送化率）。']);
    expect([april, may, june, july].map((cell) => bench.cell('業務', cell))).toMatchObject([{ value: 541 }, { value: 450 }, { formula: '300+59' }, { value: '確認中' }]);
    expect(report.warnings).toEqual([
      '3行目 郵送化率「窓口件数」（令和6年度）の5月は、文章では 453件、ブックでは 450件です。変更していません。',
      '2行目 郵送化率「郵送化率」（令和6年度）の計は、文章では 94.3％、ブックの計算では 94.7％です。計算式のままにします。',
      '3行目 郵送化率「窓口件数」（令和6年度）の計は、文章では 4,969件、ブックの計算では 4,582件です。計算式のままにします。',
      '3行目 郵送化率「窓口件数」（令和6年度）の6月は、計算式のある欄のため書き込みません。',
      '3行目 郵送化率「窓口件数」（令和6年度）の7月は、数値でない文字のある欄のため書き込みません。',
    ]);
    const before = bench.contents();
    expect((await take(bench, text)).changed).toBe(false);
    expect(bench.contents()).toBe(before);
  });

  test('a correction is made where a person said so', async () => {
    const bench = await laidOut();
    const may = address(bench, '業務', '窓口件数', 1, 1);
    await bench.type('業務', may, { value: 450 });
    const { preview, warnings } = await previewText(bench.context, { text, tables: 'known', correct: [] }, 2024);
    const wrong = preview.figures.filter((figure) => figure.kind === 'differs');
    expect(wrong).toMatchObject([{ month: 1, value: 453, found: 450 }]);
    expect(warnings.length).toBeGreaterThan(0);
    const report = await take(bench, text, wrong.map((figure) => figure.id));
    expect(report.summary).toEqual(['訂正: 3行目 郵送化率「窓口件数」（令和6年度）の5月 450件 → 453件']);
    expect([bench.cell('業務', may).value, report.warnings]).toEqual([453, []]);
  });

  test('a figure that a cell holds more exactly is the same', async () => {
    const bench = await laidOut();
    const cell = address(bench, '業務', '平均所要日数', 0, 1);
    await bench.type('業務', cell, { value: 6.1414 });
    const report = await take(bench, `サービススタンダード\n令和６年度 ${HEAD} 計\n平均所要日数 6.14 6.00 6.33 6.26 6.09 6.53 6.28 6.65 6.54 5.81 6.19 6.12 6.25`);
    expect([report.changed, bench.cell('業務', cell).value]).toEqual([false, 6.1414]);
  });

  test('tables that were not chosen, ended months, years and rows without a place are left out and told', async () => {
    const bench = await laidOut();
    expect(await take(bench, text.replace('541', '542'), [], ['T01'])).toMatchObject({ changed: false, preview: { figures: [] } });
    const report = await take(bench, `保険証回収率\n累計 ${HEAD}\n令和４年度 ${Array(12).fill('90.00%').join(' ')}\n令和６年度 87.06% 85.15% 84.90% 84.54% 84.53% 84.18% 83.97% 83.62% 83.62% - - -`);
    expect(report.warnings).toEqual([
      '3行目 保険証回収率「保険証回収率」（令和4年度）の4月 など12件は、ブックの表に欄のない年度のため書き込みません。',
      '4行目 保険証回収率「保険証回収率」（令和6年度）の12月は、終了した後の月のため書き込みません。',
    ]);
  });

  test('a table that is missing is laid out, and no other', async () => {
    const bench = await laidOut();
    const kept = bench.book.names.filter((name) => !/月次_(サービススタンダード|郵送化率)_/.test(name.name));
    bench.book.names.splice(0, bench.book.names.length, ...kept);
    const sheet = bench.sheet('業務');
    const from = bench.rowOf('業務', 'サービススタンダード');
    const until = bench.rowOf('業務', '患者照会');
    for (let row = from; row < until; row++) for (let column = 0; column < 15; column++) sheet.cells.delete(cellKey(row, column));
    const report = await take(bench, text);
    expect(report.summary).toContain('1つの表（6行）を配置し、名前を付けました。数値は文章から読み取ったものです。');
    expect(bench.cell('業務', address(bench, '業務', '窓口件数', 11, 1))).toMatchObject({ value: 466 });
    expect(bench.cell('業務', address(bench, '業務', '郵送化率', 0, 1)).formula).toBeDefined();
    expect(() => bench.rowOf('業務', 'サービススタンダード')).toThrow();
    expect((await take(bench, text)).changed).toBe(false);
  });

  test('what the workbook works out otherwise than the text says is told', async () => {
    const bench = await laidOut();
    const report = await take(bench, text.replace('93.5%', '93.4%').replace(/\n窓口.*/s, ''));
    expect(report.preview.mismatches.map((one) => one.text)).toEqual(['2行目 郵送化率「郵送化率」（令和6年度）の4月は、文章では 93.4％、ブックの計算では 93.5％です。計算式のままにします。']);
    expect(report.changed).toBe(false);
  });
});

describe('what is left as it is', () => {
  test('a text without tables, an unknown one, one that begins like formulas', async () => {
    const bench = await laidOut();
    const before = bench.contents();
    for (const text of ['お世話になっております。', `=1+1 ${HEAD}\n@SUM(A1) 1 2 3 4 5 6 7 8 9 10 11 12\n+cmd|' /c calc' ${'=2 '.repeat(12)}`]) {
      const report = await take(bench, text);
      expect([report.changed, report.warnings.length > 0]).toEqual([false, true]);
    }
    const figures = await take(bench, `令和６年度 ${HEAD} 計\n窓口件数 =541 453 359 384 429 393 419 374 347 438 366 466 4,969`);
    expect(figures.warnings[0]).toBe('2行目 郵送化率「窓口件数」（令和6年度）の4月: 「=541」は計算式のように始まるため、数値として読み込みません。');
    expect(bench.contents()).toBe(before);
  });

  test('nothing but text and figures reaches a new workbook: no formula comes from the text', async () => {
    const bench = new Bench();
    await take(bench, `郵送化率 =HYPERLINK("x")\n令和６年度 ${HEAD} 計\n窓口件数 541 453 359 384 429 393 419 374 347 438 366 466 4,969\n=1+1 1 2 3 4 5 6 7 8 9 10 11 12 78`);
    const formulas = bench.book.sheets.flatMap((sheet) => [...sheet.cells.values()].flatMap((cell) => cell.formula ?? []));
    expect(formulas.length).toBeGreaterThan(100);
    expect(formulas.filter((formula) => /HYPERLINK|^1\+1/.test(formula))).toEqual([]);
  });

  test('a protected sheet and a workbook opened read-only are refused', async () => {
    const bench = await laidOut();
    const cell = address(bench, '業務', '窓口件数', 0, 1);
    await bench.type('業務', cell, {});
    bench.sheet('業務').protected = true;
    const text = `令和６年度 ${HEAD} 計\n窓口件数 541 453 359 384 429 393 419 374 347 438 366 466 4,969`;
    await expect(take(bench, text)).rejects.toThrow(GatewayError);
    bench.sheet('業務').protected = false;
    bench.book.readOnly = true;
    await expect(take(bench, text)).rejects.toThrow(GatewayError);
    expect(bench.cell('業務', cell).value).toBeUndefined();
  });
});

describe('cells copied from the monthly sheets of another workbook', () => {
  /** What Excel puts on the clipboard: shown values, tabs between. */
  test('come back whole', async () => {
    const sample = await laidOut();
    const formats = new Map(STANDARD.tables.flatMap((table) => table.rows.map((row) => [row.label, row] as const)));
    const copied = GROUPS.map((group) => {
      const { cells } = sample.sheet(group);
      const last = Math.max(...[...cells.keys()].map((key) => Math.floor(key / 16384)));
      return Array.from({ length: last + 1 }, (_, row) => Array.from({ length: 15 }, (_unused, column) => {
        const cell = cells.get(cellKey(row, column));
        const { value } = cell ?? {};
        if (typeof value !== 'number') return typeof value === 'string' ? value : '';
        const format = cell?.style?.numberFormat ?? '';
        if (format.includes('%')) return `${Number((value * 100).toFixed(6))}%`;
        if (format.includes('h')) return `${Math.floor(value * 24 + 1e-9)}:${String(Math.floor((value * 1440 + 1e-6) % 60)).padStart(2, '0')}`;
        if (format === 'm/d') return new Date(Date.UTC(1899, 11, 30) + value * 86_400_000).toISOString().slice(5, 10).replace('-', '/').replace(/\b0/g, '');
        return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
      }).join('\t')).join('\r\n');
    }).join('\r\n\r\n');
    const bench = new Bench();
    const report = await take(bench, copied);
    expect(formats.size).toBeGreaterThan(20);
    expect([report.reading.unread, report.reading.strangers, report.reading.tables.length]).toEqual([[], [], 19]);
    expect(monthly(bench)).toEqual(monthly(sample));
    expect((await take(sample, copied)).changed).toBe(false);
  });
});
