import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';

/** 点検 from the command line, through the real office.js. */
const folder = mkdtempSync(path.join(tmpdir(), 'check-'));
const file = (name: string): string => path.join(folder, name);
const headless = (...args: string[]): { readonly status: number | null; readonly stdout: string } => spawnSync(process.execPath, ['src/embedded/cli/run.mjs', ...args], { encoding: 'utf8' });
const reportOf = (name: string): unknown => JSON.parse(readFileSync(file(name), 'utf8'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('findings stand in the report, and the file is handed on as it was', () => {
  expect(headless('--jobs', 'layout', '--seed', 'seeds/gunma-2024.json', '--year', '2024', '--out', file('in.xlsx'), '--report', file('in.json')).status).toBe(0);
  expect(reportOf('in.json')).toMatchObject({ findings: null });
  const run = headless('--jobs', 'check', '--in', file('in.xlsx'), '--out', file('out.xlsx'), '--report', file('out.json'));
  expect(run.status).toBe(0);
  expect(run.stdout).toContain('check: 点検しました。確認が必要なところが4件あります。');
  expect(reportOf('out.json')).toMatchObject({
    jobs: [{ job: 'check', syncs: 2 }],
    findings: [
      { id: 'follows T13-02@2023 6月,11月,12月', group: '保健', fix: null }, { kind: 'follows' }, { kind: 'follows' },
      { kind: 'falls', text: expect.stringContaining('事務処理誤り'), suggestion: expect.stringContaining('表定義') },
    ],
  });
  const [before, after] = [unzipSync(readFileSync(file('in.xlsx'))), unzipSync(readFileSync(file('out.xlsx')))];
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  for (const part of Object.keys(before)) expect([part, Buffer.from(after[part] ?? []).equals(Buffer.from(before[part] ?? []))]).toEqual([part, true]);
});
