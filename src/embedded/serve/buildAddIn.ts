import { spawn } from 'node:child_process';
import path from 'node:path';
import { ServeMistake } from './options';

/** Builds the add-in into a folder with the copy of office.js that the npm package brings. @param origin where it will be served */
export function buildAddIn(root: string, folder: string, origin: string): Promise<void> {
  return run(root, 'アドイン', [path.join(root, 'node_modules/webpack-cli/bin/cli.js'), '--mode', 'production', '--env', `origin=${origin}`, '--env', 'office=self', '--output-path', folder]);
}

/** Lays out the workbook that the page starts with, by the very jobs of the command line. @param file .xlsx */
export function buildSample(root: string, file: string): Promise<void> {
  const seed = path.join(root, 'seeds/gunma-2024.json');
  return run(root, '見本のブック', [path.join(root, 'src/embedded/cli/run.mjs'), '--jobs', 'layout', '--seed', seed, '--year', '2024', '--out', file]);
}

/** Runs a Node program and keeps quiet unless it fails. */
function run(root: string, what: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => said.push(data));
    child.stderr.on('data', (data: Buffer) => said.push(data));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new ServeMistake(`${what}を作れませんでした。\n${Buffer.concat(said).toString('utf8').trim()}`));
    });
  });
}
