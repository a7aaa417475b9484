import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const SEED = 'seeds/gunma-2024.json';
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Runs the four jobs by the command line, as the README has it, on a new workbook or on `input`. Gives what it printed. */
export function runJobs({ input, out, report }) {
  const options = ['--jobs', 'layout,recompute,evaluate,summary', '--seed', SEED, '--year', '2024', '--as-of', '3', '--out', out, '--report', report];
  const all = ['run', '--silent', 'headless', '--', ...options, ...(input === undefined ? [] : ['--in', input])];
  const { status, error, stdout, stderr } = spawnSync('npm', all, { cwd: root, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`the headless run ended with ${status}: ${stderr}`);
  return stdout;
}
