import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkbook } from '../../../src/embedded/xlsx/open';
import { RECORDS, serial, typeRecords } from '../../support/sampleRecords';

/** 実施記録 from the command line, through the real office.js. */
const folder = mkdtempSync(path.join(tmpdir(), 'progress-'));
const file = (name: string): string => path.join(folder, name);
const headless = (...args: string[]): number | null => spawnSync(process.execPath, ['src/embedded/cli/run.mjs', ...args], { encoding: 'utf8' }).status;
const reportOf = (name: string): unknown => JSON.parse(readFileSync(file(name), 'utf8'));
const opened = (name: string): ReturnType<typeof openWorkbook> => openWorkbook(new Uint8Array(readFileSync(file(name))), name);

beforeAll(() => {
  expect(headless('--jobs', 'layout,progress', '--seed', 'seeds/gunma-2024.json', '--year', '2024', '--out', file('empty.xlsx'), '--report', file('empty.json'))).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the first run makes the sheet; with records the next one writes, and one more writes nothing', () => {
  expect(reportOf('empty.json')).toMatchObject({ progress: null, jobs: [{ job: 'layout' }, { job: 'progress', syncs: 4, warnings: [] }] });
  const typed = opened('empty.xlsx');
  const sheet = typed.book.sheets.find((one) => one.name === '実施記録');
  if (!sheet) throw new Error('no sheet');
  expect(sheet.autoFilter).toEqual({ row: 7, column: 0, rows: 61, columns: 9 });
  typeRecords(sheet, [...RECORDS, [serial('2025/12/11'), 'P02-01', '会議', '年の違う会議']]);
  writeFileSync(file('typed.xlsx'), typed.save());
  expect(headless('--jobs', 'progress,progress', '--in', file('typed.xlsx'), '--out', file('out.xlsx'), '--report', file('out.json'))).toBe(0);
  const report = reportOf('out.json');
  expect(report).toMatchObject({
    jobs: [{ job: 'progress', syncs: 4, summary: ['進捗状況が空欄の7行に、下書きを書き込みました（P02-01、P03-03、P03-06、P13-01、P18-01 など）。'] }, { job: 'progress', syncs: 2, summary: ['変更はありません。'] }],
    progress: {
      records: RECORDS.length, planned: 0, bids: { open: 12, single: 1 }, figures: { fill: 0, same: 29, differs: 0 },
      problems: [{ sheet: '実施記録', cell: `A${8 + RECORDS.length + 1}`, message: expect.stringContaining('2025/12/11') }],
    },
  });
  expect(JSON.stringify(report)).toContain('業務部月次報告会4/24（水）5/29（水）6/26（水）');
  const plan = opened('out.xlsx').book.sheets.find((one) => one.name === '事業計画');
  const written = [...(plan?.cells ?? [])].find(([, cell]) => typeof cell.value === 'string' && cell.value.startsWith('業務部月次報告会'));
  expect(written?.[1].style?.wrap).toBe(true);
  // The row is as high as its text.
  expect(plan?.rows.get(Math.floor((written?.[0] ?? 0) / 16_384))?.height).toBeGreaterThan(40);
});
