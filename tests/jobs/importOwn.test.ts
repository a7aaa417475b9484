import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keyColumn, keyRow } from '../../src/embedded/model/book';
import { importText, type ImportReport } from '../../src/jobs/importText';
import { openWorkbook } from '../../src/jobs/job';
import { readPastedText } from '../../src/jobs/textPreview';
import { Bench } from '../support/laidOut';

const HEAD = '4月\t5月\t6月\t7月\t8月\t9月\t10月\t11月\t12月\t1月\t2月\t3月';
const months = (start: number, step: number): number[] => Array.from({ length: 12 }, (_, month) => start + month * step);
const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
const line = (label: string, cells: readonly (number | string)[]): string => [label, ...cells].join('\t');
const counted = (label: string, figures: readonly number[]): string => line(label, [...figures, sum(figures)]);
const block = (year: string, calls: readonly number[], returned: readonly number[]): string => [
  `令和${year}年度\t${HEAD}\t計`, counted('相談対応件数', calls), counted('うち折返し', returned), line('折返し率', [...calls.map((all, month) => `${(100 * (returned[month] ?? 0) / all).toFixed(1)}%`), '']),
].join('\n');
/** A table that no definition is for, over two years. */
const CALLS = ['電話相談', block('5', months(80, 2), months(17, 1)), '', block('6', months(100, 3), months(20, 3))].join('\n');
const SOURCE = readFileSync(path.join(__dirname, '../domain/text/plan-r6-tables.txt'), 'utf8');

async function laidOut(): Promise<Bench> {
  const bench = new Bench();
  await bench.layout();
  return bench;
}
const take = (bench: Bench, text: string, tables: 'known' | 'all' | readonly string[]): Promise<ImportReport> => importText(bench.context, { text, tables, correct: [] }, 2024);
const column = (month: number): string => 'CDEFGHIJKLMNO'[month] ?? '';

describe('a table of a text that no definition is for', () => {
  test('is shown with what it would become, and left alone unless it is asked for', async () => {
    const bench = await laidOut();
    const before = bench.contents();
    const { tables, strangers } = await readPastedText(bench.context, CALLS, 2024);
    expect(tables.map(({ name, own, counts }) => [name, own, counts.new, counts.derived])).toEqual([['電話相談', true, 48, 28]]);
    expect(tables[0]?.notes).toContain('「折返し率」: 「[うち折返し]/[相談対応件数]」と24か月すべて一致します。');
    expect(strangers).toEqual([]);
    const report = await take(bench, CALLS, 'known');
    expect([report.changed, bench.contents() === before]).toEqual([false, true]);
    expect(report.warnings.join()).toContain('電話相談');
  });

  describe('asked for', () => {
    let bench: Bench;
    let report: ImportReport;
    beforeAll(async () => {
      bench = await laidOut();
      report = await take(bench, CALLS, ['A01']);
    });

    test('is laid out with its figures, live formulas and names, and defined in 表定義', async () => {
      expect(report.summary).toEqual(['シート「取り込み」を追加しました。', '1つの表（6行）を配置し、名前を付けました。数値は文章から読み取ったものです。']);
      expect(report.syncs).toBeLessThanOrEqual(4);
      const calls = bench.rowOf('取り込み', '相談対応件数', 1) + 1;
      expect(bench.cell('取り込み', `${column(0)}${calls}`).value).toBe(100);
      expect(bench.cell('取り込み', `${column(12)}${calls}`)).toMatchObject({ formula: expect.stringContaining('SUM'), value: sum(months(100, 3)) });
      const rate = bench.rowOf('取り込み', '折返し率', 0) + 1;
      expect(bench.cell('取り込み', `${column(11)}${rate}`)).toMatchObject({ formula: expect.any(String), value: 28 / 102 });
      const state = await openWorkbook(bench.context, 2024);
      expect([state.problems, state.map.missing, state.map.warnings]).toEqual([[], [], []]);
      const table = state.definitions.tables.find(({ id }) => id === 'A01');
      expect(table?.rows.map(({ label, unit, kind, formula, total, years, asTyped }) => [label, unit, kind, formula, total, years, asTyped])).toEqual([
        ['相談対応件数', '件', '単月', null, '合計', 2, false],
        ['うち折返し', '件', '単月', null, '合計', 2, false],
        ['折返し率', '%', '率', '[うち折返し]/[相談対応件数]', 'なし', 2, false],
      ]);
      expect(bench.book.names.filter(({ name }) => name.includes('相談対応件数')).map(({ name }) => name).sort()).toEqual(['月次_電話相談_相談対応件数_2023', '月次_電話相談_相談対応件数_2023_計', '月次_電話相談_相談対応件数_2024', '月次_電話相談_相談対応件数_2024_計']);
    });

    test('is known from then on: the same text changes nothing, next month\'s goes into its cells', async () => {
      const before = bench.contents();
      const again = await take(bench, CALLS, 'known');
      expect([again.changed, bench.contents() === before]).toEqual([false, true]);
      const { tables } = await readPastedText(bench.context, CALLS, 2024);
      expect(tables.map(({ own, counts }) => [own, counts.new, counts.same])).toEqual([[false, 0, 48]]);
    });
  });

  test('of last year goes on this year, its cells open', async () => {
    const bench = await laidOut();
    await take(bench, ['電話相談', block('5', months(80, 2), months(17, 1))].join('\n'), 'all');
    const state = await openWorkbook(bench.context, 2024);
    expect([...state.map.series.keys()].filter((key) => key.startsWith('A01-01'))).toEqual(['A01-01@2023', 'A01-01@2024']);
    const now = bench.rowOf('取り込み', '相談対応件数', 1) + 1;
    expect(bench.cell('取り込み', `${column(0)}${now}`).value).toBeUndefined();
  });

  test('in a section that names a group stands on the group\'s sheet, below its tables', async () => {
    const bench = await laidOut();
    const report = await take(bench, ['【業務グループ】', CALLS].join('\n'), 'all');
    expect(report.summary[0]).toBe('シート「業務」の下に、新しい表（電話相談）を配置しました。');
  });

  test('does not change how the tables that are known are read', async () => {
    const bench = await laidOut();
    const alone = await readPastedText(bench.context, SOURCE, 2024);
    const together = await readPastedText(bench.context, `${SOURCE}\n\n${CALLS}`, 2024);
    expect(alone.tables).toHaveLength(19);
    expect(together.tables.filter(({ own }) => !own)).toEqual(alone.tables);
    expect([together.tables.filter(({ own }) => own).map(({ name }) => name), together.oddities]).toEqual([['電話相談'], alone.oddities]);
  });

  test('leaves every other line of 表定義 as it stands, also what cannot be read, and takes no ID from it', async () => {
    const bench = await laidOut();
    const { cells } = bench.sheet('表定義');
    const last = Math.max(...[...cells].flatMap(([key, cell]) => (keyColumn(key) === 0 && cell.value !== undefined ? [keyRow(key)] : [])));
    // Beside a table, where nothing is read; and a table of somebody's own that still has no name.
    await bench.type('表定義', 'N13', { value: '[' });
    await bench.type('表定義', `A${last + 2}`, { value: 'A01' });
    await bench.type('表定義', `D${last + 2}`, { value: '業務' });
    const lines = (): string => JSON.stringify([...cells].filter(([key, cell]) => keyRow(key) <= last + 1 && cell.value !== undefined).map(([key, { value }]) => [key, value]).sort());
    const before = lines();
    const report = await take(bench, CALLS, 'all');
    expect([report.changed, lines()]).toEqual([true, before]);
    const state = await openWorkbook(bench.context, 2024);
    expect(state.definitions.tables.find(({ name }) => name === '電話相談')?.id).toBe('A02');
  });

  test('into an empty workbook comes with everything else that is laid out', async () => {
    const bench = new Bench();
    await take(bench, CALLS, 'all');
    const state = await openWorkbook(bench.context, 2024);
    expect(state.definitions.tables.map(({ id }) => id)).toContain('A01');
    expect([state.problems, state.map.missing]).toEqual([[], []]);
  });
});

test('figures that do not tell which of two rows is the rate make neither a formula', async () => {
  const bench = await laidOut();
  const parts = months(2, 1);
  const whole = parts.map((part) => part * part);
  const text = ['配布', `令和6年度\t${HEAD}`, line('資料数', whole), line('配布先', parts), line('冊数', parts)].join('\n');
  await take(bench, text, 'all');
  const state = await openWorkbook(bench.context, 2024);
  expect(state.definitions.tables.find(({ id }) => id === 'A01')?.rows.map(({ formula }) => formula)).toEqual([null, null, null]);
});
