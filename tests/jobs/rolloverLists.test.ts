import { beforeAll, describe, expect, test } from '@jest/globals';
import { cellKey, keyColumn, keyRow, type Cell } from '../../src/embedded/model/book';
import { openWorkbook } from '../../src/jobs/job';
import { rollover } from '../../src/jobs/rollover';
import { submitParts } from '../../src/sheets/submit/submitParts';
import { Bench, MARCH } from '../support/laidOut';
import { progressCell, progressOf, recordBench, run } from '../support/recordBench';
import { RECORDS } from '../support/sampleRecords';

/** 年度更新 of the lists beside the plan: 業績評価, 実施記録, the log of the evaluations. */
const MAY_2025 = new Date(2025, 4, 8);
const { withRecords } = recordBench();

const columnOf = (bench: Bench, sheet: string, heading: string): number => {
  const [key] = [...bench.sheet(sheet).cells].find(([, cell]) => cell.value === heading) ?? [];
  if (key === undefined) throw new Error(`no ${heading} on ${sheet}`);
  return keyColumn(key);
};
const valueAt = (bench: Bench, sheet: string, id: string, heading: string): Cell['value'] => bench.sheet(sheet).cells.get(cellKey(bench.rowOf(sheet, id), columnOf(bench, sheet, heading)))?.value;

describe('after a year with all of them', () => {
  let bench: Bench;
  let before: { readonly reading: Cell['value']; readonly log: number };

  beforeAll(async () => {
    bench = withRecords(RECORDS);
    await run(bench);
    await bench.type('事業計画', progressCell(bench, 'P05-K1'), { value: '点検の研修を続ける。' });
    await bench.evaluate(MARCH);
    before = { reading: valueAt(bench, '業績評価', 'G12', '説明'), log: [...bench.sheet('評価ログ').cells.keys()].length };
    const report = await rollover(bench.context, 2025, MAY_2025);
    expect([report.syncs <= 4, report.changed]).toEqual([true, true]);
  });

  test('業績評価 is kept as values; what was typed becomes last year’s', () => {
    expect(typeof before.reading).toBe('string');
    expect(valueAt(bench, '業績評価_2024', 'G12', '説明')).toBe(before.reading);
    expect([...bench.sheet('業績評価_2024').cells.values()].filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect([valueAt(bench, '業績評価_2024', 'G12', '入力値'), valueAt(bench, '業績評価_2024', 'G12', '前年度の入力値')]).toEqual([0.805, 0.666]);
    expect([valueAt(bench, '業績評価', 'G12', '入力値') ?? '', valueAt(bench, '業績評価', 'G12', '前年度の入力値')]).toEqual(['', 0.805]);
    expect(valueAt(bench, '業績評価', 'G12', '説明') ?? '').toBe('');
  });

  test('実施記録 stays under its year, the next one is laid out when it is wanted', async () => {
    const names = bench.book.sheets.map(({ name }) => name);
    expect([names.includes('実施記録_2024'), names.includes('実施記録'), names.includes('進捗の下書き')]).toEqual([true, false, false]);
    expect(bench.book.names.filter(({ name }) => /実施記録|下書き/.test(name))).toEqual([]);
    expect(progressOf(bench, 'P02-01') ?? '').toBe('');
    await run(bench);
    expect(bench.book.sheets.some(({ name }) => name === '実施記録')).toBe(true);
    expect([...bench.sheet('実施記録').cells].some(([key, cell]) => keyRow(key) > 6 && cell.value === '業務部月次報告会')).toBe(false);
  });

  test('what can be submitted is of the new year, each sheet once', async () => {
    const parts = submitParts(await openWorkbook(bench.context, 2025));
    const sheets = parts.map(({ sheet }) => sheet);
    expect([new Set(parts.map(({ id }) => id)).size, sheets.includes('業務_2025'), sheets.includes('業務'), sheets.includes('業績評価')]).toEqual([parts.length, true, false, true]);
  });

  test('the notes of last year’s texts are gone, and the log goes on', async () => {
    const { lists } = await openWorkbook(bench.context, 2025);
    const { columns, grid, lines } = lists.planRows?.table ?? { columns: new Map<string, number>(), grid: null, lines: [] };
    const left = lines.flatMap(({ row }) => (['judgedText', 'textAsOf', 'judgedAsOf'] as const).map((key) => grid?.text(row, columns.get(key) ?? 0) ?? '')).filter((text) => text !== '');
    expect([lines.length > 0, columns.has('judgedText'), left]).toEqual([true, true, []]);
    bench.sheet('業績評価').cells.set(cellKey(bench.rowOf('業績評価', 'G12'), columnOf(bench, '業績評価', '入力値')), { value: 0.82 });
    const report = await bench.evaluate(0);
    expect(report.warnings.join('')).not.toContain('評価ログ');
    expect([...bench.sheet('評価ログ').cells.keys()].length).toBeGreaterThan(before.log);
    expect(valueAt(bench, '業績評価', 'G12', '説明')).toMatch(/82\.0％.*80\.5％/);
  });
});

test('a workbook without them steps on as well', async () => {
  const bench = new Bench();
  await bench.layout();
  const report = await rollover(bench.context, 2025, MAY_2025);
  expect(report.changed).toBe(true);
  expect(bench.book.sheets.some(({ name }) => name.startsWith('実施記録'))).toBe(false);
});
