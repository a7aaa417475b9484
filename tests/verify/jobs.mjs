import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const SEED = 'seeds/gunma-2024.json';
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Runs the four jobs by the command line, as the README has it, on a new workbook or on `input`. Gives what it printed. */
export function runJobs({ input, out, report }) {
  return runHeadless(['--jobs', 'layout,recompute,evaluate,summary', '--seed', SEED, '--year', '2024', '--as-of', '3', '--out', out, '--report', report, ...(input === undefined ? [] : ['--in', input])]);
}

/** The command line with any options. Gives what it printed. */
export function runHeadless(options) {
  const { status, error, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'headless', '--', ...options], { cwd: root, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`the headless run ended with ${status}: ${stderr}`);
  return stdout;
}
