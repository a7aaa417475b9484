import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';

/** The command as a person runs it. */
const folder = mkdtempSync(path.join(tmpdir(), 'headless-'));
const file = (name: string): string => path.join(folder, name);
const ALL = 'layout,recompute,evaluate,summary';
const SEED = ['--seed', 'seeds/gunma-2024.json', '--year', '2024'];

function headless(...args: string[]): { code: number | null; lines: string[]; out: string } {
  const run = spawnSync(process.execPath, ['src/embedded/cli/run.mjs', ...args], { encoding: 'utf8' });
  return { code: run.status, lines: run.stderr.trim().split('\n').filter((line) => line !== ''), out: run.stdout };
}

beforeAll(() => {
  expect(headless('--jobs', ALL, ...SEED, '--as-of', '3', '--out', file('out.xlsx'), '--report', file('report.json')).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('adopt binds the tables of a workbook that is there, and leaves its sheets as they are', () => {
  const given = 'tests/adopt/shapes/04-quarters.xlsx';
  expect(headless('--jobs', 'adopt', '--in', given, '--out', file('adopted.xlsx'), '--report', file('adopted.json')).code).toBe(0);
  const report = JSON.parse(readFileSync(file('adopted.json'), 'utf8')) as {
    jobs: { syncs: number }[]; names: { name: string; refersTo: string }[];
    tables: { sheet: string; address: string; confidence: number; reasons: string[]; status: string; names: string[]; lines: { rowId: string | null; name: string | null }[] }[];
  };
  expect(report.jobs.map((job) => job.syncs)).toEqual([5]);
  expect(report.tables.length).toBeGreaterThan(0);
  for (const table of report.tables) {
    expect([table.status, table.confidence >= 0.7, table.reasons.length > 0]).toEqual(['bind', true, true]);
    expect(table.lines.every((line) => line.rowId !== null && report.names.some((name) => name.name === line.name))).toBe(true);
    for (const name of table.names) expect(report.names.map((one) => one.name)).toContain(name);
  }
  const [before, after] = [unzipSync(readFileSync(given)), unzipSync(readFileSync(file('adopted.xlsx')))];
  for (const part of Object.keys(before).filter((one) => one.startsWith('xl/worksheets/'))) expect([part, Buffer.from(after[part] ?? []).equals(Buffer.from(before[part] ?? []))]).toEqual([part, true]);
});

describe('the main job', () => {
  test('report.json says what the issue asks for', () => {
    const report = JSON.parse(readFileSync(file('report.json'), 'utf8')) as {
      jobs: { job: string; syncs: number; requestBytes: number; actions: number; milliseconds: number; summary: string[]; warnings: string[] }[];
      evaluations: { id: string; status: string; computed: string; actual: number | null; target: number | null; asOf: string; rank: number | null; reason: string }[];
      tally: { all: Record<string, number>; kpi: Record<string, number> };
      names: { name: string; refersTo: string }[];
    };
    expect(report.jobs.map((job) => job.job)).toEqual(ALL.split(','));
    for (const job of report.jobs) {
      expect(job.syncs).toBeLessThanOrEqual(4);
      expect(job.requestBytes).toBeGreaterThan(0);
      expect(job.requestBytes).toBeLessThan(2_000_000);
      expect(job.summary.length).toBeGreaterThan(0);
      expect(job.warnings).toEqual([]);
    }
    const marks = Object.fromEntries(report.evaluations.map((one) => [one.id, one.computed]));
    expect(marks).toEqual({
      '1': '○', '2': '△', '5-1': '△', '5-2': '△', '7-1': '○', '7-2': '△', '10-1': '△', '10-2': '△', '10-3': '△', '11-1': '△', '11-2': '△', '12': '－', '13': '○', '15': '○', '18': '○', '21': '○',
    });
    const byId = new Map(report.evaluations.map((one) => [one.id, one]));
    expect(byId.get('2')?.actual).toBeCloseTo(81607 / 86576, 12);
    expect([byId.get('7-2')?.asOf, byId.get('15')?.asOf, byId.get('10-1')?.asOf]).toEqual(['11月', '2月', 'R7.7']);
    expect([byId.get('1')?.rank, byId.get('5-1')?.rank, byId.get('12')?.rank]).toEqual([1, 47, null]);
    expect(byId.get('12')?.reason).toContain('前年度の実績が登録されていないため、判定できません');
    expect(report.tally.kpi).toEqual({ '◎': 0, '○': 6, '△': 9, '×': 0, '□': 0, '－': 1 });
    expect(report.names.find((one) => one.name === '月次_郵送化率_郵送件数_2024')?.refersTo).toMatch(/^=業務!\$C\$\d+:\$N\$\d+$/);
    expect(report.names.find((one) => one.name === '月次_郵送化率_郵送件数_2024_計')?.refersTo).toMatch(/^=業務!\$O\$\d+$/);
  });

  test('all jobs on the saved file give the same file', () => {
    expect(headless('--jobs', ALL, ...SEED, '--as-of', '3', '--in', file('out.xlsx'), '--out', file('again.xlsx')).code).toBe(0);
    expect(readFileSync(file('again.xlsx')).equals(readFileSync(file('out.xlsx')))).toBe(true);
  });

  test('名前を外す, twice as once, and without a year', () => {
    expect(headless('--jobs', 'release', '--in', file('out.xlsx'), '--out', file('free.xlsx'), '--report', file('free.json')).code).toBe(0);
    const report = JSON.parse(readFileSync(file('free.json'), 'utf8')) as { jobs: { syncs: number; warnings: string[] }[]; names: unknown[] };
    expect([report.jobs.map((job) => [job.syncs, job.warnings]), report.names]).toEqual([[[4, []]], []]);
    expect(headless('--jobs', 'release', '--in', file('free.xlsx'), '--out', file('free2.xlsx')).code).toBe(0);
    expect(readFileSync(file('free2.xlsx')).equals(readFileSync(file('free.xlsx')))).toBe(true);
  });

  test('a macro workbook keeps its macros', () => {
    const parts = unzipSync(readFileSync(file('out.xlsx')));
    const types = new TextDecoder().decode(parts['[Content_Types].xml'])
      .replace('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')
      .replace('</Types>', '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>');
    const rels = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels'])
      .replace('</Relationships>', '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>');
    const macros = new Uint8Array([1, 2, 3, 4]);
    const encode = new TextEncoder();
    writeFileSync(file('book.xlsm'), zipSync({ ...parts, '[Content_Types].xml': encode.encode(types), 'xl/_rels/workbook.xml.rels': encode.encode(rels), 'xl/vbaProject.bin': macros }));
    expect(headless('--jobs', 'evaluate', '--as-of', '9', '--in', file('book.xlsm'), '--out', file('book2.xlsx')).lines).toEqual([expect.stringContaining('.xlsm にしてください')]);
    expect(headless('--jobs', 'evaluate', '--as-of', '9', '--in', file('book.xlsm'), '--out', file('book2.xlsm')).code).toBe(0);
    const saved = unzipSync(readFileSync(file('book2.xlsm')));
    expect(saved['xl/vbaProject.bin']).toEqual(macros);
    expect(new TextDecoder().decode(saved['[Content_Types].xml'])).toContain('macroEnabled');
  });
});

describe('a mistake is one clear line, code 2, and no file', () => {
  const xls = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]);
  beforeAll(() => {
    writeFileSync(file('old.xls'), xls);
    writeFileSync(file('broken.xlsx'), 'これはブックではありません');
    writeFileSync(file('bad.json'), '{"series": 1}');
  });

  test.each<[string, string[], string]>([
    ['an unknown option', ['--jobs', 'layout', '--colour', 'red'], '--colour'],
    ['an unknown job', ['--jobs', 'layout,dance', ...SEED], 'dance'],
    ['a bad year', ['--jobs', 'layout', '--year', '令和6'], '令和6'],
    ['a bad month', ['--jobs', 'evaluate', '--year', '2024', '--as-of', '13'], '13'],
    ['no year', ['--jobs', 'layout'], '--year'],
    ['a missing file', ['--jobs', 'layout', '--year', '2024', '--in', 'nowhere.xlsx'], 'nowhere.xlsx'],
    ['a broken file', ['--jobs', 'layout', '--year', '2024', '--in', file('broken.xlsx')], 'broken.xlsx'],
    ['an .xls', ['--jobs', 'layout', '--year', '2024', '--in', file('old.xls')], '変換'],
    ['a bad seed', ['--jobs', 'layout', '--year', '2024', '--seed', file('bad.json')], 'bad.json'],
    ['another year than the workbook’s', ['--jobs', 'layout', '--year', '2023', '--in', file('out.xlsx')], '2024年度'],
    ['an option twice', ['--jobs', 'layout', '--jobs', 'layout'], '2回'],
    ['a value that is missing', ['--jobs'], '--jobs'],
  ])('%s', (_, args, named) => {
    const run = headless(...args, '--out', file('never.xlsx'), '--report', file('never.json'));
    expect(run.code).toBe(2);
    expect(run.lines).toHaveLength(1);
    expect(run.lines[0]).toContain(named);
    expect([existsSync(file('never.xlsx')), existsSync(file('never.json'))]).toEqual([false, false]);
  });
});
