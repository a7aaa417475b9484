import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listOf, rising } from '../../domain/rank/lists';

/** --jobs rank, as a person runs the command. */
const folder = mkdtempSync(path.join(tmpdir(), 'rank-'));
const file = (name: string): string => path.join(folder, name);

function headless(...args: string[]): { code: number | null; lines: string[]; out: string } {
  const run = spawnSync(process.execPath, ['src/embedded/cli/run.mjs', ...args], { encoding: 'utf8' });
  return { code: run.status, lines: run.stderr.trim().split('\n').filter((line) => line !== ''), out: run.stdout };
}
const ASKED = ['--jobs', 'rank', '--rank-kpi', '2', '--rank-text', file('list.txt'), '--rank-as-of', 'R7.6'];

interface Report {
  readonly jobs: readonly { readonly job: string; readonly syncs: number; readonly summary: readonly string[]; readonly warnings: readonly string[] }[];
  readonly evaluations: readonly { readonly id: string; readonly rank: number | null }[];
  readonly rank: { readonly standing: { readonly rank: number; readonly of: number } | null; readonly asOf: unknown; readonly missing: readonly string[]; readonly column: number } | null;
}
const reportOf = (name: string): Report => JSON.parse(readFileSync(file(name), 'utf8')) as Report;

beforeAll(() => {
  writeFileSync(file('list.txt'), listOf(rising));
  expect(headless('--jobs', 'layout', '--seed', 'seeds/gunma-2024.json', '--year', '2024', '--out', file('in.xlsx'), '--report', file('in.json')).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('without the job the report has no rank', () => {
  expect(reportOf('in.json').rank).toBeNull();
});

test('writes the rank and its 時点, which the report and the next evaluation tell; a second time changes no byte', () => {
  const [, , ...more] = ASKED;
  expect(headless('--jobs', 'rank,evaluate', ...more, '--in', file('in.xlsx'), '--out', file('out.xlsx'), '--report', file('report.json'))).toMatchObject({ code: 0, lines: [] });
  const report = reportOf('report.json');
  expect(report.jobs.map(({ job, syncs }) => [job, syncs <= 4])).toEqual([['rank', true], ['evaluate', true]]);
  expect(report.jobs[0]?.summary).toEqual(['「郵送化率」は47支部中38位（同順位なし）です。', '全国順位を書き込みました（27位 → 38位）。', '順位の時点を書き込みました（空欄 → R7.6）。']);
  expect(report.rank).toMatchObject({ standing: { rank: 38, of: 47 }, asOf: { year: 2025, month: 6 }, missing: [] });
  expect(report.evaluations.find(({ id }) => id === '2')?.rank).toBe(38);
  expect(headless(...ASKED, '--in', file('out.xlsx'), '--out', file('again.xlsx')).code).toBe(0);
  expect(readFileSync(file('again.xlsx')).equals(readFileSync(file('out.xlsx')))).toBe(true);
});

test('branches that are missing, a column and 速報', () => {
  writeFileSync(file('short.txt'), listOf((branch, index) => `${rising(branch, index)}\t${rising(branch, 46 - index)}`).split('\n').slice(1).join('\n'));
  const ask = (name: string, ...more: string[]): Report => {
    expect(headless('--jobs', 'rank', '--rank-kpi', '2', '--rank-text', file('short.txt'), '--rank-as-of', '2025-06', '--rank-column', '2', '--in', file('in.xlsx'), '--out', file('short.xlsx'), '--report', file(name), ...more)).toMatchObject({ code: 0, lines: [] });
    return reportOf(name);
  };
  const told = ask('told.json');
  expect([told.rank?.standing?.rank, told.rank?.column, told.rank?.missing, told.jobs[0]?.summary]).toEqual([9, 1, ['北海道'], ['変更はありません。']]);
  expect(ask('taken.json', '--rank-missing', 'allow', '--rank-state', '速報').jobs[0]?.summary).toContain('順位の区分を書き込みました（空欄 → 速報）。');
});

describe('a mistake of the caller ends with code 2, one line, and nothing written', () => {
  const without = (name: string): string[] => ASKED.filter((word, index) => word !== name && ASKED[index - 1] !== name);
  test.each<[string, readonly string[], string]>([
    ['no KPI', without('--rank-kpi'), '--rank-kpi'],
    ['no list', without('--rank-text'), '--rank-text'],
    ['no 時点', without('--rank-as-of'), '--rank-as-of'],
    ['a 時点 without its year', [...without('--rank-as-of'), '--rank-as-of', '3月'], '3月'],
    ['a 時点 that is none', [...without('--rank-as-of'), '--rank-as-of', '2025-13'], '2025-13'],
    ['a column that is none', [...ASKED, '--rank-column', '0'], '「0」'],
    ['a state that is none', [...ASKED, '--rank-state', '仮'], '速報 確定'],
    ['another word for missing', [...ASKED, '--rank-missing', 'yes'], 'allow'],
    ['a missing file', [...without('--rank-text'), '--rank-text', 'nowhere.txt'], '--rank-text「nowhere.txt」'],
    ['a rank without its job', ['--jobs', 'layout', '--year', '2024', '--rank-kpi', '2'], '--jobs rank'],
  ])('%s', (_, args, said) => {
    const run = headless(...args, '--in', file('in.xlsx'), '--out', file('never.xlsx'));
    expect([run.code, run.lines.length, existsSync(file('never.xlsx'))]).toEqual([2, 1, false]);
    expect(run.lines[0]).toContain(said);
  });
});
